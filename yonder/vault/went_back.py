"""A note in the ring folder that people are to be told, for 14 days, how far Yonder went back."""

from datetime import datetime
from pathlib import Path

import msgspec

from yonder.vault.folders import overwrite
from yonder.vault.here import Vault

TOLD = 14  # days


class WentBack(msgspec.Struct):
    """`to`: the moment of the backup, or None when only the list of erased things was lost.
    `all_erased`: is it certain that nothing erased has come back? `until`: last day number."""

    to: datetime | None
    all_erased: bool
    until: int


def tell(vault: Vault, to: datetime | None, *, all_erased: bool) -> None:
    """Begin to tell everybody, from today on."""
    note = WentBack(to, all_erased, vault.today() + TOLD)
    overwrite(_file(vault), msgspec.json.encode(note))


def told(vault: Vault) -> WentBack | None:
    """What everybody is to be told today, or None. Costs one look at a small file."""
    try:
        note = msgspec.json.decode(_file(vault).read_bytes(), type=WentBack)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None
    return note if note.until >= vault.today() else None


def _file(vault: Vault) -> Path:
    return vault.ring.folder / "went-back"
