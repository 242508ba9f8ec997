"""A tie: this rests on that. A value on its turns, a picture on what matters (decision 32).

Ties name the origin of both ends, so they survive when an end is shown or taken back. A tie lies
in the shared record when both of its ends do, and else where only the owner sees it.
"""

import uuid
from collections.abc import Iterable
from typing import Any

import msgspec

from yonder.career.pages import Kept, Pages

KIND = "tie"


class Tie(msgspec.Struct):
    source: uuid.UUID
    target: uuid.UUID
    word: str = ""


def ties(pages: Pages) -> dict[uuid.UUID, dict[uuid.UUID, str]]:
    """Source → target → word, of everything this person sees here."""
    found: dict[uuid.UUID, dict[uuid.UUID, str]] = {}
    for kept in pages.of_kind(KIND, Tie):
        found.setdefault(kept.noun.source, {})[kept.noun.target] = kept.noun.word
    return found


def tie(pages: Pages, source: Kept[Any], target: Kept[Any], word: str = "") -> None:
    """Let `source` rest on `target`; a word of before gives way to the new one."""
    for kept in pages.of_kind(KIND, Tie):
        if (kept.noun.source, kept.noun.target) == (source.origin, target.origin):
            if kept.noun.word == word:
                return
            drop(pages, kept)
    noun = Tie(source.origin, target.origin, word)
    pages.add(KIND, noun, only_me=_is_private(pages, source, target))


def untie(pages: Pages, source: Kept[Any], targets: Iterable[uuid.UUID]) -> None:
    """Take away the ties from `source` to these origins, as far as this person sees them."""
    gone = set(targets)
    for kept in pages.of_kind(KIND, Tie):
        if kept.noun.source == source.origin and kept.noun.target in gone:
            drop(pages, kept)


def of(pages: Pages, end: uuid.UUID) -> list[Kept[Tie]]:
    """Every tie with this origin at one of its ends."""
    every = pages.of_kind(KIND, Tie)
    return [kept for kept in every if end in (kept.noun.source, kept.noun.target)]


def drop(pages: Pages, kept: Kept[Tie]) -> None:
    """Take away one tie, without a trace."""
    pages.touch(pages.home(only_me=kept.only_me)).circle.record.drop(kept.id)


def _is_private(pages: Pages, *ends: Kept[Any]) -> bool:
    return pages.owns and any(end.only_me for end in ends)
