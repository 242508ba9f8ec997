"""Entries that move between two circles of their owner, as showing and taking back do it."""

import uuid

from yonder.vault.circles import open_circle
from yonder.vault.opened import save_all
from yonder.vault.records import Entry


def put(opened, text, origin=None):
    keyring, fresh = opened.keyring, uuid.uuid4()
    day = keyring.vault.today()
    made = Entry(fresh, origin or fresh, 1, keyring.person, day, "note", text.encode())
    opened.record.entries.append(made)
    return made


def moved(source, target, entry, *, hidden):
    """Out of one, into the other, under a new id."""
    source.release(entry.id, hidden=hidden)
    return put(target, entry.data.decode(), entry.origin)


def take_back(ravi, circle, entry):
    mine, shared = open_circle(ravi, ravi.private), open_circle(ravi, circle)
    moved(shared, mine, entry, hidden=True)
    save_all([mine, shared])
    return mine, shared
