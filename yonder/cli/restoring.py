"""The steps of `yonder restore`, between the folder it works in and the one it will be."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import typer
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from yonder.career.second_factors import HANGING
from yonder.cli.progress import shown
from yonder.cli.schema import prepare_database, reach
from yonder.cli.troubles import Trouble
from yonder.environment import state_folder
from yonder.vault import database_copies, manifests, restoring
from yonder.vault.backups import Backup, find
from yonder.vault.folders import overwrite
from yonder.vault.here import open_vault, use, vault
from yonder.vault.manifests import BackupDamaged, NewerBackup, NoBackup
from yonder.vault.places import keep_apart
from yonder.vault.refusals import Refusal
from yonder.vault.restoring import FoundRing
from yonder.vault.ring_copies import default_place, fill

UNTOUCHED = "The running system was not touched."
KEEP = "Keep this one, so that someone can look at it."


@dataclass(frozen=True)
class Done:
    """What a restore did, for people and for programs."""

    backup: Backup
    data: Path
    ring: Path
    all_erased: bool
    closed: int
    rows: int

    def figures(self) -> dict[str, object]:
        return {
            "data": str(self.data),
            "ring": str(self.ring),
            "went_back_to": self.backup.manifest.made.isoformat(),
            "all_erased": self.all_erased,
            "closed_rows": self.closed,
            "rows": self.rows,
        }

    def said(self) -> str:
        went = f"{self.backup.manifest.made:%A, %d %B %Y, %H:%M} UTC"
        lines = [f"Back to {went}.", f"Everybody has the password of that day. Ring: {self.ring}."]
        if not self.all_erased:
            lines.append("For 14 days everybody reads that they should check what they had erased.")
        return "\n".join([*lines, f"Start it with: yonder serve --data {self.data}"])


def bring_back(
    place: Path, staging: Path, new: Path, copy: Path | None, *, yes: bool, accept_lost_list: bool
) -> Done:
    """Do it all in `staging`; after a refusal nothing outside of it has changed."""
    keep_apart({"the new data folder": new, "the backups": place})
    backup = whole(place)
    refuse_other_version(backup)
    own, now = settings.RING, vault().clock
    found = find_ring(backup, own, copy)
    keep_apart({"the new data folder": new, "the ring": found.folder})
    with ring_to_work_with(found, own) as ring, use(open_vault(ring, now)) as here:
        restoring.refuse_lost_list(here, accepted=accept_lost_list)
        load(backup, staging)
        with shown("Opening every outer layer") as progress:
            closed, rows = restoring.would_not_open(here, [HANGING], progress)
        ask(backup, closed, rows, yes=yes)
        complete = restoring.settle(here, backup, found)
    final = new / own.relative_to(staging) if own.is_relative_to(staging) else own
    return Done(backup, new, final, complete, closed, rows)


def whole(place: Path) -> Backup:
    """The backup in `place`, every part of it checked."""
    try:
        backup = find(place)
        with shown("Checking the backup") as progress:
            manifests.verify(backup.folder, backup.manifest, progress)
    except NoBackup:
        raise Trouble(
            f"There is no backup in {place}.",
            UNTOUCHED,
            "Name the folder that yonder backup has printed.",
        ) from None
    except BackupDamaged as damage:
        raise Trouble(str(damage), UNTOUCHED, advice(damage.folder)) from None
    return backup


def advice(damaged: Path) -> str:
    """Which backup to take instead of a damaged one."""
    before = [path for path in damaged.parent.glob("yonder-*") if path.name < damaged.name]
    for folder in sorted(before, reverse=True):
        with suppress(Refusal):
            made = manifests.read(folder).made
            return f"Take the backup before it, of {made:%d %B %Y, %H:%M} UTC. {KEEP}"
    return f"There is no backup before it in {damaged.parent}, so look for another copy. {KEEP}"


def refuse_other_version(backup: Backup) -> None:
    """The backup has to be of this kind of database, and not of a newer Yonder."""
    known = {".".join(one) for one in MigrationLoader(None).disk_migrations or {}}
    if set(backup.manifest.schema) - known:
        raise NewerBackup
    if backup.manifest.database != connection.vendor:
        kinds = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        raise Trouble(
            f"This backup is of a {kinds[backup.manifest.database]} database.",
            UNTOUCHED,
            "Set DATABASE_URL to an empty PostgreSQL database, or leave it out for SQLite.",
        )


def find_ring(backup: Backup, own: Path, copy: Path | None) -> FoundRing:
    """The living ring if there is one, else its copy."""
    at = (copy or default_place(state_folder(), backup.manifest.workplace)).absolute()
    live = [own, Path(backup.manifest.ring)]
    found = restoring.find_ring(vault(), backup, live=live, copy=at)
    if found.folder != own and own.exists() and any(own.iterdir()):
        raise Trouble(
            f"YONDER_RING names {own}, and that is not the ring of this backup.",
            UNTOUCHED,
            "Set YONDER_RING to a new folder, or leave it out.",
        )
    return found


@contextmanager
def ring_to_work_with(found: FoundRing, own: Path) -> Iterator[Path]:
    """The living ring in its place, or a new one that comes into place when all went well."""
    if found.folder == own:
        yield own
        return
    fresh = own.with_name(f".{own.name}.unfinished")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fill(found.folder, fresh)
        yield fresh
        fresh.rename(own)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def load(backup: Backup, staging: Path) -> None:
    """The database, brought up to date, and what lay beside it."""
    reach(connection)
    database = database_copies.file_name()
    database_copies.load(backup.folder / database)
    for name in backup.manifest.parts.keys() - {database}:
        overwrite(staging / name, (backup.folder / name).read_bytes())
    prepare_database()


def ask(backup: Backup, closed: int, rows: int, *, yes: bool) -> None:
    """Some rows are beyond help. All of them: then the backup is. Refuses, or goes on."""
    if rows and closed == rows:
        raise Trouble(
            f"Nothing in this backup opens any more. It could be restored until {until(backup)}.",
            UNTOUCHED,
            "Take a newer backup.",
        )
    if not closed or yes:
        return
    typer.echo(f"{closed} of {rows} sealed things in this backup would not open.", err=True)
    if not sys.stdin.isatty() or not typer.confirm("Go on?", err=True):
        raise Trouble(
            f"{closed} of {rows} sealed things would not open, so the restore stopped.",
            UNTOUCHED,
            "Take another backup, or go on with --yes.",
        )


def until(backup: Backup) -> str:
    return f"{backup.opens_until:%d %B %Y}"
