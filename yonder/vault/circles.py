"""A circle: who can read, one sealed record, one small face. The vault's surface for the domain.

    opened = circles.open_circle(keyring, circle)     -> typed record
    opened.record ...                                 change it in memory
    opened.save(face)                                 sealed anew, conditional; erasing is saving

Every save makes a new shred key, so an earlier copy of the row opens nothing of today's (2.4).
"""

import os
import uuid
from collections.abc import Iterable
from contextlib import suppress

from django.db import models, transaction

from yonder.vault.gone_numbers import put_on_gone_list
from yonder.vault.here import Vault
from yonder.vault.keyrings import Keyring
from yonder.vault.records import SCHEMA, Reader, Record, pack, unpack
from yonder.vault.refusals import ChangedMeanwhile, ChangedOutside, NewerRecord, NotForYou
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


class Unchecked(models.Model):
    """A circle that came out of a backup and was not yet held against the gone list (2.9)."""

    circle = models.OneToOneField(Circle, models.CASCADE, primary_key=True)


class OpenCircle:
    """One circle, opened for one person in one request."""

    def __init__(self, keyring: Keyring, row: Circle, record: Record, *, writable: bool, size: int):
        self.keyring, self.id, self.tag, self.size = keyring, row.id, row.tag, size
        self.record, self.writable = record, writable
        self.ck = keyring.keys[row.id]
        self.face = open_face(keyring, row)
        self._known = {entry.id for entry in record.entries}

    def save(self, face: bytes | None = None) -> None:
        """Seal record and face under a fresh shred key, if nobody saved since we read.

        `face` (up to 2,044 bytes) is what list pages need; None keeps the one before. Entries
        no longer in the record go on the gone list. Raises `ChangedMeanwhile`, `TooBig`,
        `NewerRecord`, `ChangedOutside`; in each case nothing was written.
        """
        if not self.writable:
            raise NewerRecord
        self.face = self.face if face is None else face
        padded = pad(pack(self.record), max(SMALLEST, self.size), LARGEST)
        with transaction.atomic():
            self._replace(padded)
            if gone := self._known - {entry.id for entry in self.record.entries}:
                put_on_gone_list(self.keyring.vault, gone)
        self._known = {entry.id for entry in self.record.entries}

    def admit(self, person: uuid.UUID, identity: uuid.UUID, name: str) -> None:
        """Write a reader into the sealed list and the clear one. Only pairing does this."""
        today, before = self.keyring.vault.today(), self.record.reader(person)
        since = before.since if before else today
        fresh = Reader(person, identity, name, since, today, self.keyring.person)
        others = [reader for reader in self.record.readers if reader is not before]
        self.record.readers = [*others, fresh]
        Member.objects.get_or_create(circle_id=self.id, person=person)

    def _replace(self, padded: bytes) -> None:
        self._refuse_foreign_members()
        fresh, day = uuid.uuid4(), self.keyring.vault.today()
        sk = os.urandom(32)
        body, face = sealed(self.ck + sk, self.id, padded, self.face)
        changed = Circle.objects.filter(id=self.id, tag=self.tag).update(
            tag=fresh, day=day, sk=wrap_sk(self.keyring.vault, self.id, day, sk), face=face
        )
        if not changed:
            raise ChangedMeanwhile
        Body.objects.filter(circle=self.id).update(box=body, size=len(padded))
        self.tag, self.size = fresh, len(padded)

    def _refuse_foreign_members(self) -> None:
        members = set(Member.objects.filter(circle=self.id).values_list("person", flat=True))
        if members != {reader.person for reader in self.record.readers}:
            raise ChangedOutside


def create(
    keyring: Keyring,
    name: str,
    *,
    circle: uuid.UUID | None = None,
    roles: dict[str, uuid.UUID] | None = None,
) -> uuid.UUID:
    """A new circle whose only reader is the person of `keyring`, called `name`. Gives its id."""
    vault, made = keyring.vault, circle or uuid.uuid4()
    ck, sk, day = os.urandom(32), os.urandom(32), vault.today()
    me = Reader(keyring.person, keyring.identity, name, day, day, keyring.person)
    padded = pad(pack(Record(SCHEMA, [me], roles or {}, [])), SMALLEST)
    body, face = sealed(ck + sk, made, padded, b"")
    with transaction.atomic():
        Circle.objects.create(id=made, day=day, sk=wrap_sk(vault, made, day, sk), face=face)
        Body.objects.create(circle_id=made, size=len(padded), box=body)
        Member.objects.create(circle_id=made, person=keyring.person)
        keyring.change(lambda keys: keys.update({made: ck}))
    return made


