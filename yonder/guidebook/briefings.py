"""Before a talk: what it is for, what comes up, what may be left out, and who can read it."""

import msgspec

from yonder.guidebook.reading import read


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One heading and what stands under it. `confirmed` is only true where the people who run
    the server have confirmed how the ring is copied."""

    head: str
    text: str
    confirmed: bool = False


class Briefing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One talk, for both. `guide` are paragraphs without headings."""

    id: str
    name: str
    office: str
    floor: str
    owner: tuple[Part, ...]
    guide: tuple[str, ...]


class Briefings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`foot` stands under every briefing of the owner, `short` is its short form. `paid` and
    `paid_on_shift` say whose time it is."""

    talks: tuple[Briefing, ...]
    foot: tuple[Part, ...]
    short: str
    paid: str
    paid_on_shift: str
    promise: tuple[str, ...]
    promise_limit: str


def briefings(language: str) -> Briefings:
    """The briefings of every talk, in their order. Raises `Unreadable`."""
    return read(language, "briefings.toml", Briefings)
