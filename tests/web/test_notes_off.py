"""Notes are off: the guide puts the pen down, and nothing more is written until the next step."""

import re

import pytest

from tests.career.stage import pages_of, put, read, saved_by
from tests.cast import browser, words
from yonder.career import drafts, parts, talks
from yonder.career.pivots import Pivot
from yonder.web import rooms
from yonder.web.content import CONTENT
from yonder.web.parts import ALWAYS

SAID = "Nothing more can be written in this part of the talk. What was there before stays."
TYPED = "what the foreman did"


@pytest.fixture
def room(talks):
    return f"/journey/{talks.id}/room/"


@pytest.fixture
def at_ravis(ravi, room):
    visitor = browser(ravi)
    visitor.post(room, {"verb": "start:first-job:1"})
    return visitor


@pytest.fixture
def at_mayas(maya, at_ravis):
    return browser(maya)


@pytest.fixture
def off(at_mayas, room):
    at_mayas.post(room, {"verb": "notes-off:0:1"})


def step(visitor, room, verb):
    name = re.search(rf'value="({verb}:[^"]+)"', words(visitor.get(room)))[1]
    return visitor.post(room, {"verb": name})


def test_the_cards_on_danger_and_on_health_put_the_pen_down(at_mayas, at_ravis, room):
    assert words(at_mayas.get(room)).count('value="notes-off:') == 2
    assert "notes-off:" not in words(at_ravis.get(room))


def test_both_read_it_and_neither_finds_a_field(ravi, talks, at_mayas, at_ravis, room):
    put(ravi, talks, Pivot("Left the bakery"))
    for visitor in (at_mayas, at_ravis):
        assert 'value="turn-write"' in words(visitor.get(room))
    at_mayas.post(room, {"verb": "notes-off:0:1"})
    for visitor in (at_mayas, at_ravis):
        page = words(visitor.get(room))
        assert SAID in page
        assert "Left the bakery" in page
        assert not re.search(r"<textarea|<input(?! type=.hidden)", page)


def test_neither_can_write_and_what_was_typed_is_on_the_page(
    off, maya, ravi, talks, at_mayas, at_ravis, room
):
    before = saved_by()
    for visitor in (at_mayas, at_ravis):
        answer = visitor.post(room, {"verb": "turn-write", "changed": TYPED})
        assert "Notes are off in this part of the talk." in words(answer)
        assert TYPED in words(answer)
    assert saved_by() == before
    assert read(ravi, talks) == []


@pytest.mark.parametrize("verb", sorted(CONTENT.keys() - ALWAYS))
def test_nothing_that_writes_gets_through(verb):
    assert rooms.VERBS[verb].do is not CONTENT[verb].do


@pytest.mark.parametrize("go", ["next", "back", "not-this"])
@pytest.mark.parametrize("who", ["maya", "ravi"])
def test_with_the_next_step_of_either_both_write_again(
    off, ravi, talks, at_mayas, at_ravis, room, go, who
):
    step(at_mayas if who == "maya" else at_ravis, room, go)
    for visitor, said in ((at_mayas, "one"), (at_ravis, "two")):
        assert SAID not in words(visitor.get(room))
        visitor.post(room, {"verb": "turn-write", "changed": said})
    assert read(ravi, talks) == ["one", "two"]


@pytest.mark.parametrize("who", ["maya", "ravi"])
def test_stopping_for_today_ends_the_part(off, at_mayas, at_ravis, room, who):
    answer = (at_mayas if who == "maya" else at_ravis).post(room, {"verb": "stop"})
    assert "That is all for today." in words(answer)
    assert SAID not in words(answer)
    assert SAID not in words(at_ravis.get(room))


def test_stopping_while_notes_are_on_saves_nothing(at_ravis, room):
    before = saved_by()
    at_ravis.post(room, {"verb": "stop"})
    assert saved_by() == before


def test_an_owner_takes_back_and_erases_meanwhile(ravi, talks, off, at_ravis, room):
    kept = put(ravi, talks, Pivot("Left the bakery"))
    at_ravis.post(room, {"verb": f"erase:{kept.id}:1"})
    assert read(ravi, talks) == []


def test_the_owner_does_not_turn_notes_off(at_ravis, at_mayas, room):
    before = saved_by()
    at_ravis.post(room, {"verb": "notes-off:0:1"})
    assert saved_by() == before
    assert SAID not in words(at_mayas.get(room))


def test_a_guide_keeps_no_draft_meanwhile_and_an_owner_does(
    off, maya, ravi, talks, at_mayas, at_ravis, room
):
    typed = {"verb": "draft", "draft": "turn-new", "changed": TYPED}
    for visitor in (at_mayas, at_ravis):
        assert visitor.post(room, typed).status_code == 204
    at_mayas.post(room, {"verb": f"next:{talks_step(maya, talks)}:1", "changed": TYPED})
    assert drafts.drafts(pages_of(maya, talks)) == {}
    assert drafts.drafts(pages_of(ravi, talks)) == {"turn-new": {"changed": TYPED}}


def talks_step(who, journey):
    return talks.step_of(pages_of(who, journey))


def test_no_form_opens_meanwhile(off, at_mayas, room):
    answer = at_mayas.post(room, {"verb": "change:new:sheet"})
    assert "Notes are off in this part of the talk." in words(answer)
    assert "sheet-write" not in words(answer)


def test_nothing_is_written_at_the_table_either(off, ravi, talks, at_mayas, room):
    table = room.replace("room", "table")
    at_mayas.post(table, {"verb": "pass"})
    page = words(at_mayas.get(table))
    assert SAID in page
    assert "turn-write" not in page
    answer = at_mayas.post(table, {"verb": "turn-write", "changed": TYPED})
    assert TYPED in words(answer)
    assert read(ravi, talks) == []


def test_the_pen_goes_down_where_the_two_are_when_both_press_at_once(
    ravi, talks, at_mayas, at_ravis, room
):
    step(at_ravis, room, "next")
    at_mayas.post(room, {"verb": "notes-off:0:1"})
    assert parts.notes_are_off(pages_of(ravi, talks))


def test_an_open_page_of_the_other_one_hears_of_it(at_ravis, at_mayas, room):
    seen = re.search(r'data-seen="([^"]+)"', words(at_ravis.get(room)))[1]
    at_mayas.post(room, {"verb": "notes-off:0:1"})
    answer = at_ravis.get(room, HTTP_X_WAITING="yes", HTTP_X_SEEN=seen)
    assert SAID in words(answer)
