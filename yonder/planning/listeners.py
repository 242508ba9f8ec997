"""Who listens to whom among those who are free at the same time.

Everybody listens to about as many as everybody else, and within that the same shift comes first.
Whoever is left over gets a place along an augmenting path: one speaker moves on to make room for
another (Kuhn, The Hungarian method for the assignment problem, 1955). So nobody is left over who
could have been heard. A listener from whom no path leads on is not asked again, so that all
failing searches together cost as much as one.
"""

from collections import deque
from collections.abc import Iterable, Sequence

from yonder.planning.peers import Barred, Peer
from yonder.planning.rooms import quotas

PATIENCE = 1000  # listeners that a search looks at when it need not find a place for everybody
TRIES = 8  # listeners in a row; the search for a path takes what is left over


def paired(
    speakers: Sequence[Peer], listeners: Sequence[Peer], barred: Barred, *, patient: bool = True
) -> list[int | None]:
    """For each speaker the place of a listener in `listeners`, or None.

    As many are heard as can be at all, if we are `patient`; else a search for a place ends after
    a while, for callers who have others to ask. Evenly within one, unless room or bars force
    otherwise. Linear in people, but for those whom bars keep from the first listeners.
    """
    return _Pairing(speakers, listeners, barred).made(patient)


class _Pairing:
    """People are their places in the two sequences."""

    def __init__(self, speakers: Sequence[Peer], listeners: Sequence[Peer], barred: Barred) -> None:
        self.speakers, self.listeners, self.barred = speakers, listeners, barred
        self.heard: list[int | None] = [None] * len(speakers)
        self.hears: list[list[int]] = [[] for _ in listeners]
        self.limits = quotas(speakers, listeners)

    def made(self, patient: bool) -> list[int | None]:
        self._greedily()
        self._search(PATIENCE)
        self.limits = [one.room for one in self.listeners]
        self._search(len(self.listeners) if patient else PATIENCE)
        return self.heard

    def _greedily(self) -> None:
        """The same shift first, then whoever has room."""
        shifts: dict[str, tuple[list[int], deque[int]]] = {}
        for at, one in enumerate(self.speakers):
            shifts.setdefault(one.shift, ([], deque()))[0].append(at)
        for at, one in enumerate(self.listeners):
            shifts.setdefault(one.shift, ([], deque()))[1].append(at)
        for speakers, listeners in shifts.values():
            self._fill(speakers, listeners)
        self._fill(self._left(), deque(range(len(self.listeners))))

    def _fill(self, speakers: Iterable[int], listeners: deque[int]) -> None:
        for speaker in speakers:
            for _ in range(min(TRIES, len(listeners))):
                while listeners and not self._free(listeners[0]):
                    listeners.popleft()
                if not listeners:
                    return
                if not self._bars(speaker, listeners[0]):
                    self._put(speaker, listeners[0])
                    break
                listeners.rotate(-1)

    def _search(self, most: int) -> None:
        """Paths for those who are left, while anybody has room; each looks at `most` listeners."""
        self.most = most
        self.spare = dict.fromkeys(at for at in range(len(self.listeners)) if self._free(at))
        self.unasked = list(range(len(self.listeners)))
        for speaker in self._left():
            if not self.spare:
                return
            asked: dict[int, int] = {}
            if self._placed(speaker, asked):
                self.unasked += asked

    def _placed(self, speaker: int, asked: dict[int, int]) -> bool:
        """Is there a place for this speaker, though others may have to move on? Then all do."""
        found, queue = self._moves(speaker, asked), deque([speaker])
        while queue and not found and len(asked) < self.most:
            found = self._asks(queue.popleft(), asked, queue)
        return found

    def _asks(self, wanting: int, asked: dict[int, int], queue: deque[int]) -> bool:
        """Can one of those whom `wanting` may be heard by let somebody go?"""
        barred, found = list[int](), False
        while self.unasked and not found and len(asked) < self.most:
            listener = self.unasked.pop()
            if self._bars(wanting, listener):
                barred.append(listener)
            else:
                asked[listener] = wanting
                queue.extend(self.hears[listener])
                found = any(self._moves(other, asked) for other in self.hears[listener])
        self.unasked += barred
        return found

    def _moves(self, speaker: int, asked: dict[int, int]) -> bool:
        """To somebody with room. Whoever asked for the place that gets free follows."""
        to = next((at for at in self.spare if not self._bars(speaker, at)), None)
        if to is None:
            return False
        at: int | None = to
        while at is not None:
            before = self.heard[speaker]
            self._put(speaker, at)
            if before is not None:
                self.hears[before].remove(speaker)
                speaker = asked[before]
            at = before
        if not self._free(to):
            del self.spare[to]
        return True

    def _put(self, speaker: int, listener: int) -> None:
        self.heard[speaker] = listener
        self.hears[listener].append(speaker)

    def _free(self, listener: int) -> bool:
        return len(self.hears[listener]) < self.limits[listener]

    def _bars(self, speaker: int, listener: int) -> bool:
        return self.barred.bars(self.speakers[speaker].key, self.listeners[listener].key)

    def _left(self) -> list[int]:
        return [at for at, listener in enumerate(self.heard) if listener is None]
