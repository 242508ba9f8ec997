"""Unlock: the opened key of a person, sealed under a cookie, in a store that is never copied (2.3).

Neither the cookie nor the row opens anything alone. A row lives as long as its sign-in; while
it is closed its box is empty, and only the password fills it again. While it lies on the table
it is good for one thing alone.
"""

import hashlib
import os
import uuid
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import models
from django.db.models import QuerySet

from yonder.vault.here import Vault, day_number
from yonder.vault.keyrings import Identity, Keyring
from yonder.vault.refusals import Closed, Damaged, RingMissing
from yonder.vault.sealing import derive, seal, unseal

WAITING, OPEN, TABLE, CLOSED = "waiting", "open", "table", "closed"
OUT = (OPEN, TABLE)  # here cookie and ring give the key
WAITS = timedelta(minutes=5)  # for the second factor
IDLE, IDLE_SHARED = timedelta(minutes=15), timedelta(minutes=5)
STAYS_OPEN = (15, 60)  # minutes: the shortest and the longest "stay open for this talk"
LASTS, LASTS_SHARED = timedelta(hours=12), timedelta(minutes=30)
WRITTEN_EVERY = timedelta(minutes=1)  # how often `until` is moved, at most


class Unlock(models.Model):
    """`until` is when it closes, `ends` when the whole sign-in is over.

    `only` is the one thing it opens while it lies on the table. `idle_minutes` is the length of a
    talk that it stays open for.
    """

    id = models.CharField(max_length=64, primary_key=True)  # SHA-256 of the cookie
    person = models.UUIDField(db_index=True)
    day = models.PositiveIntegerField()
    since = models.DateTimeField()
    until = models.DateTimeField()
    ends = models.DateTimeField(db_index=True)
    shared = models.BooleanField()
    state = models.CharField(max_length=8)
    device = models.CharField(max_length=60)
    only = models.UUIDField(null=True)
    idle_minutes = models.PositiveSmallIntegerField(null=True)
    box = models.BinaryField()

    @property
    def idle(self) -> timedelta:
        if self.shared:
            return IDLE_SHARED
        return timedelta(minutes=self.idle_minutes) if self.idle_minutes else IDLE


def remember(
    keyring: Keyring, *, shared: bool, device: str, state: str = WAITING
) -> tuple[Unlock, str]:
    """A new row for a sign-in, and the cookie (hex) that opens it together with the ring."""
    cookie, now = os.urandom(32), keyring.vault.clock()
    row = Unlock(
        id=name_of(cookie.hex()),
        person=keyring.person,
        day=day_number(now),
        since=now,
        until=now + WAITS,
        ends=now + (LASTS_SHARED if shared else LASTS),
        shared=shared,
        state=state,
        device=device[:60],
    )
    row.box = _seal(keyring, row, cookie)
    row.save(force_insert=True)
    return row, cookie.hex()


def admit(vault: Vault, row: Unlock) -> None:
    """The sign-in is complete: what was waiting for the second factor opens."""
    until = vault.clock() + row.idle
    if Unlock.objects.filter(id=row.id).exclude(state=TABLE).update(state=OPEN, until=until):
        row.state, row.until = OPEN, until


def keyring_of(vault: Vault, row: Unlock, cookie: str, *, active: bool = True) -> Keyring:
    """The keyring behind an open row, also on the table; raises `Closed` when it has run out.

    It does not look at `only`: whoever answers a request has to. A request of a person moves
    `until`; a page that asks by itself is not `active` and does not.
    """
    now = vault.clock()
    if row.state not in OUT or min(row.until, row.ends) <= now:
        close(row)
        raise Closed
    try:
        keyring = _opened(vault, row, bytes.fromhex(cookie))
    except (Damaged, RingMissing, ValueError):
        close(row)
        raise Closed from None
    if active and row.until - now < row.idle - WRITTEN_EVERY:
        Unlock.objects.filter(id=row.id, state=row.state).update(until=now + row.idle)
    return keyring


