"""The opened record of one journey: a circle's entries as typed nouns, and its small face."""

import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from yonder.career.faces import Face, face_of
from yonder.career.journeys import Journey
from yonder.vault.circle_rows import LARGEST
from yonder.vault.circles import faces, open_circle
from yonder.vault.keyrings import Keyring
from yonder.vault.opened import OpenCircle
from yonder.vault.payloads import decode, encode
from yonder.vault.records import Entry
from yonder.vault.refusals import (
    ChangedMeanwhile,
    ChangedOutside,
    Damaged,
    NewerRecord,
    RingMissing,
)

OWNER, GUIDE = "owner", "guide"
COURSE = "course"
ATTEMPTS = 10
AROUND = 130  # bytes an entry takes besides its own words
Noun = TypeVar("Noun", bound=msgspec.Struct)


class Course(msgspec.Struct):
    """Where the two are: the talks that are to come, first the next one, and how far they have
    come in that. `steps` were drawn in the owner's session; empty means not drawn yet. `held` is
    the talk that was held last, on the day `held_on`; `heard` the first day of each talk that was
    held. `keen` is the day on which the owner said "soon". `notes_off` is there while nothing may
    be written at this step. What is not set takes no byte."""

    talks: list[str]
    start: str = ""
    steps: list[str] = []
    at: int = 0
    held: str = ""
    notes_off: Literal[True] | UnsetType = UNSET
    heard: dict[str, int] | UnsetType = UNSET
    held_on: int | UnsetType = UNSET
    keen: int | UnsetType = UNSET


class Sealed(Protocol):
    """Whatever has a circle: a journey, or an invitation to one."""

    @property
    def circle(self) -> uuid.UUID: ...


class Saving(Protocol):
    """What can be read, changed in memory, and saved as a whole."""

    def save(self) -> None: ...


Saved = TypeVar("Saved", bound=Saving)


@dataclass
class JourneyRecord:
    """One journey, opened for one person in one request."""

    circle: OpenCircle

    @property
    def readers(self) -> list[str]:
        return [reader.name for reader in self.circle.record.readers]

    @property
    def is_shared(self) -> bool:
        """More than one person holds the key."""
        return len(self.circle.record.readers) > 1

    @property
    def origins(self) -> set[uuid.UUID]:
        return {entry.origin for entry in self.circle.record.entries}

    @property
    def nearly_full(self) -> bool:
        """Four fifths of the largest box are taken (decision 19): time to take out something."""
        entries = self.circle.record.entries
        return sum(len(entry.data) + AROUND for entry in entries) > LARGEST * 4 // 5

    @property
    def face(self) -> Face:
        """The small face that list pages get of this record."""
        return face_of(self.circle.record)

    def of_kind(self, kind: str, shape: type[Noun]) -> list[tuple[Entry, Noun]]:
        """Entries of one kind with their decoded noun, in the order they were written."""
        entries = [entry for entry in self.circle.record.entries if entry.kind == kind]
        return [(entry, decode(entry.data, shape)) for entry in entries]

    def add(self, kind: str, noun: msgspec.Struct, by: uuid.UUID) -> Entry:
        """Write down one more thing, at the end."""
        fresh, day = uuid.uuid4(), self.circle.keyring.vault.today()
        entry = Entry(fresh, fresh, 1, by, day, kind, encode(noun))
        self.circle.record.entries.append(entry)
        return entry

    def reword(self, entry: Entry, noun: msgspec.Struct) -> None:
        """Put `noun` in the place of what `entry` says. Raises `NewerRecord` when a newer Yonder
        wrote something into it that would be lost."""
        if encode(decode(entry.data, type(noun))) != entry.data:
            raise NewerRecord
        entry.data, entry.rev = encode(noun), entry.rev + 1

    def save(self) -> None:
        """Seal it, with the face derived from it. Raises what `OpenCircle.save` raises."""
        self.circle.save(encode(self.face))


def insist(read: Callable[[], Saved], change: Callable[[Saved], object]) -> Saved:
    """Read, change, save; when somebody saved in between, read again and change again.

    Raises what `change` raises, and `ChangedMeanwhile` when it never came to rest.
    """
    for _ in range(ATTEMPTS):
        opened = read()
        change(opened)
        with suppress(ChangedMeanwhile):
            opened.save()
            return opened
    raise ChangedMeanwhile


def until_it_rests(change: Callable[[], None]) -> None:
    """Do what reads and saves for itself; again, when somebody saved in between.

    Raises what `change` raises, and `ChangedMeanwhile` when it never came to rest.
    """
    for _ in range(ATTEMPTS):
        with suppress(ChangedMeanwhile):
            return change()
    raise ChangedMeanwhile


def open_record(keyring: Keyring, journey: Journey) -> JourneyRecord:
    """The record of `journey`, if the person of `keyring` holds its key; else `NotForYou`."""
    return _opened(keyring, journey.circle)


def open_private(keyring: Keyring) -> JourneyRecord:
    """What only this person can read."""
    return _opened(keyring, keyring.private)


def faces_of(keyring: Keyring, journeys: Sequence[Sealed]) -> dict[uuid.UUID, Face | None]:
    """Circle → face, for the journeys this person holds a key to: one statement for all of them.

    None is a box that should open and does not. It takes none of the others along.
    """
    return faces_in(keyring, [journey.circle for journey in journeys])


def faces_in(keyring: Keyring, circles: list[uuid.UUID]) -> dict[uuid.UUID, Face | None]:
    """The same for circles that are known already."""
    try:
        return _faces(keyring, circles)
    except (Damaged, RingMissing):
        one_by_one = (_face_or_none(keyring, circle) for circle in circles)
        return {circle: face for found in one_by_one for circle, face in found.items()}


def redraw_faces(keyring: Keyring) -> None:
    """After a former identity came back: faces name the one that reads today, as records do."""
    for circle in keyring.keys.keys() - {keyring.private}:
        face = _face_or_none(keyring, circle).get(circle)
        if face and face.readers.get(keyring.person) != keyring.identity:
            with suppress(ChangedOutside):  # a guide has left; it is brought home as it is
                insist(partial(_opened, keyring, circle), lambda record: None)


def _faces(keyring: Keyring, circles: list[uuid.UUID]) -> dict[uuid.UUID, Face | None]:
    return {
        circle: decode(raw, Face) if raw else _drawn_anew(keyring, circle)
        for circle, raw in faces(keyring, circles).items()
    }


def _face_or_none(keyring: Keyring, circle: uuid.UUID) -> dict[uuid.UUID, Face | None]:
    try:
        return _faces(keyring, [circle])
    except (Damaged, RingMissing):
        return {circle: None}


def _drawn_anew(keyring: Keyring, circle: uuid.UUID) -> Face:
    # After a restore, and after something left the record that the face may have quoted.
    record = _opened(keyring, circle)
    with suppress(ChangedMeanwhile, ChangedOutside, NewerRecord):
        record.save()
    return record.face


def _opened(keyring: Keyring, circle: uuid.UUID) -> JourneyRecord:
    return JourneyRecord(open_circle(keyring, circle))
