"""Every text of the guidebook, with the file it stands in, and the sentences of a text."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import yonder.guidebook

HOME = Path(yonder.guidebook.__file__).parent
PAGES = sorted((HOME / "en").glob("*.toml"))
ENDS = re.compile(r"(?<=[.?!:])[”)]?\s+|\s+·\s+")


def texts_of(page: Path) -> list[str]:
    return list(inside(tomllib.loads(page.read_text("utf-8"))))


def inside(what: object) -> Iterator[str]:
    """The texts in a table, a list or a text."""
    if isinstance(what, str):
        yield what
    elif isinstance(what, dict):
        what = list(what.values())
    if isinstance(what, list):
        for piece in what:
            yield from inside(piece)


def sentences(text: str) -> list[str]:
    return [sentence for sentence in ENDS.split(text) if sentence]
