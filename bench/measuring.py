"""One run: every kind of database in its turn, on servers that live no longer than it does."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.databases import KINDS, Fresh
from bench.figures import Figure
from bench.places import Place, filled
from bench.plans import Plan
from bench.rows import (
    crowd,
    first_load,
    memory,
    pages,
    planning,
    roster,
    signin,
    start,
    statements,
    team,
)
from bench.rows.roster import Crowd
from bench.serving import limit, yonder
from tests.browsing import program

Say = Callable[[str], None]


def measured(plan: Plan, say: Say) -> Iterator[Figure]:
    """Figures in the order of the table. `say` hears what is going on. Raises `NotServed`."""
    for kind in plan.kinds:
        with (
            tempfile.TemporaryDirectory(prefix="yonder-bench-") as folder,
            KINDS[kind]() as fresh,
        ):
            yield from _on(kind, fresh, Path(folder), plan, say)
    say("Calendars and cascades")
    yield from planning.figures(plan)


def has_browser() -> bool:
    """Is there a Chromium on this machine?"""
    try:
        return bool(program())
    except AssertionError:
        return False


def _on(kind: str, fresh: Fresh, folder: Path, plan: Plan, say: Say) -> Iterator[Figure]:
    say(f"{kind}: filling a workplace")
    place = filled(folder / "workplace", kind, fresh)
    say(f"{kind}: starting again and again")
    starts = list(start.figures(place, fresh, plan))
    with (
        yonder(place.folder, place.database) as served,
        limit(folder / "limit", fresh()) as yardstick,
    ):
        say(f"{kind}: pages, a verb and signing in, in {plan.rounds} rounds")
        yield from pages.figures(place, served, yardstick, plan)
        yield from statements.figures(place)
        yield from team.figures(place, served, yardstick, plan)
        yield from signin.figures(place, served, plan)
        yield from memory.figures(place, served)
        yield from starts
        # A browser asks for the same files whatever the database is.
        if plan.browser and kind == plan.kinds[-1] and has_browser():
            say("A browser that was never here before")
            yield from first_load.figures(place, served)
    yield from _with_many(place, fresh, plan, say)


def _with_many(place: Place, fresh: Fresh, plan: Plan, say: Say) -> Iterator[Figure]:
    """A list goes in, and then pages are asked for beside everybody who is on it."""
    kind, beside = place.kind, place.folder.with_name("crowds")
    say(f"{kind}: a list of {plan.people:,} people")
    crowds: list[Crowd] = []
    for found in roster.crowds(beside, kind, fresh, plan.people):
        if isinstance(found, Crowd):
            crowds.append(found)
        else:
            yield found
    say(f"{kind}: pages beside all of them")
    yield from crowd.figures(kind, crowds, place.password, plan)
