"""What goes into one file: the entries, who else reads them, who wrote them, what rests on what."""

import uuid
from typing import Any

from yonder.career import ties
from yonder.career.taking import Box, names
from yonder.interchange.origins import outward
from yonder.vault.keyrings import Keyring
from yonder.vault.payloads import decode
from yonder.vault.records import Entry

Seen = tuple[Entry, tuple[str, ...]]


class Taken:
    """One file in the making: `seen` are the entries that go into it, with who else reads them."""

    def __init__(
        self, keyring: Keyring, boxes: tuple[Box, ...], owner: uuid.UUID, seen: list[Seen]
    ):
        self.keyring, self.owner, self.names, self.seen = keyring, owner, names(boxes), seen
        self.own_words = False
        self.there = {entry.origin: (place, entry.kind) for place, (entry, _) in enumerate(seen)}
        self.tied: dict[uuid.UUID, dict[uuid.UUID, str]] = {}
        for entry, _ in seen:
            if entry.kind == ties.KIND:
                tie = decode(entry.data, ties.Tie)
                self.tied.setdefault(tie.source, {})[tie.target] = tie.word

    def named(self, person: uuid.UUID) -> str:
        return "" if person == self.owner else self.names.get(person, "?")

    def id(self, origin: uuid.UUID) -> uuid.UUID:
        return outward(self.keyring, origin)

    def rests_on(self, entry: Entry, kind: str) -> list[tuple[uuid.UUID, str]]:
        """(file id, word) of what of one kind this entry rests on, in the order of the record."""
        tied, there = self.tied.get(entry.origin, {}), self.there
        ends = sorted(there[one] + (one,) for one in tied if there.get(one, (0, ""))[1] == kind)
        return [(self.id(end), tied[end]) for _, _, end in ends]

    def of_kind(self, kind: str, shape: Any) -> list[tuple[Entry, tuple[str, ...], Any]]:
        found = [one for one in self.seen if one[0].kind == kind]
        return [(entry, shown, decode(entry.data, shape)) for entry, shown in found]
