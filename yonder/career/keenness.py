"""Who would like to begin. Before the two can read each other, whoever listens keeps an order of
their own; after that the owner says it, and can take it back (decision 13)."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from yonder.career.faces import Face
from yonder.career.pages import OnlyTheOwner, Pages
from yonder.career.record import COURSE, Course, JourneyRecord

KIND = "keenest"


class HasName(Protocol):
    @property
    def id(self) -> uuid.UUID: ...
    @property
    def name(self) -> str: ...


Named = TypeVar("Named", bound=HasName)
NOBODY: Mapping[uuid.UUID, Face | None] = {}


class Keenest(msgspec.Struct):
    """The guide's own order, the keenest first. It lies in the guide's private record alone."""

    people: list[uuid.UUID]


def say(pages: Pages, today: int) -> None:
    """ "I would like to talk soon". Raises `OnlyTheOwner`."""
    _refuse_a_guide(pages)
    _mark(pages, today)


def take_back(pages: Pages) -> None:
    """As if it had never been said. Raises `OnlyTheOwner`."""
    _refuse_a_guide(pages)
    _mark(pages, UNSET)


def settle(pages: Pages) -> None:
    """A talk was held: what was wished for has come, whoever of the two closes it."""
    _mark(pages, UNSET)


def is_keen(pages: Pages) -> bool:
    """Has the owner said so, and not taken it back?"""
    return any(now.keen for _, now in pages.common.of_kind(COURSE, Course))


def by_hand(private: JourneyRecord) -> list[uuid.UUID]:
    """The guide's own order: ids of people, the keenest first."""
    return [one for _, noun in private.of_kind(KIND, Keenest) for one in noun.people]


def put_last(pages: Pages, person: uuid.UUID) -> None:
    """This person, too, would like to begin."""
    before = by_hand(pages.private)
    if person not in before:
        _put(pages, [*before, person])


def put_earlier(pages: Pages, person: uuid.UUID) -> None:
    """This person before the one who stood before them."""
    people = by_hand(pages.private)
    if person in people[1:]:
        place = people.index(person)
        people[place - 1 : place + 1] = people[place], people[place - 1]
        _put(pages, people)


def put_off(pages: Pages, person: uuid.UUID) -> None:
    """This person is not on the guide's own list any more."""
    people = by_hand(pages.private)
    if person in people:
        _put(pages, [one for one in people if one != person])


def order(
    people: Iterable[Named],
    listed: list[uuid.UUID],
    faces: Mapping[uuid.UUID, Face | None] = NOBODY,
) -> list[Named]:
    """The keenest first: who said so themselves, in the order in which they did; then the guide's
    own list (`by_hand`); then everybody else by name. `faces` is owner's id → face."""

    def place(person: Named) -> tuple[object, ...]:
        face = faces.get(person.id)
        said = face.keen if face else 0
        listed_at = listed.index(person.id) if person.id in listed else len(listed)
        return not said, said, listed_at, person.name.casefold(), person.id

    return sorted(people, key=place)


def _refuse_a_guide(pages: Pages) -> None:
    if not pages.owns or not pages.shared:
        raise OnlyTheOwner


def _mark(pages: Pages, keen: int | UnsetType) -> None:
    for entry, now in pages.common.of_kind(COURSE, Course):
        if now.keen != keen:
            # Under the same revision: one that is too high would tell of a wish taken back.
            rev = entry.rev
            pages.touch(pages.common).reword(entry, replace(now, keen=keen))
            entry.rev = rev


def _put(pages: Pages, people: list[uuid.UUID]) -> None:
    record, found = pages.touch(pages.private), pages.private.of_kind(KIND, Keenest)
    if not found:
        record.add(KIND, Keenest(people), pages.me)
    elif people:
        record.reword(found[0][0], Keenest(people))
    else:
        record.circle.record.drop(found[0][0].id)
