"""What somebody with a copy can do: take rows, take keys, try every secret, read what opens."""

import shutil
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from django.db import transaction

from tests.cast import CHEAP
from tests.vault.stage import One, texts
from yonder.vault.circles import Body, Circle, Member, Unchecked
from yonder.vault.gone_numbers import GoneNumber
from yonder.vault.here import Vault, open_vault
from yonder.vault.keyrings import Identity, Keyring
from yonder.vault.pairings import Pairing
from yonder.vault.refusals import Refusal
from yonder.vault.slots import PASSWORD, Slot, open_slot

TABLES = (Identity, Slot, GoneNumber, Circle, Body, Member, Unchecked, Pairing)


class Copy:
    """The sealed tables as they stand now: what a backup, a replica or a thief has of them."""

    def __init__(self) -> None:
        self.rows = {table: list(table.objects.all()) for table in TABLES}

    def put_back(self) -> None:
        """Make the database this copy again."""
        with transaction.atomic():
            for table in reversed(TABLES):
                table.objects.all().delete()
            for table in TABLES:
                table.objects.bulk_create(self.rows[table])

    def put_back_alone(self, table: type) -> None:
        """Set the rows of one table back, and leave all others as they are."""
        for row in self.rows[table]:
            row.save()


def with_ring(source: Path, folder: Path, clock: Callable[[], datetime]) -> Vault:
    """A thief's own vault over a copy of the day keys. A thief ignores the gone list."""
    folder.mkdir(parents=True)
    if (source / "keys").exists():
        shutil.copy(source / "keys", folder / "keys")
    return open_vault(folder, clock, CHEAP)


def keyrings(vault: Vault, passwords: Iterable[str]) -> list[Keyring]:
    """Every keyring that one of `passwords` opens, retired ones too."""
    found = []
    for row in Identity.objects.all():
        for password in passwords:
            try:
                found.append(
                    Keyring.of(vault, row, open_slot(vault, row.id, PASSWORD, password)[1])
                )
            except Refusal:
                continue
    return found


def readable(vault: Vault, passwords: Iterable[str]) -> set[str]:
    """Every text that opens with these rows, these day keys and these passwords."""
    found: set[str] = set()
    for keyring in keyrings(vault, passwords):
        for circle in Circle.objects.values_list("id", flat=True):
            found |= _texts(keyring, circle)
    return found


def passwords(*people: One) -> list[str]:
    return [one.password for one in people]


def _texts(keyring: Keyring, circle: uuid.UUID) -> set[str]:
    try:
        return set(texts(keyring, circle))
    except Refusal:
        return set()
