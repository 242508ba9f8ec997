"""Show and only me again: an entry moves between its owner's circles (decision 32)."""

import uuid
from collections.abc import Iterable

from msgspec.structs import replace

from yonder.career import drafts, twins
from yonder.career.pages import LINKED, NotHere, OnlyBothCanRead, OnlyTheOwner, Pages
from yonder.career.skills import forget_place
from yonder.career.ties import KIND as TIE
from yonder.career.ties import Tie
from yonder.vault.records import Entry


def show(pages: Pages, wanted: Iterable[uuid.UUID]) -> None:
    """Let the other one read these entries, and how they hang together with what is shown.

    What is shown already, or is not there any more, is passed over. Raises `OnlyTheOwner`, and
    `OnlyBothCanRead` before the other one holds the key.
    """
    if not pages.owns:
        raise OnlyTheOwner
    if not pages.both_read:
        raise OnlyBothCanRead
    chosen, shown = set(wanted), pages.common.origins
    moving = [
        entry
        for entry in pages.private.circle.record.entries
        if entry.id in chosen and entry.kind in LINKED and entry.origin not in shown
    ]
    for entry in moving:
        _move(pages, entry, only_me=False)
    _settle_ties(pages, {entry.origin for entry in moving})


def only_me(pages: Pages, wanted: uuid.UUID) -> None:
    """Take an entry back: for the other one it is as if it had never been there.

    Raises `OnlyTheOwner`, and `NotHere` for what is not shown.
    """
    if not pages.owns:
        raise OnlyTheOwner
    entry = pages.shared.circle.record.entry(wanted) if pages.shared else None
    if entry is None or entry.kind not in LINKED:
        raise NotHere
    _move(pages, entry, only_me=True)
    _settle_ties(pages, {entry.origin})


def _move(pages: Pages, entry: Entry, *, only_me: bool) -> None:
    forget_place(pages, entry.origin)
    pages.touch(pages.home(only_me=not only_me)).circle.release(entry.id, hidden=only_me)
    moved = twins.lay_home(pages, entry) if only_me else _lay_open(pages, entry)
    drafts.follow(pages, entry.id, moved.id)


def _lay_open(pages: Pages, entry: Entry) -> Entry:
    moved = replace(entry, id=uuid.uuid4())
    pages.touch(pages.common).circle.record.entries.append(moved)
    return moved


def _settle_ties(pages: Pages, moved: set[uuid.UUID]) -> None:
    """A tie of what has moved (origins) is shown when both of its ends are, and else it is the
    owner's alone. No other one: a copy of before a hand-over stays where it lies."""
    assert pages.shared
    shown = pages.shared.origins
    for kept in pages.of_kind(TIE, Tie):
        ends = {kept.noun.source, kept.noun.target}
        private = not ends <= shown
        if ends & moved and private != kept.only_me:
            _move(pages, kept.entry, only_me=private)
