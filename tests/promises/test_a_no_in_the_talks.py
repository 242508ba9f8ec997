"""“Not this one”, “Not this talk”, “Not this topic”: to everybody else as after any answer."""

import re
from random import Random

import pytest

from tests.cast import browser, talk, words
from tests.promises.doors import undone
from tests.promises.lives import Life, counted, plan, seen_by
from tests.promises.rows import differing, every_row
from yonder.career import boundaries, starts, talks
from yonder.career.pages import open_pages, opener
from yonder.career.record import COURSE, Course, insist
from yonder.guidebook import prompts

SEEDS = (20, 200)


@pytest.fixture
def house(maya, ravi, hana, omar):
    journey = talk(maya, ravi)
    page = f"/journey/{journey.id}/"
    lookers = [(browser(maya), ["/", "/team/", page, f"{page}room/", f"{page}briefing/"])]
    lookers += [(browser(one), ["/", page]) for one in (hana, omar)]
    return maya, ravi, journey, lookers


def lived(house, seed, answer):
    """A life in which Ravi once answers in the room, or to what comes next; what others see."""
    maya, ravi, journey, lookers = house
    life = Life(maya, ravi, journey)
    with undone():
        steps = plan(seed, "never")
        for step in steps[: len(steps) // 2]:
            step(life)
        answer(life)
        for step in steps[len(steps) // 2 :]:
            step(life)
        return [seen_by(visitor, paths) for visitor, paths in lookers], counted()


def next_one(life):
    life.does(life.ravi, lambda pages: talks.next_step(pages, talks.step_of(pages)))
    life.does(life.ravi, lambda pages: pages.touch(pages.private))


def not_this_one(life):
    life.does(life.ravi, lambda pages: talks.not_this_one(pages, talks.step_of(pages)))


def test_not_this_question_is_the_next_one_as_after_any_answer(house, counts):
    for seed in range(counts(*SEEDS)):
        assert lived(house, seed, not_this_one) == lived(house, seed, next_one), seed


def test_it_is_remembered_where_only_its_owner_reads(house):
    maya, ravi, journey, _ = house
    life = Life(maya, ravi, journey)
    next_one(life)
    before = every_row()
    with undone():
        next_one(life)
        plain = every_row()
    not_this_one(life)
    said = every_row()
    own = (ravi.keyring.private.hex, str(ravi.keyring.private))
    shared = (journey.circle.hex, str(journey.circle))
    for after in (said, plain):
        assert differing(before, after).keys() == {"vault_circle", "vault_body"}
    touched = [row for rows in differing(before, said).values() for row in rows]
    assert all(any(one in row for one in own + shared) for row in touched)
    assert boundaries.left_out(open_pages(ravi.keyring).private, boundaries.PROMPT)


def picked(life):
    """As if Ravi had said at the invitation that he starts with where he wants to go."""
    life.does(life.ravi, lambda pages: _put(pages, Course(list(starts.STARTS["visions"]))))
    life.does(life.ravi, lambda pages: pages.touch(pages.private))


def refused(life):
    life.does(life.ravi, lambda pages: talks.not_this_talk(pages, talks.LIFE_STORY, Random(1)))


def _put(pages, course):
    record = pages.touch(pages.common)
    record.reword(record.of_kind(COURSE, Course)[0][0], course)


def test_refusing_the_life_story_looks_like_having_picked_visions(house, counts):
    for seed in range(counts(*SEEDS)):
        assert lived(house, seed, refused) == lived(house, seed, picked), seed


def last(life):
    """Of all talks only the plan is still to come."""
    life.does(life.ravi, lambda pages: _put(pages, Course([talks.PLAN])))


def rested(life):
    """As if Ravi had pressed “Nothing for now”."""
    last(life)
    life.does(life.ravi, talks.done_for_now)
    life.does(life.ravi, lambda pages: pages.touch(pages.private))


def refused_the_last(life):
    last(life)
    life.does(life.ravi, lambda pages: talks.not_this_talk(pages, talks.PLAN, Random(1)))


def test_refusing_the_last_talk_looks_like_nothing_for_now(house, counts):
    for seed in range(counts(*SEEDS)):
        assert lived(house, seed, refused_the_last) == lived(house, seed, rested), seed


def test_nothing_for_now_is_a_button_of_the_owner_alone(ravi, maya, talks):
    """Whoever is to look like somebody who pressed it needs others who could have."""
    here = f"/journey/{talks.id}/"
    assert "Nothing for now" in words(browser(ravi).get(here))
    assert "Nothing for now" not in words(browser(maya).get(here))
    browser(maya).post(here, {"verb": "talk-none:0:1"})
    assert "Nothing is planned." not in words(browser(ravi).get(here))
    browser(ravi).post(here, {"verb": "talk-none:0:1"})
    assert "Nothing is planned." in words(browser(maya).get(here))


def test_no_page_of_the_guide_ever_hints_at_it(maya, ravi, clock):
    """Ravi picks Visions at the invitation; Maya goes everywhere, until there is nothing left."""
    told = {}
    for start in ("visions", "visions-and-never-the-story"):
        with undone():
            told[start] = _walk(maya, ravi, clock, never=start != "visions")
    assert told["visions"] == told["visions-and-never-the-story"]


def _walk(maya, ravi, clock, *, never):
    from tests.cast import pair
    from yonder.career import invitations

    given = (maya.keyring, maya.person, ravi.person)
    made, _ = invitations.invite(*given, owner=ravi.person, on=clock())
    starts.remember(ravi.keyring, made.circle, "visions", without_story=never)
    journey = invitations.accept(made)
    pair(journey, maya, ravi)
    visitor, page = browser(maya), f"/journey/{journey.id}/"
    seen = []
    for held in ("visions", "plan", ""):
        paths = ["/", "/team/", page, f"{page}room/", f"{page}briefing/", f"{page}readers/"]
        seen += seen_by(visitor, paths)
        insist(
            opener(maya.keyring, journey.circle),
            lambda pages, held=held: talks.close(pages, held, 20_000),
        )
    return seen


def test_no_question_on_a_topic_comes_up_for_either_of_the_two(house):
    maya, ravi, journey, _ = house
    topic = next(iter(prompts.topics("en")))
    tagged = {one.id for one in prompts.life_story("en").prompts if topic in one.topics}
    assert tagged
    for seed in range(30):
        with undone():
            life = Life(maya, ravi, journey)
            life.does(ravi, lambda pages: boundaries.leave_out(pages, boundaries.TOPIC, topic))
            life.does(ravi, lambda pages, seed=seed: talks.draw_again(pages, Random(seed)))
            drawn = talks.course(open_pages(maya.keyring, journey.circle)).steps
        assert not tagged & set(drawn), seed


def test_control_without_the_boundary_such_questions_do_come_up(house):
    maya, ravi, journey, _ = house
    topic = next(iter(prompts.topics("en")))
    tagged = {one.id for one in prompts.life_story("en").prompts if topic in one.topics}
    drawn = set()
    for seed in range(30):
        with undone():
            life = Life(maya, ravi, journey)
            life.does(ravi, lambda pages, seed=seed: talks.draw_again(pages, Random(seed)))
            drawn |= set(talks.course(open_pages(maya.keyring, journey.circle)).steps)
    assert tagged & drawn


def test_how_many_questions_there_are_is_shown_nowhere(house):
    maya, ravi, journey, lookers = house
    room = words(lookers[0][0].get(f"/journey/{journey.id}/room/"))
    assert not re.search(r"\b\d+ (?:of|/) \d+\b|\bquestion \d", room, re.I)


def test_control_a_build_that_marks_a_no_is_told_apart(house, monkeypatch):
    def marking(pages, seen):
        talks.next_step(pages, seen)
        talks.next_step(pages, talks.step_of(pages))

    monkeypatch.setattr(talks, "not_this_one", marking)
    told = [lived(house, seed, not_this_one) != lived(house, seed, next_one) for seed in range(5)]
    assert any(told)
