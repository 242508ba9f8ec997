"""The team page of a guide with few and with many journeys, against the limit page."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

from bench import budgets
from bench.asks import LIMIT, TEAM, asks
from bench.batches import Batch, batch
from bench.figures import Figure
from bench.places import Place
from bench.plans import Plan
from bench.rounds import in_rounds
from bench.rows.pages import OFTEN, lines, warm
from bench.rows.statements import counted
from bench.serving import Server
from bench.visitor import Visitor

PATH = "/team/"


def figures(place: Place, yonder: Server, limit: Server, plan: Plan) -> Iterator[Figure]:
    """CPU with its ratio, what waiting was like, and statements, for 6 and for 52."""
    taken = _taken(place, yonder, limit, plan)
    for name, batches in taken.items():
        if name != LIMIT:
            yield from lines(name, place.kind, batches, taken[LIMIT], budgets.PAGE_CPU)
    for name, login in _guides(place).items():
        yield from counted(place, PATH, login, {TEAM: budgets.PAGE_SQL}, {TEAM: name})


def _taken(place: Place, yonder: Server, limit: Server, plan: Plan) -> dict[str, list[Batch]]:
    with ExitStack() as stack:
        stranger = stack.enter_context(Visitor(limit.address))
        look = partial(stranger.get, "/")
        sides = {LIMIT: partial(batch, limit, lambda: look, plan.requests * OFTEN)}
        for name, login in _guides(place).items():
            visitor = stack.enter_context(Visitor(yonder.address))
            visitor.get("/sign-in/")
            visitor.sign_in(login, place.password)
            warm(visitor, PATH)
            sides[name] = partial(batch, yonder, asks(visitor, PATH)[TEAM], plan.requests)
        return in_rounds(sides, plan.rounds)


def _guides(place: Place) -> dict[str, str]:
    return {f"{TEAM}, {many} journeys": login for many, login in place.guides.items()}
