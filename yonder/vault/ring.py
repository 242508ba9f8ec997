"""The ring: a small folder of day keys outside the database and outside its backups (2.2).

Every sealed row also hangs on the key of its day. Keys exist seven days back and seven ahead,
so any copy of the database dies as a whole eight days later, whatever the copy contains.
"""

import hashlib
import os
import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from yonder.vault.folders import overwrite
from yonder.vault.refusals import RingDamaged, RingMissing
from yonder.vault.sealing import derive

KEPT = 7  # R: days a copy of the database stays of use
AHEAD = 7  # a ring copy one week stale still opens today's database
USES = ("slot", "sk", "unlock", "factor")
SKIPPED_BY_BACKUPS = b"Signature: 8a477f597d28d172789f06886806bc55\n"  # bford.info/cachedir


class Keys(NamedTuple):
    """What one reading gave, and what was derived from it: both go at once when a day goes."""

    of_days: dict[int, bytes]
    derived: dict[tuple[int, str], bytes]


class Ring:
    """Opens the folder lazily and reads it again whenever another process has changed it."""

    def __init__(self, folder: Path, today: Callable[[], int]):
        self.folder, self.today = folder, today
        self._now = Keys({}, {})
        self._read_at: tuple[int, int, int] | None = None
        self._lock = threading.Lock()

    @property
    def file(self) -> Path:
        return self.folder / "keys"

    def key(self, day: int, use: str) -> bytes:
        """RK(day, use): 32 bytes; `use` is one of `USES`. Raises `RingMissing` for a lost day."""
        assert use in USES, use
        keys, derived = self._read()
        try:
            if (day, use) not in derived:
                derived[day, use] = derive(keys[day], b"", f"ring/{use}")
            return derived[day, use]
        except KeyError:
            raise RingMissing(f"There is no key for day {day} in {self.folder}.") from None

    def keys(self) -> dict[int, bytes]:
        """Day number → 32 random bytes, as they stand in the folder now."""
        return self._read().of_days

    @property
    def workplace(self) -> str:
        """32 hex letters that tell this workplace's ring and its copies from all others."""
        try:
            return (self.folder / "workplace").read_text()
        except FileNotFoundError:
            raise RingMissing(f"There is no whole ring in {self.folder}.") from None

    def create(self) -> None:
        """Make a new ring. Refuses a folder that has one: a new key never replaces an old one."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.file.exists():
            raise RingDamaged(f"{self.folder} already holds a ring.")
        overwrite(self.folder / "CACHEDIR.TAG", SKIPPED_BY_BACKUPS)
        overwrite(self.folder / "workplace", uuid.uuid4().hex.encode())
        today = self.today()
        self._write({day: os.urandom(32) for day in range(today - KEPT + 1, today + AHEAD + 1)})

    def extend(self) -> None:
        """Add the keys that are missing up to seven days ahead. Safe to call at any time."""
        keys, today = dict(self.keys()), self.today()
        missing = set(range(today, today + AHEAD + 1)) - keys.keys()
        if missing:
            self._write(keys | {day: os.urandom(32) for day in missing})

    def purge(self) -> None:
        """Destroy the keys of days no row may hang on any more (older than today − 6)."""
        keys = self.keys()
        kept = {day: key for day, key in keys.items() if day > self.today() - KEPT}
        if kept != keys:
            self._write(kept)

    def _read(self) -> Keys:
        with self._lock:
            stamp = self._stamp()
            if stamp != self._read_at:
                self._now = Keys(parse(self.file.read_bytes(), self.file), {})
                self._read_at = stamp
            return self._now

    def _write(self, keys: dict[int, bytes]) -> None:
        overwrite(self.file, serialize(keys))

    def _stamp(self) -> tuple[int, int, int]:
        try:
            found = self.file.stat()
        except FileNotFoundError:
            raise RingMissing(f"There is no ring in {self.folder}.") from None
        return found.st_mtime_ns, found.st_ino, found.st_size


def serialize(keys: dict[int, bytes]) -> bytes:
    """One line `day hex` per key, then a line with the SHA-256 of all lines before it."""
    body = "".join(f"{day} {key.hex()}\n" for day, key in sorted(keys.items())).encode()
    return body + f"sha256 {hashlib.sha256(body).hexdigest()}\n".encode()


def parse(raw: bytes, source: Path) -> dict[int, bytes]:
    """What `serialize` wrote; raises `RingDamaged` naming `source` when one byte differs."""
    lines = raw.splitlines(keepends=True)
    body = b"".join(lines[:-1])
    if not lines or lines[-1] != f"sha256 {hashlib.sha256(body).hexdigest()}\n".encode():
        raise RingDamaged(f"{source} is damaged: its checksum does not match.")
    return {int(day): bytes.fromhex(key.decode()) for day, key in map(bytes.split, lines[:-1])}
