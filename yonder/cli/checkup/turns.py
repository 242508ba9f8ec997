"""Is the daily turn done every day, is what is due done every minute, and does the clock agree?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connections, router

from yonder.career.second_factors import HANGING
from yonder.cli.checkup.findings import Finding, Group, Surroundings, days
from yonder.vault.ring import AHEAD
from yonder.vault.security import SecurityEvent
from yonder.vault.turning import days_in_use
from yonder.vault.unlocks import Unlock

PATIENCE = timedelta(hours=1)  # what is due every minute may wait that long
AGREES = timedelta(minutes=10)


@dataclass(frozen=True)
class Turns:
    """Days are day numbers. `turned` is the day of the last turn, `over` a sign-in's end."""

    now: datetime
    today: int
    turned: int
    rows: frozenset[int]
    keys: frozenset[int]
    newest: datetime | None
    over: datetime | None


def gather(where: Surroundings) -> Turns:
    keys = frozenset(where.vault.ring.keys())
    return Turns(
        now=where.vault.clock(),
        today=where.vault.today(),
        turned=max(keys, default=0) - AHEAD,
        rows=frozenset(days_in_use([HANGING])),
        keys=keys,
        newest=SecurityEvent.objects.order_by("-at").values_list("at", flat=True).first(),
        over=_first_end(),
    )


def turn_overdue(facts: Turns) -> Iterator[Finding]:
    if (late := facts.today - facts.turned) > 1:
        yield Finding(
            f"The daily turn was last done {days(late)} ago. Backups then open for fewer days.",
            "Let yonder serve run, or call yonder tick every minute.",
        )


def row_left_behind(facts: Turns) -> Iterator[Finding]:
    if any(day < facts.turned for day in facts.rows & facts.keys):
        yield Finding(
            "Something sealed hangs on an older key, though the daily turn was done.",
            "Run yonder verify-vault, which names what is damaged.",
        )


def row_without_key(facts: Turns) -> Iterator[Finding]:
    if lost := facts.rows - facts.keys:
        yield Finding(
            f"The ring lacks the keys of {days(len(lost))} that something sealed hangs on.",
            "If the copy of the ring has them, stop Yonder and put that copy in its place.",
        )


def nothing_due_is_done(facts: Turns) -> Iterator[Finding]:
    if facts.over and facts.now - facts.over > PATIENCE:
        yield Finding(
            "What is due every minute is not done: a sign-in that is over is still there.",
            "Let yonder serve run, or call yonder tick every minute.",
        )


def clock_is_behind(facts: Turns) -> Iterator[Finding]:
    ahead = facts.newest is not None and facts.newest - facts.now > AGREES
    if ahead or facts.turned > facts.today:
        yield Finding(
            "The clock of this machine is behind: something here was written later than now.",
            "Set the clock, let it be kept by a time server, then start Yonder again.",
        )


def _first_end() -> datetime | None:
    store = connections[router.db_for_read(Unlock)]
    if Unlock._meta.db_table not in store.introspection.table_names():
        return None  # a store in memory, which is made at each start
    return Unlock.objects.order_by("ends").values_list("ends", flat=True).first()


TURNS = Group(
    gather,
    (turn_overdue, row_left_behind, row_without_key, nothing_due_is_done, clock_is_behind),
)
