"""In which order the things of each place stand. Turns and steps keep their time.

What lies between them moves to the mean place of its neighbours, so that fewer threads cross (the
barycentre method: Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical
system structures, 1981). Four sweeps are enough for five places; each is linear in things and
ties, but for the sorting.
"""

from collections.abc import Mapping, Sequence

from yonder.planning.line import PLACES, Line, Thing


def ordered(line: Line) -> Mapping[str, Sequence[Thing]]:
    """The things of each place from top to bottom, the same for every order of ties."""
    rows = {place: [one for one in line.things if one.place == place] for place in PLACES}
    for place in ("value", "vision", "skill"):
        rows[place].sort(key=lambda one: one.id)
    beside = _beside(line)
    for place in ("value", "vision", "skill", "vision") * 4:
        height = {
            one.id: at / max(1, len(row) - 1) for row in rows.values() for at, one in enumerate(row)
        }
        rows[place].sort(key=lambda one: _mean([height[other] for other in beside[one.id]]))
    return rows


def _beside(line: Line) -> Mapping[str, Sequence[str]]:
    beside: dict[str, list[str]] = {one.id: [] for one in line.things}
    for source, target in sorted(line.ties):
        beside[source].append(target)
        beside[target].append(source)
    return beside


def _mean(heights: Sequence[float]) -> float:
    return sum(sorted(heights)) / len(heights) if heights else 0.5
