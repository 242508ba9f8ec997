"""Pairing: the only way a key reaches a person. Twelve spoken digits and a one-time key (2.6).

    giver opens → taker answers → giver grants → taker takes

Whoever can write the database cannot take part: everything either side relies on comes out of
its own sealed box or is proven with the digits, never out of a column.
"""

import hmac
import uuid
from datetime import datetime, timedelta
from hashlib import sha256

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from django.db import models, transaction

from yonder.vault import digits
from yonder.vault.circles import open_circle
from yonder.vault.here import Vault
from yonder.vault.keyrings import Keyring
from yonder.vault.payloads import decode, encode
from yonder.vault.refusals import Damaged, NotForYou, Refusal
from yonder.vault.sealing import derive, lp, seal, unseal

HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)  # RFC 9180, base mode
LASTS = timedelta(hours=24)
TRIES = 3


class Pairing(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    circle = models.ForeignKey("vault.Circle", models.CASCADE, related_name="+")
    giver = models.UUIDField()
    taker = models.UUIDField()
    tries = models.PositiveSmallIntegerField(default=0)
    expires = models.DateTimeField(db_index=True)
    giver_box = models.BinaryField()
    e_public = models.BinaryField(default=b"")
    taker_tag = models.BinaryField(default=b"")
    taker_box = models.BinaryField(default=b"")
    grant = models.BinaryField(default=b"")
    giver_tag = models.BinaryField(default=b"")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle", "taker"], name="one_open_pairing_each")
        ]


class Shown(msgspec.Struct):
    """What the giver's own box says. The giver believes this and no column."""

    circle: uuid.UUID
    giver: uuid.UUID
    taker: uuid.UUID
    code: str
    until: datetime


class Answered(msgspec.Struct):
    """What the taker's own box keeps between answering and taking."""

    private: bytes
    key: bytes
    transcript: bytes
    identity: uuid.UUID


class NotTheDigits(Refusal):
    """The other side typed other digits. `left` more tries; at none the pairing is dead."""

    def __init__(self, left: int):
        super().__init__(left)
        self.left = left


class NotYet(Refusal):
    """The other side has to do something first."""


class TooLate(Refusal):
    """The digits are older than a day, or three wrong answers have ended them."""


def offer(keyring: Keyring, circle: uuid.UUID, taker: uuid.UUID) -> Shown:
    """Begin: draw digits for `taker`. Takes the place of an earlier offer. Raises `NotForYou`."""
    open_circle(keyring, circle)
    until = keyring.vault.clock() + LASTS
    shown = Shown(circle, keyring.person, taker, digits.draw(), until)
    row = Pairing(circle_id=circle, giver=keyring.person, taker=taker, expires=until)
    row.giver_box = seal(_own(keyring), "pair/giver", (row.id,), encode(shown))
    with transaction.atomic():
        Pairing.objects.filter(circle=circle, taker=taker).delete()
        row.save(force_insert=True)
    return shown


def shown(keyring: Keyring, row: Pairing) -> Shown:
    """What the giver is to say. Raises `TooLate`, or `Damaged` when the row is not the giver's."""
    seen = decode(unseal(_own(keyring), "pair/giver", (row.id,), row.giver_box), Shown)
    if seen.until <= keyring.vault.clock() or row.tries >= TRIES:
        raise TooLate
    return seen


def answer(keyring: Keyring, row: Pairing, typed: str) -> None:
    """The taker's half: prove the digits and leave a one-time public key. Raises `TooLate`."""
    if row.expires <= keyring.vault.clock() or row.tries >= TRIES:
        raise TooLate
    one_time = X25519PrivateKey.generate()
    public = one_time.public_key().public_bytes_raw()
    transcript = _transcript(row.id, row.circle_id, row.giver, keyring, public)
    key = _code_key(keyring.vault, digits.normal(typed), row.id)
    kept = Answered(one_time.private_bytes_raw(), key, transcript, keyring.identity)
    box = seal(_own(keyring), "pair/taker", (row.id,), encode(kept))
    free = Pairing.objects.filter(id=row.id, e_public=b"", taker=keyring.person)
    if not free.update(e_public=public, taker_tag=_mac(key, "taker", transcript), taker_box=box):
        raise NotYet


