"""The tree of a roster as lines of text: who is at the top, whom they lead, and how many."""

from collections.abc import Iterator
from dataclasses import dataclass

from yonder.career.roster_tables import names_at
from yonder.career.rosters import Compared
from yonder.planning.branches import Branch, drawn


@dataclass(frozen=True)
class Line:
    """Somebody in the drawing. `direct` people are led by them, `below` hang on them in all;
    `hidden` of the direct ones lead others too and are not drawn."""

    name: str
    direct: int
    below: int
    hidden: int
    lines: tuple["Line", ...]


@dataclass(frozen=True)
class Drawing:
    """`people` in all; `hidden` at the top lead others and are not drawn, `alone` stand alone."""

    people: int
    lines: tuple[Line, ...]
    hidden: int
    alone: int


def drawing(compared: Compared) -> Drawing:
    """What would be so after loading. Takes what was compared without a doubt."""
    assert compared.leaders is not None
    assert compared.tally is not None
    tree = drawn(compared.leaders, compared.tally)
    names = names_at(_places(tree.branches))
    lines = tuple(_line(branch, names) for branch in tree.branches)
    return Drawing(tree.people, lines, tree.hidden, tree.alone)


def _places(branches: tuple[Branch, ...]) -> Iterator[int]:
    for branch in branches:
        yield branch.place
        yield from _places(branch.branches)


def _line(branch: Branch, names: dict[int, str]) -> Line:
    below = tuple(_line(one, names) for one in branch.branches)
    return Line(names[branch.place], branch.direct, branch.below, branch.hidden, below)
