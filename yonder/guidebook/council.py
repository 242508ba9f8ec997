"""For works councils and data protection: what can be read by whom, and what cannot."""

import msgspec

from yonder.guidebook.reading import read


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One heading and the sentences under it, a thought each."""

    head: str
    text: tuple[str, ...]


class Clear(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What lies in the database in clear, how long, and in which columns of which tables."""

    what: str
    kept: str
    columns: tuple[str, ...]


class Council(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`clear` is the closed list: nothing else can be read by those who run the server."""

    lead: str
    parts: tuple[Part, ...]
    clear_head: str
    clear_lead: str
    clear: tuple[Clear, ...]


def council(language: str) -> Council:
    """The page as this reader gets it. Raises `Unreadable`."""
    return read(language, "council.toml", Council)
