"""Is there a backup, is there a copy of the ring, and is there one copy of it alone?"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from yonder.cli.checkup.findings import Finding, Group, Surroundings, days
from yonder.vault.copied import noted
from yonder.vault.refusals import Refusal
from yonder.vault.ring import Ring

FRESH_BACKUP = timedelta(days=2)
FRESH_RING = timedelta(hours=25)  # a day, and an hour for a daily timer that takes its time


@dataclass(frozen=True)
class Copies:
    """When the newest copies were made, and what is where they were put."""

    now: datetime
    made: datetime | None
    backup: Path | None
    backup_there: bool
    copied: datetime | None
    copy: Path | None
    copy_opens: bool
    others: tuple[Path, ...]


def gather(where: Surroundings) -> Copies:
    ring, note = where.vault.ring, noted(where.vault.ring)
    backup, copy = (Path(one) if one else None for one in (note.backup, note.ring))
    near = [where.state, where.data, ring.folder.parent]
    near += [place.parent for place in (copy, backup) if place]
    return Copies(
        now=where.vault.clock(),
        made=note.made,
        backup=backup,
        backup_there=bool(backup and backup.is_dir()),
        copied=note.copied,
        copy=copy,
        copy_opens=bool(copy and _opens_today(copy, where)),
        others=tuple(_rings_in(near, ring.workplace, but={ring.folder, copy})),
    )


def no_backup(facts: Copies) -> Iterator[Finding]:
    if not facts.made:
        yield Finding("No backup is known here.", "Run yonder backup every day, by a timer.")


def old_backup(facts: Copies) -> Iterator[Finding]:
    if facts.made and (age := facts.now - facts.made) > FRESH_BACKUP:
        yield Finding(
            f"The newest backup is {days(age.days)} old, and a backup opens for 7 days.",
            "Run yonder backup now, and every day by a timer.",
        )


def moved_backup(facts: Copies) -> Iterator[Finding]:
    if facts.backup and not facts.backup_there:
        yield Finding(
            f"The newest backup is not in {facts.backup} any more.",
            "Make sure that you know where it is, or run yonder backup.",
            red=False,
        )


def no_ring_copy(facts: Copies) -> Iterator[Finding]:
    if not facts.copy_opens:
        yield Finding(
            "There is no copy of the ring that opens today. A lost ring is a lost record.",
            "Run yonder ring copy, and every day yonder backup.",
        )


def old_ring_copy(facts: Copies) -> Iterator[Finding]:
    if facts.copied and facts.now - facts.copied > FRESH_RING:
        yield Finding(
            "The copy of the ring is older than a day, and lacks what was erased since.",
            "Run yonder ring copy now, and every day by a timer.",
        )


def second_ring_copy(facts: Copies) -> Iterator[Finding]:
    for other in facts.others:
        yield Finding(
            f"There is one more copy of the ring in {other}. Old keys open old backups.",
            "Delete it, for one copy is enough.",
        )


def _opens_today(copy: Path, where: Surroundings) -> bool:
    found = Ring(copy, where.vault.today)
    with suppress(Refusal, OSError):
        keys = found.keys()
        return found.workplace == where.vault.ring.workplace and where.vault.today() in keys
    return False


def _rings_in(near: list[Path], workplace: str, but: set[Path | None]) -> Iterator[Path]:
    known = {place.resolve() for place in but if place}
    folders = {keys.parent.resolve() for place in near for keys in place.glob("*/keys")}
    for folder in sorted(folders - known):
        with suppress(OSError):
            if (folder / "workplace").read_text() == workplace:
                yield folder


COPIES = Group(
    gather, (no_backup, old_backup, moved_backup, no_ring_copy, old_ring_copy, second_ring_copy)
)
