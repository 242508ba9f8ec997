"""The gone list: what must never open again, wherever an older copy of it turns up (2.2).

Ids exist only inside sealed records, so the list tells a thief how many things went per day
in the whole workplace, and nothing more. Consulted at every open, not only after a restore.
"""

import hashlib
import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from yonder.vault.folders import append
from yonder.vault.refusals import GoneListDamaged
from yonder.vault.ring import KEPT

LINE = re.compile(r"(\d+) ([0-9a-f]{32}) ([0-9a-f]{8})")
TORN = re.compile(r"(\d+( ([0-9a-f]{0,31}|[0-9a-f]{32}( [0-9a-f]{0,7})?))?)?")
NAME = re.compile(r"gone-(\d+)(?:-.+)?")
LOOKED_BACK = KEPT + 2  # days a line is kept, so that no record of a restorable day escapes it


@dataclass(frozen=True)
class Seen:
    """What one look at the files found, and how large they were then."""

    sizes: dict[Path, int]
    ids: frozenset[UUID]
    highest: int


class GoneList:
    """Files `gone-<day>-<node>` in the ring folder; read again whenever one has grown."""

    def __init__(self, folder: Path, today: Callable[[], int]):
        self.folder, self.today = folder, today
        self._seen = Seen({}, frozenset(), 0)

    def __contains__(self, thing: UUID) -> bool:
        return thing in self.ids()

    def ids(self) -> frozenset[UUID]:
        """Every id on the list now."""
        return self._now().ids

    def highest(self) -> int:
        """The largest number on the list; the database's own must never be lower."""
        return self._now().highest

    def add(self, number: int, things: Iterable[UUID]) -> None:
        """Append `things` under `number` and fsync. Raises OSError when the disk refuses."""
        lines = b"".join(_line(number, thing) for thing in things)
        # The leading newline closes a line that a crash may have torn.
        append(self._todays_file(), b"\n" + lines)

    def begin_day(self) -> None:
        """Make sure today's file exists, so that an empty list differs from a lost one."""
        append(self._todays_file(), b"")

    def files(self) -> dict[Path, int]:
        """File → its day number."""
        found = ((path, NAME.fullmatch(path.name)) for path in self.folder.glob("gone-*"))
        return {path: int(match[1]) for path, match in found if match}

    def prune(self) -> None:
        """Drop files older than any copy that still opens."""
        for path, day in self.files().items():
            if day < self.today() - LOOKED_BACK:
                path.unlink(missing_ok=True)

    def _todays_file(self) -> Path:
        return self.folder / f"gone-{self.today()}-{socket.gethostname()}"

    def _now(self) -> "Seen":
        try:
            return self._look()
        except FileNotFoundError:  # pruned by another process at this moment
            return self._look()

    def _look(self) -> "Seen":
        sizes = {path: path.stat().st_size for path in self.files()}
        if sizes != self._seen.sizes:
            lines = [pair for path in sizes for pair in read(path)]
            ids = frozenset(thing for _, thing in lines)
            # In one step, or two threads could leave the ids of one look with the sizes of another.
            self._seen = Seen(sizes, ids, max((number for number, _ in lines), default=0))
        return self._seen


def read(path: Path) -> list[tuple[int, UUID]]:
    """(number, id) of each line. A torn line, the beginning of one, is what a crash leaves
    and is passed over; anything else that is not a line raises `GoneListDamaged`."""
    found = []
    for count, line in enumerate(path.read_text(errors="replace").split("\n"), 1):
        match = LINE.fullmatch(line)
        if match and match[3] == _check(match[1], match[2]):
            found.append((int(match[1]), UUID(hex=match[2])))
        elif not TORN.fullmatch(line):
            raise GoneListDamaged(f"Line {count} of {path} is damaged.")
    return found


def _line(number: int, thing: UUID) -> bytes:
    return f"{number} {thing.hex} {_check(str(number), thing.hex)}\n".encode()


def _check(number: str, thing: str) -> str:
    return hashlib.sha256(f"{number} {thing}".encode()).hexdigest()[:8]
