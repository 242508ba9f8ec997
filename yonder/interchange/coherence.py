"""What types cannot say of a `.yonder` file: an id once, ties to what is there, letters that are
some."""

import uuid
from collections.abc import Iterator
from typing import Any

import msgspec

from yonder.interchange.grids import Misfit
from yonder.interchange.shapes import (
    Room,
    Skill,
    Step,
    Turn,
    Value,
    Vision,
    Weight,
    Whole,
    Written,
)
from yonder.vault.here import EPOCH


def misfits(whole: Whole) -> Iterator[Misfit]:
    """Everything that does not fit, in the order of the file."""
    yield from _head(whole)
    kinds: dict[uuid.UUID, type] = {}
    for noun, place, entry in whole.entries():
        if entry.id in kinds:
            yield Misfit("twice", place, noun)
        kinds[entry.id] = type(entry)
        yield from (Misfit("letters", place, noun, name) for name in _unwritable(entry))
        if isinstance(entry, Step) and entry.by_when == EPOCH:
            # A record counts days from it, and 0 is none: the step would lose its date.
            yield Misfit("day", place, noun, "by_when")
    for noun, place, entry in whole.entries():
        ends = list(_ends(entry))
        if any(kinds.get(end) not in fits for end, fits in ends):
            yield Misfit("dangling", place, noun)
        if len({end for end, _ in ends}) < len(ends):
            yield Misfit("tied-twice", place, noun)
    if any(kinds.get(one) is not Skill for one in whole.order):
        yield Misfit("dangling", 0, "order")


def _head(whole: Whole) -> Iterator[Misfit]:
    for name in ("owner", "taken_by"):
        if "\0" in getattr(whole, name):
            yield Misfit("letters", 0, "", name)


def _ends(entry: Written) -> Iterator[tuple[uuid.UUID, tuple[type, ...]]]:
    """(id, what it may be), of everything an entry rests on."""
    match entry:
        case Value():
            yield from ((one, (Turn,)) for one in entry.turns)
        case Vision():
            yield from ((one.value, (Value,)) for one in entry.room)
        case Skill():
            yield from ((one.vision, (Vision,)) for one in entry.importance)
        case Step():
            yield from ((one, (Skill, Vision)) for one in entry.serves)


def _unwritable(noun: Any) -> Iterator[str]:
    """The fields in which there is a letter no text has."""
    for name in noun.__struct_fields__:
        if any(isinstance(one, str) and "\0" in one for one in _plain(getattr(noun, name))):
            yield name


def _plain(value: Any) -> Iterator[object]:
    match value:
        case dict():
            yield from value.values()
        case list():
            for one in value:
                yield from _plain(one)
        case Room() | Weight():
            return
        case msgspec.Struct():
            yield from (getattr(value, name) for name in value.__struct_fields__)
        case _:
            yield value
