"""What a cascade has become: who can still listen to somebody, and how many pairs have begun."""

import uuid

from django.db.models import F, QuerySet

from yonder.career.cascade import Listening
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.leading import far_above
from yonder.career.people import Person

TIERS = 3


def room_left(person: Person) -> int:
    """To how many more this person can listen: promised, but for the pairs and invitations."""
    rooms = Listening.objects.filter(listener=person).values_list("room", flat=True)
    asked = set(Invitation.objects.by(person).values_list("owner", flat=True)) - {person.id}
    heard = set(_peers({person.id}).filter(ends_on=None).values_list("owner", flat=True))
    return max(0, max(rooms, default=0) - len(asked | heard))


def listens(person: Person) -> bool:
    """Has this person said yes to listening to others, and has time for it still?"""
    return Listening.objects.filter(listener=person, room__gt=0).exists()


def can_hear(listener: Person, speaker: Person) -> bool:
    """Does this person listen to others, has room, and no power from above over the speaker?"""
    if listener == speaker or far_above(listener, speaker):
        return False
    return room_left(listener) > 0


def listens_as_peer(listener: Person, speaker: Person) -> bool:
    """Has this person said yes to listening to others, and does not lead the speaker?"""
    if speaker.manager_id == listener.id or far_above(listener, speaker):
        return False
    return listens(listener)


def next_free(speaker: Person, but: Person) -> Person | None:
    """Another one of those who listen beside `but`, who has room for this speaker."""
    bosses = Listening.objects.filter(listener=but).values("boss")
    beside = Listening.objects.filter(boss__in=bosses, room__gt=0).exclude(listener=but)
    people = Person.objects.filter(id__in=beside.values("listener"), is_active=True)
    known = Journey.objects.filter(owner=speaker).values("guide")
    free = people.exclude(id__in=known).exclude(login=None)
    return next((one for one in free if can_hear(one, speaker)), None)


def stopped(person: Person) -> list[Person]:
    """Those who listen to this person and have no more time for it. A manager is no peer."""
    guides = Journey.objects.of(person).filter(owner=person).values("guide")
    over = Listening.objects.filter(listener__in=guides, room=0).values("listener")
    people = Person.objects.filter(id__in=over)
    return [one for one in people if one.id != person.manager_id]


def begun(boss: Person) -> list[int]:
    """Pairs that have begun, tier by tier; the first one is heard by `boss`. Numbers, and nothing
    else: whoever ended their talks counts as long as the row of the pair is kept."""
    listeners = _listeners({boss.id})
    pairs = [Journey.objects.filter(guide=boss, owner__in=listeners).count()]
    seen = {boss.id}
    for _ in range(TIERS - 1):
        seen |= listeners
        pairs.append(_peers(listeners).exclude(owner=boss).count())
        listeners = _listeners(listeners) - seen
    return pairs


def _listeners(bosses: set[uuid.UUID]) -> set[uuid.UUID]:
    return set(Listening.objects.filter(boss__in=bosses).values_list("listener", flat=True))


def _peers(guides: set[uuid.UUID]) -> QuerySet[Journey]:
    """Pairs in which the one who listens is not the manager."""
    return Journey.objects.filter(guide__in=guides).exclude(owner__manager=F("guide"))
