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
    for kept in seen(pages):
        found.setdefault(kept.noun.source, {})[kept.noun.target] = kept.noun.word
    return found


def seen(pages: Pages) -> list[Kept[Tie]]:
    """Every tie this person sees here. Where both ends are shown, the shared record alone says how
    they hang together, and not a copy of before a hand-over."""
    shown = pages.shared.origins if pages.shared else set()
    return [
        kept
        for kept in pages.of_kind(KIND, Tie)
        if not (kept.only_me and {kept.noun.source, kept.noun.target} <= shown)
    ]


def tie(pages: Pages, source: Kept[Any], target: Kept[Any], word: str = "") -> None:
    """Let `source` rest on `target`; a word of before gives way to the new one."""
    noun = Tie(source.origin, target.origin, word)
    if any(kept.noun == noun for kept in seen(pages)):
        return
    for kept in pages.of_kind(KIND, Tie):
        if _joins(kept.noun, noun):
            drop(pages, kept)
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


def _joins(one: Tie, other: Tie) -> bool:
    return (one.source, one.target) == (other.source, other.target)


def _is_private(pages: Pages, *ends: Kept[Any]) -> bool:
    return pages.owns and any(end.only_me for end in ends)
