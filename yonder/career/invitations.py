"""An invitation: one link, fourteen days. Yes, no and silence leave the same row (decision 1)."""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.db.models import Q, QuerySet

from yonder.career.journeys import Journey
from yonder.career.people import Person, add_person
from yonder.career.record import GUIDE, OWNER, JourneyRecord
from yonder.vault import circles, codes
from yonder.vault.circle_rows import Circle
from yonder.vault.here import Vault
from yonder.vault.keyrings import Keyring
from yonder.vault.records import Entry
from yonder.vault.sealing import derive

LASTS = timedelta(days=14)


class InvitationQuerySet(QuerySet["Invitation"]):
    def by(self, person: Person) -> "InvitationQuerySet":
        """Sent by this person."""
        return self.filter(inviter=person).select_related("invitee", "inviter")

    def to(self, person: Person) -> "InvitationQuerySet":
        """Addressed to this person."""
        return self.filter(invitee=person).select_related("invitee", "inviter")

    def concerning(self, person: Person) -> "InvitationQuerySet":
        """Sent by this person or addressed to them."""
        either = Q(inviter=person) | Q(invitee=person)
        return self.filter(either).select_related("invitee", "inviter")

    def behind(self, token: str, now: datetime) -> "Invitation | None":
        """The one this link or these typed letters open, or None: wrong, or run out."""
        found = self.filter(token_hash=_hash(token), expires__gt=now)
        return found.select_related("invitee", "inviter").first()


class Invitation(models.Model):
    """`circle` is the inviter's, made for the two; `owner` says whose talks these would be."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    inviter = models.ForeignKey(Person, models.CASCADE, related_name="+")
    invitee = models.ForeignKey(Person, models.CASCADE, related_name="+")
    owner = models.ForeignKey(Person, models.CASCADE, related_name="+")
    circle = models.UUIDField()
    token_hash = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField(db_index=True)

    objects = InvitationQuerySet.as_manager()

    @property
    def sent_on(self) -> datetime:
        return self.expires - LASTS

    @property
    def guide(self) -> Person:
        return self.inviter if self.owner_id == self.invitee_id else self.invitee


def invite(
    keyring: Keyring,
    inviter: Person,
    invitee: Person,
    *,
    owner: Person,
    on: datetime,
    made: uuid.UUID | None = None,
    entries: Iterable[Entry] = (),
) -> tuple[Invitation, str]:
    """Make the circle and the invitation. Gives it with the token of its link.

    A hand-over names it beforehand (`made`) and lays what is carried over into the circle.
    """
    made, guide = made or uuid.uuid4(), inviter if owner == invitee else invitee
    token = token_of(keyring, made)
    with transaction.atomic():
        roles = {OWNER: owner.id, GUIDE: guide.id}
        circle = circles.create(keyring, inviter.name, roles=roles, entries=entries)
        # The face says from the start who reads; without it the key could never be offered.
        JourneyRecord(circles.open_circle(keyring, circle)).save()
        invitation = Invitation.objects.create(
            id=made,
            inviter=inviter,
            invitee=invitee,
            owner=owner,
            circle=circle,
            token_hash=_hash(token),
            expires=on + LASTS,
        )
    return invitation, token


def token_of(keyring: Keyring, invitation: uuid.UUID) -> str:
    """The token of a link the person of `keyring` made: drawn from the key, stored nowhere."""
    return codes.letters_of(derive(keyring.uk, invitation, "invitation"))


def newcomer(name: str, email: str = "") -> Person:
    """A row for somebody who is invited and not here yet. It signs nobody in."""
    return add_person(name=name, email=email)


def accept(invitation: Invitation) -> Journey:
    """The invitee says yes: the journey begins. Once or twice gives the same journey.

    Talks of these two that have ended make room for the new ones; those whose last day is still to
    come do not, for nobody would end them then. It keeps the id of the
    invitation, so that a hand-over can be drawn beforehand as it will be.
    """
    both = Journey.objects.filter(owner=invitation.owner, guide=invitation.guide)
    # It is being read until its last day, or holds what its owner has not brought home.
    waiting = Circle.objects.values("id")
    both.exclude(ends_on=None).exclude(circle__in=waiting).delete()
    begun = {"id": invitation.id, "circle": invitation.circle}
    journey, _ = Journey.objects.get_or_create(
        owner=invitation.owner, guide=invitation.guide, defaults=begun
    )
    return journey


def begun_by(invitation: Invitation) -> Journey | None:
    """The journey a yes to this invitation has begun, or None. A no begins nothing."""
    pair = Journey.objects.filter(owner=invitation.owner, guide=invitation.guide)
    return pair.filter(circle=invitation.circle).first()


def already(
    inviter: Person, invitee: Person, *, owner: Person, on: date
) -> "Journey | Invitation | None":
    """What these two have already: their journey until it has ended, or the invitation that still
    waits."""
    both = {"owner": owner, "guide": inviter if owner == invitee else invitee}
    waiting = Invitation.objects.by(inviter).filter(invitee=invitee, owner=owner)
    begun = Journey.objects.filter(**both).exclude(ends_on__lte=on)
    return begun.first() or waiting.first()


def lapse(vault: Vault, now: datetime) -> int:
    """Take away what ran out, alike for used, declined and ignored; a circle nobody joined goes
    with its invitation, and a row made for somebody who never came. How many lapsed."""
    over = list(Invitation.objects.filter(expires__lte=now))
    for invitation in over:
        with transaction.atomic():
            forget(vault, invitation)
    return len(over)


def forget(vault: Vault, invitation: Invitation) -> None:
    """Take one away, whatever became of it; what a yes has begun stays."""
    invitation.delete()
    if not Journey.objects.filter(circle=invitation.circle).exists():
        circles.erase(vault, invitation.circle)
    if not Invitation.objects.filter(invitee=invitation.invitee_id).exists():
        _strangers().filter(id=invitation.invitee_id).delete()


def _strangers() -> QuerySet[Person]:
    """Rows that an invitation made. Whoever people operations placed anywhere, or who leads
    somebody, stays on their list, whatever became of a question."""
    unplaced = Person.objects.filter(login=None, number=None, unit="", shift="", manager=None)
    return unplaced.filter(reports=None)


def _hash(token: str) -> str:
    return hashlib.sha256(codes.normal(token).encode()).hexdigest()
