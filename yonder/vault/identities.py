"""The life of an identity: join, sign in, change the password, recover, reset, open again (2.7)."""

import os
import uuid
from collections.abc import Iterable

from django.db import transaction

from yonder.vault import circles
from yonder.vault.gone_numbers import put_on_gone_list
from yonder.vault.here import Vault
from yonder.vault.keyrings import Identity, Keyring, Keys
from yonder.vault.refusals import NewerRecord, WrongSecret
from yonder.vault.security import note
from yonder.vault.slots import DUMMY, PASSWORD, RECOVERY_CODE, Slot, add_slot, open_slot

RESTS = 90  # days a retired identity can be opened again


def join(vault: Vault, person: uuid.UUID, name: str, password: str) -> Keyring:
    """Give `person` an identity: key, password slot, keyring, and a private circle.

    Raises IntegrityError when an active identity exists: that one has to be retired first.
    """
    uk = os.urandom(32)
    row = Identity(person=person, seen=f"{vault.clock():%Y-%m}", private=uuid.uuid4())
    keyring = Keyring(vault, row, uk, Keys({}, row.private))
    row.keyring = keyring.sealed()
    with transaction.atomic():
        row.save(force_insert=True)
        add_slot(vault, row.id, PASSWORD, password, uk)
        circles.create(keyring, name, circle=row.private)
    return keyring


def sign_in(vault: Vault, person: uuid.UUID | None, password: str) -> Keyring:
    """Open the active identity of `person` with `password`; raises `WrongSecret`.

    `None`, for a name nobody has, takes the same time as a wrong password.
    """
    row = Identity.objects.filter(person=person, retired_on=None).first() if person else None
    _, uk = open_slot(vault, row.id if row else DUMMY, PASSWORD, password)
    if row is None:
        raise WrongSecret
    _see(vault, row)
    return Keyring.of(vault, row, uk)


def change_password(keyring: Keyring, old: str, new: str, *, known_to_others: bool) -> None:
    """Replace the password slot; raises `WrongSecret` for a wrong `old` one.

    `known_to_others` also puts the old slot on the gone list: then no restored copy of the
    database opens with it either. Without it, a restore keeps the password of its own day.
    """
    vault = keyring.vault
    slot, uk = open_slot(vault, keyring.identity, PASSWORD, old)
    with transaction.atomic():
        _one_at_a_time(keyring.identity)
        _use_up(slot)
        add_slot(vault, keyring.identity, PASSWORD, new, uk)
        note(vault, keyring.person, "password")
        if known_to_others:
            put_on_gone_list(vault, [slot.id])


def set_recovery_code(keyring: Keyring, code: bytes) -> None:
    """Let `code` (16 random bytes and more) open this identity, instead of any code before it."""
    with transaction.atomic():
        _one_at_a_time(keyring.identity)
        Slot.objects.filter(identity=keyring.identity, kind=RECOVERY_CODE).delete()
        add_slot(keyring.vault, keyring.identity, RECOVERY_CODE, code, keyring.uk)


def recover(vault: Vault, person: uuid.UUID | None, code: bytes, password: str) -> Keyring:
    """Open with the recovery code and set a new password; nothing is lost, nobody is asked.

    Opens a former identity as well: that one is active again, and the one a reset had made
    rests instead. The code is used up. Raises `WrongSecret`, for unknown names as well.
    """
    row, slot, uk = _opened_by_code(vault, person, code)
    with transaction.atomic():
        _one_at_a_time(row.id)
        active = Identity.objects.filter(person=row.person, retired_on=None)
        active.exclude(id=row.id).update(retired_on=vault.today())
        Identity.objects.filter(id=row.id).update(retired_on=None)
        _use_up(slot)
        Slot.objects.filter(identity=row.id, kind=PASSWORD).delete()
        add_slot(vault, row.id, PASSWORD, password, uk)
        note(vault, row.person, "recovered")
    _see(vault, row)
    return Keyring.of(vault, row, uk)


def reset(vault: Vault, person: uuid.UUID, name: str, password: str) -> Keyring:
    """A fresh, empty identity; the former one rests 90 days and opens with what it knew."""
    with transaction.atomic():
        active = Identity.objects.filter(person=person, retired_on=None)
        active.update(retired_on=vault.today())
        note(vault, person, "reset")
        return join(vault, person, name, password)


def active_identities(persons: Iterable[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """Person → id of the active identity, for those who have one. Clear, so it proves nothing."""
    rows = Identity.objects.filter(person__in=persons, retired_on=None)
    return dict(rows.values_list("person", "id"))


def new_key_since(person: uuid.UUID) -> int | None:
    """The day number of a reset in the last 90 days, or None."""
    former = Identity.objects.filter(person=person, retired_on__isnull=False)
    return former.order_by("-retired_on").values_list("retired_on", flat=True).first()


def former_until(vault: Vault, person: uuid.UUID) -> int | None:
    """The day number until which something of before a reset can be opened, or None."""
    former = Identity.objects.filter(person=person, retired_on__isnull=False)
    days = [row.retired_on + RESTS for row in former if row.retired_on is not None]
    return max(days, default=None)


def reopen(keyring: Keyring, secret: str | bytes) -> None:
    """Bring back what a former identity could read: the two keyrings become one.

    `secret` is the old password, or the bytes of the old recovery code. Raises `WrongSecret`, and
    `NewerRecord` when only a newer Yonder could move it without a loss.
    """
    former = _opened_former(keyring, secret)
    if not former.whole:
        raise NewerRecord
    with transaction.atomic():
        keyring.change(lambda keys: keys.update(former.keys | keys))
        circles.take_over(keyring, former)
        keyring.change(lambda keys: keys.pop(former.private, None))
        Identity.objects.filter(id=former.identity).delete()


def erase_rested(vault: Vault) -> int:
    """Erase identities retired more than 90 days ago, each with its private circle. How many."""
    over = list(Identity.objects.filter(retired_on__lt=vault.today() - RESTS))
    for row in over:
        with transaction.atomic():
            circles.erase(vault, row.private)
            row.delete()
    return len(over)


def _see(vault: Vault, row: Identity) -> None:
    # The month alone, and once in it: nobody can tell from this who comes often.
    month = f"{vault.clock():%Y-%m}"
    Identity.objects.filter(id=row.id).exclude(seen=month).update(seen=month)


def _one_at_a_time(identity: uuid.UUID) -> None:
    # Of two changes at once the second waits here, or both of their secrets would stay.
    Identity.objects.select_for_update().filter(id=identity).first()


def _use_up(slot: Slot) -> None:
    # Gone already: another window was quicker, and what was typed is no longer the secret.
    if not Slot.objects.filter(id=slot.id).delete()[0]:
        raise WrongSecret


def _opened_by_code(
    vault: Vault, person: uuid.UUID | None, code: bytes
) -> tuple[Identity, Slot, bytes]:
    rows = Identity.objects.filter(person=person).order_by("retired_on") if person else []
    for row in rows:
        try:
            return row, *open_slot(vault, row.id, RECOVERY_CODE, code)
        except WrongSecret:
            continue
    raise WrongSecret


def _opened_former(keyring: Keyring, secret: str | bytes) -> Keyring:
    kind = RECOVERY_CODE if isinstance(secret, bytes) else PASSWORD
    former = Identity.objects.filter(person=keyring.person, retired_on__isnull=False)
    for row in former.order_by("-retired_on"):
        try:
            _, uk = open_slot(keyring.vault, row.id, kind, secret)
        except WrongSecret:
            continue
        return Keyring.of(keyring.vault, row, uk)
    raise WrongSecret
