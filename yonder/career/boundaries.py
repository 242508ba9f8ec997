"""A no. It is stored in one place, the private circle of the one who says it (decision 1)."""

import uuid

import msgspec

from yonder.career.record import JourneyRecord
from yonder.vault.circles import open_circle
from yonder.vault.keyrings import Keyring

DECLINED = "declined"


class Declined(msgspec.Struct):
    """An invitation this person does not want to see again."""

    invitation: uuid.UUID


def decline(keyring: Keyring, invitation: uuid.UUID) -> None:
    """Say no, for oneself. Nothing outside the private circle changes: no row, no date, no size."""
    private = JourneyRecord(open_circle(keyring, keyring.private))
    if invitation not in _declined(private):
        private.add(DECLINED, Declined(invitation), keyring.person)
        private.circle.save()


def declined(keyring: Keyring) -> set[uuid.UUID]:
    """The invitations this person has said no to."""
    return _declined(JourneyRecord(open_circle(keyring, keyring.private)))


def _declined(private: JourneyRecord) -> set[uuid.UUID]:
    return {noun.invitation for _, noun in private.of_kind(DECLINED, Declined)}
