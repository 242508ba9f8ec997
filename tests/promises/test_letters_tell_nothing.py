"""Letters and calendars carry names and times: no word of a talk, and no trace of a no."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from tests.cast import browser, write
from tests.promises import canaries
from tests.promises.canaries import SENTENCE, found_in
from tests.promises.doors import undone
from yonder.career import boundaries, letterboxes, pivots, plans, talks, ticking, visions
from yonder.career.boundaries import TOPIC
from yonder.career.journeys import Journey
from yonder.career.pages import opener
from yonder.career.pivots import Pivot
from yonder.career.record import insist
from yonder.career.visions import Vision
from yonder.guidebook import prompts
from yonder.web import reminders

MONDAY = datetime(2031, 3, 10, 9, tzinfo=UTC)


@pytest.fixture
def house(clock, vault, talks, maya, ravi):
    """Maya and Ravi have letters and calendars, and a day in a week from Monday."""
    clock.now = MONDAY
    vault.ring.extend()
    for who in (maya, ravi):
        email = f"{who.person.login}@example.org"
        EmailAddress.objects.create(user=who.person, email=email, verified=True)
    letterboxes.remind(maya.person, MONDAY.date() + timedelta(days=3))
    feeds = [f"/calendar/{letterboxes.new_feed(who.person)}.ics" for who in (maya, ravi)]
    plan(talks, clock, days=7)
    return talks, feeds


def plan(journey, clock, **ahead):
    Journey.objects.get(id=journey.id).set_next(clock.now + timedelta(**ahead), now=clock.now)


def days(clock, vault, post_office, feeds, count=12):
    """Everything that leaves the house in so many days: when, for whom, and what it says."""
    left = []
    for _ in range(count):
        clock.passes(days=1)
        ticking.tick(vault)
        left += [(clock.now, fetched(one)) for one in feeds]
        left += [(clock.now, *parts(one)) for one in post_office.messages]
        post_office.messages.clear()
    return left


def parts(letter):
    """All of a letter but what the mail program adds: its number, and the second."""
    heads = [(name, str(text)) for name, text in letter.items()]
    return [one for one in heads if one[0] not in ("Date", "Message-ID")], letter.get_content()


def fetched(address):
    return Client().get(address).content


def does(who, journey, verb):
    insist(opener(who.keyring, journey.circle), verb)


NOES = {
    "a talk": lambda pages: talks.not_this_talk(pages, talks.LIFE_STORY, Random(1)),
    "a question": lambda pages: talks.not_this_one(pages, talks.step_of(pages)),
    "a topic": lambda pages: boundaries.leave_out(pages, TOPIC, next(iter(prompts.topics("en")))),
}


@pytest.mark.parametrize("no", NOES)
def test_an_owner_who_leaves_something_out_gets_the_same_letters_as_one_who_does_not(
    house, no, clock, vault, ravi, post_office
):
    journey, feeds = house
    lives = []
    for leaves_out in (True, False):
        with undone():
            clock.now = MONDAY
            if leaves_out:
                does(ravi, journey, NOES[no])
            lives.append(days(clock, vault, post_office, feeds))
    assert lives[0] == lives[1]
    assert any(len(one) > 2 for one in lives[0])  # letters did go out


def test_control_a_day_that_was_taken_away_is_told_apart(house, clock, vault, post_office):
    journey, feeds = house
    lives = []
    for taken_away in (True, False):
        with undone():
            clock.now = MONDAY
            if taken_away:
                Journey.objects.get(id=journey.id).set_next(None, now=clock.now)
            lives.append(days(clock, vault, post_office, feeds))
    assert lives[0] != lives[1]


@pytest.fixture
def written_full(house, maya, ravi, clock):
    """Sentences in every kind of place of the record, and a day that moves."""
    journey, feeds = house
    today = vault_day(clock)
    does(ravi, journey, lambda pages: pivots.write(pages, Pivot(SENTENCE), only_me=False))
    does(ravi, journey, lambda pages: visions.add(pages, Vision(SENTENCE), only_me=False))
    step = plans.Action(SENTENCE, "learn", "guide", today + 3)
    does(maya, journey, lambda pages: plans.add(pages, step, [], only_me=False))
    write(maya, journey, SENTENCE)
    letterboxes.change(maya.person, promise_on=clock.now.date() + timedelta(days=3))
    clock.passes(hours=1)
    plan(journey, clock, days=8)
    return feeds


def vault_day(clock):
    return (clock.now.date() - datetime(1970, 1, 1, tzinfo=UTC).date()).days


def leaked(left):
    return [one for one in left if found_in(repr(one).encode(), SENTENCE)]


def test_nothing_that_was_written_leaves_by_letter_or_calendar(
    written_full, clock, vault, post_office
):
    left = days(clock, vault, post_office, written_full)
    assert len([one for one in left if len(one) > 2]) >= 4
    assert leaked(left) == []


def test_control_a_letter_that_quotes_would_be_found(
    written_full, clock, vault, post_office, monkeypatch
):
    quoting = reminders._text
    monkeypatch.setattr(reminders, "_text", lambda note: f"{quoting(note)} {canaries.sentence(1)}")
    assert leaked(days(clock, vault, post_office, written_full))


def test_the_address_of_a_page_in_a_letter_says_nothing_of_the_kind_of_talk(
    house, clock, vault, post_office, ravi
):
    journey, feeds = house
    said = set()
    for kind in (talks.LIFE_STORY, talks.VISIONS):
        with undone():
            clock.now = MONDAY
            does(ravi, journey, lambda pages, kind=kind: talks.choose(pages, kind, Random(1)))
            said.add(repr(days(clock, vault, post_office, feeds)))
    assert len(said) == 1


def test_a_letter_is_asked_for_by_nothing_but_the_page(house, ravi, clock, vault, post_office):
    """Whoever follows a link in a letter changes nothing by it."""
    visitor = browser(ravi)
    for verb in ("no-letters", "letters", "remind", "no-remind", "feed", "no-feed"):
        before = letterboxes.letterbox(ravi.person).__dict__ | {"_state": None}
        visitor.get("/me/letters/", {"verb": verb})
        assert letterboxes.letterbox(ravi.person).__dict__ | {"_state": None} == before
