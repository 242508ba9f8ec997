"""Who is called into a free slot: those who would finish too late otherwise, then the begun, then
the keen.

One queue for each shift. An entry is never taken out but only grows stale, so each costs the
logarithm of how many wait (the lazy deletion of any binary heap).
"""

from collections import defaultdict
from heapq import heappop, heappush

from yonder.planning.weeks import ANY_SHIFT

IN_A_TALK, BEGUN, NEW = range(3)

Entry = tuple[int, int, int]  # what counts first, the rank, the turn for which it was made


class Calling:
    """People are their rank: 0 is the one who is called before all others like them."""

    def __init__(self, people: int) -> None:
        self.turns = [0] * people
        self.able: defaultdict[str, list[Entry]] = defaultdict(list)
        self.due: defaultdict[str, list[Entry]] = defaultdict(list)

    def add(self, rank: int, shift: str, stage: int, latest: int) -> None:
        """Somebody who can come now. `latest` is the last working week that is not too late."""
        turn = self.turns[rank]
        heappush(self.able[shift], (stage, rank, turn))
        heappush(self.due[shift], (latest, rank, turn))

    def call(self, shift: str, week: int) -> int | None:
        """Takes the rank of whoever comes first into a slot of this shift, if anybody can."""
        queues = (shift, ANY_SHIFT) if shift else tuple(self.able)
        best = min((found for one in queues if (found := self._first(one, week))), default=None)
        if best is None:
            return None
        self.turns[best[2]] += 1
        return best[2]

    def _first(self, shift: str, week: int) -> tuple[int, int, int] | None:
        due, able = self._fresh(self.due[shift]), self._fresh(self.able[shift])
        if due and due[0] <= week:
            return 0, due[0], due[1]
        return (1, able[0], able[1]) if able else None

    def _fresh(self, queue: list[Entry]) -> Entry | None:
        while queue and self.turns[queue[0][1]] != queue[0][2]:
            heappop(queue)
        return queue[0] if queue else None
