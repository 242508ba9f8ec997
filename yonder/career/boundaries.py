"""A no. It is stored in one place, the private circle of the one who says it (decision 1)."""

import uuid

import msgspec

from yonder.career.record import JourneyRecord, open_private
from yonder.vault.keyrings import Keyring

DECLINED = "declined"


class Declined(msgspec.Struct):
    """An invitation this person does not want to see again."""

    invitation: uuid.UUID


def decline(keyring: Keyring, invitation: uuid.UUID) -> None:
    """Say no, for oneself. Nothing outside the private circle changes: no row, no date, no size."""
    private = open_private(keyring)
    if invitation not in declined(private):
        private.add(DECLINED, Declined(invitation), keyring.person)
        private.circle.save()


def declined(private: JourneyRecord) -> set[uuid.UUID]:
    """The invitations this person has said no to, from their private record."""
    return {noun.invitation for _, noun in private.of_kind(DECLINED, Declined)}
