"""Two histories that differ only in “No, thank you” to listening: for everybody else they are one.

In both Ravi opens the page and presses a button: “No, thank you”, or one that says nothing.
"""

import logging
import re
from dataclasses import dataclass

import pytest

from tests.career.stage import change
from tests.cast import browser, words
from tests.promises.doors import undone
from tests.promises.rows import Rows, differing, every_row
from tests.promises.test_a_no_cannot_be_told_from_silence import unwritten
from yonder.career import cascade, ticking
from yonder.career.cascade import Question
from yonder.career.talks import TALKS, close

THINKS = "look"
HERE = "/cascade/"


@dataclass
class Seen:
    """All that anybody but Ravi could look at, before the question has run out and after."""

    rows: Rows
    lapsed: Rows
    pages: list[str]
    later: list[str]
    log: list[str]
    gone: list[tuple[str, bytes]]


@pytest.fixture
def question(talks, maya, ravi, clock):
    for name in TALKS:
        change(maya, talks, lambda pages, name=name: close(pages, name, 20_000))
    return cascade.ask(maya.person, ravi.person, on=clock())


@pytest.fixture
def play(question, talks, maya, ravi, hana, clock, vault, caplog):
    """`play(verb)` lives one history and looks at it; nothing of it stays."""
    caplog.set_level(logging.DEBUG)
    at_ravis, paths = browser(ravi), ["/", HERE, f"/journey/{talks.id}/", "/me/held/"]
    lookers = [(browser(maya), paths), (browser(hana), ["/", "/people/"])]

    def looks():
        return [_page(who.get(path)) for who, their in lookers for path in their]

    def play(verb):
        caplog.clear()
        with undone(), unwritten(vault.ring.folder):
            at_ravis.get(HERE)
            at_ravis.post(HERE, {"verb": verb})
            log = [re.sub(r"\b(200|302)\b", "", one.getMessage()) for one in caplog.records]
            rows, pages = every_row(), looks()
            Question.objects.update(expires=clock())
            ticking.tick(vault)
            later, lapsed = looks(), every_row()
            gone = [(one.name, one.read_bytes()) for one in vault.ring.folder.glob("gone-*")]
            return Seen(rows, lapsed, pages, later, log, sorted(gone))

    return play


@pytest.mark.parametrize("no", ["no", "not-yet"])
def test_what_everybody_else_reads_is_the_same_bytes(play, question, no):
    said, thought = play(f"{no}:{question.id}:1"), play(THINKS)
    assert said.pages == thought.pages
    assert said.later == thought.later
    assert (said.log, said.gone) == (thought.log, thought.gone)


def test_of_all_rows_only_the_own_private_box_differs(play, question, ravi):
    said, thought = play(f"no:{question.id}:1"), play(THINKS)
    private = ravi.keyring.private
    own = (private.hex, str(private))
    for before, after in ((thought.rows, said.rows), (thought.lapsed, said.lapsed)):
        changed = differing(before, after)
        assert changed.keys() == {"vault_circle", "vault_body"}
        assert all(any(one in row for one in own) for rows in changed.values() for row in rows)
        assert len({len(row) for row in changed["vault_body"]}) == 1


def test_a_no_that_takes_the_question_back_would_be_caught(play, question, monkeypatch):
    """The control: a build in which the place gets free at the moment of a no."""

    def careless(keyring, asked, *, for_good):
        asked.delete()

    monkeypatch.setattr(cascade, "refuse", careless)
    said, thought = play(f"no:{question.id}:1"), play(THINKS)
    assert said.pages != thought.pages
    assert "career_question" in differing(thought.rows, said.rows)


def _page(answer):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", words(answer))
