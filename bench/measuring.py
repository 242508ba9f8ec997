"""One run: every kind of database in its turn, on servers that live no longer than it does."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.databases import KINDS, Fresh
from bench.figures import Figure
from bench.places import filled
from bench.plans import Plan
from bench.rows import first_load, memory, pages, signin, start, statements, team
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
