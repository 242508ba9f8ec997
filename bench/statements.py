"""`python -m bench.statements PATH LOGIN PASSWORD`: how many SQL statements an answer takes.

Counted inside one process, on the folder of the measured server. Marks that only begin or end
a transaction are not counted: they ask for no rows.
"""

import json
import os
import sys
from contextlib import ExitStack
from typing import Any

import django

from bench.asks import Ask, Begin, asks
from bench.visitor import Answer

MARKS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Inside:
    """A visitor without a network, signed in."""

    def __init__(self, login: str, password: str):
        from django.test import Client

        self.client = Client(SERVER_NAME="localhost")
        self.post("/sign-in/", {"name": login, "password": password})

    def get(self, path: str, wanted: int = 200, **headers: str) -> Answer:
        return self._answer(self.client.get(path, headers=headers), wanted)

    def post(self, path: str, form: dict[str, str]) -> Answer:
        return self._answer(self.client.post(path, form), 302)

    def _answer(self, response: Any, wanted: int) -> Answer:
        assert response.status_code == wanted, response.status_code
        return Answer(response.content)


def main(path: str, login: str, password: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "yonder.settings"
    django.setup()
    asked = asks(Inside(login, password), path)
    print(json.dumps({name: count(begin) for name, begin in asked.items()}))


def count(begin: Begin) -> int:
    """Statements of one answer, once the process knows what it looks up a single time."""
    ask = begin()
    ask()
    return sum(not sql.startswith(MARKS) for sql in _asked(ask))


def _asked(ask: Ask) -> list[str]:
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    with ExitStack() as stack:
        every = [CaptureQueriesContext(connections[alias]) for alias in connections]
        taken = [stack.enter_context(one) for one in every]
        ask()
        return [query["sql"] for one in taken for query in one.captured_queries]


if __name__ == "__main__":
    main(*sys.argv[1:])
