"""A value: something that matters to its owner, in the owner's words, and the turns it came from.

Either of the two may propose one. Only the owner says "Yes, that is me", rewords it or takes it
away (method.md requirements 7 to 10).
"""

import uuid
from collections.abc import Iterable

import msgspec

from yonder.career import ties
from yonder.career.pages import Kept, OnlyTheOwner, Pages
from yonder.career.pivots import pivots

KIND = "value"
PROPOSED, CONFIRMED, AT_TABLE = "proposed", "confirmed", "table"
ENOUGH_TURNS = 2  # one turn is a story, two turns are a sign
FEW, MANY = 5, 8  # a handful; suggested, never demanded (method.md 2)


class Value(msgspec.Struct):
    words: str
    state: str = PROPOSED


def values(pages: Pages) -> list[Kept[Value]]:
    """The values this person sees here, in the order they were written."""
    return pages.of_kind(KIND, Value)


def turns_of(pages: Pages) -> dict[uuid.UUID, list[uuid.UUID]]:
    """Origin of a value → the origins of its turns, as far as this person sees both."""
    tied = ties.ties(pages)
    places = {kept.origin: place for place, kept in enumerate(pivots(pages))}
    return {
        value.origin: sorted(
            tied.get(value.origin, {}).keys() & places.keys(), key=places.__getitem__
        )
        for value in values(pages)
    }


def propose(pages: Pages, words: str, turns: Iterable[uuid.UUID], *, only_me: bool) -> None:
    """Name a value and point to its turns (ids of entries). The owner's own is confirmed at once.

    Raises what `Pages.add` raises.
    """
    state = CONFIRMED if pages.owns else PROPOSED
    entry = pages.add(KIND, Value(words, state), only_me=only_me)
    point(pages, entry.id, turns)


def point(pages: Pages, entry: uuid.UUID, turns: Iterable[uuid.UUID]) -> None:
    """Let a value rest on these turns (ids) and on no others of those this person sees."""
    value, chosen = pages.find(KIND, Value, entry), set(turns)
    seen = pivots(pages)
    ties.untie(pages, value, [turn.origin for turn in seen if turn.id not in chosen])
    for turn in seen:
        if turn.id in chosen:
            ties.tie(pages, value, turn)


def confirm(pages: Pages, entry: uuid.UUID, rev: int) -> None:
    """ "Yes, that is me". Raises `OnlyTheOwner`, and `Moved` when the words are others by now."""
    _say(pages, entry, rev, CONFIRMED)


def reword(pages: Pages, entry: uuid.UUID, rev: int, words: str) -> None:
    """ "Nearly. In my words": what the owner says is confirmed. Raises as `confirm` does."""
    _say(pages, entry, rev, CONFIRMED, words)


def undo(pages: Pages, entry: uuid.UUID, rev: int) -> None:
    """What was agreed at the table is a proposal again; for the owner alone."""
    _say(pages, entry, rev, PROPOSED)


def agree_at_table(pages: Pages, entry: uuid.UUID, rev: int, words: str = "") -> None:
    """The owner agreed on the other one's screen. The owner alone can undo it (finding 30).

    Raises `OnlyTheOwner` for what was confirmed on the owner's own screen, and as `confirm` does.
    """
    kept = pages.read_at(KIND, Value, entry, rev)
    if kept.noun.state == CONFIRMED and not pages.owns:
        raise OnlyTheOwner
    pages.reword(kept, Value(words or kept.noun.words, AT_TABLE))


def take_away_at_table(pages: Pages, entry: uuid.UUID, rev: int) -> None:
    """The owner said no to a proposal on the other one's screen: it goes, as it came.

    Raises `OnlyTheOwner` for what the owner has said yes to: that is taken away by the owner.
    """
    kept = pages.read_at(KIND, Value, entry, rev)
    if kept.noun.state != PROPOSED:
        raise OnlyTheOwner
    for tied in ties.of(pages, kept.origin):
        ties.drop(pages, tied)
    pages.touch(pages.home(only_me=kept.only_me)).circle.record.drop(kept.id)


def _say(pages: Pages, entry: uuid.UUID, rev: int, state: str, words: str = "") -> None:
    if not pages.owns:
        raise OnlyTheOwner
    kept = pages.read_at(KIND, Value, entry, rev)
    pages.reword(kept, Value(words or kept.noun.words, state))
