"""What a worker takes up after it has drawn its pages and let somebody in."""

from collections.abc import Iterator

from bench import budgets
from bench.figures import Figure
from bench.places import Place
from bench.serving import Server
from bench.spread import spread


def figures(place: Place, server: Server) -> Iterator[Figure]:
    """The larger worker is judged: a budget that only the smaller one keeps is not kept."""
    largest = spread([max(server.memory())])
    yield Figure("memory of a worker", place.kind, "MiB", largest, budget=budgets.WORKER_MIB)