def grant(keyring: Keyring, row: Pairing, name: str, identity: uuid.UUID) -> None:
    """The giver's second half: check the answer, hand the circle's key to the one-time key.

    `name` and `identity` go into the sealed list of readers; `identity` is bound by the taker's
    tag, so nobody can put another one there. Raises `NotYet`, `NotTheDigits`, `TooLate`.
    """
    seen, public = shown(keyring, row), bytes(row.e_public)
    if row.grant:
        return
    if not public:
        raise NotYet
    transcript = lp("yonder/1/pair", row.id, seen.circle, seen.giver, seen.taker, identity, public)
    key = _code_key(keyring.vault, seen.code, row.id)
    if not hmac.compare_digest(_mac(key, "taker", transcript), bytes(row.taker_tag)):
        raise NotTheDigits(_count_wrong(row))
    opened = open_circle(keyring, seen.circle)
    sealed = HPKE.encrypt(opened.ck, X25519PublicKey.from_public_bytes(public), info=transcript)
    with transaction.atomic():
        opened.admit(seen.taker, identity, name)
        opened.save()
        answered = Pairing.objects.filter(id=row.id, e_public=public)
        tag = _mac(key, "giver", transcript, sha256(sealed).digest())
        # Stopped meanwhile: then nobody is let in, and the list of readers stays as it was.
        if not answered.update(grant=sealed, giver_tag=tag):
            raise NotYet


def take(keyring: Keyring, row: Pairing) -> uuid.UUID:
    """The taker's second half: check the grant, keep the key, end the pairing. Gives the circle.

    Raises `NotYet` while the giver has not granted, `Damaged` for a grant the giver never made.
    """
    if not row.grant:
        raise NotYet
    box = unseal(_own(keyring), "pair/taker", (row.id,), row.taker_box)
    kept, sealed = decode(box, Answered), bytes(row.grant)
    expected = _mac(kept.key, "giver", kept.transcript, sha256(sealed).digest())
    if not hmac.compare_digest(expected, bytes(row.giver_tag)):
        raise Damaged("grant")
    private = X25519PrivateKey.from_private_bytes(kept.private)
    try:
        ck = HPKE.decrypt(sealed, private, info=kept.transcript)
    except InvalidTag:
        raise Damaged("grant") from None
    circle = uuid.UUID(bytes=_part(kept.transcript, 2))
    with transaction.atomic():
        keyring.change(lambda keys: keys.update({circle: ck}))
        Pairing.objects.filter(id=row.id).delete()
    open_circle(keyring, circle)
    return circle


def stop(keyring: Keyring, row: Pairing) -> None:
    """Either side ends it. Nothing was opened."""
    if keyring.person not in (row.giver, row.taker):
        raise NotForYou
    row.delete()


def forget_old(vault: Vault) -> None:
    """Pairings that ran out go."""
    Pairing.objects.filter(expires__lte=vault.clock()).delete()


def _count_wrong(row: Pairing) -> int:
    # Two pages of the giver may look at the same answer; the second must not take away a new one.
    Pairing.objects.filter(id=row.id, taker_tag=row.taker_tag).update(
        tries=models.F("tries") + 1, e_public=b"", taker_tag=b"", taker_box=b""
    )
    row.refresh_from_db()
    return max(0, TRIES - row.tries)


def _transcript(
    pid: uuid.UUID, circle: uuid.UUID, giver: uuid.UUID, taker: Keyring, public: bytes
) -> bytes:
    return lp("yonder/1/pair", pid, circle, giver, taker.person, taker.identity, public)


def _part(joined: bytes, wanted: int) -> bytes:
    for _ in range(wanted):
        joined = joined[4 + int.from_bytes(joined[:4], "big") :]
    return joined[4 : 4 + int.from_bytes(joined[:4], "big")]


def _code_key(vault: Vault, code: str, pid: uuid.UUID) -> bytes:
    return derive(vault.stretcher.stretch(code, pid.bytes), pid, "pair")


def _own(keyring: Keyring) -> bytes:
    return derive(keyring.uk, keyring.identity, "pair")


def _mac(key: bytes, side: str, transcript: bytes, more: bytes = b"") -> bytes:
    return hmac.digest(key, side.encode() + transcript + more, "sha256")
