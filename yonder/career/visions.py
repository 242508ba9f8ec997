"""A vision: a life that somebody can picture. It is the owner's alone until it is shown."""

import uuid
from dataclasses import dataclass

import msgspec

from yonder.career import ties
from yonder.career.pages import Kept, OnlyTheOwner, Pages
from yonder.career.values import PROPOSED, Value, values

KIND, EARLIER = "vision", "earlier"
MOST = 5  # three are asked for (method.md requirement 12); the words of the page do that
FOCUS = ("size", "stage", "field", "trade", "role", "lead", "whose", "place", "hours")
ROOM, LITTLE, UNSURE = "room", "little", "unsure"


class Vision(msgspec.Struct):
    """`then`: if that came true, what then? `focus`: answers to some of FOCUS."""

    name: str
    text: str = ""
    then: str = ""
    focus: dict[str, str] = {}


class Earlier(msgspec.Struct):
    """What a picture was before; kept if its owner likes, for the owner alone."""

    vision: uuid.UUID
    name: str
    text: str


class Enough(Exception):
    """There are five already; one has to make room."""


@dataclass(frozen=True)
class Held:
    """One picture held against one thing that matters; `answer` is one of three, or empty."""

    value: Kept[Value]
    answer: str


def visions(pages: Pages) -> list[Kept[Vision]]:
    """The pictures this person sees here, in the order they were written."""
    return pages.of_kind(KIND, Vision)


def add(pages: Pages, vision: Vision, *, only_me: bool) -> None:
    """Write down one more. Raises `Enough` after the fifth, and what `Pages.add` raises.

    A guide counts what the guide sees: a refusal must not tell of private ones.
    """
    if len(visions(pages)) >= MOST:
        raise Enough
    pages.add(KIND, vision, only_me=only_me)


def edit(pages: Pages, entry: uuid.UUID, rev: int, vision: Vision, *, keep: bool = False) -> None:
    """Put other words in its place; `keep` saves the ones before as an earlier picture.

    Raises `NotHere`, `Moved`, and `OnlyTheOwner` for a guide and somebody else's words.
    """
    kept = pages.read_at(KIND, Vision, entry, rev)
    if not pages.owns and kept.by != pages.me:
        raise OnlyTheOwner
    if keep and pages.owns:
        before = Earlier(kept.origin, kept.noun.name, kept.noun.text)
        pages.touch(pages.private).add(EARLIER, before, pages.me)
    pages.reword(kept, vision)


def earlier(pages: Pages) -> dict[uuid.UUID, list[Kept[Earlier]]]:
    """Origin of a picture → what it was before, oldest first. Empty for a guide."""
    found: dict[uuid.UUID, list[Kept[Earlier]]] = {}
    if pages.owns:
        for kept in pages.of_kind(EARLIER, Earlier):
            found.setdefault(kept.noun.vision, []).append(kept)
    return found


def forget_earlier(pages: Pages, vision: uuid.UUID) -> None:
    """What a picture was before goes with it. `vision` is its origin."""
    for kept in earlier(pages).get(vision, []):
        pages.touch(pages.private).circle.record.drop(kept.id)


def erase_earlier(pages: Pages, wanted: uuid.UUID) -> None:
    """Take away one earlier picture (id). Nothing there is fine too."""
    if any(kept.id == wanted for row in earlier(pages).values() for kept in row):
        pages.touch(pages.private).circle.record.drop(wanted)


def hold(pages: Pages, vision: uuid.UUID, value: uuid.UUID, answer: str) -> None:
    """Is there room for this value (id) in that picture (id)? An empty answer takes it back.

    The answer is the owner's. Raises `OnlyTheOwner` and `NotHere`.
    """
    if not pages.owns:
        raise OnlyTheOwner
    picture = pages.find(KIND, Vision, vision)
    matters = next((kept for kept in held_against(pages) if kept.id == value), None)
    if matters and answer in (ROOM, LITTLE, UNSURE):
        ties.tie(pages, picture, matters, answer)
    elif matters:
        ties.untie(pages, picture, [matters.origin])


def held_against(pages: Pages) -> list[Kept[Value]]:
    """The values a picture is held against: those the owner has said yes to."""
    return [kept for kept in values(pages) if kept.noun.state != PROPOSED]


def held(pages: Pages) -> dict[uuid.UUID, list[Held]]:
    """Origin of a picture → what was said about each value that matters."""
    said, matters = ties.ties(pages), held_against(pages)
    return {
        picture.origin: [
            Held(value, said.get(picture.origin, {}).get(value.origin, "")) for value in matters
        ]
        for picture in visions(pages)
    }


def without_room(pages: Pages) -> list[Kept[Value]]:
    """Values that were held against every picture and fit into none. The app asks, never scores."""
    answers = held(pages).values()
    found = []
    for place, value in enumerate(held_against(pages)):
        said = [row[place].answer for row in answers]
        if said and all(answer == LITTLE for answer in said):
            found.append(value)
    return found
