"""To how many each listens when not all the room is needed: as even as the room allows."""

from collections import Counter
from collections.abc import Sequence

from yonder.planning.peers import Peer


def quotas(speakers: Sequence[Peer], listeners: Sequence[Peer]) -> list[int]:
    """Filled like vessels with water: all to one height, or to their brim.

    What is left over lifts some by one, first those in whose shift more people wait. O(n) for
    rooms that are small numbers.
    """
    rooms = [one.room for one in listeners]
    if sum(rooms) <= len(speakers):
        return rooms
    level = _level(rooms, len(speakers))
    own = [min(room, level) for room in rooms]
    rest = len(speakers) - sum(own)
    for at in _by_need(speakers, listeners, own):
        if rest and rooms[at] > level:
            own[at] += 1
            rest -= 1
    return own


def _level(rooms: Sequence[int], people: int) -> int:
    """The greatest height that does not need more people than there are."""
    counts, level, filled, over = Counter(rooms), 0, 0, len(rooms) - rooms.count(0)
    while over and filled + over <= people:
        filled, level = filled + over, level + 1
        over -= counts[level]
    return level


def _by_need(speakers: Sequence[Peer], listeners: Sequence[Peer], own: Sequence[int]) -> list[int]:
    """All listeners, those first in whose shift somebody has no place yet."""
    waiting = Counter(one.shift for one in speakers)
    for one, count in zip(listeners, own, strict=True):
        waiting[one.shift] -= count
    first, then = list[int](), list[int]()
    for at, one in enumerate(listeners):
        (first if waiting[one.shift] > 0 else then).append(at)
        waiting[one.shift] -= 1
    return first + then
