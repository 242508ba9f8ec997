"""Those who take part in a cascade, and which two of them must never be a pair."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Peer:
    """`room`: to how many this person would listen; 0 for somebody who would not."""

    key: str
    room: int = 0
    shift: str = ""


@dataclass(frozen=True)
class Barred:
    """`refusals` are pairs (speaker, listener), whoever of them said no; power over pay, shifts or
    rating belongs here as well. `manager` is who leads each: nobody listens to somebody they lead,
    but for the direct manager (method.md, requirement 55)."""

    refusals: frozenset[tuple[str, str]] = frozenset()
    manager: Mapping[str, str] = field(default_factory=dict)

    def bars(self, speaker: str, listener: str) -> bool:
        """Must this not be a pair? Walks up the chain only where the listener leads anybody."""
        if speaker == listener or (speaker, listener) in self.refusals:
            return True
        return listener in self._leading and self._far_above(speaker, listener)

    @cached_property
    def _leading(self) -> frozenset[str]:
        return frozenset(self.manager.values())

    def _far_above(self, speaker: str, listener: str) -> bool:
        """A chain that runs in a circle ends at a mark that is set ever further up (Brent, An
        improved Monte Carlo factorization algorithm, 1980)."""
        mark = self.manager.get(speaker, "")
        if listener == mark:
            return False
        at, steps, further = self.manager.get(mark, ""), 0, 1
        while at and at not in (listener, mark):
            steps += 1
            if steps == further:
                mark, steps, further = at, 0, further * 2
            at = self.manager.get(at, "")
        return at == listener
