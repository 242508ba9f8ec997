"""The database's side of the gone list: a number that tells a restored database from a live one."""

import logging
import uuid
from collections.abc import Iterable

from django.db import models, transaction
from django.db.models import F

from yonder.vault.here import Vault
from yonder.vault.refusals import GoneListDamaged

log = logging.getLogger(__name__)


class GoneNumber(models.Model):
    """One row. Raised in the transaction that removes something."""

    number = models.PositiveBigIntegerField(default=0)


def put_on_gone_list(vault: Vault, things: Iterable[uuid.UUID]) -> None:
    """Name `things` as never to be opened again; call it inside the removing transaction.

    A person can always erase: if the list cannot be written, the removal still happens, and
    the number, now ahead of the list, turns `yonder verify-vault` red.
    """
    with transaction.atomic():
        GoneNumber.objects.get_or_create(pk=1)
        GoneNumber.objects.filter(pk=1).update(number=F("number") + 1)
        number = GoneNumber.objects.get(pk=1).number
    if number > 1 and not vault.gone.files():
        # A new list in the place of a lost one would hide the loss from the next start.
        log.error("The gone list is missing. Erasing goes on, but older copies may bring it back.")
        return
    try:
        vault.gone.add(_ahead(vault, number), things)
    except OSError as error:
        log.error("The gone list cannot be written (%s). Erasing goes on.", error.strerror)


def _ahead(vault: Vault, number: int) -> int:
    # A list that is ahead belongs to a newer database than this one. It has to stay ahead until
    # somebody looks, or a few removals right after a failover would hide that it happened.
    try:
        return max(number, vault.gone.highest() + 1)
    except GoneListDamaged:
        return number


def current_number() -> int:
    """How many removals this database knows of."""
    return GoneNumber.objects.filter(pk=1).values_list("number", flat=True).first() or 0
