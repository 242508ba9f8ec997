"""A note: one sentence of each to the other, at the head of their journey."""

import uuid
from dataclasses import dataclass

import msgspec

from yonder.career.pages import OnlyBothCanRead
from yonder.career.record import JourneyRecord

KIND = "note"


class Note(msgspec.Struct):
    text: str


@dataclass(frozen=True)
class Written:
    """A note as a page shows it."""

    entry: uuid.UUID
    rev: int
    by: uuid.UUID
    text: str


class OtherWords(Exception):
    """The same note changed since it was read. `now` is what stands there, or None."""

    def __init__(self, now: Written | None):
        super().__init__(now)
        self.now = now


def notes(record: JourneyRecord) -> list[Written]:
    """The notes in this record, in the order they were first written."""
    found = record.of_kind(KIND, Note)
    return [Written(entry.id, entry.rev, entry.by, note.text) for entry, note in found]


def write(record: JourneyRecord, text: str, *, by: uuid.UUID, rev: int = 0) -> None:
    """Write or reword the note of `by`; `rev` is the revision the text was typed over, 0 for none.

    Raises `OnlyBothCanRead` before pairing, `OtherWords` when the note is another one by now.
    """
    if not record.is_shared:
        raise OnlyBothCanRead
    mine = _note_of(record, by)
    if (mine.rev if mine else 0) != rev:
        raise OtherWords(mine)
    if mine is None:
        record.add(KIND, Note(text), by)
        return
    entry = record.circle.record.entry(mine.entry)
    assert entry is not None
    record.reword(entry, Note(text))


def _note_of(record: JourneyRecord, by: uuid.UUID) -> Written | None:
    return next((note for note in notes(record) if note.by == by), None)
