"""A draft: what somebody is typing and has not sent. It lies where only they can read it."""

import uuid
from contextlib import suppress

import msgspec

from yonder.career.pages import Kept, Pages
from yonder.vault.refusals import ChangedMeanwhile, ChangedOutside, NewerRecord

KIND = "draft"
NEW, REV = "new", "rev"
MOST = 20  # forms with something half-typed in them; the oldest gives way


class Draft(msgspec.Struct):
    """`circle` and `form` say where it belongs; `form` ends with the id of its entry, or `new`.
    Among its fields may be `rev`, the revision it is typed over."""

    circle: uuid.UUID
    form: str
    fields: dict[str, str]


def drafts(pages: Pages) -> dict[str, dict[str, str]]:
    """Form → what was typed in it, for pages that were just opened.

    What was typed over an entry that the other one has erased since goes for good.
    """
    _forget_stale(pages)
    return {kept.noun.form: kept.noun.fields for kept in _here(pages)}


def keep(pages: Pages, form: str, fields: dict[str, str]) -> None:
    """Remember what is typed in one form; nothing but blanks forgets it.

    A guide's draft over somebody's entry is not kept: it would outlive an erasing (finding 10).
    """
    typed = any(text.strip() for name, text in fields.items() if name != REV)
    if not typed or not (pages.owns or form.endswith(NEW)):
        forget(pages, form)
        return
    _write(pages, Draft(pages.common.circle.id, form, fields))
    for old in _here(pages)[:-MOST]:
        _drop(pages, old)


def forget(pages: Pages, form: str) -> None:
    """The form was sent."""
    for kept in _here(pages):
        if kept.noun.form == form:
            _drop(pages, kept)


def forget_over(pages: Pages, entry: uuid.UUID) -> None:
    """The entry (id) is erased, and with it what was typed over it on any of the pages."""
    for kept in _over(pages, entry):
        _drop(pages, kept)


def follow(pages: Pages, before: uuid.UUID, after: uuid.UUID) -> None:
    """The entry is shown or taken back, under another id: what is typed over it goes along."""
    for kept in _over(pages, before):
        form = f"{kept.noun.form.removesuffix(str(before))}{after}"
        _put(pages, kept, pages.common.circle.id, form)


def take_home(pages: Pages) -> None:
    """The talks have ended: what is half-typed there goes on where only its owner writes."""
    for kept in _here(pages):
        _put(pages, kept, pages.private.circle.id, kept.noun.form)


def _forget_stale(pages: Pages) -> None:
    entries = [entry for record in pages.records for entry in record.circle.record.entries]
    known = (NEW, *(str(entry.id) for entry in entries))
    stale = [kept for kept in _here(pages) if not kept.noun.form.endswith(known)]
    for kept in stale:
        _drop(pages, kept)
    if stale:
        with suppress(ChangedMeanwhile, ChangedOutside, NewerRecord):  # then at the next opening
            pages.save()


def _over(pages: Pages, entry: uuid.UUID) -> list[Kept[Draft]]:
    return [kept for kept in _every(pages) if kept.noun.form.endswith(str(entry))]


def _here(pages: Pages) -> list[Kept[Draft]]:
    place = pages.common.circle.id
    return [kept for kept in _every(pages) if kept.noun.circle == place]


def _every(pages: Pages) -> list[Kept[Draft]]:
    return [Kept(entry, noun, True) for entry, noun in pages.private.of_kind(KIND, Draft)]


def _write(pages: Pages, fresh: Draft) -> None:
    private = pages.touch(pages.private)
    before = [kept.entry for kept in _here(pages) if kept.noun.form == fresh.form]
    if not before:
        private.add(KIND, fresh, pages.me)
    for entry in before[:1]:
        # Under its own id: an id that goes stands on the gone list for days, and a draft is
        # written every ten seconds.
        private.reword(entry, fresh)
        private.circle.record.drop(entry.id)
        private.circle.record.entries.append(entry)


def _put(pages: Pages, kept: Kept[Draft], circle: uuid.UUID, form: str) -> None:
    moved = Draft(circle, form, kept.noun.fields)
    pages.touch(pages.private).reword(kept.entry, moved)


def _drop(pages: Pages, kept: Kept[Draft]) -> None:
    pages.touch(pages.private).circle.record.drop(kept.id)
