"""SQL statements of a page and of a verb. They are counted, so there is no spread."""

import json
from collections.abc import Iterator, Mapping

from bench import budgets
from bench.asks import JOURNEY
from bench.figures import Figure
from bench.places import Place
from bench.serving import run
from bench.spread import spread

BUDGETS = {JOURNEY: budgets.PAGE_SQL}


def figures(place: Place) -> Iterator[Figure]:
    return counted(place, place.path, place.login, BUDGETS, {})


def counted(
    place: Place, path: str, login: str, budgets: Mapping[str, float], names: Mapping[str, str]
) -> Iterator[Figure]:
    """The statements of what is asked of this page. `names`: what the table calls it instead."""
    words = [path, login, place.password]
    said = run("bench.statements", *words, folder=place.folder, database=place.database)
    for name, count in json.loads(said).items():
        what, statements = f"{names.get(name, name)}: SQL", spread([count])
        yield Figure(what, place.kind, "", statements, budget=budgets.get(name))