def reopen(keyring: Keyring, row: Unlock) -> tuple[Unlock, str]:
    """After the password was typed again: a new row and cookie with what is left of the time.

    What limited the former row, or kept it open for longer, does not pass on to the new one.
    """
    fresh, cookie = remember(keyring, shared=row.shared, device=row.device)
    fresh.since, fresh.ends = row.since, row.ends
    fresh.save(update_fields=["since", "ends"])
    row.delete()
    admit(keyring.vault, fresh)
    return fresh, cookie


def lay_on_table(vault: Vault, row: Unlock, only: uuid.UUID) -> None:
    """Somebody else gets the screen: until it is closed, the row is there for `only` alone.

    The usual idle limit begins anew, whatever the row was to stay open for. Raises `Closed` when
    the row is not open any more.
    """
    now = vault.clock()
    until = now + (IDLE_SHARED if row.shared else IDLE)
    laid = {"state": TABLE, "only": only, "idle_minutes": None, "until": until}
    if not Unlock.objects.filter(id=row.id, state=OPEN, until__gt=now).update(**laid):
        raise Closed
    row.refresh_from_db(fields=list(laid))


def stay_open(vault: Vault, row: Unlock, minutes: int) -> bool:
    """The idle limit becomes the length of a talk, until the row is closed or laid on the table.

    Between 15 and 60 minutes, whatever is asked for. False, and nothing has changed, when others
    use the device too, or when the row is not open.
    """
    now, (least, most) = vault.clock(), STAYS_OPEN
    length = min(max(minutes, least), most)
    longer = {"idle_minutes": length, "until": now + timedelta(minutes=length)}
    can = Unlock.objects.filter(id=row.id, state=OPEN, shared=False, until__gt=now)
    changed = bool(can.update(**longer))
    if changed:
        row.refresh_from_db(fields=list(longer))
    return changed


def close(row: Unlock) -> None:
    """Put the key away, and take it off the table; the sign-in itself stays."""
    _put_away(Unlock.objects.filter(id=row.id))
    row.state = CLOSED


def end(person: uuid.UUID, *, but: str = "") -> None:
    """End every sign-in of this person, except the row named `but`."""
    of(person).exclude(id=but).delete()


def of(person: uuid.UUID) -> QuerySet[Unlock]:
    """This person's sign-ins, newest first."""
    return Unlock.objects.filter(person=person).order_by("-since")


def forget_old(vault: Vault) -> None:
    """Sign-ins that are over go; keys that ran out are put away though nobody came back."""
    now = vault.clock()
    Session.objects.filter(expire_date__lte=now).delete()
    Unlock.objects.filter(ends__lte=now).delete()
    Unlock.objects.filter(state=WAITING, until__lte=now).delete()
    _put_away(Unlock.objects.filter(state__in=OUT, until__lte=now))


def name_of(cookie: str) -> str:
    """The row's id: SHA-256 of the cookie, so the store does not hold what opens it."""
    return hashlib.sha256(cookie.encode()).hexdigest()


def _put_away(rows: QuerySet[Unlock]) -> None:
    rows.update(state=CLOSED, only=None, box=b"")


def _seal(keyring: Keyring, row: Unlock, cookie: bytes) -> bytes:
    context = (keyring.identity, row.person, row.day)
    return seal(_key(keyring.vault, row, cookie), "unlock", context, keyring.uk)


def _key(vault: Vault, row: Unlock, cookie: bytes) -> bytes:
    return derive(cookie, vault.ring.key(row.day, "unlock"), "unlock")


def _opened(vault: Vault, row: Unlock, cookie: bytes) -> Keyring:
    """Bound to the active identity: after a reset, what the former one unlocked stays shut."""
    identity = Identity.objects.filter(person=row.person, retired_on=None).first()
    if identity is None:
        raise Damaged("unlock")
    context = (identity.id, row.person, row.day)
    uk = unseal(_key(vault, row, cookie), "unlock", context, row.box)
    return Keyring.of(vault, identity, uk)
