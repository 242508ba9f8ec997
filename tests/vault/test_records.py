"""Old and new Yonder side by side: a record of either is shown, and no field of it is ever lost."""

import uuid
from typing import Any

import msgspec
import pytest

from tests.vault import stage
from tests.vault.stage import MAYA
from tests.vault.versions import LAST, next_yonder
from yonder.vault import circle_rows, circles, payloads, records
from yonder.vault.circles import Body, Circle, open_circle
from yonder.vault.records import SCHEMA, Entry, Reader, Record, pack, unpack
from yonder.vault.refusals import Damaged, NewerRecord
from yonder.vault.sealing import pad, unpad, unseal

TEXT = b"more time with apprentices"


class NewerEntry(Entry):
    mood: str = "glad"


class NewerRecord2(msgspec.Struct):
    schema: int
    readers: list[Reader]
    roles: dict[str, uuid.UUID]
    entries: list[NewerEntry]
    season: str = "autumn"


@pytest.fixture
def maya(vault):
    return stage.join(vault, MAYA)


def test_what_was_packed_is_what_is_unpacked(maya):
    stage.add(maya, maya.private, "one")
    record = open_circle(maya, maya.private).record

    assert unpack(pack(record)) == (record, True)


@pytest.mark.parametrize("schema", [SCHEMA, SCHEMA + 1])
def test_a_newer_record_is_shown_and_never_written_over(maya, schema):
    _write_as_newer(maya, schema)
    before = _raw(maya)

    opened = open_circle(maya, maya.private)

    assert [entry.data for entry in opened.record.entries] == [TEXT]
    opened.record.entries.clear()
    with pytest.raises(NewerRecord):
        opened.save()
    assert _raw(maya) == before


@pytest.mark.parametrize("schema", [SCHEMA, SCHEMA + 1])
def test_control_a_yonder_that_ignores_what_it_does_not_know_loses_it(maya, schema, monkeypatch):
    monkeypatch.setattr(circles, "unpack", lambda raw: (payloads.decode(raw, Record), True))
    _write_as_newer(maya, schema)

    open_circle(maya, maya.private).save()

    assert b"autumn" not in _raw(maya)
    assert b"glad" not in _raw(maya)


def test_an_older_record_opens_in_the_next_yonder_with_all_it_had(maya):
    stage.add(maya, maya.private, TEXT.decode())
    with next_yonder():
        opened = open_circle(maya, maya.private)
        opened.save()

        assert opened.record.season == "unknown"
        assert [entry.data for entry in open_circle(maya, maya.private).record.entries] == [TEXT]
        assert payloads.decode(_raw(maya), records.Head).schema == LAST


def test_the_old_yonder_next_to_it_shows_what_the_next_one_saved(maya):
    stage.add(maya, maya.private, TEXT.decode())
    with next_yonder():
        open_circle(maya, maya.private).save()

    opened = open_circle(maya, maya.private)

    assert [entry.data for entry in opened.record.entries] == [TEXT]
    with pytest.raises(NewerRecord):
        opened.save()
    assert b"unknown" in _raw(maya)


def test_a_removed_thing_stays_hidden_in_a_record_that_cannot_be_written(vault, maya):
    _write_as_newer(maya, SCHEMA + 1)
    entry = open_circle(maya, maya.private).record.entries[0].id
    vault.gone.add(1, [entry])

    assert stage.texts(maya, maya.private) == []


def test_a_record_that_would_not_come_back_the_same_is_not_packed():
    entry = Entry(uuid.uuid4(), uuid.uuid4(), 1, uuid.uuid4(), 7, "note", "not bytes")

    with pytest.raises(Damaged):
        pack(Record(SCHEMA, [], {}, [entry]))


@pytest.mark.parametrize("raw", [b"", b"\xc1", b"\x80", payloads.encode({"schema": "one"})])
def test_bytes_that_are_no_record_are_damage(raw):
    with pytest.raises(Damaged):
        unpack(raw)


def _write_as_newer(maya: Any, schema: int) -> None:
    """Store the private record as a Yonder would that knows two more fields."""
    record = open_circle(maya, maya.private).record
    me, day = maya.person, maya.vault.today()
    entry = NewerEntry(uuid.uuid4(), uuid.uuid4(), 1, me, day, "note", TEXT)
    newer = NewerRecord2(schema, record.readers, record.roles, [entry])
    row, padded = Circle.objects.get(id=maya.private), pad(payloads.encode(newer), 64 * 1024)
    secret = maya.keys[maya.private] + circle_rows.open_sk(maya.vault, row)
    box, _ = circle_rows.sealed(secret, maya.private, padded, b"")
    Body.objects.filter(circle=maya.private).update(box=box)


def _raw(maya: Any) -> bytes:
    row = Circle.objects.get(id=maya.private)
    secret = maya.keys[maya.private] + circle_rows.open_sk(maya.vault, row)
    key = circle_rows.derive(secret, maya.private, "body")
    return unpad(unseal(key, "body", (maya.private,), row.body.box))
