"""An identity is the one key of a person; its keyring holds all their circle keys (2.3)."""

import uuid
from collections.abc import Callable

import msgspec
from django.db import models

from yonder.vault.here import Vault
from yonder.vault.payloads import decode, encode
from yonder.vault.refusals import ChangedMeanwhile, NewerRecord
from yonder.vault.sealing import derive, pad, seal, unpad, unseal

FLOOR = 1024
ATTEMPTS = 50


class Identity(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person = models.UUIDField(db_index=True)
    tag = models.UUIDField(default=uuid.uuid4)
    retired_on = models.PositiveIntegerField(null=True)  # day number
    seen = models.CharField(max_length=7)  # year-month, for the rule of 24 idle months
    sent_on = models.PositiveIntegerField(null=True)  # day number: told that its pages will go
    private = models.UUIDField()  # the circle of one, so that it can go with its identity
    keyring = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(retired_on=None),
                name="one_active_identity_per_person",
            )
        ]


class Keys(msgspec.Struct):
    """What is sealed: circle → CK, and which circle is the person's own."""

    circles: dict[uuid.UUID, bytes]
    private: uuid.UUID


class Keyring:
    """Opened for one request and then forgotten: never kept on anything that outlives it."""

    def __init__(self, vault: Vault, row: Identity, uk: bytes, keys: Keys, *, whole: bool = True):
        self.vault, self.uk, self.whole = vault, uk, whole
        self.person, self.identity, self.tag = row.person, row.id, row.tag
        self.keys, self.private = keys.circles, keys.private

    @classmethod
    def of(cls, vault: Vault, row: Identity, uk: bytes) -> "Keyring":
        """Open the keyring of `row` with its 32-byte UK; raises `Damaged` for another's."""
        raw = unpad(unseal(_key(uk, row.id), "keyring", (row.id,), row.keyring))
        keys = decode(raw, Keys)
        return cls(vault, row, uk, keys, whole=encode(keys) == raw)

    def sealed(self) -> bytes:
        """The keyring as it is stored, padded so that its length tells little."""
        payload = pad(encode(Keys(self.keys, self.private)), FLOOR)
        return seal(_key(self.uk, self.identity), "keyring", (self.identity,), payload)

    def change(self, apply: Callable[[dict[uuid.UUID, bytes]], object]) -> None:
        """Apply a change to the keys (circle → CK) and store it with compare-and-set.

        Without it, two windows that accept two circles at once would lose one of them. Raises
        `NewerRecord` for a keyring with things in it that only a newer Yonder knows.
        """
        for _ in range(ATTEMPTS):
            if not self.whole:
                raise NewerRecord
            apply(self.keys)
            if self._store():
                return
            self._reload()
        raise ChangedMeanwhile

    def _store(self) -> bool:
        fresh, row = uuid.uuid4(), Identity.objects.filter(id=self.identity, tag=self.tag)
        if not row.update(tag=fresh, keyring=self.sealed()):
            return False
        self.tag = fresh
        return True

    def _reload(self) -> None:
        row = Identity.objects.get(id=self.identity)
        fresh = Keyring.of(self.vault, row, self.uk)
        self.keys, self.tag, self.whole = fresh.keys, row.tag, fresh.whole


def _key(uk: bytes, identity: uuid.UUID) -> bytes:
    return derive(uk, identity, "keyring")
