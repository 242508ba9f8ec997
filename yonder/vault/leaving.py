"""Somebody leaves: what their key opens is taken away without any key, and for good."""

import uuid

from django.db import transaction
from django.db.models import Q

from yonder.vault import circles, unlocks
from yonder.vault.circle_rows import Member
from yonder.vault.gone_numbers import put_on_gone_list
from yonder.vault.here import Vault
from yonder.vault.keyrings import Identity
from yonder.vault.pairings import Pairing
from yonder.vault.security import SecurityEvent
from yonder.vault.slots import Slot


def part(vault: Vault, circle: uuid.UUID, person: uuid.UUID) -> bool:
    """Take `person` out of a circle, now and in every older copy. Gives whether it is still there.

    A circle that nobody else can read is erased with them.
    """
    with transaction.atomic():
        members = Member.objects.select_for_update().filter(circle=circle)
        if not members.exclude(person=person).exists():
            circles.erase(vault, circle)
            return False
        leaving = list(members.filter(person=person).values_list("id", flat=True))
        Member.objects.filter(id__in=leaving).delete()
        if leaving:
            put_on_gone_list(vault, leaving)
    return True


def erase(vault: Vault, person: uuid.UUID) -> None:
    """Erase every identity of `person`, former ones too, with private circles and memberships.

    What they shared as a reader stays with the others. Nothing of it opens in a restored copy.
    """
    identities = Identity.objects.filter(person=person)
    with transaction.atomic():
        for private in list(identities.values_list("private", flat=True)):
            circles.erase(vault, private)
        for circle in list(Member.objects.filter(person=person).values_list("circle", flat=True)):
            part(vault, circle, person)
        slots = Slot.objects.filter(identity__person=person).values_list("id", flat=True)
        put_on_gone_list(vault, [*slots, *identities.values_list("id", flat=True)])
        identities.delete()
        Pairing.objects.filter(Q(giver=person) | Q(taker=person)).delete()
        SecurityEvent.objects.filter(person=person).delete()
    unlocks.end(person)
