"""Every address of Yonder, who stands before it, and what each of them is answered.

One letter per person: . shows the page, > leads elsewhere, x is closed, - is not there for
this person, m does not know the method. A new address without a row fails the tests.
"""

import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.db import connections, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse

from tests.cast import Somebody, browser, join, talk, words, write
from yonder.career import invitations
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.vault import circles

SIGNS = {200: ".", 302: ">", 403: "x", 404: "-", 405: "m"}
PEOPLE = ("nobody", "ravi", "maya", "omar", "hana", "olga", "closed", "former")
# address: (what GET gives each of PEOPLE, what a POST without a word gives them)
ANSWERS = {
    "home": (">.....x.", ">mmmmmxm"),
    "first-run": ("--------", "--------"),
    "sign-in": (".>>>>>>>", ".>>>>>>>"),
    "sign-out": (">mmmmmmm", ">>>>>>>>"),
    "close": (">mmmmmmm", ">>>>>>>>"),
    "recover": ("........", "........"),
    "ask-reset": ("........", "........"),
    "reset": ("--------", "--------"),
    "invitation": (".-------", ".-------"),
    "slip": ("........", "........"),
    "join": (".>>>>>>>", ".>>>>>>>"),
    "protection": ("........", "mmmmmmmm"),
    "council": ("........", "mmmmmmmm"),
    "invite": (">.....x.", ">.....x."),
    "asked": (">--.--x-", ">--.--x-"),
    "invitation-sent": (">-.---x-", ">mmmmmxm"),
    "journey": (">..---x-", ">..---x-"),
    "key": (">..---x-", ">..---x-"),
    "readers": (">..---x-", ">..---x-"),
    "three": (">.....x.", ">mmmmmxm"),
    "me": (">.....x.", ">.....x."),
    "password": (">.....x.", ">.....x."),
    "recovery-code": (">.....x.", ">.....x."),
    "former": (">>>>>>x>", ">>>>>>x>"),
    "pages": (">.....x.", ">.....x."),
    "own-room": (">.....x.", ">.....x."),
    "room": (">..---x-", ">..---x-"),
    "briefing": (">..---x-", ">mmmmmxm"),
    "line": (">..---x-", ">..---x-"),
    "own-line": (">.....x.", ">.....x."),
    "file": (">..---x-", ">..---x-"),
    "own-file": (">.....x.", ">.....x."),
    "take": (">..---x-", ">..---x-"),
    "own-take": (">.....x.", ">.....x."),
    "table": (">>>---x-", ">>>---x-"),
    "cascade": (">.....x.", ">.....x."),
    "practice": (">.....x.", ">.....x."),
    "starter": (">.....x.", ">.....x."),
    "planner": (">.....x.", ">.....x."),
    "planner-slips": (">.....x.", ">mmmmmxm"),
    "sign-ins": (">.....x.", ">>>>>>x>"),
    "held": (">.....x.", ">mmmmmxm"),
    "letters": (">.....x.", ">.....x."),
    "calendar": ("--------", "mmmmmmmm"),
    "day": (">..---x-", ">mmmmmxm"),
    "leaving": (">.....x.", ">.....x."),
    "team": (">.....x.", ">.....x."),
    "people": (">---..x-", ">---..x-"),
    "roster": (">---..x-", ">---..x-"),
    "workplace": (">---..x-", ">----.x-"),
    "account_login": (">>>>>>>>", ">>>>>>>>"),
    "mfa_authenticate": (">>>>>>>>", ">>>>>>>>"),
    "account_inactive": ("........", "mmmmmmmm"),
    "account_reauthenticate": (">.....x.", ">.....x."),
    "account_email": (">.....x.", ">>>>>>x>"),
    "account_confirm_email": ("........", "--------"),
    "mfa_index": (">.....x.", ">mmmmmxm"),
    "mfa_activate_totp": (">>>>>>x>", ">>>>>>x>"),
    "mfa_deactivate_totp": (">-----x-", ">-----x-"),
}
# Every button of every page, pressed at every other address as well.
VERBS = ("write", "erase", "ask-erase", "open", "said", "stop", "take", "digits")
VERBS += ("reset", "roles", "make", "type-back", "end", "end-others", "join", "more", "no")
VERBS += ("turn-write", "sheet-write", "value-write", "vision-write", "next", "not-this", "start")
VERBS += ("lead", "carry", "look", "hand", "nothing")
VERBS += ("leaves", "add", "place", "sample", "load")
VERBS += ("not-now", "keen", "keen-up", "keen-off", "soon", "not-soon")
VERBS += ("csv", "xlsx", "load-write", "load-keep", "choose")
VERBS += ("for-people", "for-programs", "schema", "look", "take-in", "let-whole", "let-own")
VERBS += ("change", "show", "show-chosen", "only-me", "day", "settle", "draft", "topics", "ask-end")
VERBS += ("message-write", "message-keep", "message-erase", "leave-it")
VERBS += (
    "letters",
    "no-letters",
    "remind",
    "no-remind",
    "promises",
    "no-promises",
    "feed",
    "no-feed",
)
VERBS += ("begin:full:1", "offer", "away:2027-01-04:1", "slower:1:1", "time:1:1", "no-times")
VERBS += ("listener:1:1", "yes:1:1", "fewer:1:1", "not-yet:1:1", "no:1:1", "no-more", "speaker")
VERBS += ("wish:1:1", "hear:1:1", "someone-else", "my-boss")
VERBS += ("notes-off", "scene:1:1", "reply:1:A", "done")
VERBS += ("talk-none:0:1",)
OTHER_METHODS = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
MAY_READ = {("journey", "ravi"), ("journey", "maya"), ("pages", "ravi")}
MAY_READ |= {("room", "ravi"), ("room", "maya"), ("own-room", "ravi")}
MAY_READ |= {("line", "ravi"), ("line", "maya"), ("own-line", "ravi")}
RAVIS = "I would rather run the night shift than count boxes."
MAYAS = "You calm a room when the ovens fail."
ALONE = "One day I bake for my own street."  # Ravi's, and for nobody else, not even Maya


