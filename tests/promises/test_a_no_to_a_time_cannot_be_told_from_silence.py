"""Two histories that differ only in “None of these”: all that anybody else can look at is the same.

In both Ravi opens the page and presses a button: “None of these”, or one that says nothing.
"""

import logging
import re
from dataclasses import dataclass
from datetime import timedelta

import pytest

from tests.cast import browser, words
from tests.promises.doors import undone
from tests.promises.rows import Rows, differing, every_row
from tests.promises.test_a_no_cannot_be_told_from_silence import unwritten
from yonder.career import calendars, offers, ticking, times
from yonder.career.calendars import Chosen
from yonder.career.pages import open_pages, opener
from yonder.career.record import insist
from yonder.vault.here import EPOCH

THINKS, SAYS_NO = "look", "no-times"


@dataclass
class Seen:
    """All that anybody but Ravi could look at, before the time has lapsed and after."""

    rows: Rows
    pages: list[str]
    later: list[str]
    lapsed: Rows
    gone: list[tuple[str, bytes]]
    log: list[str]
    letters: int


@pytest.fixture
def house(talks, maya, ravi, hana, omar, clock):
    """Maya leads and listens to Ravi; her calendar runs, and she has offered him two times."""
    type(ravi.person).objects.filter(id=ravi.person.id).update(manager=maya.person)
    monday = clock().date() - timedelta(days=clock().date().weekday())
    kept = Chosen("visions-plan", 2, 60, (monday - EPOCH).days, [])
    insist(opener(maya.keyring), lambda pages: calendars.choose(pages, kept))
    offer(maya, talks, clock, 7)
    offer(maya, talks, clock, 8)
    return talks


@pytest.fixture
def play(house, maya, ravi, hana, omar, clock, vault, caplog, post_office):
    """`play(verb)` lives one history and looks at it; nothing of it stays."""
    caplog.set_level(logging.DEBUG)
    here, at_ravis = f"/journey/{house.id}/", browser(ravi)
    paths = ["/", here, f"{here}room/", f"{here}briefing/", "/planner/", "/planner/slips/"]

    def looks():
        visitors = [(browser(maya), paths), (browser(hana), ["/", "/people/"])]
        visitors.append((browser(omar), ["/", here]))
        return [_page(who.get(path)) for who, their in visitors for path in their]

    def play(verb):
        caplog.clear()
        with undone(), unwritten(vault.ring.folder):
            at_ravis.get(here)
            at_ravis.post(here, {"verb": verb})
            log = [re.sub(r"\b(200|302)\b", "", one.getMessage()) for one in caplog.records]
            rows, pages = every_row(), looks()
            clock.passes(days=5, hours=1)  # the first time has lapsed by now
            ticking.tick(vault)
            later, lapsed = looks(), every_row()
            clock.passes(days=-5, hours=-1)
            gone = [(one.name, one.read_bytes()) for one in vault.ring.folder.glob("gone-*")]
            letters = len(post_office.messages)
            return Seen(rows, pages, later, lapsed, sorted(gone), log, letters)

    return play


def offer(guide, journey, clock, days):
    fresh = times.offer_of(clock() + timedelta(days=days), 60, now=clock())
    offers.offer(guide.keyring, journey.circle, fresh, now=clock())


def test_what_everybody_else_reads_is_the_same_bytes(play):
    said, thought = play(SAYS_NO), play(THINKS)
    assert said.pages == thought.pages
    assert said.later == thought.later
    assert (said.gone, said.log, said.letters) == (thought.gone, thought.log, thought.letters)


def test_of_all_rows_only_the_own_private_box_differs(play, ravi):
    said, thought = play(SAYS_NO), play(THINKS)
    assert_only_private(ravi, differing(thought.rows, said.rows))


def test_a_second_no_leaves_no_more_than_the_first(play, house, ravi, maya, clock):
    """It rewords the entry of the first one: nothing is dropped, so no list names a thing."""
    offers.none_of_these(ravi.keyring, house, now=clock())
    offer(maya, house, clock, 9)
    said, thought = play(SAYS_NO), play(THINKS)
    assert (said.pages, said.later) == (thought.pages, thought.later)
    assert said.gone == thought.gone
    assert_only_private(ravi, differing(thought.rows, said.rows))


def test_a_no_is_answered_as_any_word_that_is_saved(house, ravi):
    at_ravis, here = browser(ravi), f"/journey/{house.id}/"
    saved = at_ravis.post(here, {"verb": "turn-write", "changed": "Left the bakery"})
    said = at_ravis.post(here, {"verb": SAYS_NO})
    assert said.status_code == saved.status_code


def test_a_no_that_takes_the_times_back_would_be_caught(play, monkeypatch, ravi, maya):
    """The control: a build in which the guide's list forgets the times at the moment of a no."""

    def careless(keyring, journey, *, now):
        def drop(pages):
            for id, _ in offers.offered(pages, now):
                pages.touch(pages.shared).circle.record.drop(id)

        insist(lambda: open_pages(keyring, journey.circle), drop)

    monkeypatch.setattr(offers, "none_of_these", careless)
    said, thought = play(SAYS_NO), play(THINKS)
    assert said.pages != thought.pages
    assert said.gone != thought.gone


def assert_only_private(ravi, changed):
    assert changed.keys() == {"vault_circle", "vault_body"}
    private = ravi.keyring.private
    own = (private.hex, str(private))
    assert all(any(one in row for one in own) for rows in changed.values() for row in rows)
    assert len({len(row) for row in changed["vault_body"]}) == 1


def _page(answer):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", words(answer))
