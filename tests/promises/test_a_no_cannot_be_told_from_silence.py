"""Two histories that differ only in a no: rows, letters, log, addresses and pages are the same.

In both somebody opens the invitation and presses a button: “Read more first”, or “No”.
"""

import logging
import re
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from tests.cast import browser, words
from tests.promises.doors import undone
from tests.promises.rows import Rows, differing, every_row
from yonder.career import boundaries, invitations, ticking
from yonder.career.invitations import Invitation

THINKS, SAYS_NO = "more", "no"


@dataclass
class Seen:
    """All that anybody but the invited person could look at."""

    rows: Rows
    lapsed: Rows
    pages: list[str]
    requests: list[tuple[str, str, int]]
    log: list[str]
    letters: int


@pytest.fixture
def asked(maya, hana, clock, vault, caplog, post_office):
    """`asked(invitee, their_browser)` gives a function that plays one history and looks at it."""
    caplog.set_level(logging.DEBUG)

    def begin(invitee, visitor):
        given = (maya.keyring, maya.person, invitee)
        made, token = invitations.invite(*given, owner=invitee, on=clock())
        lookers = [
            (browser(maya), ["/", "/team/", f"/invite/{made.id}/", "/me/", "/me/sign-ins/"]),
            (browser(hana), ["/", "/people/"]),
        ]
        return lambda verb: play(verb, f"/invitation/{token}/", visitor, lookers)

    def play(verb, path, visitor, lookers):
        caplog.clear()
        with undone(), unwritten(vault.ring.folder):
            answers = [visitor.get(path), visitor.post(path, {"verb": verb})]
            log = [record.getMessage() for record in caplog.records]
            rows = every_row()
            pages = [_page(who.get(one)) for who, paths in lookers for one in paths]
            letters = len(post_office.messages)
            return Seen(rows, _lapsed(), pages, _requests(answers), log, letters)

    def _lapsed():
        clock.passes(days=15)
        ticking.tick(vault)
        clock.passes(days=-15)
        return every_row()

    return begin


def test_without_an_account_a_no_leaves_no_trace_at_all(asked):
    play = asked(invitations.newcomer("Ravi"), browser())
    assert play(SAYS_NO) == play(THINKS)


def test_with_an_account_a_no_is_in_the_own_private_box_alone(asked, ravi):
    play = asked(ravi.person, browser(ravi))
    said, thought = play(SAYS_NO), play(THINKS)

    changed = differing(thought.rows, said.rows)

    assert changed.keys() == {"vault_circle", "vault_body"}
    private = ravi.keyring.private
    own = (private.hex, str(private))
    assert all(any(one in row for one in own) for rows in changed.values() for row in rows)
    assert (said.pages, said.requests, said.log) == (thought.pages, thought.requests, thought.log)
    assert said.letters == thought.letters
    assert differing(thought.lapsed, said.lapsed).keys() == {"vault_circle", "vault_body"}


def test_the_box_of_a_no_is_as_large_as_before(asked, ravi):
    play = asked(ravi.person, browser(ravi))
    changed = differing(play(THINKS).rows, play(SAYS_NO).rows)
    assert len({len(row) for row in changed["vault_body"]}) == 1


def test_only_the_one_who_said_no_sees_it(asked, ravi, maya):
    asked(ravi.person, browser(ravi))
    invitation, at_ravis = Invitation.objects.get(), browser(ravi)
    assert "Somebody asked you" in words(at_ravis.get("/"))

    boundaries.decline(ravi.keyring, invitation.id)

    assert "Somebody asked you" not in words(at_ravis.get("/"))
    assert "You have invited" in words(browser(maya).get("/"))


def test_the_link_works_as_before_after_a_no(ravi, maya, clock):
    given = (maya.keyring, maya.person, ravi.person)
    _, token = invitations.invite(*given, owner=ravi.person, on=clock())
    at_ravis, path = browser(ravi), f"/invitation/{token}/"
    at_ravis.post(path, {"verb": "no"})
    answer = at_ravis.post(path, {"verb": "join"}, follow=True)
    assert answer.redirect_chain[0][0].endswith("/key/")


def test_a_no_that_touches_the_invitation_would_be_caught(asked, ravi, monkeypatch, clock):
    """The control: a build that lets the invitation run out at the moment of a no."""
    decline = boundaries.decline

    def careless(keyring, invitation):
        Invitation.objects.filter(id=invitation).update(expires=clock.now)
        decline(keyring, invitation)

    monkeypatch.setattr(boundaries, "decline", careless)
    play = asked(ravi.person, browser(ravi))
    said, thought = play(SAYS_NO), play(THINKS)
    assert "career_invitation" in differing(thought.rows, said.rows)
    assert said.pages != thought.pages


@contextmanager
def unwritten(folder):
    """Afterwards the folder is as it was before."""
    before = {path: path.read_bytes() for path in folder.iterdir()}
    yield
    for path in folder.iterdir():
        path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


def _page(answer):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", words(answer))


def _requests(answers):
    """What a proxy's log would hold."""
    return [
        (one.request["REQUEST_METHOD"], one.request["PATH_INFO"], one.status_code)
        for one in answers
    ]
