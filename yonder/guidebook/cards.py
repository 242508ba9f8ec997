"""Cards for the one who listens: how to hear a boundary, what not to ask, what to say then."""

import msgspec

from yonder.guidebook.reading import read


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`id` is short and stable. `text` are its paragraphs."""

    id: str
    title: str
    text: tuple[str, ...]


class Instead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What not to ask, and what to ask when something is needed for the talk."""

    topic: str
    not_this: str
    ask_this: str


class Deck(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    instead: tuple[Instead, ...]
    unasked: str
    cards: tuple[Card, ...]


def deck(language: str) -> Deck:
    """All cards, in their order. Raises `Unreadable`."""
    return read(language, "cards.toml", Deck)
