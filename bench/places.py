"""A folder with a filled workplace, on one kind of database, ready to be served."""

import json
from dataclasses import dataclass
from pathlib import Path

from bench.databases import Fresh
from bench.serving import run


@dataclass(frozen=True)
class Place:
    """One workplace on one database, and the people in it who ask for pages.

    `guides`: how many somebody listens to → the name they sign in with.
    """

    folder: Path
    kind: str
    database: dict[str, str]
    journey: str
    entries: int
    login: str
    password: str
    guides: dict[str, str]

    @property
    def path(self) -> str:
        return f"/journey/{self.journey}/"


def filled(folder: Path, kind: str, fresh: Fresh) -> Place:
    """Made from nothing, through the verbs of the product. Raises `NotServed`."""
    folder.mkdir()
    database = fresh()
    made = json.loads(run("bench.workplace", folder=folder, database=database))
    return Place(folder, kind, database, **made)
