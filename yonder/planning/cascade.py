"""Five who listen to five: the boss listens to some, each of these to some more, and so on.

Whoever listens was listened to before. Those who would listen are heard first, because only they
carry it further.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yonder.planning.listeners import paired
from yonder.planning.peers import Barred, Peer
from yonder.planning.tiers import FAN_OUT

NOBODY = Barred()
Queues = dict[str, deque[Peer]]  # by their shift


@dataclass(frozen=True, slots=True)
class Pair:
    """`tier` 1 is heard by the boss."""

    speaker: str
    listener: str
    tier: int


@dataclass(frozen=True)
class Cascade:
    """The pairs tier by tier, and whom nobody can listen to."""

    pairs: tuple[Pair, ...]
    left: tuple[str, ...]


def cascade(
    boss: Peer,
    people: Iterable[Peer],
    barred: Barred = NOBODY,
    *,
    chosen: Sequence[str] = (),
    fan_out: int = FAN_OUT,
) -> Cascade:
    """Who could listen to whom. `chosen` are those the boss wants to listen to; without them, the
    first who would listen themselves.

    Everybody stands in one pair as the speaker, or in `left`. No pair is barred. Nobody listens to
    more than their room or `fan_out`. Linear in people.
    """
    growing = _Growing(people, barred, fan_out)
    growing.grow(boss, frozenset(chosen))
    return Cascade(tuple(growing.pairs), tuple(one.key for one in growing.waiting()))


class _Growing:
    def __init__(self, people: Iterable[Peer], barred: Barred, fan_out: int) -> None:
        self.barred, self.fan_out = barred, fan_out
        self.pairs: list[Pair] = []
        self.in_vain = 0  # speakers asked since the last pair was found
        self.willing: Queues = {}
        self.others: Queues = {}
        self._wait(people)

    def grow(self, boss: Peer, chosen: frozenset[str]) -> None:
        """Round by round. Room that nobody could take stays open for the next round."""
        listeners, tiers = [replace(boss, room=min(boss.room, self.fan_out))], {boss.key: 0}
        if chosen:
            listeners = self._hear(self._taken(chosen), listeners, tiers)
            listeners = [one for one in listeners if one.key != boss.key]
        while listeners and (speakers := self._next(listeners)):
            listeners = self._hear(speakers, listeners, tiers)

    def waiting(self) -> Iterator[Peer]:
        """Who is in no pair."""
        for queue in (*self.willing.values(), *self.others.values()):
            yield from queue

    def _hear(
        self, speakers: Sequence[Peer], listeners: Sequence[Peer], tiers: dict[str, int]
    ) -> list[Peer]:
        """Notes the pairs of a round; gives those who can listen in the next one."""
        heard = paired(speakers, listeners, self.barred, patient=not self._count())
        used = [0] * len(listeners)
        for one, at in zip(speakers, heard, strict=True):
            if at is not None:
                tiers[one.key] = tiers[listeners[at].key] + 1
                self.pairs.append(Pair(one.key, listeners[at].key, tiers[one.key]))
                used[at] += 1
        self._wait(one for one, at in zip(speakers, heard, strict=True) if at is None)
        self.in_vain = 0 if any(used) else self.in_vain + len(speakers)
        still = [_but(one, used[at]) for at, one in enumerate(listeners) if one.room > used[at]]
        free = [
            _but(one, max(0, one.room - self.fan_out))
            for one, at in zip(speakers, heard, strict=True)
            if at is not None and one.room
        ]
        return still + free

    def _next(self, listeners: Sequence[Peer]) -> list[Peer]:
        """As many as there is room for, and more of them each time nobody could be heard."""
        if self.in_vain > self._count():
            return []
        rooms = Counter[str]()
        for one in listeners:
            rooms[one.shift] += one.room
        wanted = rooms.total() + self.in_vain
        first = _out_of(self.willing, rooms, wanted)
        rooms.subtract(one.shift for one in first)
        return first + _out_of(self.others, rooms, wanted - len(first))

    def _taken(self, keys: frozenset[str]) -> list[Peer]:
        people = list(self.waiting())
        self.willing, self.others = {}, {}
        self._wait(one for one in people if one.key not in keys)
        return [one for one in people if one.key in keys]

    def _wait(self, people: Iterable[Peer]) -> None:
        for one in people:
            queues = self.willing if one.room else self.others
            queues.setdefault(one.shift, deque()).append(one)

    def _count(self) -> int:
        return sum(map(len, (*self.willing.values(), *self.others.values())))


def _out_of(queues: Queues, rooms: Counter[str], wanted: int) -> list[Peer]:
    """The first of each shift as far as there is room in it, then as many of each as its part of
    all who wait, so that those who will listen next are of every shift."""
    taken: list[Peer] = []
    for shift, queue in queues.items():
        taken += _first(queue, min(rooms[shift], wanted - len(taken)))
    rest, waiting = wanted - len(taken), sum(map(len, queues.values()))
    shares = [(queue, rest * len(queue) // max(1, waiting)) for queue in queues.values()]
    for queue, share in (*shares, *((queue, wanted) for queue in queues.values())):
        taken += _first(queue, min(share, wanted - len(taken)))
    return taken


def _but(one: Peer, used: int) -> Peer:
    """The same person with so much less room."""
    return replace(one, room=one.room - used) if used else one


def _first(queue: deque[Peer], count: int) -> list[Peer]:
    return [queue.popleft() for _ in range(min(count, len(queue)))]
