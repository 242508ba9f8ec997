"""The vault of this process, and what every part of it needs: ring, gone list, clock, stretcher."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from django.conf import settings

from yonder.vault.gone import GoneList
from yonder.vault.ring import Ring
from yonder.vault.stretching import PRODUCT_KDF, Kdf, Stretcher

EPOCH = date(1970, 1, 1)


def day_number(moment: datetime) -> int:
    """UTC days since 1970-01-01: the only kind of day the vault knows."""
    return (moment.astimezone(UTC).date() - EPOCH).days


def date_of(day: int) -> date:
    """The calendar date of a day number."""
    return EPOCH + timedelta(days=day)


@dataclass(frozen=True)
class Vault:
    """Everything ambient, made explicit, so that tests can bring their own day and folder."""

    ring: Ring
    gone: GoneList
    stretcher: Stretcher
    clock: Callable[[], datetime]

    def today(self) -> int:
        return day_number(self.clock())


def open_vault(folder: Path, clock: Callable[[], datetime], kdf: Kdf = PRODUCT_KDF) -> Vault:
    """A vault over the ring in `folder`; nothing is read before the first key is needed."""

    def today() -> int:
        return day_number(clock())

    return Vault(Ring(folder, today), GoneList(folder, today), Stretcher(kdf), clock)


def vault() -> Vault:
    """The vault of this process: the product's own, unless `use` has put another in its place."""
    return _in_use[-1] if _in_use else _own()


@contextmanager
def use(other: Vault) -> Iterator[Vault]:
    """Let `vault()` give `other` inside the block: another folder, another day."""
    _in_use.append(other)
    try:
        yield other
    finally:
        _in_use.remove(other)


@cache
def _own() -> Vault:
    # Ring folder from the settings, the machine's clock, the full KDF.
    return open_vault(settings.RING, lambda: datetime.now(UTC))


_in_use: list[Vault] = []
