"""What a list may know of two people without opening their record."""

import uuid
from random import Random

import msgspec
import pytest

from tests.career.stage import change, pages_of, put
from yonder.career import boundaries, plans, talks
from yonder.career.boundaries import TALK
from yonder.career.faces import LONGEST, Face
from yonder.career.plans import Action
from yonder.vault.payloads import decode, encode

TODAY = 20_000
STORY, VISIONS, PLAN, CHECK_IN = talks.LIFE_STORY, talks.VISIONS, talks.PLAN, talks.CHECK_IN


class EarlierFace(msgspec.Struct):
    """As it was written before it knew what was held."""

    readers: dict[uuid.UUID, uuid.UUID]
    talk: str = ""
    steps: list[str] = []
    waits: bool = False


def face(who, journey):
    return pages_of(who, journey).common.face


def hold(who, journey, *held, today=TODAY):
    for place, talk in enumerate(held):
        change(
            who,
            journey,
            lambda pages, talk=talk, day=today + place: talks.close(pages, talk, day),
        )


def test_a_face_of_before_is_readable():
    before = EarlierFace({uuid.uuid4(): uuid.uuid4()}, "visions")
    assert decode(encode(before), Face) == Face(before.readers, "visions")


def test_it_says_what_was_held_and_when(maya, ravi, journey):
    assert (face(maya, journey).heard, face(maya, journey).held_on) == ([], 0)
    hold(maya, journey, STORY, VISIONS, PLAN)
    seen = face(ravi, journey)
    assert (set(seen.heard), seen.held, seen.held_on) == ({STORY, VISIONS, PLAN}, PLAN, TODAY + 2)


@pytest.mark.parametrize(
    ("held", "walked"),
    [((), False), ((STORY,), False), ((STORY, VISIONS), False), ((STORY, VISIONS, PLAN), True)],
)
def test_who_has_visions_and_a_plan_has_walked(maya, journey, held, walked):
    hold(maya, journey, *held)
    assert face(maya, journey).walked is walked


def test_the_day_of_a_life_story_is_told_until_another_talk_was_held(maya, journey):
    hold(maya, journey, STORY)
    assert face(maya, journey).stalled == TODAY
    hold(maya, journey, VISIONS, today=TODAY + 40)
    assert face(maya, journey).stalled == 0


def test_a_second_life_story_does_not_begin_the_days_again(maya, ravi, journey):
    hold(maya, journey, STORY)
    change(ravi, journey, lambda pages: talks.choose(pages, STORY, Random(1)))
    hold(maya, journey, STORY, today=TODAY + 100)
    assert (face(maya, journey).stalled, face(maya, journey).held_on) == (TODAY, TODAY + 100)


def test_a_plan_is_agreed_when_both_have_said_so(maya, ravi, journey):
    put(maya, journey, Action("ask", "work", "guide", TODAY))
    change(maya, journey, plans.agree)
    assert not face(maya, journey).agreed
    change(ravi, journey, plans.agree)
    assert face(maya, journey).agreed


def test_an_owner_who_leaves_out_a_talk_has_the_face_of_one_who_picked_another(maya, ravi, journey):
    def left_out(pages):
        talks.not_this_talk(pages, VISIONS, Random(1))

    def picked(pages):
        talks.choose(pages, PLAN, Random(1))

    hold(maya, journey, STORY)
    change(ravi, journey, left_out)
    without = encode(face(maya, journey))
    change(ravi, journey, lambda pages: boundaries.take_in_again(pages, TALK, VISIONS))
    change(ravi, journey, picked)
    assert encode(face(maya, journey)) == without


def test_the_largest_face_fits_its_box_and_says_what_is_not_in_it(maya, ravi, journey):
    hold(maya, journey, STORY, VISIONS, PLAN, CHECK_IN)
    for who in ("guide", "owner"):
        for day in range(5):
            put(maya, journey, Action("\N{WATER WAVE}" * 90 + who, "work", who, TODAY + day))
    seen = face(maya, journey)
    guides = sum(step.who == "guide" for step in seen.steps)
    assert len(encode(seen)) <= LONGEST
    assert guides + seen.more == 5
