"""Two quick questions after a talk, for oneself: nobody else ever sees the answers."""

import uuid

import msgspec

from yonder.career.pages import Pages

KIND = "pulse"
ANSWERS = ("yes", "partly", "no", "out")


class Pulse(msgspec.Struct):
    """`talk` is the talk that was held; empty answers are still to be given."""

    circle: uuid.UUID
    talk: str
    first: str = ""
    second: str = ""


def answer(pages: Pages, talk: str, first: str, second: str) -> None:
    """Keep both answers in the answerer's own record; "leave it out" is an answer too."""
    if first in ANSWERS and second in ANSWERS:
        noun = Pulse(pages.common.circle.id, talk, first, second)
        pages.touch(pages.private).add(KIND, noun, pages.me)


def answered(pages: Pages, talk: str) -> bool:
    """Has this person answered after this talk?"""
    found = pages.private.of_kind(KIND, Pulse)
    place = pages.common.circle.id
    return any((noun.circle, noun.talk) == (place, talk) for _, noun in found)
