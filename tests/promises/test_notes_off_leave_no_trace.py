"""That notes were off, and why: after the next step the record is as if they had never been."""

from random import Random

import pytest

from tests.career.stage import change, pages_of
from tests.cast import browser, talk, words
from tests.promises.doors import undone
from tests.promises.lives import called_by_order, counted
from tests.promises.rows import every_row
from yonder.career import parts, talks
from yonder.career.record import COURSE, Course

OFF = {"verb": "notes-off:0:1"}


@pytest.fixture
def journey(maya, ravi):
    """Maya listens to Ravi, and they stand before the first question."""
    return talk(maya, ravi)


@pytest.fixture
def at_ravis(ravi, journey):
    visitor = browser(ravi)
    visitor.post(f"/journey/{journey.id}/room/", {"verb": "start:first-job:1"})
    return visitor


@pytest.fixture
def at_mayas(maya, at_ravis):
    return browser(maya)


@pytest.fixture
def lived(ravi, journey, at_mayas, at_ravis):
    """What both see and what lies there after a part, with or without notes off."""
    page = f"/journey/{journey.id}/"

    def live(ends, *, off):
        with undone():
            if off:
                at_mayas.post(f"{page}room/", OFF)
            change(ravi, journey, ends)
            seen = [called_by_order(words(one.get(page))) for one in (at_mayas, at_ravis)]
            return seen, pages_of(ravi, journey).common.circle.record.entries, counted()

    return live


def goes_on(pages):
    talks.next_step(pages, talks.step_of(pages))


def stops(pages):
    parts.end_part(pages)
    pages.touch(pages.common)


def closes(pages):
    talks.close(pages, talks.LIFE_STORY, 20_000)


@pytest.mark.parametrize("ends", [goes_on, stops, closes])
def test_afterwards_everything_is_as_if_notes_had_stayed_on(lived, ends):
    assert lived(ends, off=True) == lived(ends, off=False)


def test_control_while_they_are_off_the_record_differs(lived):
    def nothing(pages):
        pages.touch(pages.common)

    assert lived(nothing, off=True)[1] != lived(nothing, off=False)[1]


def test_both_cards_send_the_same_so_nobody_learns_which_it_was(at_mayas, journey):
    told = words(at_mayas.get(f"/journey/{journey.id}/room/"))
    assert told.count('name="verb" value="notes-off:0:1"') == 2


def test_in_clear_it_is_a_save_like_any_other(at_mayas, at_ravis, journey):
    room = f"/journey/{journey.id}/room/"
    changed = []
    for pressed in (OFF, {"verb": "turn-write", "changed": "Left the bakery"}):
        with undone():
            at_mayas.get(room)
            before = every_row()
            at_mayas.post(room, pressed)
            after = every_row()
        changed.append({name for name in before if before[name] != after[name]})
    assert changed[0] <= changed[1]
    assert {"vault_circle", "vault_body"} <= changed[0]


NOES = {
    "a topic": lambda pages: talks.draw_again(pages, Random(1)),
    "a talk to come": lambda pages: talks.not_this_talk(pages, talks.VISIONS, Random(1)),
}


@pytest.mark.parametrize("no", NOES)
def test_a_no_of_the_owner_does_not_turn_them_on_again(maya, ravi, journey, at_ravis, no):
    """Or the guide would see that there was one."""
    change(maya, journey, parts.turn_notes_off)
    change(ravi, journey, NOES[no])
    assert parts.notes_are_off(pages_of(maya, journey))


def test_while_they_are_on_they_take_no_byte(ravi, journey, at_ravis):
    """So what an older Yonder wrote is still gone on with."""
    entry, course = pages_of(ravi, journey).common.of_kind(COURSE, Course)[0]
    assert b"notes_off" not in entry.data
    assert not course.notes_off
