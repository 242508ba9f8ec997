"""A part of a talk in which the pen is down: nothing more is written until the next step.

The mark lies in the shared course, where both sides and nobody else can see it. Every step makes a
course without it, of the same bytes as if it had never been there (docs/decisions/42).
"""

from typing import Literal

from msgspec import UNSET, UnsetType

from yonder.career.pages import Pages
from yonder.career.record import COURSE, Course
from yonder.career.talks import course, put


class NotesAreOff(Exception):
    """Nothing more can be written in this part of the talk."""


def turn_notes_off(pages: Pages) -> None:
    """The guide puts the pen down, for both of them, wherever the two are now.

    An owner does not need this: what only the owner writes, the owner can leave unwritten.
    """
    if not pages.owns:
        _mark(pages, True)


def end_part(pages: Pages) -> None:
    """This part is over, and next time the two write again."""
    if notes_are_off(pages):
        _mark(pages, UNSET)


def notes_are_off(pages: Pages) -> bool:
    """May nothing more be written at this step?"""
    return course(pages).notes_off is True


def refuse_a_note(pages: Pages) -> None:
    """Before anything is written in the room. Raises `NotesAreOff`."""
    if notes_are_off(pages):
        raise NotesAreOff


def _mark(pages: Pages, notes_off: Literal[True] | UnsetType) -> None:
    # Under the same revision: a number that is one too high would tell that something was here.
    before = [entry.rev for entry, _ in pages.common.of_kind(COURSE, Course)]
    now = course(pages)
    now.notes_off = notes_off
    put(pages, now)
    for entry, _ in pages.common.of_kind(COURSE, Course):
        entry.rev = before[0] if before else entry.rev
