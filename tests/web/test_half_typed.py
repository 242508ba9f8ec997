"""What was half-typed never wins in silence, and what cannot be sent is not lost."""

import re

import pytest

from tests.career.stage import found, put
from tests.cast import browser, words
from tests.promises import doors
from yonder.career.pivots import Pivot
from yonder.vault.circle_rows import Member

MINE, MAYAS = "half of what I", "as Maya heard it"
FORGED = [
    {"verb": "change"},
    {"verb": "change", "entry": "new"},
    {"verb": "change:new:'><b>"},
    {"verb": "ask-erase"},
    {"verb": "draft"},
    {"verb": "talk-not"},
    {"verb": "talk-not:x"},
    {"verb": "topics", "topics": "x"},
    {"verb": "hold"},
    {"verb": "next"},
]


@pytest.fixture
def page(talks):
    return f"/journey/{talks.id}/"


def over(turn, rev, changed):
    return {"entry": turn.id, "rev": rev, "changed": changed, "why": "", "better": "", "stage": ""}


def field(page, turn, name):
    return re.search(rf'<input[^>]*name="{name}"[^>]*id="turn-{turn.id}-{name}"[^>]*>', page)[0]


def test_a_draft_meets_the_words_that_came_meanwhile(maya, ravi, talks, page):
    turn = put(ravi, talks, Pivot("the market stall"))
    at_ravis, at_mayas = browser(ravi), browser(maya)
    typed = over(turn, 1, MINE)
    at_ravis.post(page, typed | {"verb": "draft", "draft": f"turn-{turn.id}"})
    at_mayas.post(page, over(turn, 1, MAYAS) | {"verb": "turn-edit"})

    opened = words(at_ravis.get(page))
    assert MINE in field(opened, turn, "changed")
    assert 'value="1"' in field(opened, turn, "rev")
    answer = words(at_ravis.post(page, typed | {"verb": "turn-edit"}))
    assert MINE in answer
    assert MAYAS in answer
    assert found(maya, talks, MAYAS).rev == 2


def test_control_without_others_words_a_draft_is_sent_as_it_is(ravi, talks, page):
    turn = put(ravi, talks, Pivot("the market stall"))
    at_ravis = browser(ravi)
    typed = over(turn, 1, MINE)
    at_ravis.post(page, typed | {"verb": "draft", "draft": f"turn-{turn.id}"})
    assert at_ravis.post(page, typed | {"verb": "turn-edit"}).status_code == 302
    assert found(ravi, talks, MINE).rev == 2


@pytest.mark.parametrize("place", ["", "room/"])
@pytest.mark.parametrize("text", ["kneading", "\u9762\u5305\u5e08\u5085", "two words"])
def test_a_page_that_no_longer_opens_gives_back_every_word(ravi, talks, page, place, text):
    at_ravis = browser(ravi)
    Member.objects.filter(circle=talks.circle, person=ravi.person.id).delete()
    answer = at_ravis.post(page + place, {"verb": "turn-write", "changed": text, "stage": "school"})
    assert answer.status_code == 200
    assert text in words(answer)
    assert ">school<" not in words(answer)


@pytest.mark.parametrize("said", FORGED, ids=str)
@pytest.mark.parametrize("who", ["maya", "ravi"])
def test_a_button_nobody_made_is_answered(request, vault, workplace, talks, page, who, said):
    visitor = browser(request.getfixturevalue(who))
    visitor.raise_request_exception = False
    for path in (page, f"{page}room/", f"{page}table/", "/pages/", "/pages/room/"):
        with doors.undone():
            assert visitor.post(path, said).status_code < 500, path
