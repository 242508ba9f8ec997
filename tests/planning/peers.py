"""Cascades of every kind: who would listen, who refused whom, who leads whom."""

from hypothesis import strategies as st

from yonder.planning.peers import Barred, Peer

BOSS = "Maya"
SHIFTS = ("early", "late", "")


@st.composite
def teams(draw: st.DrawFn) -> list[Peer]:
    return [
        Peer(f"person {at}", draw(st.integers(0, 5)), draw(st.sampled_from(SHIFTS)))
        for at in range(draw(st.integers(0, 14)))
    ]


@st.composite
def bars(draw: st.DrawFn, team: list[Peer]) -> Barred:
    """Refusals of any two, and chains of managers that may even run in a circle."""
    keys = st.sampled_from([BOSS, *(one.key for one in team)])
    refusals = draw(st.frozensets(st.tuples(keys, keys), max_size=30))
    return Barred(refusals, draw(st.dictionaries(keys, keys, max_size=8)))


def above(bars: Barred, person: str) -> set[str]:
    """Everybody who leads this person from further up than their manager."""
    direct, found = bars.manager.get(person, ""), set[str]()
    at = bars.manager.get(direct, "")
    while at and at not in found:
        found.add(at)
        at = bars.manager.get(at, "")
    return found - {direct}
