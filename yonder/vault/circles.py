"""A circle: who can read, one sealed record, one small face. The vault's surface for the domain.

opened = circles.open_circle(keyring, circle)     -> typed record
opened.record ...                                 change it in memory
opened.save(face)                                 sealed anew, conditional; erasing is saving
"""

import os
import uuid
from collections.abc import Iterable
from contextlib import suppress

from django.db import transaction

from yonder.vault.circle_rows import (
    SMALLEST,
    Body,
    Circle,
    FaceRow,
    Member,
    Unchecked,
    open_body,
    open_face,
    sealed,
    wrap_sk,
)
from yonder.vault.gone_numbers import put_on_gone_list
from yonder.vault.here import Vault
from yonder.vault.keyrings import Keyring
from yonder.vault.opened import OpenCircle
from yonder.vault.records import SCHEMA, Entry, Reader, Record, pack, unpack
from yonder.vault.refusals import ChangedMeanwhile, ChangedOutside, NewerRecord, NotForYou
from yonder.vault.sealing import pad, unpad


def create(
    keyring: Keyring,
    name: str,
    *,
    circle: uuid.UUID | None = None,
    roles: dict[str, uuid.UUID] | None = None,
    entries: Iterable[Entry] = (),
) -> uuid.UUID:
    """A new circle whose only reader is the person of `keyring`, called `name`. Gives its id.

    `entries` are what it holds from the start: copies, under new ids, of what lies elsewhere.
    """
    vault, made = keyring.vault, circle or uuid.uuid4()
    ck, sk, day = os.urandom(32), os.urandom(32), vault.today()
    me = Reader(keyring.person, keyring.identity, name, day, day, keyring.person)
    padded = pad(pack(Record(SCHEMA, [me], roles or {}, list(entries))), SMALLEST)
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
    return open_circles(keyring, [circle])[circle]


def open_circles(keyring: Keyring, wanted: Iterable[uuid.UUID]) -> dict[uuid.UUID, OpenCircle]:
    """Circle → its opened record: one statement for all. `NotForYou` if one of them is not."""
    circles, gone = list(wanted), keyring.vault.gone.ids()
    joined = Member.objects.select_related("circle__body", "circle__unchecked")
    members = {
        member.circle_id: member
        for member in joined.filter(circle__in=circles, person=keyring.person)
        if member.circle_id in keyring.keys and not {member.circle_id, member.id} & gone
    }
    if members.keys() != set(circles):
        raise NotForYou
    return {circle: _opened(keyring, members[circle], gone) for circle in circles}


def held_by(keyring: Keyring) -> list[uuid.UUID]:
    """Every circle this person holds a key to and is a member of, in one order for everybody."""
    gone = keyring.vault.gone.ids()
    members = Member.objects.filter(person=keyring.person, circle__in=list(keyring.keys))
    rows = members.order_by("circle").values_list("circle", "id")
    return [circle for circle, member in rows if not {circle, member} & gone]


def faces(keyring: Keyring, wanted: Iterable[uuid.UUID]) -> dict[uuid.UUID, bytes]:
    """Circle → face, for those of `wanted` that this person can open: one statement for all.

    An empty face has to be drawn from the record: it is new, or out of a backup and unchecked.
    """
    gone, known = keyring.vault.gone.ids(), keyring.keys
    members = Member.objects.filter(person=keyring.person, circle__in=wanted)
    # Plain rows: a page with many journeys would spend more on making objects than on opening.
    fields = [f"circle__{name}" for name in FaceRow._fields]
    rows = members.values_list("id", "circle__unchecked", *fields)
    return {
        row.id: b"" if unchecked else open_face(keyring, row)
        for member, unchecked, row in ((one, other, FaceRow(*rest)) for one, other, *rest in rows)
        if row.id in known and row.id not in gone and member not in gone
    }


def erase(vault: Vault, circle: uuid.UUID) -> None:
    """End a circle for everybody, now. Needs no key, so a dated end works while all is closed."""
    with transaction.atomic():
        deleted, _ = Circle.objects.filter(id=circle).delete()
        if deleted:
            put_on_gone_list(vault, [circle])


def end(keyring: Keyring, circle: uuid.UUID) -> None:
    """Take the circle away from its other readers; what it held has a new place by now."""
    end_without_key(keyring.vault, circle, keeps=keyring.person)


def end_without_key(vault: Vault, circle: uuid.UUID, *, keeps: uuid.UUID) -> None:
    """The same for an owner, `keeps`, who need not be here: a day that was agreed has come.

    The memberships of the others go on the gone list and the circle does not: in a restored copy
    it is the only place of what it holds, and opens for `keeps` alone.
    """
    others = Member.objects.filter(circle=circle).exclude(person=keeps)
    leaving = set(others.values_list("id", flat=True))
    with transaction.atomic():
        Circle.objects.filter(id=circle).delete()
        if leaving:
            put_on_gone_list(vault, leaving)


def drop_former_readers(opened: OpenCircle) -> None:
    """Take out of the sealed list whose membership has ended. The list never grows by this.

    A restore deletes such memberships, and so does leaving; neither has a key to the list.
    """
    members = set(Member.objects.filter(circle=opened.id).values_list("person", flat=True))
    record = opened.record
    record.readers = [reader for reader in record.readers if reader.person in members]


def take_over(keyring: Keyring, former: Keyring) -> None:
    """After a reset: move the former private entries here, and be the same reader everywhere.

    Raises `NewerRecord` when a newer Yonder wrote one of the records; then nothing was moved.
    """
    mine, before = open_circle(keyring, keyring.private), open_circle(keyring, former.private)
    if not before.writable:  # moved by us, it would lack what only a newer Yonder knows
        raise NewerRecord
    mine.record.entries += before.record.entries
    mine.save()
    Circle.objects.filter(id=former.private).delete()
    held = Member.objects.filter(person=keyring.person, circle__in=former.keys)
    for circle in held.values_list("circle", flat=True):
        opened = open_circle(keyring, circle)
        if (reader := opened.record.reader(keyring.person)) and reader.identity == former.identity:
            reader.identity = keyring.identity
            with suppress(ChangedOutside):  # a guide has left; it is brought home as it is
                opened.save()


def _opened(keyring: Keyring, member: Member, gone: frozenset[uuid.UUID]) -> OpenCircle:
    padded = open_body(keyring, member.circle)
    record, writable = unpack(unpad(padded))
    # The size that was sealed, for the column of that name could say anything.
    opened = OpenCircle(keyring, member.circle, record, writable=writable, size=len(padded))
    opened.set_aside(gone)
    _hold_against(opened, gone, unchecked=_unchecked(member))
    return opened


def _hold_against(opened: OpenCircle, gone: frozenset[uuid.UUID], *, unchecked: bool) -> None:
    kept = [entry for entry in opened.record.entries if not {entry.id, entry.origin} & gone]
    if unchecked:
        drop_former_readers(opened)
    removed = len(kept) < len(opened.record.entries)
    if unchecked or removed:
        opened.record.entries = kept
        with suppress(ChangedMeanwhile, ChangedOutside, NewerRecord):
            # The old face may still quote what is gone.
            opened.save(b"" if removed else None)
            if not opened.taken_back:  # or their marks would leave the gone list before they do
                Unchecked.objects.filter(circle=opened.id).delete()


def _unchecked(member: Member) -> bool:
    return hasattr(member.circle, "unchecked")
