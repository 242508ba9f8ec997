"""Writing small files so that a power cut leaves the old one or the new one, never half of one."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def overwrite(path: Path, content: bytes) -> None:
    """New file, fsync, rename, fsync folder. Readable by its owner alone."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with open(fresh, "wb", opener=_private) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
    sync(path.parent)


def sweep(path: Path) -> None:
    """Remove what a crash left of unfinished `overwrite`s. Nobody else may be writing `path`."""
    for left in path.parent.glob(f".{path.name}.*"):
        left.unlink(missing_ok=True)


def append(path: Path, line: bytes) -> None:
    """Add one line and fsync it. O_APPEND keeps lines of several processes apart."""
    new = not path.exists()
    with open(path, "ab", opener=_private, buffering=0) as file:
        file.write(line)
        os.fsync(file.fileno())
    if new:
        sync(path.parent)


def sync(folder: Path) -> None:
    """Make the folder's list of names as durable as the files in it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: one process at a time, on every node that mounts it."""
    with open(folder / "lock", "ab", opener=_private) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
