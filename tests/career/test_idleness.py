"""Pages that nobody opens: announced after 23 months, erased after 24, unless somebody came."""

from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest

from tests.career.stage import put, read
from yonder.career import endings, idleness, ticking
from yonder.career.idleness import announced
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.career.pivots import Pivot
from yonder.vault import identities
from yonder.vault.keyrings import Identity


@pytest.fixture
def since(clock, vault):
    """It is 10 March 2031."""
    clock.now = datetime(2031, 3, 10, 9, tzinfo=UTC)
    vault.ring.extend()
    return clock


@pytest.fixture
def idle(since, ravi):
    put(ravi, None, Pivot("the market stall"), only_me=True)
    was_here_last(ravi, "2029-05")
    return ravi


def was_here_last(who, month):
    Identity.objects.filter(person=who.person.id).update(seen=month)


@contextmanager
def letters(taken=True):
    """Who is written to, and until when their pages stay."""
    written = []

    def take(*, person, until, **_):
        written.append((person.name, until))
        return taken

    announced.connect(take)
    try:
        yield written
    finally:
        announced.disconnect(take)


def comes(clock, vault, *day):
    """It is that day; the server has run through all of its turns since."""
    wanted = datetime(*day, 9, tzinfo=UTC)
    while clock.now < wanted:
        # Keys of a day live for a week, so that a server may rest for six days.
        clock.passes(days=1 if (wanted - clock.now).days < 40 else 6)
        ticking.day(vault)
    ticking.day(vault)


def is_there(who):
    return Identity.objects.filter(person=who.person.id).exists()


def test_one_letter_after_23_months_and_none_before(since, vault, idle):
    with letters() as written:
        comes(since, vault, 2031, 3, 31)
        assert written == []
        comes(since, vault, 2031, 4, 1)
        comes(since, vault, 2031, 4, 20)
    assert written == [("Ravi", date(2031, 5, 1))]


def test_after_24_months_they_are_erased(since, vault, idle):
    comes(since, vault, 2031, 4, 30)
    assert is_there(idle)
    comes(since, vault, 2031, 5, 1)
    assert not is_there(idle)


def test_whoever_signs_in_keeps_everything(since, vault, idle):
    comes(since, vault, 2031, 4, 30)
    assert read(idle) == ["the market stall"]
    assert idleness.came_back(idle.person)
    assert not idleness.came_back(idle.person)

    comes(since, vault, 2031, 12, 31)
    assert read(idle) == ["the market stall"]


def test_a_server_that_was_off_for_years_gives_everybody_four_weeks(since, vault, idle):
    since.now = datetime(2040, 6, 1, 9, tzinfo=UTC)
    with letters() as written:
        ticking.day(vault)
        comes(since, vault, 2040, 6, 28)
        assert is_there(idle)
        comes(since, vault, 2040, 6, 29)
    assert written == [("Ravi", date(2040, 6, 29))]
    assert not is_there(idle)


def test_a_letter_that_was_not_taken_is_tried_again_the_next_day(since, vault, idle):
    with letters(taken=False) as refused:
        comes(since, vault, 2031, 4, 1)
    with letters() as written:
        comes(since, vault, 2031, 4, 2)
        comes(since, vault, 2031, 4, 8)
    assert len(refused) > 0
    assert written == [("Ravi", date(2031, 5, 1))]


def test_a_mail_server_that_is_away_for_good_does_not_keep_pages_for_ever(since, vault, idle):
    with letters(taken=False):
        comes(since, vault, 2031, 6, 15)
    assert not is_there(idle)


def test_a_letter_that_was_not_taken_holds_up_nobody(since, vault, ravi, maya, omar):
    since.now = datetime(2040, 6, 1, 9, tzinfo=UTC)
    with letters(taken=False) as refused:
        ticking.day(vault)
    assert len(refused) == 1
    assert not Identity.objects.filter(sent_on=None).exists()


def test_an_idle_guide_takes_nothing_from_the_owner(since, vault, maya, ravi, talks):
    put(ravi, talks, Pivot("the market stall"))
    was_here_last(maya, "2029-05")
    comes(since, vault, 2031, 5, 1)
    assert is_there(ravi)
    assert not is_there(maya)

    (waiting,) = Journey.objects.left_behind().filter(owner=ravi.person)
    endings.bring_home(ravi.keyring, waiting)
    assert read(ravi) == ["the market stall"]


def test_somebody_in_the_reporting_line_stays_on_the_list_and_can_be_invited(since, vault, idle):
    idle.person.unit = "Ovens"
    idle.person.save()
    comes(since, vault, 2031, 5, 1)

    row = Person.objects.get(id=idle.person.id)
    assert (row.name, row.unit, row.login, row.is_active) == ("Ravi", "Ovens", None, True)


def test_the_only_one_who_runs_the_server_is_never_erased(since, vault, olga):
    was_here_last(olga, "2029-05")
    comes(since, vault, 2031, 6, 15)
    assert is_there(olga)


def test_the_month_is_written_and_no_day_ever(since, vault, idle):
    row = Identity.objects.get(person=idle.person.id)
    assert row.seen == "2029-05"
    since.now = datetime(2031, 4, 30, 9, tzinfo=UTC)
    identities.sign_in(vault, idle.person.id, idle.password)
    row.refresh_from_db()
    assert row.seen == "2031-04"
