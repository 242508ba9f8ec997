"""A form of somebody else's page changes nothing, and looking at a page changes nothing either."""

import pytest
from django.test import Client

from tests.cast import PASSWORD
from tests.promises import doors
from tests.promises.rows import differing, every_row

# Everything any of our pages sends, in one form.
PRESSED = {
    "text": "Words of a stranger.",
    "changed": "A turn of a stranger.",
    "rev": 1,
    "name": "Mallory",
    "language": "de",
    "workplace": "Mallory & Sons",
    "login": "mallory",
    "email": "mallory@example.org",
    "listens": "me",
    "old": PASSWORD,
    "new": "a password of a stranger",
    "password": PASSWORD,
    "unlock_password": PASSWORD,
    "action_add": "",
    "people_operations": "on",
}
# Rows that note that somebody is there: not what anybody wrote or decided.
PRESENCE = {"vault_unlock", "django_session"}
# Somebody who tries words for a calendar is counted, under a word that cannot be read back.
GUESSED = {"calendar": {"vault_attempt"}}


@pytest.fixture
def house(vault, workplace):
    return doors.build(vault, workplace)


def sent(house, name, who, verb, **how):
    """The tables a form changes that is pressed at this address, by this person's browser."""
    visitor = Client(raise_request_exception=False, **how)
    visitor.cookies = house.browsers[who].cookies.copy()
    form = PRESSED | {"verb": verb, "person": house.ravi.person.id}
    with doors.undone():
        before = every_row()
        answer = visitor.post(doors.reverse(name, kwargs=house.paths.get(name, {})), form)
        return answer.status_code, set(differing(before, every_row()))


@pytest.mark.parametrize("who", ["nobody", "ravi", "maya", "olga", "closed"])
def test_a_form_without_our_proof_changes_nothing(house, who):
    for name in doors.ANSWERS:
        every = ("journey", "room", "pages", "key", "people", "sign-ins")
        verbs = doors.VERBS if name in every else ("write",)
        for verb in verbs:
            answer = sent(house, name, who, verb, enforce_csrf_checks=True)
            assert answer == (403, set()), (name, verb)


def test_the_same_form_with_our_proof_does_change_something(house):
    """The control."""
    verbs = {"pages": "turn-write", "own-room": "turn-write", "room": "turn-write"}
    changed = {
        name: sent(house, name, "ravi", verbs.get(name, "write"))[1] - PRESENCE
        for name in doors.ANSWERS
    }
    touched = {name for name, tables in changed.items() if tables}
    assert {"journey", "room", "invite", "me", "password", "pages", "own-room"} <= touched


@pytest.mark.parametrize("who", doors.PEOPLE)
def test_looking_changes_nothing(house, who):
    for name in doors.ANSWERS:
        visitor = Client(raise_request_exception=False)
        visitor.cookies = house.browsers[who].cookies.copy()
        with doors.undone():
            before = every_row()
            visitor.get(doors.reverse(name, kwargs=house.paths.get(name, {})))
            changed = set(differing(before, every_row())) - PRESENCE - GUESSED.get(name, set())
        assert changed == set(), name
