"""A slot: one secret that opens an identity. Opening it *is* signing in; no hash exists (2.3)."""

import os
import uuid

from django.db import models

from yonder.vault.here import Vault
from yonder.vault.refusals import Damaged, WrongSecret
from yonder.vault.sealing import derive, seal, unseal

PASSWORD, RECOVERY_CODE, PASSKEY = 1, 2, 3  # 3 is kept free for passkey PRF
DUMMY = uuid.UUID(int=0)
SALT = 16


class Slot(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    identity = models.ForeignKey("vault.Identity", models.CASCADE, related_name="slots")
    kind = models.PositiveSmallIntegerField()
    salt = models.BinaryField()
    day = models.PositiveIntegerField(db_index=True)
    box = models.BinaryField()

    def open(self, vault: Vault, kek: bytes) -> bytes:
        """UK, or `Damaged` when `kek` is another secret's or the row was touched."""
        return unseal(kek, "slot/inner", self._context(), self.open_outer(vault))

    def open_outer(self, vault: Vault) -> bytes:
        """What lies under the ring's layer; only the person's secret opens that."""
        return unseal(vault.ring.key(self.day, "slot"), *self._outer(), box=self.box)

    def opened_by(self, vault: Vault, secret: str | bytes) -> bool:
        """Is this the secret? Limits on guessing are the caller's business."""
        try:
            self.open(vault, _kek(vault, self, secret))
        except Damaged:
            return False
        return True

    def fill(self, vault: Vault, kek: bytes, uk: bytes) -> None:
        self._lay(vault, seal(kek, "slot/inner", self._context(), uk))

    def rewrap(self, vault: Vault) -> None:
        """Move the outer layer to today's key. The inner one needs the person."""
        self._lay(vault, self.open_outer(vault))

    def _lay(self, vault: Vault, inner: bytes) -> None:
        self.day = vault.today()
        self.box = seal(vault.ring.key(self.day, "slot"), *self._outer(), data=inner)

    def _context(self) -> tuple[uuid.UUID, uuid.UUID, int, bytes]:
        return self.id, self.identity_id, self.kind, bytes(self.salt)

    def _outer(self) -> tuple[str, tuple[uuid.UUID | int | bytes, ...]]:
        return "slot/outer", (*self._context(), self.day)


def add_slot(vault: Vault, identity: uuid.UUID, kind: int, secret: str | bytes, uk: bytes) -> Slot:
    """Store a new slot of `kind` for the 32-byte `uk`; `secret` is a password or code bytes."""
    slot = Slot(identity_id=identity, kind=kind, salt=os.urandom(SALT))
    slot.fill(vault, _kek(vault, slot, secret), uk)
    slot.save(force_insert=True)
    return slot


def open_slot(
    vault: Vault, identity: uuid.UUID, kind: int, secret: str | bytes
) -> tuple[Slot, bytes]:
    """The slot of `kind` that `secret` opens, and UK; raises `WrongSecret`.

    An identity without such a slot costs the same stretch and the same failing open, so that
    the time tells nobody which names exist.
    """
    slots = list(Slot.objects.filter(identity=identity, kind=kind))
    for slot in [slot for slot in slots if slot.id not in vault.gone] or [_dummy(vault, kind)]:
        try:
            return slot, slot.open(vault, _kek(vault, slot, secret))
        except Damaged:
            continue
    raise WrongSecret


def _kek(vault: Vault, slot: Slot, secret: str | bytes) -> bytes:
    if len(slot.salt) != SALT:
        raise Damaged("slot")
    if isinstance(secret, bytes):  # 130 random bits need no stretching (ASVS 6.5.2)
        return derive(secret, slot.id, f"slot/{slot.kind}")
    return derive(vault.stretcher.stretch(secret, bytes(slot.salt)), slot.id, f"slot/{slot.kind}")


def _dummy(vault: Vault, kind: int) -> Slot:
    slot = Slot(id=DUMMY, identity_id=DUMMY, kind=kind, salt=bytes(SALT))
    slot.fill(vault, os.urandom(32), bytes(32))
    return slot
