"""The Yonder after this one, side by side with it: a record it knows more fields of."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest

from yonder.vault import records
from yonder.vault.records import SCHEMA, Entry, Reader, Record

LAST = SCHEMA + 2


class NextEntry(Entry, omit_defaults=True):
    """An entry that may say how it is to be read."""

    mood: str = ""


class Next(msgspec.Struct):
    """The record two versions on: it knows in which season and where it was begun."""

    schema: int
    readers: list[Reader]
    roles: dict[str, uuid.UUID]
    entries: list[NextEntry]
    season: str
    place: str

    reader, entry, drop = Record.reader, Record.entry, Record.drop


@contextmanager
def next_yonder() -> Iterator[None]:
    """Inside the block this process is the Yonder two versions on; outside it is today's."""
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(records, "SCHEMA", LAST)
        changed.setattr(records, "UPGRADES", (*records.UPGRADES, _season, _place))
        changed.setattr(records, "Record", Next)
        yield


def _season(payload: dict[str, Any]) -> dict[str, Any]:
    return {**payload, "schema": SCHEMA + 1, "season": "unknown"}


def _place(payload: dict[str, Any]) -> dict[str, Any]:
    assert payload["season"], "steps are taken one after the other"
    return {**payload, "schema": LAST, "place": "unknown"}
