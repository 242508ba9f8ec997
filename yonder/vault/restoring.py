"""Bringing a backup back so that nothing erased comes back with it (2.9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from yonder.vault import went_back
from yonder.vault.backups import Backup
from yonder.vault.here import Vault
from yonder.vault.outer_layers import Progress, opened, unseen
from yonder.vault.refusals import GoneListMissing, Hindered, Refusal
from yonder.vault.ring import Ring
from yonder.vault.turning import Hanging, check_every_circle
from yonder.vault.unlocks import Unlock


@dataclass(frozen=True)
class FoundRing:
    """A whole ring of the wanted workplace. `living`: it was in use until now, so its list of
    erased things is complete; a copy may be older than the loss."""

    folder: Path
    living: bool


def find_ring(vault: Vault, backup: Backup, *, live: Iterable[Path], copy: Path) -> FoundRing:
    """The first of the `live` folders that holds the ring of this backup, else its `copy`."""
    wanted = backup.manifest.workplace
    for folder in live:
        if _belongs(Ring(folder, vault.today), wanted):
            return FoundRing(folder, living=True)
    if not _belongs(Ring(copy, vault.today), wanted):
        raise Hindered(
            f"There is no ring to this backup, neither in {backup.manifest.ring} nor in {copy}.",
            "Nothing was changed.",
            "Name the folder of its copy with --ring.",
        )
    return FoundRing(copy, living=False)


def refuse_lost_list(vault: Vault, *, accepted: bool) -> None:
    """Raises `GoneListMissing` without a list, unless that is accepted; damage is raised too."""
    if not vault.gone.files() and not accepted:
        raise GoneListMissing
    vault.gone.ids()


def would_not_open(
    vault: Vault, also: Iterable[Hanging] = (), progress: Progress = unseen
) -> tuple[int, int]:
    """(how many rows the ring does not open, how many there are)."""
    refusals = [refusal for _, refusal in opened(vault, also, progress)]
    return sum(refusal is not None for refusal in refusals), len(refusals)


def settle(vault: Vault, backup: Backup, found: FoundRing) -> bool:
    """Take out what is on the gone list, have every record checked at its next opening, and
    note what people are to be told. Gives whether the list of erased things is complete."""
    complete = found.living and bool(vault.gone.files())
    with transaction.atomic():
        check_every_circle(vault)
    Unlock.objects.all().delete()
    vault.gone.begin_day()
    went_back.tell(vault, backup.manifest.made, all_erased=complete)
    return complete


def _belongs(ring: Ring, workplace: str) -> bool:
    try:
        return ring.workplace == workplace and bool(ring.keys())
    except (Refusal, OSError):
        return False
