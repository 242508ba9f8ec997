"""What an entry is called in a file, and what it will be called where the file is taken in.

Neither tells anything without the key of its person's private circle: an id that erasing puts on
the gone list is in no file, and nobody can bring an id of somebody else into their own record.
"""

import uuid
from collections.abc import Iterable

from yonder.vault.keyrings import Keyring
from yonder.vault.sealing import derive, lp

AGAIN = 16  # how often the same thing can be erased and taken in again while the list names it


def outward(keyring: Keyring, origin: uuid.UUID) -> uuid.UUID:
    """The id of an entry in a file: the same in every file this person takes out."""
    return _drawn(keyring, lp(origin), "taken-out")


def inward(keyring: Keyring, named: uuid.UUID) -> list[uuid.UUID]:
    """The origins under which this person's record may have what a file calls `named`."""
    return [_drawn(keyring, lp(named, turn), "taken-in") for turn in range(AGAIN)]


class Known:
    """What of a file is here already: by its own id, or taken in before. `ids` are here."""

    def __init__(self, keyring: Keyring, ids: Iterable[uuid.UUID]):
        self.keyring, self.here = keyring, set(ids)
        self.gone = keyring.vault.gone.ids()
        self.named = {outward(keyring, one): one for one in self.here}

    def find(self, named: uuid.UUID) -> uuid.UUID | None:
        """The origin of what a file calls `named`, or None when it is not here."""
        before = (one for one in inward(self.keyring, named) if one in self.here)
        return self.named.get(named) or next(before, None)

    def fresh(self, named: uuid.UUID) -> uuid.UUID:
        """An origin for it that nothing erased has had: the gone list would take it away again."""
        free = (one for one in inward(self.keyring, named) if one not in self.gone)
        return next(free, None) or uuid.uuid4()


def _drawn(keyring: Keyring, salt: bytes, label: str) -> uuid.UUID:
    raw = derive(keyring.keys[keyring.private], salt, label)
    return uuid.UUID(bytes=raw[:16])
