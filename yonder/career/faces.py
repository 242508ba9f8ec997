"""A face: what lists may know of a journey without opening it. It is cut to fit its box."""

import uuid

import msgspec

from yonder.vault.payloads import decode, encode
from yonder.vault.records import Record

LONGEST = 1_900  # bytes of a face; its box takes 2,044
CUT = 90  # characters of a step
STEPS = 3  # open steps of each of the two


class Step(msgspec.Struct):
    """An open step that has a date. `who` is whose it is, `by` a day number."""

    who: str
    text: str
    by: int


class Face(msgspec.Struct):
    """Who reads, under which identity; which talk comes next; up to three steps of each of the
    two; and whether something waits for the owner's word."""

    readers: dict[uuid.UUID, uuid.UUID]
    talk: str = ""
    steps: list[Step] = []
    waits: bool = False


class Glimpse(msgspec.Struct):
    """As much of a step, a value or a course as a face needs."""

    text: str = ""
    who: str = ""
    by: int = 0
    state: str = ""
    talks: list[str] = []


def face_of(record: Record) -> Face:
    """The face of an opened record."""
    course = _glimpses(record, "course")
    face = Face(
        {reader.person: reader.identity for reader in record.readers},
        "".join(course[0].talks[:1]) if course else "",
        _steps(_glimpses(record, "action")),
        any(value.state == "proposed" for value in _glimpses(record, "value")),
    )
    while face.steps and len(encode(face)) > LONGEST:
        face.steps.pop()
    return face


def _steps(actions: list[Glimpse]) -> list[Step]:
    firm = sorted((one for one in actions if one.state == "open" and one.by), key=_by)
    every = [[one for one in firm if one.who == who][:STEPS] for who in ("guide", "owner")]
    return [Step(one.who, one.text[:CUT], one.by) for row in every for one in row]


def _by(action: Glimpse) -> int:
    return action.by


def _glimpses(record: Record, kind: str) -> list[Glimpse]:
    return [decode(entry.data, Glimpse) for entry in record.entries if entry.kind == kind]
