"""A vision: a life that somebody can picture. It begins as the owner's alone."""

import uuid
from dataclasses import dataclass

import msgspec

from yonder.career.record import JourneyRecord

KIND = "vision"
MOST = 5  # more are hard to hold next to each other (method.md: three asked for, five at most)


class Vision(msgspec.Struct):
    name: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A vision as a page shows it."""

    entry: uuid.UUID
    rev: int
    name: str
    text: str


class Enough(Exception):
    """There are five already; one has to make room."""


class Moved(Exception):
    """The same vision changed since it was read. `now` is what stands there, or None."""

    def __init__(self, now: Picture | None):
        super().__init__(now)
        self.now = now


def visions(record: JourneyRecord) -> list[Picture]:
    """The visions in this record, in the order they were written."""
    found = record.of_kind(KIND, Vision)
    return [Picture(entry.id, entry.rev, noun.name, noun.text) for entry, noun in found]


def add(record: JourneyRecord, vision: Vision, *, by: uuid.UUID) -> None:
    """Write down one more. Raises `Enough` after the fifth."""
    if len(visions(record)) >= MOST:
        raise Enough
    record.add(KIND, vision, by)


def change(record: JourneyRecord, entry: uuid.UUID, rev: int, vision: Vision) -> None:
    """Reword one that was read at revision `rev`. Raises `Moved` when it is another by now."""
    now = next((picture for picture in visions(record) if picture.entry == entry), None)
    found = record.circle.record.entry(entry)
    if now is None or found is None or now.rev != rev:
        raise Moved(now)
    record.reword(found, vision)


def erase(record: JourneyRecord, entry: uuid.UUID) -> None:
    """Take it away without a trace. One that is not there any more is fine too."""
    if entry in {picture.entry for picture in visions(record)}:
        record.circle.record.drop(entry)
