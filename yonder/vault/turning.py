"""The daily turn: new keys ahead, rows moved to today's key, old keys destroyed (2.2)."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from yonder.vault import identities, limits, pairings, security, unlocks
from yonder.vault.circles import Circle, Unchecked, open_sk, wrap_sk
from yonder.vault.folders import alone
from yonder.vault.gone_numbers import GoneNumber, current_number
from yonder.vault.here import Vault
from yonder.vault.ring import KEPT
from yonder.vault.slots import Slot

log = logging.getLogger(__name__)
CHUNK = 500


@dataclass(frozen=True)
class Hanging:
    """Rows of another layer that hang on the ring: how to move the due ones, the oldest day."""

    rewrap: Callable[[Vault, int], int]
    oldest: Callable[[], int | None]


def turn(vault: Vault, also: Iterable[Hanging] = ()) -> int:
    """Do today's turn; safe to call as often as one likes. Gives the number of rows moved.

    One process at a time holds the folder's lock. Keys are destroyed only when nothing hangs
    on them any more; otherwise they stay, and the log and the doctor say so.
    """
    hanging = [OURS, *also]
    with alone(vault.ring.folder):
        vault.ring.extend()
        vault.gone.begin_day()
        moved = sum(part.rewrap(vault, vault.today() - KEPT + 1) for part in hanging)
        if oldest_day(vault, hanging) > vault.today() - KEPT:
            vault.ring.purge()
        else:
            log.error("Rows still hang on a key that is due. The old keys stay for now.")
        if not Unchecked.objects.exists():
            vault.gone.prune()
    _forget(vault)
    return moved


def oldest_day(vault: Vault, hanging: Iterable[Hanging]) -> int:
    """The smallest day any live row hangs on; today when there is none."""
    days = [part.oldest() for part in hanging]
    return min([day for day in days if day is not None], default=vault.today())


def watch_for_failover(vault: Vault) -> bool:
    """A list ahead of the database means an older database is being served: check every circle.

    A restore nobody announced looks like this, a crash between list and commit as well; there
    it is harmless. True when the circles were listed.
    """
    if vault.gone.highest() <= current_number():
        return False
    check_every_circle(vault)
    return True


def check_every_circle(vault: Vault) -> None:
    """List all circles as unchecked, and let the number catch up with the list."""
    rows = [Unchecked(circle_id=circle) for circle in Circle.objects.values_list("id", flat=True)]
    Unchecked.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
    number = max(vault.gone.highest(), current_number())
    GoneNumber.objects.update_or_create(pk=1, defaults={"number": number})


def _rewrap(vault: Vault, due: int) -> int:
    return _each(Slot, due, vault, _rewrap_slot) + _each(Circle, due, vault, _rewrap_sk)


def _rewrap_slot(vault: Vault, slot: Slot) -> bool:
    before = bytes(slot.box)
    slot.rewrap(vault)
    # Without the condition a racing password change would be overwritten with its old secret.
    return bool(Slot.objects.filter(id=slot.id, box=before).update(day=slot.day, box=slot.box))


def _rewrap_sk(vault: Vault, circle: Circle) -> bool:
    today = vault.today()
    sk = wrap_sk(vault, circle.id, today, open_sk(vault, circle))
    # Without the condition a racing save would get its old shred key back: a record lost.
    return bool(Circle.objects.filter(id=circle.id, sk=circle.sk).update(day=today, sk=sk))


def _each(model: Any, due: int, vault: Vault, move: Callable[[Vault, Any], bool]) -> int:
    ids = list(model.objects.filter(day__lte=due).values_list("id", flat=True))
    chunks = [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]
    return sum(move(vault, row) for chunk in chunks for row in model.objects.filter(id__in=chunk))


def _oldest() -> int | None:
    firsts = (
        model.objects.order_by("day").values_list("day", flat=True).first()
        for model in (Slot, Circle)
    )
    return min([day for day in firsts if day is not None], default=None)


def _forget(vault: Vault) -> None:
    identities.erase_rested(vault)
    pairings.forget_old(vault)
    unlocks.forget_old(vault)
    security.forget_old(vault)
    limits.forget_old(vault)


OURS = Hanging(_rewrap, _oldest)
