"""A face: what lists may know of a journey without opening it. It is cut to fit its box."""

import uuid

import msgspec

from yonder.career import times
from yonder.career.times import Offer
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
    two; and whether something waits for the owner's word.

    What the two have done: `heard` are the talks they held, the last one on day `held_on`;
    `agreed`: both have agreed to a plan; `stalled` is the day of a life story after which nothing
    was held; `keen` the day on which the owner said "soon". `offers` are the latest times
    that the guide offered. Faces of an older Yonder lack these.
    """

    readers: dict[uuid.UUID, uuid.UUID]
    talk: str = ""
    steps: list[Step] = []
    waits: bool = False
    heard: list[str] = []
    held: str = ""
    held_on: int = 0
    agreed: bool = False
    stalled: int = 0
    keen: int = 0
    more: int = 0  # open steps of the guide's that did not fit
    offers: dict[uuid.UUID, Offer] = {}

    @property
    def walked(self) -> bool:
        """The owner's own Visions and Plan with this guide are done (decision 14)."""
        return {"visions", "plan"} <= set(self.heard)


class Glimpse(msgspec.Struct):
    """As much of a step, a value, a plan or a course as a face needs."""

    text: str = ""
    who: str = ""
    by: int = 0
    state: str = ""
    talks: list[str] = []
    agreed: list[uuid.UUID] = []
    held: str = ""
    held_on: int = 0
    heard: dict[str, int] = {}
    keen: int = 0


def face_of(record: Record) -> Face:
    """The face of an opened record."""
    firm = _firm(_glimpses(record, "action"))
    face = Face(
        {reader.person: reader.identity for reader in record.readers},
        steps=[step for who in ("guide", "owner") for step in _steps(firm, who)],
        waits=any(value.state == "proposed" for value in _glimpses(record, "value")),
        agreed=any(len(plan.agreed) > 1 for plan in _glimpses(record, "plan")),
        offers=_offers(record),
    )
    for course in _glimpses(record, "course"):
        _say_what_was_held(face, course)
    return _cut(face, sum(one.who == "guide" for one in firm))


def _say_what_was_held(face: Face, course: Glimpse) -> None:
    face.talk = "".join(course.talks[:1])
    face.heard = sorted(course.heard or filter(None, [course.held]))
    face.held, face.held_on, face.keen = course.held, course.held_on, course.keen
    if face.heard == ["life-story"]:
        face.stalled = course.heard.get("life-story", 0)


def _cut(face: Face, guides: int) -> Face:
    while face.steps and len(encode(face)) > LONGEST:
        face.steps.pop()
    face.more = guides - sum(step.who == "guide" for step in face.steps)
    return face


def _firm(actions: list[Glimpse]) -> list[Glimpse]:
    firm = [one for one in actions if one.state == "open" and one.by]
    return sorted(firm, key=lambda one: one.by)


def _steps(firm: list[Glimpse], who: str) -> list[Step]:
    return [Step(who, one.text[:CUT], one.by) for one in firm if one.who == who][:STEPS]


def _offers(record: Record) -> dict[uuid.UUID, Offer]:
    """The times that can be taken longest. Whether they still can, the reader's clock says; what
    has lapsed never stands in the place of what has not."""
    entries = [entry for entry in record.entries if entry.kind == times.KIND]
    every = [(entry.id, decode(entry.data, Offer)) for entry in entries]
    return dict(sorted(every, key=lambda one: one[1].expires)[-times.SHOWN :])


def _glimpses(record: Record, kind: str) -> list[Glimpse]:
    return [decode(entry.data, Glimpse) for entry in record.entries if entry.kind == kind]
