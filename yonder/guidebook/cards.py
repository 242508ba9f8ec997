"""Cards for the one who listens: how to hear a boundary, what not to ask, what to say then."""

import msgspec

from yonder.guidebook.reading import read
from yonder.guidebook.routes import Routed, lines


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`id` is short and stable. `text` are its paragraphs. `notes_off`: here the pen goes down."""

    id: str
    title: str
    text: tuple[str | Routed, ...]
    notes_off: bool = False

    def lines(self, routes: dict[str, str]) -> list[str]:
        """Its paragraphs, with what the workplace has named."""
        return lines(self.text, routes)


class Instead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What not to ask, and what to ask when something is needed for the talk."""

    topic: str
    not_this: str
    ask_this: str


class Help(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the owner always has within reach. `nobody`: while the workplace has named no one."""

    text: tuple[str | Routed, ...]
    nobody: str
    seen: str

    def lines(self, routes: dict[str, str]) -> list[str]:
        """Where to go, with what the workplace has named."""
        named = routes.get("route") or routes.get("other_route")
        return [*([] if named else [self.nobody]), *lines(self.text, routes)]


class Deck(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    instead: tuple[Instead, ...]
    unasked: str
    cards: tuple[Card, ...]
    help: Help


def deck(language: str) -> Deck:
    """All cards, in their order. Raises `Unreadable`."""
    return read(language, "cards.toml", Deck)
