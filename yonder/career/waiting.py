"""A page that waits: has anything changed that this person can see?"""

import hmac

from yonder.career.pages import Pages
from yonder.career.record import COURSE, Course, JourneyRecord
from yonder.vault.payloads import decode, encode
from yonder.vault.records import Entry
from yonder.vault.sealing import derive


def word_of(pages: Pages) -> str:
    """A word that is another one when these pages are, and says nothing else.

    For the owner it changes with each save. A guide's stays while a guide sees the same: which
    questions are still to come changes when the owner turns a topic off, and the guide's open
    page must not stir.
    """
    if pages.owns:
        return "-".join(record.circle.tag.hex[:16] for record in pages.records)
    return _sealed(pages.common)


def _sealed(record: JourneyRecord) -> str:
    circle = record.circle
    seen = [encode(_seen(entry)) for entry in circle.record.entries]
    key = derive(circle.ck, circle.id, "seen")
    return hmac.digest(key, encode([circle.record.readers, seen]), "sha256").hex()[:32]


def _seen(entry: Entry) -> Entry | list[object]:
    if entry.kind != COURSE:
        return entry
    now = decode(entry.data, Course)
    step = now.steps[now.at : now.at + 1]
    return [now.talks[:1], step, now.at, now.held, now.notes_off is True]
