"""A skill: something somebody could watch its owner do. How important it is for each picture, and
how well the owner can do it, in the owner's own word (method.md 5)."""

import uuid

import msgspec

from yonder.career import ties
from yonder.career.pages import Kept, OnlyTheOwner, Pages
from yonder.career.visions import Vision, visions

KIND, ORDER = "skill", "order"
LEVELS = (0, 1, 2, 3)  # of importance and of competence (decision 30)
UNSAID = -1
FEWEST, MOST_CHOSEN = 2, 4  # focus skills the two agree on (method.md requirement 22)


class Skill(msgspec.Struct):
    """`own`: how well I can do it. `guide`: the other one's view, only where it was `asked` for.
    `chosen`: one of the two to four they work on."""

    name: str
    own: int = UNSAID
    asked: bool = False
    guide: int = UNSAID
    chosen: bool = False


class Order(msgspec.Struct):
    """The order of rows (origins), once somebody has moved one; before that it is suggested."""

    skills: list[uuid.UUID]


class FourAreALot(Exception):
    """A fifth was chosen: which one can wait?"""


class NotAsked(Exception):
    """The other one's view is given where the owner has asked for it, and nowhere else."""


def skills(pages: Pages) -> list[Kept[Skill]]:
    """The skills this person sees here, in the order they were written."""
    return pages.of_kind(KIND, Skill)


def add(pages: Pages, name: str, *, only_me: bool) -> None:
    """One field is enough. Raises what `Pages.add` raises."""
    pages.add(KIND, Skill(name), only_me=only_me)


def rename(pages: Pages, entry: uuid.UUID, rev: int, name: str) -> None:
    """Either of the two. Raises `NotHere`, `Moved`."""
    kept = pages.read_at(KIND, Skill, entry, rev)
    pages.reword(kept, msgspec.structs.replace(kept.noun, name=name))


def weigh(pages: Pages, skill: uuid.UUID, vision: uuid.UUID, level: int) -> None:
    """How important is this skill for that picture? Either of the two says. Raises `NotHere`."""
    row = pages.find(KIND, Skill, skill)
    column = next((kept for kept in visions(pages) if kept.id == vision), None)
    if column and level in LEVELS[1:]:
        ties.tie(pages, row, column, str(level))
    elif column:
        ties.untie(pages, row, [column.origin])


def say_own(pages: Pages, entry: uuid.UUID, level: int) -> None:
    """How well I can do it: for the owner to say. Raises `OnlyTheOwner`, `NotHere`."""
    if not pages.owns:
        raise OnlyTheOwner
    _put(pages, entry, own=level if level in LEVELS else UNSAID)


def ask(pages: Pages, entry: uuid.UUID, *, asked: bool) -> None:
    """The owner asks for the other one's view, or takes the question and the answer back."""
    if not pages.owns:
        raise OnlyTheOwner
    _put(pages, entry, asked=asked, guide=UNSAID)


def say_guide(pages: Pages, entry: uuid.UUID, level: int) -> None:
    """The guide's view, beside the owner's. Raises `NotAsked`, `NotHere`."""
    if pages.owns or not pages.find(KIND, Skill, entry).noun.asked:
        raise NotAsked
    _put(pages, entry, guide=level if level in LEVELS else UNSAID)


def choose(pages: Pages, entry: uuid.UUID, *, chosen: bool) -> None:
    """Work on this one, or let it wait; either of the two. Raises `FourAreALot` at the fifth."""
    others = [kept for kept in skills(pages) if kept.noun.chosen and kept.id != entry]
    if chosen and len(others) >= MOST_CHOSEN:
        raise FourAreALot
    _put(pages, entry, chosen=chosen)


def order(pages: Pages) -> list[uuid.UUID] | None:
    """The origins in the order somebody has put them in, or None: then it is suggested.

    What both can read has one order, and what only its owner can read has one of its own after it.
    """
    every = [kept.noun.skills for kept in pages.of_kind(ORDER, Order)]
    return list(dict.fromkeys(origin for row in every for origin in row)) if every else None


def put_in_order(pages: Pages, origins: list[uuid.UUID], *, only_me: bool) -> None:
    """This is the order from now on, whatever is suggested."""
    record = pages.touch(pages.home(only_me=only_me))
    found = record.of_kind(ORDER, Order)
    if found:
        record.reword(found[0][0], Order(origins))
    else:
        record.add(ORDER, Order(origins), pages.me)


def take_suggested(pages: Pages) -> None:
    """Back to the order that is suggested."""
    for kept in pages.of_kind(ORDER, Order):
        pages.touch(pages.home(only_me=kept.only_me)).circle.record.drop(kept.id)


def forget_place(pages: Pages, skill: uuid.UUID) -> None:
    """The skill (origin) is gone from here, and so is its place in the order."""
    for kept in pages.of_kind(ORDER, Order):
        if skill in kept.noun.skills:
            # No text: nothing was edited that anybody typed over.
            pages.mark(kept, Order([one for one in kept.noun.skills if one != skill]))


def weights(pages: Pages) -> dict[uuid.UUID, dict[uuid.UUID, int]]:
    """Origin of a skill → origin of a picture → how important, where something was said."""
    said = ties.ties(pages)
    return {
        kept.origin: {
            vision: int(word) for vision, word in said.get(kept.origin, {}).items() if word
        }
        for kept in skills(pages)
    }


def columns(pages: Pages) -> list[Kept[Vision]]:
    """The pictures that are weighed against each other: those both can read, or all when alone."""
    return [kept for kept in visions(pages) if pages.shared is None or not kept.only_me]


def _put(pages: Pages, entry: uuid.UUID, **fields: object) -> None:
    # Marks, not words: nothing was typed over them, so no revision rises.
    kept = pages.find(KIND, Skill, entry)
    pages.mark(kept, msgspec.structs.replace(kept.noun, **fields))
