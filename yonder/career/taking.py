"""Taking it away: all that is somebody's own, and the owner's word on what the other one may save.

The owner takes along everything. The one who listens takes along their own words and promises,
and the whole only where the owner has said so.
"""

import uuid
from dataclasses import dataclass

import msgspec

from yonder.career.journeys import Journey
from yonder.career.pages import OnlyTheOwner, Pages, open_pages
from yonder.career.people import Person
from yonder.career.record import OWNER, JourneyRecord, open_private
from yonder.career.writers import writers
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import Damaged, NotForYou, RingMissing

KIND = "may-take"


class MayTake(msgspec.Struct):
    """A mark of the owner: the one who listens may save all that stands here."""


@dataclass(frozen=True)
class Box:
    """A record of somebody's own career, and the first names of who else reads it."""

    record: JourneyRecord
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Own:
    """All boxes of one person, shared ones first; `closed` are the names of those they share a
    box with that does not open at this moment."""

    boxes: tuple[Box, ...]
    closed: tuple[str, ...]

    @property
    def shared_ids(self) -> set[uuid.UUID]:
        """Ids and origins of what somebody else can read too; the private box is the last."""
        return {one for box in self.boxes[:-1] for one in ids(box.record)}


def own(keyring: Keyring, person: Person) -> Own:
    """Everything about the career of `person`, as far as it opens."""
    boxes, closed = [], []
    left = Journey.objects.left_behind().filter(owner=person)  # by a guide, and not home yet
    for journey in [*Journey.objects.of(person).filter(owner=person), *left]:
        try:
            pages = open_pages(keyring, journey.circle)
        except (NotForYou, Damaged, RingMissing):
            closed.append(journey.guide.name)
        else:
            boxes += [box_of(pages)] if pages.owns else []
    return Own((*boxes, Box(open_private(keyring))), tuple(closed))


def ids(record: JourneyRecord) -> set[uuid.UUID]:
    """Ids and origins of everything in there."""
    return {one for entry in record.circle.record.entries for one in (entry.id, entry.origin)}


def box_of(pages: Pages) -> Box:
    """The record that belongs to the talks, and who reads it besides its owner."""
    record = pages.common.circle.record
    owner = record.roles.get(OWNER, pages.me)
    others = tuple(reader.name for reader in record.readers if reader.person != owner)
    return Box(pages.common, others)


def names(boxes: tuple[Box, ...]) -> dict[uuid.UUID, str]:
    """The first name of everybody who wrote something in there, as far as it is known."""
    records = [box.record for box in boxes]
    found = {one.id: one.name for one in Person.objects.filter(id__in=_wrote(records))}
    found |= {one.person: one.name for box in records for one in box.circle.record.readers}
    return found | {person: name for box in records for person, name in writers(box).items()}


def may_take_all(shared: JourneyRecord) -> bool:
    """Has the owner said that the one who listens may save the whole?"""
    owner = shared.circle.record.roles.get(OWNER)
    return any(entry.by == owner for entry, _ in shared.of_kind(KIND, MayTake))


def let_take(pages: Pages, *, whole: bool) -> None:
    """Say so, or take it back. Raises `OnlyTheOwner`, and what `Pages.add` raises."""
    if not pages.owns or pages.shared is None:
        raise OnlyTheOwner
    if whole and not may_take_all(pages.shared):
        pages.add(KIND, MayTake(), only_me=False)
    if not whole:
        for entry, _ in pages.shared.of_kind(KIND, MayTake):
            pages.touch(pages.shared).circle.record.drop(entry.id)


def _wrote(records: list[JourneyRecord]) -> set[uuid.UUID]:
    entries = [entry for record in records for entry in record.circle.record.entries]
    return {person for entry in entries for person in (entry.by, entry.last) if person}
