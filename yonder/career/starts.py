"""Where the owner would like to start: said at the invitation, kept until both can read.

Beginning with Visions and refusing the Life Story look the same from outside: an order that was
picked. So the guide never learns what is not in it.
"""

import uuid
from random import SystemRandom

import msgspec

from yonder.career import leading
from yonder.career.boundaries import TALK, leave_out
from yonder.career.pages import Pages, open_pages, opener
from yonder.career.people import Person
from yonder.career.record import insist
from yonder.career.talks import LIFE_STORY, PLAN, TALKS, VISIONS, begin
from yonder.vault.keyrings import Keyring

KIND = "begins"
STARTS = {"story": list(TALKS), "visions": [VISIONS, PLAN], "plan": [PLAN]}


class Begins(msgspec.Struct):
    """The talks of a circle, in the order that was picked before the circle could be read."""

    circle: uuid.UUID
    talks: list[str]


def remember(
    keyring: Keyring, circle: uuid.UUID, start: str, *, without_story: bool = False
) -> None:
    """Keep, privately, where this person would like to start: one of STARTS, else with the story.

    `without_story` also turns the life story off, for good and in the same save.
    """
    insist(opener(keyring), lambda pages: _remember(pages, circle, start, without_story))


def begin_course(keyring: Keyring, circle: uuid.UUID) -> None:
    """Once both can read: the owner's session puts down what comes first; a guide's does not."""
    if not open_pages(keyring, circle).owns:
        return
    manager = Person.objects.values_list("manager", flat=True).get(id=keyring.person)
    insist(opener(keyring, circle), lambda pages: _begin(pages, manager))


def _begin(pages: Pages, manager: uuid.UUID | None) -> None:
    begin(pages, _wanted(pages), SystemRandom())
    # From here on a change of the manager is one to ask about (decision 46).
    if not pages.private.of_kind(leading.KIND, leading.LedBy):
        leading.remember(pages, manager)


def _remember(pages: Pages, circle: uuid.UUID, start: str, without_story: bool) -> None:
    pages.touch(pages.private).add(KIND, Begins(circle, STARTS.get(start, list(TALKS))), pages.me)
    if without_story:
        leave_out(pages, TALK, LIFE_STORY)


def _wanted(pages: Pages) -> list[str]:
    picked = [noun for _, noun in pages.private.of_kind(KIND, Begins)]
    here = [noun.talks for noun in picked if noun.circle == pages.common.circle.id]
    return here[-1] if here else list(TALKS)
