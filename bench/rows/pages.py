"""Pages, verbs and questions against the limit page, in rounds."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from bench import budgets
from bench.asks import JOURNEY, LIMIT, TRIP, VERB, asks
from bench.batches import Batch, batch
from bench.figures import Figure
from bench.places import Place
from bench.plans import Plan
from bench.rounds import in_rounds
from bench.serving import Server
from bench.spread import Spread, ratios, spread
from bench.visitor import Visitor

BUDGETS = {JOURNEY: budgets.PAGE_CPU, VERB: budgets.VERB_CPU, TRIP: budgets.VERB_CPU}
OFTEN = 5  # times as many limit pages: they are quick, and everything is compared with them
AT_ONCE = 8  # visitors while warming up, so that no worker can leave them all to the other


def figures(place: Place, yonder: Server, limit: Server, plan: Plan) -> Iterator[Figure]:
    """CPU with its ratio, and what waiting was like."""
    with Visitor(limit.address) as stranger, Visitor(yonder.address) as owner:
        owner.get("/sign-in/")
        owner.sign_in(place.login, place.password)
        warm(stranger, "/")
        warm(owner, place.path)
        look, often = partial(stranger.get, "/"), plan.requests * OFTEN
        sides = {LIMIT: partial(batch, limit, lambda: look, often)}
        for name, begin in asks(owner, place.path).items():
            sides[name] = partial(batch, yonder, begin, plan.requests)
        taken = in_rounds(sides, plan.rounds)
    for name, batches in taken.items():
        yield from lines(name, place.kind, batches, taken[LIMIT], BUDGETS.get(name))


def lines(
    name: str, kind: str, taken: list[Batch], limit: list[Batch], budget: float | None
) -> Iterator[Figure]:
    """The figures of one page: computing, with its ratio to the limit page, and waiting."""
    cpu = _cpu(taken)
    ratio = None if taken is limit else ratios(cpu, _cpu(limit))
    yield Figure(f"{name}: CPU", kind, "ms", cpu, ratio, budget)
    yield Figure(f"{name}: wait, median", kind, "ms", spread(one.median for one in taken))
    yield Figure(f"{name}: wait, p99", kind, "ms", spread(one.p99 for one in taken))


def _cpu(taken: list[Batch]) -> Spread:
    return spread(one.cpu for one in taken)


def warm(visitor: Visitor, path: str) -> None:
    """Each worker has to draw a page once before it is quick."""
    crowd = [visitor.again() for _ in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda one: one.get(path), crowd))
    for one in crowd:
        one.connection.close()
