"""Can another account of this machine read what belongs to Yonder alone?"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from yonder.cli.checkup.findings import Finding, Group, Surroundings
from yonder.vault.copied import noted

OTHERS = 0o077


@dataclass(frozen=True)
class Access:
    """Path → its mode, for everything that is there."""

    modes: dict[Path, int]


def gather(where: Surroundings) -> Access:
    there = [path for path in _ours(where) if path.exists()]
    return Access({path: stat.S_IMODE(path.stat().st_mode) for path in there})


def open_to_others(facts: Access) -> Iterator[Finding]:
    for path, mode in facts.modes.items():
        if mode & OTHERS:
            yield Finding(
                f"Other accounts of this machine may reach {path} (mode {mode:o}).",
                f"Close it: chmod go= {path}",
            )


def _ours(where: Surroundings) -> Iterator[Path]:
    ring, note = where.vault.ring.folder, noted(where.vault.ring)
    yield from (where.data, where.data / "secret-key", where.data / "demo-sign-in.txt")
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        yield from (database, *sorted(database.parent.glob(f"{database.name}-*")))
    yield from (ring, ring / "keys", *sorted(ring.glob("gone-*")))
    for copy in (note.backup, note.ring):
        yield from (Path(copy), *sorted(Path(copy).glob("*"))) if copy else ()


ACCESS = Group(gather, (open_to_others,))
