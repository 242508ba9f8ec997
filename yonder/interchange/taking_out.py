"""Out of records into a `.yonder` file: all that is the owner's, or what one who listens wrote.

Not in it: what is half-typed, which talk comes next, and what belongs to this server alone, such as
invitations and the recovery code.
"""

import uuid
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from yonder.career import notes, plans
from yonder.career.pages import Pages
from yonder.career.taking import Box
from yonder.interchange import outgoing
from yonder.interchange.shapes import VERSION, Whole
from yonder.interchange.taken import Seen, Taken
from yonder.vault.here import date_of
from yonder.vault.keyrings import Keyring
from yonder.vault.payloads import decode
from yonder.vault.records import Entry


def whole(
    keyring: Keyring, boxes: tuple[Box, ...], owner: tuple[uuid.UUID, str], taker: str
) -> Whole:
    """Everything in these boxes, once; what lies in several says all who read it."""
    taken = Taken(keyring, boxes, owner[0], _once(boxes))
    return _file(taken, owner[1], taker, "whole")


def own_words(pages: Pages, box: Box, owner: tuple[uuid.UUID, str], taker: str) -> Whole:
    """What the one who listens may always take along: own sentences and own promises, as far as
    they stand there in that person's words."""
    seen = [(entry, box.others) for entry in _of_own(pages)]
    taken = Taken(pages.private.circle.keyring, (box,), owner[0], seen)
    taken.own_words = True
    return _file(taken, owner[1], taker, "own-words")


def _of_own(pages: Pages) -> Iterable[Entry]:
    for entry in pages.common.circle.record.entries:
        if (entry.last or entry.by) != pages.me:
            continue
        if entry.kind == notes.KIND:
            yield entry
        if entry.kind == plans.KIND and decode(entry.data, plans.Action).who == plans.GUIDE:
            yield entry


def _once(boxes: tuple[Box, ...]) -> list[Seen]:
    """Twins as one, with all who read them. Edited since, they are two: none is left away."""
    found: dict[uuid.UUID, Seen] = {}
    for box in boxes:
        for entry in box.record.circle.record.entries:
            first, shown = found.get(entry.origin, (entry, ()))
            if first.data == entry.data:
                found[entry.origin] = first, tuple(dict.fromkeys((*shown, *box.others)))
            else:
                found[entry.id] = replace(entry, origin=entry.id), box.others
    return list(found.values())


def _file(taken: Taken, owner: str, taker: str, holds: Any) -> Whole:
    today = date_of(taken.keyring.vault.today())
    listed = {noun: make(taken) for noun, make in outgoing.NOUNS.items()}
    order = [] if taken.own_words else outgoing.order(taken)
    return Whole(
        yonder="pages",
        version=VERSION,  # type: ignore[arg-type]
        owner=owner,
        taken_by=taker,
        taken_on=today,
        holds=holds,
        order=order,
        **listed,
    )
