"""How much of a shared record the one who listens may fill.

Its owner needs room there for a no, and room at home for all of it when the talks end.
"""

import uuid

from yonder.career.record import AROUND, JourneyRecord
from yonder.vault.circle_rows import LARGEST

MOST = LARGEST // 4  # bytes


def taken_by(record: JourneyRecord, person: uuid.UUID) -> int:
    """The bytes of what stands there in this person's words."""
    entries = record.circle.record.entries
    theirs = [entry for entry in entries if (entry.last or entry.by) == person]
    return sum(len(entry.data) + AROUND for entry in theirs)
