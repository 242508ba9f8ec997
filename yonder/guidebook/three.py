"""A short talk of three at a hand-over: what each of them reads beforehand."""

import msgspec

from yonder.guidebook.briefings import Part
from yonder.guidebook.reading import read


class Three(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`owner` for the one whose talks these are, `before` for the one who listened so far, `after`
    for the new one, `course` the four parts of the talk."""

    name: str
    length: str
    lead: str
    owner: tuple[Part, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    course: tuple[str, ...]


def three(language: str) -> Three:
    """The sheet for a talk of three. Raises `Unreadable`."""
    return read(language, "three.toml", Three)
