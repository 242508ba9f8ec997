"""From the word `yonder serve` to the first page that somebody can read."""

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

from bench import budgets
from bench.databases import Fresh
from bench.figures import Figure
from bench.places import Place
from bench.plans import Plan
from bench.serving import yonder
from bench.spread import spread
from bench.visitor import Visitor

START, FIRST = "start", "start on an empty folder"


def figures(place: Place, fresh: Fresh, plan: Plan) -> Iterator[Figure]:
    """Of a workplace that is there, and of one that is only about to be."""
    again = spread(_start(place.folder, place.database) for _ in range(plan.starts))
    yield Figure(START, place.kind, "s", again, budget=budgets.START_SECONDS)
    folders = (place.folder.with_name(f"empty-{number}") for number in itertools.count())
    first = spread(_start(next(folders), fresh()) for _ in range(plan.starts))
    yield Figure(FIRST, place.kind, "s", first)


def _start(folder: Path, database: dict[str, str]) -> float:
    began = time.perf_counter()
    with yonder(folder, database) as server, Visitor(server.address) as visitor:
        visitor.get("/sign-in/")
        return time.perf_counter() - began
