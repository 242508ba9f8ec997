"""What a circle keeps, opened: who reads it, who is who in it, and its entries (2.4)."""

import uuid
from collections.abc import Callable
from typing import Any

import msgspec

from yonder.vault.payloads import decode, encode
from yonder.vault.refusals import Damaged

SCHEMA = 1
# UPGRADES[n] turns a decoded payload of schema n+1 into one of schema n+2, at the next opening:
# locked records cannot be migrated by a migration.
UPGRADES: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = ()


class Reader(msgspec.Struct, omit_defaults=True):
    """One who can read, since which day, let in by whom. `identity` and the day `key` it was
    paired on tell a new key of the same person from the old one; `changes` are the days of
    every new key since the first, so that the list of readers forgets none."""

    person: uuid.UUID
    identity: uuid.UUID
    name: str
    since: int
    key: int
    by: uuid.UUID
    changes: list[int] = []


class Entry(msgspec.Struct, omit_defaults=True):
    """One thing in a record. `data` is the noun's own payload; the vault never looks inside.

    `id` is new in every circle, `origin` stays the same in copies, `rev` rises at each edit.
    `by` wrote it; `last` is who edited it last, when that is somebody else.
    """

    id: uuid.UUID
    origin: uuid.UUID
    rev: int
    by: uuid.UUID
    day: int
    kind: str
    data: bytes
    last: uuid.UUID | None = None


class Record(msgspec.Struct):
    """The one sealed box of a circle. `roles` says who is who in it, whatever clear rows claim."""

    schema: int
    readers: list[Reader]
    roles: dict[str, uuid.UUID]
    entries: list[Entry]

    def entry(self, wanted: uuid.UUID) -> Entry | None:
        return next((entry for entry in self.entries if entry.id == wanted), None)

    def reader(self, person: uuid.UUID) -> Reader | None:
        return next((reader for reader in self.readers if reader.person == person), None)

    def drop(self, wanted: uuid.UUID) -> None:
        self.entries = [entry for entry in self.entries if entry.id != wanted]


class Head(msgspec.Struct):
    """All that an older Yonder may read of a newer record before it decides."""

    schema: int


def pack(record: Record) -> bytes:
    """Bytes of `record`, proven to decode to the same record; raises `Damaged` otherwise."""
    raw = encode(record)
    if decode(raw, Record) != record:
        raise Damaged("record")
    return raw


def unpack(raw: bytes) -> tuple[Record, bool]:
    """(record, may it be saved). What a newer Yonder wrote can be shown, never written over:
    a field that we would lose shows in the bytes, whatever the schema number says."""
    schema = decode(raw, Head).schema
    if schema < SCHEMA:
        raw = encode(_upgraded(decode(raw, dict[str, Any]), schema))
    record = decode(raw, Record)
    return record, schema <= SCHEMA and encode(record) == raw


def _upgraded(payload: dict[str, Any], schema: int) -> dict[str, Any]:
    for step in UPGRADES[schema - 1 :]:
        payload = step(payload)
    return payload
