"""The sealed tables, in reading order. docs/vault.md lists every column and who can read it."""

from yonder.vault.keyrings import Identity
from yonder.vault.slots import Slot
from yonder.vault.circle_rows import Body, Circle, Member, Unchecked
from yonder.vault.gone_numbers import GoneNumber
from yonder.vault.pairings import Pairing
from yonder.vault.unlocks import Unlock
from yonder.vault.security import SecurityEvent
from yonder.vault.limits import Attempt

__all__ = [
    "Attempt",
    "Body",
    "Circle",
    "GoneNumber",
    "Identity",
    "Member",
    "Pairing",
    "SecurityEvent",
    "Slot",
    "Unchecked",
    "Unlock",
]
