"""The daily turn: new keys ahead, rows moved to today's key, old keys destroyed (2.2)."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import connection, transaction

from yonder.vault import identities, limits, pairings, security, unlocks
from yonder.vault.circle_rows import Circle, Member, Unchecked, open_sk, wrap_sk
from yonder.vault.folders import alone, sweep
from yonder.vault.gone_numbers import GoneNumber, current_number
from yonder.vault.here import Vault
from yonder.vault.keyrings import Identity
from yonder.vault.refusals import Damaged, RingMissing
from yonder.vault.ring import KEPT
from yonder.vault.slots import Slot

log = logging.getLogger(__name__)
CHUNK = 500


@dataclass(frozen=True)
class Hanging:
    """Rows that hang on the ring: how to move those of a day and before, their days, their boxes.

    `boxes` gives what a row is called, and how to open its outer layer; `count` is how many.
    """

    rewrap: Callable[[Vault, int], int]
    days: Callable[[], Iterable[int]]
    boxes: Callable[[], Iterable[tuple[str, Callable[[Vault], object]]]]
    count: Callable[[], int]


def turn(vault: Vault, also: Iterable[Hanging] = ()) -> int:
    """Do today's turn; safe to call as often as one likes. Gives the number of rows moved.

    One process at a time holds the folder's lock. Keys are destroyed only when nothing hangs
    on them any more; otherwise they stay, and the log and verify-vault say so. Every row moves
    every day: were some left on an older key, a backup of today would lose them before its time.
    """
    with alone(vault.ring.folder):
        sweep(vault.ring.file)
        vault.ring.extend()
        if vault.gone.files() or not current_number():
            vault.gone.begin_day()
        else:
            log.error("The gone list is missing. Put it back, then start Yonder again.")
        moved = sum(part.rewrap(vault, vault.today() - 1) for part in [OURS, *also])
        if oldest_day(vault, also) > vault.today() - KEPT:
            vault.ring.purge()
        else:
            log.error("Rows still hang on a key that is due. The old keys stay for now.")
        if not Unchecked.objects.exists():
            vault.gone.prune()
    _forget(vault)
    return moved


def oldest_day(vault: Vault, also: Iterable[Hanging] = ()) -> int:
    """The smallest day whose key a live row needs; today when there is none."""
    return min(days_in_use(also) & vault.ring.keys().keys(), default=vault.today())


def days_in_use(also: Iterable[Hanging] = ()) -> set[int]:
    """Every day that a live row hangs on."""
    return {day for part in [OURS, *also] for day in part.days()}


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
    """Take out the rows that the list names, list all circles as unchecked, and let the number
    catch up with the list."""
    remove_what_is_gone(vault)
    rows = [Unchecked(circle_id=circle) for circle in Circle.objects.values_list("id", flat=True)]
    Unchecked.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
    number = max(vault.gone.highest(), current_number())
    GoneNumber.objects.update_or_create(pk=1, defaults={"number": number})


def remove_what_is_gone(vault: Vault) -> int:
    """Delete whatever row is on the gone list. Gives how many."""
    ids, removed = list(vault.gone.ids()), 0
    for model in (Slot, Member, Circle, Identity):
        for start in range(0, len(ids), CHUNK):
            rows = model.objects.filter(id__in=ids[start : start + CHUNK])
            removed += rows.delete()[1].get(model._meta.label, 0)
    return removed


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
    moved = 0
    for start in range(0, len(ids), CHUNK):
        with _together():
            rows = model.objects.filter(id__in=ids[start : start + CHUNK])
            moved += sum(move_if_whole(move, vault, row) for row in rows)
    return moved


def move_if_whole(move: Callable[[Vault, Any], bool], vault: Vault, row: Any) -> bool:
    """Move `row`, or log that it cannot be: one damaged row must not keep everybody out."""
    try:
        return move(vault, row)
    except (Damaged, RingMissing):
        log.error("A row does not open with the key of its day. Run yonder verify-vault.")
        return False


def _together() -> AbstractContextManager[object]:
    # One wait for the disk per chunk. Where rows are locked one by one, holding several could
    # meet a save that holds them the other way round.
    return transaction.atomic() if connection.vendor == "sqlite" else nullcontext()


def _days() -> set[int]:
    found = (model.objects.values_list("day", flat=True).distinct() for model in (Slot, Circle))
    return {day for days in found for day in days.order_by()}


def _boxes() -> Iterator[tuple[str, Callable[[Vault], object]]]:
    for slot in Slot.objects.iterator(CHUNK):
        yield f"slot {slot.id}", slot.open_outer
    for circle in Circle.objects.defer("face").iterator(CHUNK):
        yield f"circle {circle.id}", partial(open_sk, row=circle)


def _count() -> int:
    return Slot.objects.count() + Circle.objects.count()


def _forget(vault: Vault) -> None:
    identities.erase_rested(vault)
    pairings.forget_old(vault)
    unlocks.forget_old(vault)
    security.forget_old(vault)
    limits.forget_old(vault)


OURS = Hanging(_rewrap, _days, _boxes, _count)
