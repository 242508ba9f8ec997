"""What this machine may write to a disk behind our back, and whether it has room."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from yonder.cli.checkup.findings import Finding, Group, Surroundings

IN_MEMORY = {"tmpfs", "ramfs"}
OVER_THE_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "vboxsf", "glusterfs"}
NOT_IN_THE_OPEN = ("/dev/dm-", "/dev/mapper/", "/dev/zram")
ROOM = 500_000_000  # bytes


@dataclass(frozen=True)
class Machine:
    """`unlock` and `database` are kinds of file systems; None where PostgreSQL has them."""

    unlock: str | None
    database: str | None
    swap: tuple[str, ...]
    dumps: str
    free: int


def gather(where: Surroundings) -> Machine:
    files = connection.vendor == "sqlite"
    store = Path(str(settings.DATABASES["unlock"]["NAME"])).parent if files else None
    return Machine(
        unlock=_kind(store, where.proc) if store else None,
        database=_kind(where.data, where.proc) if files else None,
        swap=tuple(_swap(where.proc)),
        dumps=_text(where.proc / "sys" / "kernel" / "core_pattern").strip(),
        free=shutil.disk_usage(where.data).free,
    )


def keys_on_disk(facts: Machine) -> Iterator[Finding]:
    if facts.unlock and facts.unlock not in IN_MEMORY:
        yield Finding(
            f"The store of opened keys lies on a disk ({facts.unlock}), not in memory.",
            "Set YONDER_UNLOCK to a folder in memory, such as one below /dev/shm.",
        )


def database_over_network(facts: Machine) -> Iterator[Finding]:
    if facts.database in OVER_THE_NETWORK:
        yield Finding(
            f"The database file lies on a network drive ({facts.database}), and can be damaged.",
            "Move the data folder to a disk of this machine, or use PostgreSQL.",
        )


def open_swap(facts: Machine) -> Iterator[Finding]:
    for device in facts.swap:
        if not device.startswith(NOT_IN_THE_OPEN):
            yield Finding(
                f"This machine may write memory, with opened notes in it, to {device}.",
                "Encrypt that swap or switch it off, or set MemorySwapMax=0 for the service.",
                red=False,
            )


def kept_dumps(facts: Machine) -> Iterator[Finding]:
    if facts.dumps.startswith("|"):
        yield Finding(
            "After a crash a program of this machine may keep memory with opened notes in it.",
            "Set kernel.core_pattern to core, for Yonder lets no such file be written.",
            red=False,
        )


def no_room(facts: Machine) -> Iterator[Finding]:
    if facts.free < ROOM:
        yield Finding(
            f"The disk of the data folder is nearly full: {facts.free / 1e6:.0f} MB are left.",
            "Make room, or move the data folder to a larger disk.",
        )


def _kind(folder: Path, proc: Path) -> str:
    """The file system `folder` lies on: that of the longest mount point above it."""
    lines = [line.split() for line in _text(proc / "self" / "mounts").splitlines()]
    mounts = {words[1].replace("\\040", " "): words[2] for words in lines if len(words) > 2}
    way = [folder.resolve(), *folder.resolve().parents]
    return next((mounts[str(one)] for one in way if str(one) in mounts), "unknown")


def _swap(proc: Path) -> Iterator[str]:
    for line in _text(proc / "swaps").splitlines()[1:]:
        yield line.split()[0]


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # another kind of machine
        return ""


MACHINE = Group(gather, (keys_on_disk, database_over_network, open_swap, kept_dumps, no_room))
