"""The rows of a circle, and the boxes in them: a shred key, a face, a body (2.4)."""

import uuid
from typing import NamedTuple

from django.db import models

from yonder.vault.here import Vault
from yonder.vault.keyrings import Keyring
from yonder.vault.sealing import derive, pad, seal, unpad, unseal

SMALLEST, LARGEST = 64 * 1024, 1024 * 1024  # bytes of a padded record; it never shrinks
FACE = 2 * 1024  # bytes of a padded face


class Circle(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    tag = models.UUIDField(default=uuid.uuid4)
    day = models.PositiveIntegerField(db_index=True)
    sk = models.BinaryField()
    face = models.BinaryField()


class Body(models.Model):
    circle = models.OneToOneField(Circle, models.CASCADE, primary_key=True)
    size = models.PositiveIntegerField()
    box = models.BinaryField()


class Member(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    circle = models.ForeignKey(Circle, models.CASCADE, related_name="members")
    person = models.UUIDField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle", "person"], name="a_member_once")]


class FaceRow(NamedTuple):
    """As much of a circle as its face needs."""

    id: uuid.UUID
    day: int
    sk: bytes
    face: bytes


class Unchecked(models.Model):
    """A circle that came out of a backup and was not yet held against the gone list (2.9)."""

    circle = models.OneToOneField(Circle, models.CASCADE, primary_key=True)


def sealed(secret: bytes, circle: uuid.UUID, padded: bytes, face: bytes) -> tuple[bytes, bytes]:
    """(body box, face box) under `secret`, which is CK ‖ SK."""
    body = seal(derive(secret, circle, "body"), "body", (circle,), padded)
    small = pad(face, FACE, FACE)
    return body, seal(derive(secret, circle, "face"), "face", (circle,), small)


def wrap_sk(vault: Vault, circle: uuid.UUID, day: int, sk: bytes) -> bytes:
    return seal(vault.ring.key(day, "sk"), "sk", (circle, day), sk)


def open_sk(vault: Vault, row: "Circle | FaceRow") -> bytes:
    return unseal(vault.ring.key(row.day, "sk"), "sk", (row.id, row.day), row.sk)


def open_face(keyring: Keyring, row: "Circle | FaceRow") -> bytes:
    """The face of a circle whose row was read; raises `Damaged`."""
    return unpad(unseal(derive(_secret(keyring, row), row.id, "face"), "face", (row.id,), row.face))


def open_body(keyring: Keyring, row: Circle) -> bytes:
    """The padded record of a circle whose row and body were read; raises `Damaged`."""
    return unseal(derive(_secret(keyring, row), row.id, "body"), "body", (row.id,), row.body.box)


def _secret(keyring: Keyring, row: "Circle | FaceRow") -> bytes:
    return keyring.keys[row.id] + open_sk(keyring.vault, row)
