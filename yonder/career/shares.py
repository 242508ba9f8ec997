"""Whom each of those who listen could ask: the boss's people, shared out among them.

It knows nothing of any answer. Whoever said no, or talks with somebody else already, stands in it
like everybody; so nobody can learn from it who did.
"""

import uuid

from yonder.career.cascade import Listening
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.planning.cascade import Pair, cascade
from yonder.planning.peers import Barred, Peer
from yonder.planning.tiers import FAN_OUT

Rooms = dict[uuid.UUID, int]


def share_of(listener: Person) -> list[Person]:
    """Those of the first boss's people whom `listener` could ask, by name: everybody is in one
    share, evenly, the same shift first (`planning.cascade`), as far as there is room. Without
    those whom `listener` has asked already. Empty for somebody who does not listen."""
    boss = _first_boss(listener.id)
    rooms = _rooms_below(boss)
    if not rooms.get(listener.id):
        return []
    people = _team(boss, rooms)
    me = str(listener.id)
    mine = {pair.speaker for pair in _pairs(boss, people, rooms) if pair.listener == me}
    asked = _asked(listener) | rooms.keys()
    return [one for one in people if str(one.id) in mine and one.id not in asked]


def _first_boss(person: uuid.UUID) -> uuid.UUID:
    """Up from who listens to who asked them, as far as it goes."""
    seen = {person}
    while True:
        above = Listening.objects.filter(listener=person).exclude(boss__in=seen)
        asked_by = above.values_list("boss", flat=True).first()
        if asked_by is None:
            return person
        seen.add(person := asked_by)


def _rooms_below(boss: uuid.UUID) -> Rooms:
    """Everybody who has said yes below this boss, and to how many."""
    rooms: Rooms = {}
    bosses = {boss}
    while bosses:
        below = Listening.objects.filter(boss__in=bosses).exclude(listener=boss)
        found = dict(below.values_list("listener", "room"))
        fresh = {who: room for who, room in found.items() if who not in rooms}
        rooms |= fresh
        bosses = set(fresh)
    return rooms


def _team(boss: uuid.UUID, rooms: Rooms) -> list[Person]:
    team = Person.objects.filter(manager=boss) | Person.objects.filter(id__in=rooms)
    return list(team.filter(is_active=True, leaves_on=None).distinct())


def _pairs(boss: uuid.UUID, people: list[Person], rooms: Rooms) -> tuple[Pair, ...]:
    peers = [Peer(str(one.id), rooms.get(one.id, 0), one.shift) for one in people]
    leads = {str(one.id): str(one.manager_id) for one in people if one.manager_id}
    chosen = [one.key for one in peers if one.room]
    head = Peer(str(boss), room=len(chosen))
    widest = max(FAN_OUT, len(chosen))
    made = cascade(head, peers, Barred(manager=leads), chosen=chosen, fan_out=widest)
    return made.pairs


def _asked(listener: Person) -> set[uuid.UUID]:
    asked = Invitation.objects.by(listener).values_list("owner", flat=True)
    return {*asked, *Journey.objects.filter(guide=listener).values_list("owner", flat=True)}
