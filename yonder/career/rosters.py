"""A roster: a list of everybody here and of who leads whom, as people operations bring it in.

It writes rows of people alone. No talk, no key and no page is touched: who leads whom moves none.
"""

import secrets
import uuid
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection

from yonder.career import roster_tables as tables
from yonder.career.people import no_password
from yonder.career.roster_doubts import Doubt, after, before
from yonder.career.roster_tables import Entry, Fresh, all_of, one_of, run
from yonder.planning.tree import ABSENT, NOBODY, Counted, counted

Progress = Callable[[int, int], None]
INDEXES = {
    "rows": (("number",), ("email",)),
    "mails": (("email",),),
    "known": (("name",),),
    "": (("id",), ("email",), ("person",), ("line",)),
    "people": (("number",), ("id",)),
    "names": (("name",),),
    "led": (("line",),),
    "changes": (("id",),),
}
LEADERS = """SELECT p.place, l.place FROM roster_people p
    LEFT JOIN roster_led d ON d.line = p.place
    LEFT JOIN roster_people l ON l.id = COALESCE(d.leader, p.leader) ORDER BY p.place"""


@dataclass(frozen=True)
class Counts:
    """What a roster would do. `moved`: who is led by somebody else than before. `gone`: rows of
    people who had left before they came. `away`: who is here and not on the list."""

    rows: int
    new: int
    changed: int
    moved: int
    leaving: int
    by_name: int
    gone: int
    away: int

    @property
    def same(self) -> int:
        return self.rows - self.new - self.changed


@dataclass(frozen=True)
class Compared:
    """`doubts` keep all of it out. Without any there are counts, and who leads whom by place."""

    doubts: tuple[Doubt, ...]
    counts: Counts | None = None
    leaders: "array[int] | None" = None
    tally: Counted | None = None


@contextmanager
def roster() -> Iterator[None]:
    """A roster can be staged, compared and loaded inside."""
    with tables.tables():
        yield


def stage(entries: Iterable[Entry]) -> None:
    """Take the rows of a list; nothing of it is written to the people yet."""
    hexed = connection.vendor == "sqlite"

    def fresh() -> Fresh:
        made = uuid.UUID(bytes=secrets.token_bytes(16), version=4)
        return Fresh(made.hex if hexed else made, no_password())

    tables.fill((entry, fresh()) for entry in entries)
    _ready("rows")


def compare(on: date, progress: Progress = lambda done, total: None) -> Compared:
    """Hold the staged rows against who is here on this day. May be called again."""
    tables.forget()
    steps = iter(range(1, 9))

    def step(name: str, *statements: str, words: tuple[object, ...] = ()) -> None:
        for statement in statements:
            run(statement, words)
        _ready(name)
        progress(next(steps), 8)

    step("mails", tables.MAILS)
    step("known", tables.KNOWN)
    step("", tables.ROSTER)
    if doubts := before():
        return Compared(doubts)
    gone = _without_gone(on)
    step("people", tables.people_table(), tables.LISTED, tables.OTHERS)
    step("names", tables.NAMES)
    step("led", tables.LED)
    leaders = _leaders()
    tally = counted(leaders)
    if doubts := after(tally.circles):
        return Compared(doubts)
    step("changes", tables.CHANGES, words=(on.isoformat(),) * 4)
    step("away", tables.AWAY)
    return Compared((), _counts(gone), leaders, tally)


def away(most: int) -> list[str]:
    """The names of some who are here and not on the list."""
    found = all_of("SELECT name FROM roster_away ORDER BY name LIMIT %s", (most,))
    return [name for (name,) in found]


def _without_gone(on: date) -> int:
    """Somebody whose last day was over before they were ever here does not come any more."""
    gone = "FROM roster WHERE person IS NULL AND leaves_on <= %s"
    number = one_of(f"SELECT COUNT(*) {gone}", (on.isoformat(),))  # noqa: S608 - a constant
    run(f"DELETE {gone}", (on.isoformat(),))
    return number


def _leaders() -> "array[int]":
    last = one_of("SELECT COALESCE(MAX(place), 0) FROM roster_people")
    leaders = array("i", [ABSENT]) * (last + 1)
    with connection.chunked_cursor() as cursor:
        cursor.execute(LEADERS)
        while rows := cursor.fetchmany(tables.BATCH):
            for place, leader in rows:
                leaders[place] = NOBODY if leader is None else leader
    return leaders


def _counts(gone: int) -> Counts:
    moved = "manager_id <> old_manager OR (manager_id IS NULL) <> (old_manager IS NULL)"
    leaving = "leaves_on <> old_day OR (leaves_on IS NULL) <> (old_day IS NULL)"
    return Counts(
        one_of("SELECT COUNT(*) FROM roster"),
        one_of("SELECT COUNT(*) FROM roster WHERE person IS NULL"),
        one_of("SELECT COUNT(*) FROM roster_changes"),
        one_of(f"SELECT COUNT(*) FROM roster_changes WHERE {moved}"),  # noqa: S608 - a constant
        one_of(f"SELECT COUNT(*) FROM roster_changes WHERE {leaving}"),  # noqa: S608 - a constant
        one_of("SELECT COUNT(*) FROM roster WHERE by_name IS NOT NULL"),
        gone,
        one_of("SELECT COUNT(*) FROM roster_away"),
    )


def _ready(name: str) -> None:
    """Found quickly from now on, and the database knows how much is in there."""
    table = f"roster_{name}" if name else "roster"
    for columns in INDEXES.get(name, ()):
        run(f"CREATE INDEX {table}_{'_'.join(columns)} ON {table} ({', '.join(columns)})")
    if connection.vendor == "postgresql":
        run(f"ANALYZE {table}")
