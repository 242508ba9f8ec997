"""SQL statements of a page and of a verb. They are counted, so there is no spread."""

import json
from collections.abc import Iterator

from bench import budgets
from bench.asks import JOURNEY
from bench.figures import Figure
from bench.places import Place
from bench.serving import run
from bench.spread import spread

BUDGETS = {JOURNEY: budgets.PAGE_SQL}


def figures(place: Place) -> Iterator[Figure]:
    words = [place.path, place.login, place.password]
    said = run("bench.statements", *words, folder=place.folder, database=place.database)
    for name, count in json.loads(said).items():
        statements = spread([count])
        yield Figure(f"{name}: SQL", place.kind, "", statements, budget=BUDGETS.get(name))
