"""When somebody starts it without being asked: what they read, what they can say, and what the one
reads whom they ask."""

import msgspec

from yonder.guidebook.briefings import Part
from yonder.guidebook.reading import read


class Starter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`messages` are to be changed: form of the message → text. `silence` and `no` are what to do
    then. `listen` is the letter to the one who is asked, `minutes` what it takes, in two of them.
    """

    head: str
    lead: str
    alone: str
    someone: str
    small: str
    charge: str
    messages: dict[str, str]
    silence: tuple[str, ...]
    no: tuple[str, ...]
    listen: str
    minutes: tuple[Part, ...]


def starter(language: str) -> Starter:
    """The texts for whoever starts it. Raises `Unreadable`."""
    return read(language, "starter.toml", Starter)
