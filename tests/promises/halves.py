"""A hand-over, or an erasing after one, dies before the Nth thing it writes; what is there then.

Run with `tests.elsewhere`. Each death has people of its own, so that none leans on another.
"""

import os
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from tests.career.stage import change, found, pages_of, put, read
from tests.cast import CHEAP, Somebody, join, pair, talk
from tests.promises.crashes import forked
from yonder.career import asking, calendars, erasing, handovers, offers
from yonder.career.calendars import Chosen
from yonder.career.invitations import Invitation, accept
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.career.pivots import Pivot
from yonder.career.record import open_private
from yonder.career.second_factors import HANGING
from yonder.career.standings import standings
from yonder.career.times import offer_of
from yonder.cli.schema import prepare_database
from yonder.vault.here import Vault, open_vault, use
from yonder.vault.refusals import NotForYou
from yonder.vault.turning import turn

WRITES = ("INSERT", "UPDATE", "DELETE")
CARRIED, KEPT = "Left the bakery", "Asked for nights"
NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
ENDS = {"today": None, "later": NOW.date() + timedelta(days=14)}


@dataclass
class Three:
    """An owner, the one who listened so far, the new one, and the talks of the first two."""

    owner: Somebody
    former: Somebody
    new: Somebody
    talks: Journey


class Death:
    """Counts what is written to the database; before the Nth there is nobody left to write it."""

    def __init__(self, nth: int):
        self.left = nth

    def __call__(self, execute: Callable[..., Any], sql: str, *words: Any) -> Any:
        self.left -= sql.startswith(WRITES)
        if not self.left:
            os._exit(9)
        return execute(sql, *words)


class NoTransaction:
    atomic = staticmethod(nullcontext)


def hand_over(end: str, in_parts: bool = False) -> dict[str, int]:
    """Die before each write of a hand-over; `in_parts`: without the one transaction around it."""
    if in_parts:
        handovers.transaction = NoTransaction
    return _before_each_write(lambda three: _hand_over(three, end), _after_handing_over)


def erase() -> dict[str, int]:
    """Die before each write of an erasing that takes a copy along."""
    return _before_each_write(_erase, _after_erasing, _handed)


def ask(in_parts: bool = False) -> dict[str, int]:
    """Die before each write of a step of a calendar: one is offered a time, another is invited."""
    if in_parts:
        asking.transaction = NoTransaction
        asking.in_turn = lambda person: None  # a lock needs a transaction
    return _before_each_write(_ask, _after_asking, _lead)


def _before_each_write(
    work: Callable[[Three], object],
    look: Callable[[Three], dict[str, bool]],
    begin: Callable[[Three], object] = lambda three: None,
) -> dict[str, int]:
    prepare_database()
    vault = open_vault(settings.RING, lambda: NOW, CHEAP)
    vault.ring.create()
    turn(vault, [HANGING])
    figures = {"deaths": 0}
    with use(vault):
        for nth in range(1, 200):
            three = _three(vault, nth)
            begin(three)
            lived = _lives(nth, lambda three=three: work(three))
            for name, broken in look(three).items():
                figures[name] = figures.get(name, 0) + broken
            if lived:
                return figures
            figures["deaths"] += 1
    raise AssertionError("It never came to its end.")


def _lives(nth: int, work: Callable[[], object]) -> bool:
    """Do it in a child that dies before its Nth write. Did it come to its end?"""

    def watched() -> None:
        with connection.execute_wrapper(Death(nth)):
            work()

    _, status = os.waitpid(forked(watched), 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9), "It failed by itself."
    return code == 0


def _three(vault: Vault, nth: int) -> Three:
    owner, former, new = (join(vault, f"{name}{nth}") for name in ("Ravi", "Maya", "Omar"))
    talks = talk(former, owner)
    for words in (CARRIED, KEPT):
        put(owner, talks, Pivot(words))
    return Three(owner, former, new, talks)


def _hand_over(three: Three, end: str) -> Invitation:
    carried = [found(three.owner, three.talks, CARRIED).id]
    keyring = three.owner.keyring
    return handovers.hand_over(
        keyring, three.talks, three.new.person, carried, until=ENDS[end], on=NOW
    )


def _handed(three: Three) -> None:
    """Handed over until a day: the turn lies at home, with the former one, and with the new one."""
    invitation = _hand_over(three, "later")
    pair(accept(invitation), three.owner, three.new)


def _lead(three: Three) -> None:
    """The one who listens leads both of the others, and a calendar runs."""
    led = [three.owner.person.id, three.new.person.id]
    Person.objects.filter(id__in=led).update(manager=three.former.person)
    kept = Chosen("visions-plan", 2, 60, three.former.vault.today() // 7 * 7 + 4, [])
    change(three.former, None, lambda pages: calendars.choose(pages, kept))


def _ask(three: Three) -> None:
    keyring, me = three.former.keyring, three.former.person
    kept = calendars.chosen(open_private(keyring))
    every = standings(keyring, me, open_private(keyring), kept, NOW)
    at = [NOW + timedelta(days=days) for days in (7, 8)]
    wanted = {
        one.person.id: offer_of(time, 60, now=NOW) for one, time in zip(every, at, strict=True)
    }
    asking.ask(keyring, me, every, wanted, now=NOW)


def _erase(three: Three) -> None:
    it = found(three.owner, None, CARRIED)
    change(three.owner, None, lambda pages: erasing.erase(pages, it.id))


def _after_handing_over(three: Three) -> dict[str, bool]:
    """Lost: the owner does not read each thing once. Half: asked, and not ended, or the reverse."""
    three.talks.refresh_from_db()
    asked = Invitation.objects.filter(invitee=three.new.person).exists()
    ended = three.talks.ends_on is not None
    mine = _reads(three.owner, None) + (_reads(three.owner, three.talks) if not ended else [])
    return {"lost": sorted(mine) != sorted((CARRIED, KEPT)), "half": asked != ended}


def _after_asking(three: Three) -> dict[str, bool]:
    """Half: one of the two was offered a time and the other one was not, or nobody knows of it."""
    offered = bool(read_offers(three.former, three.talks))
    invited = Invitation.objects.filter(invitee=three.new.person).exists()
    kept = calendars.chosen(open_private(three.former.keyring))
    known = [one in kept.asked for one in (three.owner.person.id, three.new.person.id)]
    return {"lost": KEPT not in _reads(three.owner, three.talks)} | {
        "half": len({offered, invited, *known}) > 1
    }


def read_offers(who: Somebody, journey: Journey) -> list[Any]:
    return offers.offered(pages_of(who, journey), NOW)


def _after_erasing(three: Three) -> dict[str, bool]:
    """Back or half: what is gone at home is read elsewhere, or the reverse. Lost: the rest."""
    fresh = Journey.objects.get(guide=three.new.person)
    places = [(three.owner, None), (three.new, fresh), (three.former, three.talks)]
    there = [CARRIED in _reads(*place) for place in places]
    return {"lost": KEPT not in _reads(three.owner, None), "half": len(set(there)) > 1}


def _reads(who: Somebody, journey: Journey | None) -> list[str]:
    try:
        return read(who, journey)
    except NotForYou:
        return []
