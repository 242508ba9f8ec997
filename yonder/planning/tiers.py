"""Five who listen to five: how many each tier has room for, and how long it takes.

The boss holds talks with five, each of them with five more (method.md 10: 5 + 25 = 30, so 52 need
a third tier of 22).
"""

from dataclasses import dataclass

from yonder.planning.ways import CASCADE, TALKS
from yonder.planning.weeks import HORIZON, NoWeekLeft, Pace

FAN_OUT = 5
MOST_FAN_OUT = 50


class NoFan(Exception):
    """Each listener has to listen to one person at least, and to `MOST_FAN_OUT` at most."""


@dataclass(frozen=True)
class Tier:
    """`number` 1 is heard by the boss. `room`: how many fit in; `people`: how many there are;
    `reached`: how many it makes together with all before it, and `capacity`: how many it could
    make. `each`: the most talks that one who listens has here."""

    number: int
    people: int
    room: int
    reached: int
    capacity: int
    each: int


def spread(people: int, fan_out: int = FAN_OUT) -> tuple[Tier, ...]:
    """The tiers until everybody is reached. Raises `NoFan`, `NoWeekLeft` for tiers without end.

    >>> [(tier.people, tier.room, tier.capacity) for tier in spread(52)]
    [(5, 5, 5), (25, 25, 30), (22, 125, 155)]
    """
    if not 1 <= fan_out <= MOST_FAN_OUT:
        raise NoFan
    tiers, listeners, reached, capacity = list[Tier](), 1, 0, 0
    while reached < people:
        if len(tiers) > HORIZON:
            raise NoWeekLeft
        room = listeners * fan_out
        here = min(room, people - reached)
        reached, capacity = reached + here, capacity + room
        each = -(-here // listeners) * len(TALKS[CASCADE])
        tiers.append(Tier(len(tiers) + 1, here, room, reached, capacity, each))
        listeners = room
    return tuple(tiers)


def weeks_of(tier: Tier, pace: Pace) -> int:
    """Working weeks until the last talk of a tier; the next one begins after it.

    Each who listens keeps the same pace, and the talks of one person lie `spacing` weeks apart.
    """
    talks = len(TALKS[CASCADE])
    return max(-(-tier.each * pace.parts // pace.per_week), (talks - 1) * pace.spacing + 1)
