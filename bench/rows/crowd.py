"""The same pages with a thousand people in the workplace and with many."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial

from bench import budgets
from bench.batches import Batch, batch
from bench.figures import Figure
from bench.plans import Plan
from bench.rounds import in_rounds
from bench.rows.pages import warm
from bench.rows.roster import Crowd
from bench.serving import Server, yonder
from bench.spread import ratios, spread
from bench.visitor import Visitor

PAGES = {
    "home page": "/",
    "people page": "/people/",
    "people by number": "/people/?name=100000500",
    "people by name": "/people/?name=maya",
}


def figures(kind: str, crowds: list[Crowd], password: str, plan: Plan) -> Iterator[Figure]:
    """CPU with many people over CPU with few, page by page."""
    with ExitStack() as stack:
        sides: dict[str, Callable[[], Batch]] = {}
        for crowd in crowds:
            server = stack.enter_context(yonder(crowd.folder, crowd.database))
            hana = stack.enter_context(Visitor(server.address))
            hana.get("/sign-in/")
            hana.sign_in("hana", password)
            for name, path in PAGES.items():
                warm(hana, path)
                sides[f"{name} {crowd.people}"] = _side(server, hana, path, plan.requests)
        taken = in_rounds(sides, plan.rounds)
    few, many = (crowd.people for crowd in crowds)
    for name in PAGES:
        less, more = (spread(one.cpu for one in taken[f"{name} {n}"]) for n in (few, many))
        what = f"{name}, {many:,}: CPU"
        yield Figure(what, kind, "ms", more, ratios(more, less), budgets.CROWD)
        waits = spread(one.median for one in taken[f"{name} {many}"])
        yield Figure(f"{name}, {many:,}: wait", kind, "ms", waits)


def _side(server: Server, visitor: Visitor, path: str, times: int) -> Callable[[], Batch]:
    ask = partial(visitor.get, path)
    return partial(batch, server, lambda: ask, times)
