"""What a backup says about itself: `manifest.json`, and beside it the SHA-256 of that file.

A part is one mebibyte of one file, so that damage is counted and found.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

import msgspec

from yonder.vault.folders import overwrite
from yonder.vault.refusals import Refusal

FORMAT = 1
PART = 1024 * 1024
NAME, SUM = "manifest.json", "manifest.sha256"


class Manifest(msgspec.Struct):
    """`day`: the oldest day number whose key a row of this backup needs. `ring`: where the living
    ring was. `schema`: every migration the tables have seen. `parts`: file → SHA-256 per part."""

    format: int
    yonder: str
    made: datetime
    day: int
    workplace: str
    ring: str
    database: str
    schema: list[str]
    parts: dict[str, list[str]]


class NoBackup(Refusal):
    """This folder is not a backup."""


class BackupDamaged(Refusal):
    """Parts of the backup in `folder` are not what was written."""

    def __init__(self, folder: Path, what: str):
        super().__init__(f"This backup is damaged: {what}.")
        self.folder = folder


class NewerBackup(Refusal):
    """A newer Yonder made this backup."""


def describe(folder: Path) -> dict[str, list[str]]:
    """File name → SHA-256 of each part, for every file in `folder`."""
    return {path.name: list(_sums(path)) for path in sorted(folder.iterdir())}


def write(folder: Path, manifest: Manifest) -> None:
    """Put the manifest and its sum into `folder`, in the form that `sha256sum -c` reads."""
    raw = msgspec.json.format(msgspec.json.encode(manifest)) + b"\n"
    overwrite(folder / NAME, raw)
    overwrite(folder / SUM, f"{hashlib.sha256(raw).hexdigest()}  {NAME}\n".encode())


def read(folder: Path) -> Manifest:
    """The manifest in `folder`; raises `NoBackup`, `NewerBackup`, or `BackupDamaged`."""
    try:
        raw, sum_line = (folder / NAME).read_bytes(), (folder / SUM).read_bytes()
    except FileNotFoundError:
        raise NoBackup(folder) from None
    if sum_line.split()[:1] != [hashlib.sha256(raw).hexdigest().encode()]:
        raise BackupDamaged(folder, "its list of parts does not match")
    if msgspec.json.decode(raw)["format"] > FORMAT:
        raise NewerBackup
    return msgspec.json.decode(raw, type=Manifest)


def verify(
    folder: Path,
    manifest: Manifest,
    progress: Callable[[int, int], object] = lambda done, total: None,
) -> None:
    """Read every part again; raises `BackupDamaged` with the counts."""
    bad, total, listed = 0, 0, sum(map(len, manifest.parts.values()))
    for name, wanted in manifest.parts.items():
        found = _sums(folder / name) if (folder / name).is_file() else ()
        for was, now in zip_longest(wanted, found):
            bad, total = bad + (was != now), total + 1
            progress(total, listed)
    if bad:
        raise BackupDamaged(folder, f"{bad} of {total} parts do not match")


def _sums(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        while part := file.read(PART):
            yield hashlib.sha256(part).hexdigest()
