"""A pivot: a turn in somebody's working life. What changed, why, and what got better.

Stages have no dates: a year says an age (method.md 9).
"""

import re
import uuid

import msgspec

from yonder.career.pages import Kept, Pages

KIND = "pivot"
STAGES = ("school", "first-work", "later-work", "here")  # in the order of a life
BULLET = re.compile(r"^\s*(?:[-*•–·]|\d{1,3}[.)])\s+")


class Pivot(msgspec.Struct):
    """Only `changed` is needed. `stage` is one of STAGES, or empty."""

    changed: str
    why: str = ""
    better: str = ""
    stage: str = ""


def pivots(pages: Pages) -> list[Kept[Pivot]]:
    """The turns this person sees here: stage by stage, and in each as they were put."""
    order = {stage: place for place, stage in enumerate(STAGES)}
    return sorted(
        pages.of_kind(KIND, Pivot), key=lambda kept: order.get(kept.noun.stage, len(STAGES))
    )


def write(pages: Pages, pivot: Pivot, *, only_me: bool) -> None:
    """Write down one more turn. Raises what `Pages.add` raises."""
    pages.add(KIND, pivot, only_me=only_me)


def write_lines(pages: Pages, text: str, *, stage: str = "", only_me: bool) -> int:
    """Type in a sheet of paper: each line is a turn, its bullet or number left away. How many."""
    lines = [BULLET.sub("", line).strip() for line in text.splitlines()]
    wanted = [line for line in lines if line]
    for line in wanted:
        write(pages, Pivot(line, stage=stage), only_me=only_me)
    return len(wanted)


def edit(pages: Pages, entry: uuid.UUID, rev: int, pivot: Pivot) -> None:
    """Put other words in the place of a turn; either of the two may. Raises `NotHere`, `Moved`."""
    pages.reword(pages.read_at(KIND, Pivot, entry, rev), pivot)


def move(pages: Pages, entry: uuid.UUID, *, up: bool) -> None:
    """Let a turn change places with its neighbour of the same stage. Raises `NotHere`.

    Turns that both can read and turns that only one can read keep an order each.
    """
    kept = pages.find(KIND, Pivot, entry)
    row = [
        other.id
        for other in pivots(pages)
        if (other.noun.stage, other.only_me) == (kept.noun.stage, kept.only_me)
    ]
    place = row.index(entry) + (-1 if up else 1)
    if 0 <= place < len(row):
        _swap(pages, kept, row[place])


def _swap(pages: Pages, kept: Kept[Pivot], other: uuid.UUID) -> None:
    entries = pages.touch(pages.home(only_me=kept.only_me)).circle.record.entries
    places = [place for place, one in enumerate(entries) if one.id in (kept.id, other)]
    first, second = places
    entries[first], entries[second] = entries[second], entries[first]
