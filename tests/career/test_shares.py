"""Whom each of those who listen could ask: shared out evenly, and blind to every answer."""

from collections import Counter

import pytest

from tests.cast import begin, join, talk
from yonder.career import invitations, shares
from yonder.career.cascade import Listening
from yonder.career.people import add_person

SHIFTS = ("Early", "Late")


@pytest.fixture
def listeners(vault, maya):
    """Five of Maya's people who said yes to five each, on two shifts."""
    five = [
        join(vault, name, manager=maya.person, shift=SHIFTS[at % 2])
        for at, name in enumerate(("Abebe", "Bruno", "Chidi", "Dilnoza", "Emeka"))
    ]
    for one in five:
        Listening.objects.create(boss=maya.person, listener=one.person, room=5)
    return five


@pytest.fixture
def team(maya, listeners):
    return [
        add_person(name=f"Person {at}", manager=maya.person, shift=SHIFTS[at % 2])
        for at in range(13)
    ]


def every_share(listeners):
    return {one.person.name: shares.share_of(one.person) for one in listeners}


def test_everybody_is_in_one_share_and_they_are_even_within_one(listeners, team):
    found = every_share(listeners)
    assert Counter(one.name for share in found.values() for one in share) == Counter(
        one.name for one in team
    )
    sizes = [len(share) for share in found.values()]
    assert max(sizes) - min(sizes) <= 1


def test_the_same_shift_comes_first(listeners, team):
    pairs = [
        (one.person.shift, who.shift) for one in listeners for who in shares.share_of(one.person)
    ]
    assert sum(mine == theirs for mine, theirs in pairs) >= len(team) - 2


def test_nobody_is_named_to_somebody_who_does_not_listen(maya, ravi, team):
    assert shares.share_of(ravi.person) == []
    assert shares.share_of(maya.person) == []


def test_a_second_tier_shares_the_same_team(vault, listeners, team, maya):
    below = join(vault, "Fatima", manager=maya.person, shift="Late")
    Listening.objects.create(boss=listeners[0].person, listener=below.person, room=5)
    found = every_share([*listeners, below])
    assert found["Fatima"]
    assert sum(map(len, found.values())) == len(team)


def test_whom_one_has_asked_is_not_named_again(listeners, team, vault):
    asker, first = listeners[0], shares.share_of(listeners[0].person)[0]
    invitations.invite(asker.keyring, asker.person, first, owner=first, on=vault.clock())
    assert first not in shares.share_of(asker.person)


def test_a_share_does_not_tell_who_talks_with_somebody_else(listeners, team, maya, vault):
    speaker = join(vault, "Zora", manager=maya.person, shift="Early")
    before = every_share(listeners)
    talk(maya, speaker)
    assert every_share(listeners) == before


def test_the_control_a_new_listener_would_be_noticed(listeners, team, maya, vault):
    before = every_share(listeners)
    more = join(vault, "Gita", manager=maya.person)
    begin(maya, more)
    Listening.objects.create(boss=listeners[1].person, listener=more.person, room=5)
    assert every_share(listeners) != before
