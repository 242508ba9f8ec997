"""A small bakery with two people in it, for the commands that look after a workplace."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests import workplaces
from tests.elsewhere import elsewhere, with_postgres_tools
from tests.serving import own_database, yonder


@dataclass
class Bakery:
    """Its folder, the variables for its database, and the circle of Maya and Ravi."""

    folder: Path
    variables: dict[str, str]
    talks: str

    @property
    def ring(self) -> Path:
        return self.folder / "data" / "ring"

    @property
    def copy(self) -> Path:
        return self.folder / "ring-copy"

    @property
    def listed(self) -> Path:
        """Today's file of the gone list."""
        return max(self.ring.glob("gone-*"))

    def call(self, *words: object, **variables: str) -> "CompletedProcess[str]":
        return yonder(*map(str, words), folder=self.folder, **{**self.variables, **variables})

    def back_up(self) -> Path:
        """A backup by the real command; gives its folder."""
        place = self.folder / "backups"
        answer = self.call("backup", place, "--ring", self.copy, "--json")
        assert answer.returncode == 0, answer.stderr
        return Path(json.loads(answer.stdout)["backup"])

    def restore(self, backup: Path, *words: object, **variables: str) -> "CompletedProcess[str]":
        new = ["--data", self.folder / "new"]
        return self.call("restore", backup, "--ring", self.copy, *new, *words, **variables)

    def run(self, function: object, *words: object, **variables: str) -> object:
        return elsewhere(function, *words, folder=self.folder, **{**self.variables, **variables})

    def read(self, **variables: str) -> object:
        """What Maya reads now."""
        return self.run(workplaces.read, self.talks, **variables)


@pytest.fixture
def begun(folder: Path, database: dict[str, str]) -> Callable[[int], Bakery]:
    """`begun(-7)`: a bakery that began a week ago, and has been switched off since."""
    with_postgres_tools()

    def begin(day: int) -> Bakery:
        made = elsewhere(workplaces.begin, day, folder=folder, **database)
        return Bakery(folder, database, made["talks"])

    return begin


@pytest.fixture
def bakery(begun: Callable[[int], Bakery]) -> Bakery:
    return begun(0)


@pytest.fixture
def empty_database() -> Iterator[dict[str, str]]:
    """Where a restore goes to: with PostgreSQL another database, with SQLite nothing more."""
    with own_database() as variables:
        yield variables


@pytest.fixture
def sqlite(bakery: Bakery) -> bool:
    return not os.environ.get("DATABASE_URL")
