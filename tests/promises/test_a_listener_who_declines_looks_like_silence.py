"""Somebody asks another to listen. A no leaves what a silent reader leaves: the same rows, the same
pages for the one who asked, until the page runs out and two weeks after that."""

import re

import pytest

from tests.cast import browser, words
from tests.promises.doors import undone
from tests.promises.rows import differing, every_row
from tests.promises.test_a_no_cannot_be_told_from_silence import unwritten
from yonder.career import askings, boundaries, invitations, ticking
from yonder.career.invitations import Invitation

THINKS, SAYS_NO = "more", "no"
STARTERS = ("/", "/starter/", "/invite/", "/me/")


@pytest.fixture
def asked(ravi, clock, vault):
    """`asked(invitee, their_browser)` gives a function that plays one history and looks at it."""

    def begin(invitee, visitor):
        given = (ravi.keyring, ravi.person, invitee)
        made, token = invitations.invite(*given, owner=ravi.person, on=clock())
        askings.remember(ravi.keyring, made)
        at_ravis = browser(ravi)
        paths = [*STARTERS, f"/invite/{made.id}/"]

        def play(verb):
            with undone(), unwritten(vault.ring.folder):
                for method, data in (("get", {}), ("post", {"verb": verb})):
                    getattr(visitor, method)(f"/invitation/{token}/", data)
                rows, now = every_row(), [page(at_ravis, path) for path in paths]
                return rows, now, after_two_weeks()

        return play

    def after_two_weeks():
        clock.passes(days=14)
        ticking.day(vault)
        ticking.tick(vault)
        later = browser(ravi)
        seen = [page(later, path) for path in STARTERS]
        clock.passes(days=-14)
        return seen

    return begin


def page(visitor, path):
    shown = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", words(visitor.get(path)))
    return re.sub(r"\d\d:\d\d", "", shown)


def test_without_an_account_nothing_tells_a_no_from_silence(asked):
    play = asked(invitations.newcomer("Nils"), browser())
    assert play(SAYS_NO) == play(THINKS)


def test_with_an_account_the_no_lies_in_the_listeners_own_box_alone(asked, omar):
    play = asked(omar.person, browser(omar))
    (said, *seen), (thought, *same) = play(SAYS_NO), play(THINKS)
    assert seen == same
    changed = differing(thought, said)
    assert changed.keys() == {"vault_circle", "vault_body"}
    private = omar.keyring.private
    own = (private.hex, str(private))
    assert all(any(one in row for one in own) for rows in changed.values() for row in rows)


def test_after_two_weeks_the_starter_reads_three_ways_on_in_both(asked):
    play = asked(invitations.newcomer("Nils"), browser())
    for verb in (SAYS_NO, THINKS):
        _, _, (home, *_) = play(verb)
        assert "The page for Nils has run out." in home
        assert "Go on alone" in home


def test_a_no_that_took_the_invitation_away_would_be_caught(asked, omar, monkeypatch):
    """The control: a build in which a no withdraws the question at once."""
    decline = boundaries.decline

    def careless(keyring, invitation):
        Invitation.objects.filter(id=invitation).delete()
        decline(keyring, invitation)

    monkeypatch.setattr(boundaries, "decline", careless)
    play = asked(omar.person, browser(omar))
    (said, now, _), (thought, before, _) = play(SAYS_NO), play(THINKS)
    assert "career_invitation" in differing(thought, said)
    assert now != before