def open_circle(keyring: Keyring, circle: uuid.UUID) -> OpenCircle:
    """The circle with its typed record, for a person who holds its key; else `NotForYou`.

    What the gone list names leaves the record before anybody sees it.
    """
    joined = Member.objects.select_related("circle__body", "circle__unchecked")
    member = joined.filter(circle=circle, person=keyring.person).first()
    gone = keyring.vault.gone.ids()
    if member is None or circle not in keyring.keys or {circle, member.id} & gone:
        raise NotForYou
    row = member.circle
    secret = keyring.keys[circle] + open_sk(keyring.vault, row)
    padded = unseal(derive(secret, circle, "body"), "body", (circle,), row.body.box)
    record, writable = unpack(unpad(padded))
    # The size that was sealed, for the column of that name could say anything.
    opened = OpenCircle(keyring, row, record, writable=writable, size=len(padded))
    _hold_against(opened, gone, unchecked=_unchecked(member))
    return opened


def faces(keyring: Keyring, wanted: Iterable[uuid.UUID]) -> dict[uuid.UUID, bytes]:
    """Circle → face, for those of `wanted` that this person can open: one statement for all.

    An empty face has to be drawn from the record: it is new, or out of a backup and unchecked.
    """
    gone = keyring.vault.gone.ids()
    members = Member.objects.filter(person=keyring.person, circle__in=wanted)
    return {
        member.circle_id: b"" if _unchecked(member) else open_face(keyring, member.circle)
        for member in members.select_related("circle__unchecked")
        if member.circle_id in keyring.keys and not {member.circle_id, member.id} & gone
    }


def erase(vault: Vault, circle: uuid.UUID) -> None:
    """End a circle for everybody, now. Needs no key, so a dated end works while all is closed."""
    with transaction.atomic():
        deleted, _ = Circle.objects.filter(id=circle).delete()
        if deleted:
            put_on_gone_list(vault, [circle])


def take_over(keyring: Keyring, former: Keyring) -> None:
    """After a reset: move the former private entries here, and be the same reader everywhere."""
    mine, before = open_circle(keyring, keyring.private), open_circle(keyring, former.private)
    mine.record.entries += before.record.entries
    mine.save()
    Circle.objects.filter(id=former.private).delete()
    held = Member.objects.filter(person=keyring.person, circle__in=former.keys)
    for circle in held.values_list("circle", flat=True):
        opened = open_circle(keyring, circle)
        if (reader := opened.record.reader(keyring.person)) and reader.identity == former.identity:
            reader.identity = keyring.identity
            opened.save()


def sealed(secret: bytes, circle: uuid.UUID, padded: bytes, face: bytes) -> tuple[bytes, bytes]:
    """(body box, face box) under `secret`, which is CK ‖ SK."""
    body = seal(derive(secret, circle, "body"), "body", (circle,), padded)
    small = pad(face, FACE, FACE)
    return body, seal(derive(secret, circle, "face"), "face", (circle,), small)


def wrap_sk(vault: Vault, circle: uuid.UUID, day: int, sk: bytes) -> bytes:
    return seal(vault.ring.key(day, "sk"), "sk", (circle, day), sk)


def open_sk(vault: Vault, row: Circle) -> bytes:
    return unseal(vault.ring.key(row.day, "sk"), "sk", (row.id, row.day), row.sk)


def open_face(keyring: Keyring, row: Circle) -> bytes:
    """The face of a circle whose row was read; raises `Damaged`."""
    secret = keyring.keys[row.id] + open_sk(keyring.vault, row)
    return unpad(unseal(derive(secret, row.id, "face"), "face", (row.id,), row.face))


def _hold_against(opened: OpenCircle, gone: frozenset[uuid.UUID], *, unchecked: bool) -> None:
    kept = [entry for entry in opened.record.entries if entry.id not in gone]
    if unchecked:
        _drop_former_readers(opened)
    removed = len(kept) < len(opened.record.entries)
    if unchecked or removed:
        opened.record.entries = kept
        with suppress(ChangedMeanwhile, ChangedOutside, NewerRecord):
            # The old face may still quote what is gone.
            opened.save(b"" if removed else None)
            Unchecked.objects.filter(circle=opened.id).delete()


def _unchecked(member: Member) -> bool:
    return hasattr(member.circle, "unchecked")


def _drop_former_readers(opened: OpenCircle) -> None:
    # A restore deletes memberships that had ended; the sealed list of that day still names them.
    members = set(Member.objects.filter(circle=opened.id).values_list("person", flat=True))
    record = opened.record
    record.readers = [reader for reader in record.readers if reader.person in members]
