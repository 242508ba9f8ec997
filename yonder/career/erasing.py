"""Erase: the entry goes, and everything that hung on it, as if it had never been (decision 33)."""

import uuid

from yonder.career import drafts, twins
from yonder.career.notes import KIND as NOTE
from yonder.career.pages import LINKED, NotHere, OnlyTheOwner, Pages
from yonder.career.values import KIND as VALUE
from yonder.career.visions import forget_earlier
from yonder.vault.records import Entry

ERASED = (*LINKED, NOTE)


def erase(pages: Pages, wanted: uuid.UUID) -> None:
    """Take an entry away for everybody who could read it. Nothing there is fine too.

    The owner may erase everything; a guide what the guide wrote, except values. Raises
    `OnlyTheOwner` for the rest.
    """
    for record in pages.records:
        entry = record.circle.record.entry(wanted)
        if entry and entry.kind in ERASED:
            _refuse_foreign(pages, entry)
            _erase_with_ties(pages, entry)


def may_erase(pages: Pages, entry: Entry) -> bool:
    """May this person take away this entry?"""
    return pages.owns or (entry.by == pages.me and entry.kind != VALUE)


def find(pages: Pages, wanted: uuid.UUID) -> Entry:
    """The entry somebody is about to erase. Raises `NotHere`, and `OnlyTheOwner`."""
    for record in pages.records:
        entry = record.circle.record.entry(wanted)
        if entry and entry.kind in ERASED:
            _refuse_foreign(pages, entry)
            return entry
    raise NotHere


def _refuse_foreign(pages: Pages, entry: Entry) -> None:
    if not may_erase(pages, entry):
        raise OnlyTheOwner


def _erase_with_ties(pages: Pages, entry: Entry) -> None:
    everywhere = pages.records
    if pages.owns:
        forget_earlier(pages, entry.origin)
        drafts.forget_over(pages, entry.id)
        # A hand-over has left copies elsewhere: they go in the same save (decision 46).
        everywhere = [*pages.records, *twins.elsewhere(pages)]
    for record in everywhere:
        if twins.forget(record, entry.origin):
            pages.touch(record)
