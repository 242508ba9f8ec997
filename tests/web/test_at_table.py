"""The owner's part on the guide's screen: yes, no, in my words, and nothing that is only theirs."""

import re

import pytest

from tests.cast import browser, words
from yonder.career import pivots, values, visions
from yonder.career.pages import open_pages, opener
from yonder.career.pivots import Pivot
from yonder.career.record import insist
from yonder.career.visions import Vision

HEARD = "My evenings are mine"


@pytest.fixture
def here(talks):
    return f"/journey/{talks.id}/table/"


@pytest.fixture
def screen(talks, maya, ravi, here):
    """Maya has proposed what she heard, and hands her screen to Ravi."""
    insist(opener(maya.keyring, talks.circle), _propose)
    insist(opener(ravi.keyring, talks.circle), _secret)
    at_mayas = browser(maya)
    at_mayas.post(here, {"verb": "pass"})
    return at_mayas


def _propose(pages):
    for changed in ("Left the bakery", "Asked for nights"):
        pivots.write(pages, Pivot(changed), only_me=False)
    turns = [kept.id for kept in pivots.pivots(pages)]
    values.propose(pages, HEARD, turns, only_me=False)


def _secret(pages):
    visions.add(pages, Vision("Back to the sea"), only_me=True)


def button(answer, verb):
    return re.search(rf'value="({verb}:[^"]+)"', words(answer))[1]


def the_value(who, talks):
    return values.values(open_pages(who.keyring, talks.circle))


def test_a_yes_is_marked_as_said_at_the_table(screen, here, talks, ravi):
    screen.post(here, {"verb": button(screen.get(here), "value-yes")})
    assert [kept.noun.state for kept in the_value(ravi, talks)] == ["table"]
    assert "Agreed at the table" in words(browser(ravi).get(f"/journey/{talks.id}/"))


def test_the_owner_alone_undoes_what_was_agreed_at_the_table(screen, here, talks, ravi, maya):
    screen.post(here, {"verb": button(screen.get(here), "value-yes")})
    page, at_ravis = f"/journey/{talks.id}/", browser(ravi)
    kept = the_value(ravi, talks)[0]
    undo = {"verb": f"value-undo:{kept.id}:{kept.rev}"}
    assert browser(maya).post(page, undo).status_code == 404

    at_ravis.post(page, undo)

    assert [kept.noun.state for kept in the_value(ravi, talks)] == ["proposed"]


def test_in_my_words_stands_there_in_the_owners_words(screen, here, talks, ravi):
    name = button(screen.get(here), "change")
    opened = words(screen.post(here, {"verb": name}))
    over = re.search(r'name="entry" value="([^"]+)".*?name="rev" value="(\d+)"', opened, re.S)
    given = {"entry": over[1], "rev": over[2], "words": "After six I am free"}
    screen.post(here, {"verb": "value-edit"} | given)
    assert [kept.noun.words for kept in the_value(ravi, talks)] == ["After six I am free"]


def test_a_no_takes_it_away_as_it_came(screen, here, talks, ravi, maya):
    screen.post(here, {"verb": button(screen.get(here), "value-no")})
    assert the_value(ravi, talks) == the_value(maya, talks) == []


def test_what_the_owner_has_said_yes_to_at_home_cannot_be_taken_away_here(
    screen, here, talks, ravi
):
    kept = the_value(ravi, talks)[0]
    page = f"/journey/{talks.id}/"
    browser(ravi).post(page, {"verb": f"value-yes:{kept.id}:{kept.rev}"})
    answer = screen.post(here, {"verb": f"value-no:{kept.id}:{kept.rev + 1}"})
    assert answer.status_code == 404
    assert len(the_value(ravi, talks)) == 1


def test_what_only_the_owner_can_read_is_not_on_this_screen(screen, here):
    assert "Back to the sea" not in words(screen.get(here))


def test_leaving_it_out_stores_nothing_and_no_draft_is_kept(screen, here, maya, ravi, talks):
    before = [len(one.circle.record.entries) for one in open_pages(maya.keyring).records]
    screen.post(here, {"verb": "draft", "draft": "turn-new", "changed": "only mine"})
    screen.post(here, {"verb": "turn-keep", "changed": "only mine"})
    after = [len(one.circle.record.entries) for one in open_pages(maya.keyring).records]
    assert before == after
    assert "only mine" not in repr(pivots.pivots(open_pages(ravi.keyring, talks.circle)))


def test_what_the_guide_was_typing_before_is_not_shown_to_the_owner(talks, maya, here):
    screen = browser(maya)
    draft = {"verb": "draft", "draft": "turn-new", "changed": "Ravi hesitates here"}
    assert screen.post(f"/journey/{talks.id}/room/", draft).status_code == 204
    screen.post(here, {"verb": "pass"})
    assert "Ravi hesitates here" not in words(screen.get(here))


def test_a_turn_written_here_both_can_read(screen, here, talks, ravi):
    screen.post(here, {"verb": "turn-write", "changed": "Came here"})
    turns = pivots.pivots(open_pages(ravi.keyring, talks.circle))
    assert "Came here" in [kept.noun.changed for kept in turns]
