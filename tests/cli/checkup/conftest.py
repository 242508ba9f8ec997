"""A workplace where all is well, so that each test can make one thing of it dangerous."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings as own_settings
from django.db import connection

from tests.cast import join
from yonder.cli.checkup.findings import Group, Surroundings
from yonder.cli.checkup.groups import GROUPS, of
from yonder.vault.copied import note_backup
from yonder.vault.ring_copies import copy_ring


@dataclass
class Well:
    """Real folders and rows; `proc` and `etc` are folders of this test."""

    where: Surroundings
    backup: Path
    copy: Path

    @property
    def ring(self) -> Path:
        return self.where.vault.ring.folder

    @property
    def data(self) -> Path:
        return self.where.data

    def write(self, path: str, text: str) -> None:
        """A file of this machine, such as `proc/swaps`."""
        file = self.where.proc.parent / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def mount(self, kind: str, more: str = "") -> None:
        """The unlock store lies on a file system of this kind."""
        store = own_settings.DATABASES.get("unlock", {"NAME": "/none/unlock"})
        place = Path(store["NAME"]).parent.resolve()
        self.write("proc/self/mounts", f"disk / ext4 rw 0 0\nstore {place} {kind} rw 0 0\n{more}")

    def copies(self) -> None:
        """A backup and a copy of the ring, made now. The copy of the database is another test's."""
        self.backup.mkdir(parents=True, exist_ok=True, mode=0o700)
        copy_ring(self.where.vault, self.copy)
        note_backup(self.where.vault.ring, self.backup, self.where.vault.clock())


@pytest.fixture
def well(vault, talks, olga, workplace, folder, settings) -> Well:
    """Two run the server, copies were made a moment ago, nothing is written to a disk."""
    join(vault, "Pavel", runs_server=True)
    workplace.ring_confirmed = True
    workplace.save()
    (folder / "data").mkdir(mode=0o700)
    (folder / "data" / "secret-key").touch(mode=0o600)
    where = Surroundings(vault, folder / "data", folder / "state", folder / "proc", folder / "etc")
    made = Well(where, folder / "backups" / "yonder-1", folder / "copy")
    made.copies()
    made.mount("tmpfs")
    made.write("proc/swaps", "Filename Type Size Used Priority\n")
    made.write("proc/sys/kernel/core_pattern", "core\n")
    close_database()
    return made


def close_database() -> None:
    """The tests' own database is made for them, with the modes of whoever calls them."""
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        for path in file.parent.glob(f"{file.name}*"):
            path.chmod(0o600)


@pytest.fixture
def found(well: Well) -> Callable[..., list[str]]:
    """`found(GROUP)`: the names of its checks that find something, one for each finding."""
    return lambda *groups: [name for group in groups or GROUPS for name, _ in of(group, well.where)]


@pytest.fixture
def mends(well: Well) -> Callable[[Group], list[str]]:
    """`mends(GROUP)`: what it says is to be done."""
    return lambda group: [finding.mend for _, finding in of(group, well.where)]
