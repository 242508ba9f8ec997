"""What a newer Yonder wrote is read by an older one, which does not reword away what it adds."""

import importlib
import pkgutil
import uuid
from datetime import UTC, datetime
from types import NoneType
from typing import get_args, get_origin

import msgspec
import pytest

from tests.cast import write
from yonder import career
from yonder.career import notes
from yonder.career.faces import Face, Glimpse, Step
from yonder.career.record import open_private, open_record
from yonder.vault.payloads import decode, encode
from yonder.vault.refusals import NewerRecord


class NewerNote(msgspec.Struct):
    text: str
    aloud: bool = True


def test_a_sentence_with_something_unknown_in_it_is_shown_and_not_reworded(maya, ravi, talks):
    write(ravi, talks, "nights are better for me")
    record = open_record(ravi.keyring, talks)
    sentence(record).data = encode(NewerNote("nights are better for me"))
    record.save()

    record = open_record(ravi.keyring, talks)

    assert [note.text for note in notes.notes(record)] == ["nights are better for me"]
    with pytest.raises(NewerRecord):
        notes.write(record, "days are fine too", by=ravi.person.id, rev=1)
    write(maya, talks, "I will ask")
    assert b"aloud" in sentence(open_record(ravi.keyring, talks)).data


def sentence(record):
    return next(entry for entry in record.circle.record.entries if entry.kind == notes.KIND)


# ---- every noun ----------------------------------------------------------------------------------

MOMENT = datetime(2030, 1, 1, 12, tzinfo=UTC)
FILLED = {str: "glad", int: 1, bool: True, bytes: b"", uuid.UUID: uuid.uuid4(), datetime: MOMENT}
DRAWN = {Face, Step, Glimpse}  # drawn from the record at each save


def nouns():
    """Every shape that a module of the domain keeps in a record."""
    for one in pkgutil.iter_modules(career.__path__, "yonder.career."):
        for shape in vars(importlib.import_module(one.name)).values():
            if is_struct(shape) and shape.__module__ == one.name and shape not in DRAWN:
                yield shape


def is_struct(shape):
    return isinstance(shape, type) and issubclass(shape, msgspec.Struct)


def newer(shape):
    """Something of this shape with one field more, as the next Yonder may write it."""
    longer = msgspec.defstruct(f"Newer{shape.__name__}", [("aloud", bool, True)], bases=(shape,))
    needed = [field for field in msgspec.structs.fields(shape) if field.required]
    return longer(**{field.name: filled(field.type) for field in needed})


def filled(kind):
    if kind in FILLED:
        return FILLED[kind]
    return None if NoneType in get_args(kind) else (get_origin(kind) or kind)()


def test_no_noun_of_a_newer_yonder_is_reworded_by_an_older_one(maya):
    record = open_private(maya.keyring)
    shapes = list(nouns())
    for shape in shapes:
        entry = record.add("newer", newer(shape), by=maya.person.id)
        written = entry.data

        with pytest.raises(NewerRecord):
            record.reword(entry, decode(written, shape))
        assert entry.data == written
    assert len(shapes) > 15


def test_control_a_noun_of_todays_yonder_is_reworded(maya):
    record = open_private(maya.keyring)
    entry = record.add(notes.KIND, notes.Note("one"), by=maya.person.id)

    record.reword(entry, notes.Note("two"))

    assert decode(entry.data, notes.Note) == notes.Note("two")