@dataclass
class House:
    """Two talks, an open invitation, and somebody at every door."""

    browsers: dict[str, Client]
    paths: dict[str, dict[str, object]]
    journey: Journey
    ravi: Somebody

    def answers(self, name: str, method: str, /, **data: object) -> str:
        """The signs of everybody's answers, in the order of PEOPLE."""
        given = [self.knock(name, who, method, **data).status_code for who in PEOPLE]
        return "".join(SIGNS.get(code, f"({code})") for code in given)

    def told(self, name: str, who: str, method: str, /, **data: object) -> bool:
        """Does the answer hold a sentence of the two, in its body or in a header?"""
        answer = self.knock(name, who, method, **data)
        heads = "".join(f"{key} {value}" for key, value in answer.items())
        page = heads + words(answer)
        return any(sentence in page for sentence in (RAVIS, MAYAS, ALONE))

    def knock(self, name: str, who: str, method: str, /, **data: object) -> HttpResponse:
        """One request of `who`, undone afterwards."""
        return self.send(name, who, method, data=data or None)

    def send(self, name: str, who: str, method: str, **words: object) -> HttpResponse:
        """The same with whatever words the browser of a test takes."""
        visitor = Client(raise_request_exception=False)
        visitor.cookies = self.browsers[who].cookies.copy()
        path = reverse(name, kwargs=self.paths.get(name, {}))
        with undone():
            return getattr(visitor, method.lower())(path, **words)


def build(vault, workplace) -> House:
    """Maya listens to Ravi, Omar to Ines; Nora listened to Ravi once, and that has ended."""
    everybody = ("Maya", "Ravi", "Omar", "Ines", "Nora", "Hana", "Olga")
    one = {name: join(vault, name) for name in everybody}
    maya, ravi = one["Maya"], one["Ravi"]
    journey = talk(maya, ravi)
    write(ravi, journey, RAVIS)
    write(maya, journey, MAYAS)
    journey.set_next(vault.clock() + timedelta(days=3), now=vault.clock())
    talk(one["Omar"], one["Ines"])
    _ended(talk(one["Nora"], ravi), vault)
    listeners = {name.lower(): browser(who) for name, who in one.items()}
    doors = listeners | {"nobody": browser(), "closed": browser(ravi), "former": listeners["nora"]}
    shown = {"verb": "turn-write", "changed": RAVIS}
    picture = {"verb": "vision-write", "name": "A picture of where to go"}
    for said in (shown, picture):
        listeners["ravi"].post(reverse("journey", args=[journey.id]), said)
    listeners["ravi"].post("/pages/", picture)
    listeners["ravi"].post("/pages/", {"verb": "turn-write", "changed": ALONE})
    doors["closed"].post("/close/")
    return House(doors, _paths(journey, maya, one["Omar"]), journey, ravi)


def names() -> set[str]:
    """The name of each address in the URLconf; one without a name has none, and fails."""
    return {pattern.name for pattern in get_resolver().url_patterns}


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside leaves no row behind."""
    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(transaction.atomic(using=alias))
        yield
        for alias in connections:
            transaction.set_rollback(True, using=alias)


def _ended(journey: Journey, vault) -> None:
    circles.erase(vault, journey.circle)
    journey.delete()


def _invite(maya: Somebody, whom: Person) -> tuple[Invitation, str]:
    now = maya.vault.clock()
    return invitations.invite(maya.keyring, maya.person, whom, owner=whom, on=now)


def _asked(inviter: Somebody, invitee: Somebody) -> dict[str, object]:
    given = (inviter.keyring, inviter.person, invitee.person)
    made, _ = invitations.invite(*given, owner=invitee.person, on=inviter.vault.clock())
    return {"invitation": made.id}


def _paths(journey: Journey, maya: Somebody, omar: Somebody) -> dict[str, dict[str, object]]:
    made, token = _invite(maya, invitations.newcomer("Nils"))
    asked, _ = _invite(maya, omar.person)
    of_journey = {"journey": journey.id}
    made_up = {"token": "a-made-up-one"}
    return {
        "journey": of_journey,
        "key": of_journey,
        "day": of_journey,
        "calendar": made_up,
        "room": of_journey,
        "briefing": of_journey,
        "line": of_journey,
        "file": of_journey,
        "take": of_journey,
        "table": of_journey,
        "readers": of_journey,
        "asked": {"invitation": asked.id},
        "invitation-sent": {"invitation": made.id},
        "invitation": {"token": token},
        "join": {"token": token},
        "first-run": made_up,
        "reset": made_up,
        "account_confirm_email": {"key": uuid.uuid4().hex},
    }
