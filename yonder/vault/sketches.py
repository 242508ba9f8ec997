"""A sketch: a circle as it would be, in memory. Nothing of it can be saved."""

import uuid
from collections.abc import Iterable

from yonder.vault.keyrings import Keyring
from yonder.vault.opened import OpenCircle
from yonder.vault.records import SCHEMA, Entry, Reader, Record


class Sketch(OpenCircle):
    """Drawn before anything is written, so that its owner sees what another one would see."""

    def __init__(self, keyring: Keyring, circle: uuid.UUID, record: Record):
        self.keyring, self.id, self.record = keyring, circle, record
        self.writable, self.size, self.face = True, 0, b""
        self.taken_back: list[Entry] = []

    def store(self) -> None:
        raise TypeError("A sketch is looked at and thrown away.")


def sketch(
    keyring: Keyring,
    circle: uuid.UUID,
    readers: dict[uuid.UUID, str],
    roles: dict[str, uuid.UUID] | None = None,
    entries: Iterable[Entry] = (),
) -> Sketch:
    """The circle with these readers (person → name), roles and entries, as if it were there."""
    today = keyring.vault.today()
    listed = [
        Reader(person, uuid.UUID(int=0), name, today, today, keyring.person)
        for person, name in readers.items()
    ]
    return Sketch(keyring, circle, Record(SCHEMA, listed, roles or {}, list(entries)))
