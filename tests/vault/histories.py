"""Random lives of two records, played twice: with an entry that is erased again, and without it.

Ids of entries follow from the seed (decision 36). Every step saves in both lives: that a record
was saved, and on which day, is in clear and on the list of what shows (vault-protocols 2.10); so
is how many things were removed in the whole workplace, which is why that number is not compared.
"""

import random
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from tests.cast import Clock, own_vault
from tests.vault import stage
from tests.vault.stage import MAYA, RAVI
from yonder.vault.circles import Body, Circle, Member, OpenCircle, open_circle
from yonder.vault.here import Vault
from yonder.vault.keyrings import Identity, Keyring
from yonder.vault.payloads import encode
from yonder.vault.records import Entry
from yonder.vault.slots import Slot
from yonder.vault.turning import turn

STEPS = 12
TABLES = (Identity, Slot, Circle, Body, Member)


@dataclass
class Traces:
    """All that is left at the end: rows in the order they lie, their sizes, what is read."""

    rows: dict[str, list[Any]] = field(default_factory=dict)
    answers: list[bytes] = field(default_factory=list)


class History:
    """Two people, two circles, twelve steps and one entry that will not have been."""

    def __init__(self, vault: Vault, seed: int, *, erased: bool):
        self.vault, self.seed, self.erased = vault, seed, erased
        self.dice = random.Random(seed)  # noqa: S311 the same life each time
        self.doomed = self.name("erased")
        maya, ravi = stage.join(vault, MAYA), stage.join(vault, RAVI)
        self.people: list[Keyring] = [maya, ravi]
        self.circles = [stage.shared(maya, ravi) for _ in range(2)]

    def name(self, word: object) -> uuid.UUID:
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.seed} {word}")

    def step(self, number: int) -> None:
        keyring, circle = self.dice.choice(self.people), self.dice.choice(self.circles)
        opened, verb = open_circle(keyring, circle), self.dice.choice(["add", "reword", "drop"])
        entries = [entry for entry in opened.record.entries if entry.id != self.doomed]
        chosen = self.dice.choice(entries) if entries else None
        if verb == "add" or chosen is None:
            opened.record.entries.append(self.entry(self.name(number), keyring))
        elif verb == "reword":
            chosen.data, chosen.rev = self.dice.randbytes(20), chosen.rev + 1
        else:
            opened.record.drop(chosen.id)
        self.save(opened)

    def write_the_doomed(self) -> None:
        opened = open_circle(self.people[1], self.circles[0])
        if self.erased:
            opened.record.entries.append(self.entry(self.doomed, self.people[1]))
        self.save(opened)

    def erase_the_doomed(self) -> None:
        opened = open_circle(self.people[1], self.circles[0])
        opened.record.drop(self.doomed)
        self.save(opened)

    def entry(self, name: uuid.UUID, by: Keyring) -> Entry:
        words = random.Random(name.int).randbytes(60)  # noqa: S311
        return Entry(name, name, 1, by.person, self.vault.today(), "note", words)

    def save(self, opened: OpenCircle) -> None:
        opened.save(f"{len(opened.record.entries)} open".encode())


class Counting(History):
    """The broken variant: the record remembers how many entries have come and gone."""

    def save(self, opened: OpenCircle) -> None:
        before = {entry.id for entry in open_circle(opened.keyring, opened.id).record.entries}
        opened.record.readers[0].since += len(before ^ {e.id for e in opened.record.entries})
        super().save(opened)


def play(kind: type[History], seed: int, *, erased: bool) -> Traces:
    """Live through it on a ring of its own, look at what is left, and undo it all."""
    clock = Clock()
    with own_vault(clock) as vault, transaction.atomic():
        history = kind(vault, seed, erased=erased)
        _live(history, clock)
        traces = _look(history)
        transaction.set_rollback(True)
    return traces


def differences(one: Traces, other: Traces) -> list[str]:
    """Where two traces differ, in words."""
    tables = [name for name in one.rows if one.rows[name] != other.rows[name]]
    return tables + (["answers"] if one.answers != other.answers else [])


def _live(history: History, clock: Clock) -> None:
    written, gone = sorted(history.dice.sample(range(STEPS), 2))
    for number in range(STEPS):
        history.step(number)
        if number == written:
            history.write_the_doomed()
        if number == gone:
            history.erase_the_doomed()
        if history.dice.random() < 0.2:
            clock.passes(days=1)
            turn(history.vault)


def _look(history: History) -> Traces:
    names = {row.id.hex: f"identity of {row.person}" for row in Identity.objects.all()}
    names |= {row.private.hex: f"private of {row.person}" for row in Identity.objects.all()}
    names |= {circle.hex: f"circle {n}" for n, circle in enumerate(history.circles)}
    traces = Traces({table.__name__: _rows(table, names) for table in TABLES})
    for keyring in history.people:
        traces.answers += [_answer(open_circle(keyring, circle)) for circle in history.circles]
    return traces


def _answer(opened: OpenCircle) -> bytes:
    for reader in opened.record.readers:
        reader.identity = uuid.UUID(int=0)  # drawn anew in each life
    return encode(opened.record) + opened.face


def _rows(table: type, names: dict[str, str]) -> list[Any]:
    """Each row in the order it lies in the file, with the hidden number SQLite gives it.

    PostgreSQL moves a row at each save, and again when it tidies up at moments of its own: where
    it lies tells when it was last saved (docs/vault.md, section 5), so there the rows are sorted.
    """
    numbered = connection.vendor == "sqlite"
    more, order = ("rowid, ", " ORDER BY rowid") if numbered else ("", "")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {more}* FROM {table._meta.db_table}{order}")
        seen = [[_seen(value, names) for value in row] for row in cursor.fetchall()]
    return seen if numbered else sorted(seen, key=repr)


def _seen(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, bytes | memoryview):
        return len(value)
    plain = str(value).replace("-", "")
    return names.get(plain, "an id" if len(plain) == 32 else plain)
