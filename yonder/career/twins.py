"""Twins: one entry in several circles of its owner, after a hand-over (decision 46).

They share their origin. What is edited in one place stays there; what is erased goes everywhere.
"""

import uuid
from contextlib import suppress

from msgspec.structs import replace

from yonder.career import drafts
from yonder.career.pages import PARTING, Pages
from yonder.career.plans import GUIDE as BY_GUIDE
from yonder.career.plans import KIND as ACTION
from yonder.career.plans import Action
from yonder.career.record import COURSE, GUIDE, OWNER, JourneyRecord
from yonder.career.skills import ORDER, Order
from yonder.career.taking import KIND as MAY_TAKE
from yonder.career.ties import KIND as TIE
from yonder.career.ties import Tie
from yonder.career.times import KIND as OFFER
from yonder.vault.circles import drop_former_readers, held_by, open_circle
from yonder.vault.payloads import decode, encode
from yonder.vault.records import Entry
from yonder.vault.refusals import Damaged, NotForYou, RingMissing


def lay_home(pages: Pages, entry: Entry) -> Entry:
    """Put a copy of `entry` into the owner's private circle, unless the same lies there already.

    Where other words lie there under the same origin, both stay: nothing is lost. Gives what lies
    at home.
    """
    for twin in pages.private.circle.record.entries:
        if _is_twin(twin, entry):
            if twin.kind == TIE:
                return _mark(pages, twin, entry.data)
            if twin.data == entry.data:
                return twin
            return _lay(pages, replace(entry, id=uuid.uuid4(), origin=uuid.uuid4()))
    return _lay(pages, replace(entry, id=uuid.uuid4()))


def lay_all_home(pages: Pages, shared: JourneyRecord) -> None:
    """Everything of a shared circle that says something lies at its owner's home from now on.

    What an older copy brought back is there too, when the private circle was too full for it.
    """
    pages.touch(shared)  # or a sentence that is saved in this very moment would be lost
    guide = shared.circle.record.reader(shared.circle.record.roles[GUIDE])
    for entry in [*shared.circle.record.entries, *shared.circle.bring_home()]:
        if entry.kind not in (COURSE, PARTING, MAY_TAKE, OFFER):
            kept = _in_their_name(entry, guide.name if guide else "")
            drafts.follow(pages, entry.id, lay_home(pages, kept).id)
    drafts.take_home(pages)


def elsewhere(pages: Pages) -> list[JourneyRecord]:
    """The other circles of the owner of these pages, opened; one that cannot be is passed over:
    what the gone list names never opens there either."""
    here = {record.circle.id for record in pages.records}
    keyring, found = pages.private.circle.keyring, []
    for circle in held_by(keyring):
        if circle not in here:
            with suppress(NotForYou, Damaged, RingMissing):
                opened = open_circle(keyring, circle)
                drop_former_readers(opened)  # or nothing could be erased where a guide has left
                if opened.is_as_listed():
                    found.append(JourneyRecord(opened))
    return [record for record in found if _is_owners(record, pages.me)]


def forget(record: JourneyRecord, origin: uuid.UUID) -> bool:
    """Take out of one record what has this origin, every tie to it, and its place in an order.

    Says whether anything was there.
    """
    ties = record.of_kind(TIE, Tie)
    hung = {entry.id for entry, tie in ties if origin in (tie.source, tie.target)}
    kept = [
        entry
        for entry in record.circle.record.entries
        if entry.origin != origin and entry.id not in hung
    ]
    changed = len(kept) < len(record.circle.record.entries)
    record.circle.record.entries = kept
    return _forget_place(record, origin) or changed


def _forget_place(record: JourneyRecord, origin: uuid.UUID) -> bool:
    ordered = [pair for pair in record.of_kind(ORDER, Order) if origin in pair[1].skills]
    for entry, order in ordered:
        # No text: nothing was edited that anybody typed over, so no revision rises.
        entry.data = encode(Order([one for one in order.skills if one != origin]))
    return bool(ordered)


def _in_their_name(entry: Entry, guide: str) -> Entry:
    """What the former guide promised is nobody's to do from here on, least of all a new guide's."""
    if entry.kind != ACTION or (action := decode(entry.data, Action)).who != BY_GUIDE:
        return entry
    ownerless = replace(action, who="", whom=action.whom or guide)
    return replace(entry, data=encode(ownerless))


def _is_twin(one: Entry, other: Entry) -> bool:
    """The same thing in two circles. A tie has no words: it is the same when its ends are."""
    if one.kind != other.kind:
        return False
    return one.origin == other.origin or (one.kind == TIE and _ends(one) == _ends(other))


def _ends(entry: Entry) -> tuple[uuid.UUID, uuid.UUID]:
    tie = decode(entry.data, Tie)
    return tie.source, tie.target


def _mark(pages: Pages, twin: Entry, data: bytes) -> Entry:
    if twin.data != data:
        pages.touch(pages.private)
        twin.data = data
    return twin


def _is_owners(record: JourneyRecord, person: uuid.UUID) -> bool:
    roles = record.circle.record.roles
    return roles.get(OWNER) == person and record.circle.writable


def _lay(pages: Pages, entry: Entry) -> Entry:
    pages.touch(pages.private).circle.record.entries.append(entry)
    return entry
