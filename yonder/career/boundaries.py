"""A no. It is stored in one place, the private circle of the one who says it (decision 1)."""

import uuid

import msgspec

from yonder.career.pages import Pages
from yonder.career.record import JourneyRecord, open_private
from yonder.vault.keyrings import Keyring

DECLINED, LEFT_OUT = "declined", "left-out"
PROMPT, TOPIC, TALK = "prompt", "topic", "talk"


class Declined(msgspec.Struct):
    """An invitation this person does not want to see again."""

    invitation: uuid.UUID


class LeftOut(msgspec.Struct):
    """A question, a topic or a talk that is not to come up. `name` is its id in the guidebook."""

    what: str
    name: str


def decline(keyring: Keyring, invitation: uuid.UUID) -> None:
    """Say no, for oneself. Nothing outside the private circle changes: no row, no date, no size."""
    private = open_private(keyring)
    if invitation not in declined(private):
        private.add(DECLINED, Declined(invitation), keyring.person)
        private.circle.save()


def declined(private: JourneyRecord) -> set[uuid.UUID]:
    """The invitations this person has said no to, from their private record."""
    return {noun.invitation for _, noun in private.of_kind(DECLINED, Declined)}


def leave_out(pages: Pages, what: str, name: str) -> None:
    """ "Not this one". For the owner only; for a guide nothing is stored, for it is not theirs."""
    if pages.owns and name not in left_out(pages.private, what):
        pages.touch(pages.private).add(LEFT_OUT, LeftOut(what, name), pages.me)


def take_in_again(pages: Pages, what: str, name: str) -> None:
    """What the owner turned off, the owner alone can turn on again."""
    for entry, noun in pages.private.of_kind(LEFT_OUT, LeftOut):
        if (noun.what, noun.name) == (what, name):
            pages.touch(pages.private).circle.record.drop(entry.id)


def left_out(private: JourneyRecord, what: str) -> set[str]:
    """The names of what this person has turned off, of one sort."""
    return {noun.name for _, noun in private.of_kind(LEFT_OUT, LeftOut) if noun.what == what}
