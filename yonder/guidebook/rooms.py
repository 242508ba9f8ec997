"""What is said in the room: how a talk opens and closes, and what helps the one who listens."""

import msgspec

from yonder.guidebook.reading import read
from yonder.guidebook.routes import Routed


class Talk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`say` is for the guide to say, `owner` what the owner reads meanwhile, `close` the end."""

    say: tuple[str, ...]
    owner: tuple[str, ...]
    close: str


class Naming(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How to name something that matters, and examples in people's own words."""

    steps: tuple[str, ...]
    why: str
    maybe: str
    read_back: str
    examples: tuple[str, ...]


class Passing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One screen that goes across the table, and back."""

    over: str
    back: str


class Room(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`turn` are questions when a turn comes by, `alone` those to leave alone."""

    place: str
    language: str
    paper: str
    health: Routed
    notes_off: str
    turn: tuple[str, ...]
    alone: tuple[str, ...]
    passing: Passing
    naming: Naming
    life_story: Talk
    visions: Talk
    plan: Talk
    check_in: Talk
    three: str
    then_help: str
    whose_help: str


def texts(language: str) -> Room:
    """Everything that is said in the room. Raises `Unreadable`."""
    return read(language, "room.toml", Room)


def talk(language: str, name: str) -> Talk | None:
    """How the talk of this name opens and closes; None for one there is no page about."""
    return getattr(texts(language), name.replace("-", "_"), None)
