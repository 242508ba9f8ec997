"""A circle, opened for one person in one request; changed in memory, and saved as a whole.

    opened.record ...      change it
    save_all([opened])     sealed anew, conditional; what is no longer in it is erased

Every save makes a new shred key, so an earlier copy of the row opens nothing of today's (2.4).
"""

import hashlib
import os
import uuid
from collections.abc import Iterable

from django.db import transaction
from msgspec.structs import replace

from yonder.vault.circle_rows import (
    LARGEST,
    SMALLEST,
    Body,
    Circle,
    Member,
    open_face,
    sealed,
    wrap_sk,
)
from yonder.vault.gone_numbers import put_on_gone_list
from yonder.vault.keyrings import Keyring
from yonder.vault.records import Entry, Reader, Record, pack
from yonder.vault.refusals import ChangedMeanwhile, ChangedOutside, NewerRecord
from yonder.vault.sealing import pad


class OpenCircle:
    """`taken_back` are entries of an older copy that their owner has taken out of this circle
    since: nobody sees them here, and no save loses them, until the owner moves them home."""

    def __init__(self, keyring: Keyring, row: Circle, record: Record, *, writable: bool, size: int):
        self.keyring, self.id, self.tag, self.size = keyring, row.id, row.tag, size
        self.record, self.writable = record, writable
        self.ck = keyring.keys[row.id]
        self.face = open_face(keyring, row)
        self.taken_back: list[Entry] = []
        self._known = {entry.id: entry.origin for entry in record.entries}
        self._moved: dict[uuid.UUID, bool] = {}
        self._stored = self.tag, self.size

    def save(self, face: bytes | None = None) -> None:
        """Seal record and face under a fresh shred key, if nobody saved since we read.

        `face` (up to 2,044 bytes) is what list pages need; None keeps the one before. Raises
        what `save_all` raises; in each case nothing was written.
        """
        self.face = self.face if face is None else face
        save_all([self])

    def admit(self, person: uuid.UUID, identity: uuid.UUID, name: str) -> None:
        """Write a reader into the sealed list and the clear one. Only pairing does this."""
        today, before = self.keyring.vault.today(), self.record.reader(person)
        since = before.since if before else today
        changes = _key_changes(before, identity, today)
        fresh = Reader(person, identity, name, since, today, self.keyring.person, changes)
        others = [reader for reader in self.record.readers if reader is not before]
        self.record.readers = [*others, fresh]
        Member.objects.get_or_create(circle_id=self.id, person=person)

    def release(self, entry: uuid.UUID, *, hidden: bool) -> None:
        """Let an entry go to another circle of its owner, in the same `save_all`.

        It is not put on the gone list, for a restored copy would then have it nowhere. `hidden`
        leaves a mark there instead, which takes it out of everybody else's sight in such a copy.
        """
        self._moved[entry] = hidden
        self.record.drop(entry)

    def set_aside(self, gone: frozenset[uuid.UUID]) -> None:
        """Keep entries with a mark on the gone list out of the record that people see.

        What was erased since it was taken back is not kept: it leaves like all that is erased.
        """
        there = [one for one in self.record.entries if not {one.id, one.origin} & gone]
        marked = [entry for entry in there if mark_of(entry.id) in gone]
        for entry in marked:
            self.record.drop(entry.id)
        self.taken_back += marked

    def bring_home(self) -> list[Entry]:
        """The entries that were taken back, out of this circle; for their owner alone.

        Under new ids, or the marks of the old ones would hide them at home as well.
        """
        home, self.taken_back = self.taken_back, []
        self._moved |= {entry.id: True for entry in home}
        return [replace(entry, id=uuid.uuid4()) for entry in home]

    def leaves(self) -> set[uuid.UUID]:
        """What the gone list has to name once this is saved.

        Of an erased entry its origin too: an older copy may have it in another circle, where it
        had another id.
        """
        left = self._known.keys() - {entry.id for entry in self._all()}
        erased = left - self._moved.keys()
        marks = {mark_of(entry) for entry in left if self._moved.get(entry)}
        return marks | erased | {self._known[entry] for entry in erased}

    def store(self) -> None:
        """The conditional half of a save. Raises `ChangedMeanwhile`, `ChangedOutside`, `TooBig`."""
        whole = replace(self.record, entries=self._all())
        padded = pad(pack(whole), max(SMALLEST, self.size), LARGEST)
        if not self.is_as_listed():
            raise ChangedOutside
        fresh, day, sk = uuid.uuid4(), self.keyring.vault.today(), os.urandom(32)
        body, face = sealed(self.ck + sk, self.id, padded, self.face)
        changed = Circle.objects.filter(id=self.id, tag=self.tag).update(
            tag=fresh, day=day, sk=wrap_sk(self.keyring.vault, self.id, day, sk), face=face
        )
        if not changed:
            raise ChangedMeanwhile
        Body.objects.filter(circle=self.id).update(box=body, size=len(padded))
        self._stored = fresh, len(padded)

    def settle(self) -> None:
        """After a save of all: from here on, what is in it now is what was read."""
        self.tag, self.size = self._stored
        self._known = {entry.id: entry.origin for entry in self._all()}
        self._moved.clear()

    def _all(self) -> list[Entry]:
        return [*self.record.entries, *self.taken_back]

    def is_as_listed(self) -> bool:
        """Are the clear members those of the sealed list? Else somebody changed them outside."""
        members = set(Member.objects.filter(circle=self.id).values_list("person", flat=True))
        return members == {reader.person for reader in self.record.readers}


def _key_changes(before: Reader | None, identity: uuid.UUID, today: int) -> list[int]:
    if before is None:
        return []
    return before.changes if before.identity == identity else [*before.changes, today]


def save_all(opened: Iterable[OpenCircle]) -> None:
    """Save several circles of one keyring, all or none; erased entries go on the gone list.

    Raises `ChangedMeanwhile` when one of them was saved since we read it, `TooBig`,
    `NewerRecord`, `ChangedOutside`; in each case nothing was written.
    """
    # In one order, whoever saves: two windows that move things both ways must not wait in a ring.
    circles = sorted(opened, key=lambda one: one.id)
    if not all(one.writable for one in circles):
        raise NewerRecord
    with transaction.atomic():
        for one in circles:
            one.store()
        if gone := {thing for one in circles for thing in one.leaves()}:
            put_on_gone_list(circles[0].keyring.vault, sorted(gone))
    for one in circles:
        one.settle()


def mark_of(entry: uuid.UUID) -> uuid.UUID:
    """What stands on the gone list for an entry that was taken back and not erased."""
    return uuid.UUID(bytes=hashlib.sha256(b"yonder/1/taken-back" + entry.bytes).digest()[:16])
