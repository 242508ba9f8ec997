"""Looks over everything that can be checked without any person's key, one sentence per finding."""

from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import Count

from yonder.vault.circle_rows import FACE, LARGEST, SMALLEST, Body, Circle
from yonder.vault.gone_numbers import current_number
from yonder.vault.here import Vault
from yonder.vault.keyrings import Identity
from yonder.vault.outer_layers import Progress, opened, unseen
from yonder.vault.refusals import Damaged, GoneListDamaged
from yonder.vault.sealing import HEADER, NONCE, TAG
from yonder.vault.slots import Slot
from yonder.vault.turning import Hanging

AROUND = len(HEADER) + NONCE + TAG  # bytes a box is longer than what is in it
READERS = 3  # at most, in one circle


def findings(
    vault: Vault, also: Iterable[Hanging] = (), progress: Progress = unseen
) -> Iterator[str]:
    """Everything that is not as Yonder wrote it. Raises what the ring raises when it is unread."""
    vault.ring.keys()
    yield from _database()
    yield from _boxes(vault, also, progress)
    yield from _sizes()
    yield from _readers()
    yield from _gone(vault)


def _database() -> Iterator[str]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for (said,) in cursor.execute("PRAGMA quick_check").fetchall():
            if said != "ok":
                yield f"The database file is damaged: {said}."


def _boxes(vault: Vault, also: Iterable[Hanging], progress: Progress) -> Iterator[str]:
    for name, refusal in opened(vault, also, progress):
        if isinstance(refusal, Damaged):
            yield f"The box of {name} is damaged."
        elif refusal:
            yield f"The ring has no key for the day of {name}."


def _sizes() -> Iterator[str]:
    for circle in Circle.objects.only("id", "face").iterator(500):
        if len(circle.face) != FACE + AROUND:
            yield f"The face of circle {circle.id} has a wrong size."
    for body in Body.objects.iterator(50):
        if body.size not in _ladder() or len(body.box) != body.size + AROUND:
            yield f"The record of circle {body.circle_id} has a wrong size."


def _readers() -> Iterator[str]:
    for circle in Circle.objects.filter(body=None):
        yield f"Circle {circle.id} has no record."
    counted = Circle.objects.annotate(readers=Count("members")).values_list("id", "readers")
    for circle_id, readers in counted.order_by():
        if not 1 <= readers <= READERS:
            yield f"Circle {circle_id} has {readers} readers."
    for row in Identity.objects.only("id", "private", "person"):
        if not Circle.objects.filter(id=row.private, members__person=row.person).exists():
            yield f"Identity {row.id} has no private circle."
    for row in Identity.objects.filter(slots=None).only("id"):
        yield f"Identity {row.id} has no slot, so nothing opens it."


def _gone(vault: Vault) -> Iterator[str]:
    if not vault.gone.files():
        yield "The list of erased things is missing."
    try:
        gone = vault.gone.ids()
    except GoneListDamaged as error:
        yield str(error)
        return
    if gone and current_number() > vault.gone.highest():
        yield "The list of erased things lacks the latest ones."
    for model in (Slot, Circle):
        for row in model.objects.filter(id__in=gone).values_list("id", flat=True):
            yield f"{model.__name__} {row} was erased, but is still there."


def _ladder() -> set[int]:
    sizes, size = set(), SMALLEST
    while size <= LARGEST:
        sizes.add(size)
        size *= 4
    return sizes
