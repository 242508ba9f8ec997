"""Opens and changes the pages of Maya and Ravi, the way every page of the product does it."""

from collections.abc import Callable
from contextlib import suppress
from functools import singledispatch

from tests.cast import Somebody
from yonder.career import pivots, plans, values, visions
from yonder.career.journeys import Journey
from yonder.career.pages import LONGEST, Kept, Pages, open_pages, opener
from yonder.career.pivots import Pivot
from yonder.career.plans import Action
from yonder.career.record import insist
from yonder.career.values import Value
from yonder.career.visions import Vision
from yonder.vault.circles import Circle
from yonder.vault.records import Entry
from yonder.vault.refusals import TooBig

SHAPES = {
    pivots.KIND: Pivot,
    values.KIND: Value,
    visions.KIND: Vision,
    plans.KIND: Action,
}


def pages_of(who: Somebody, journey: Journey | None = None) -> Pages:
    """Freshly opened; alone without a journey."""
    return open_pages(who.keyring, journey.circle if journey else None)


def change(who: Somebody, journey: Journey | None, verb: Callable[[Pages], object]) -> Pages:
    """Do `verb` and save; once more when somebody saved in between."""
    return insist(opener(who.keyring, journey.circle if journey else None), verb)


@singledispatch
def write(noun, pages: Pages, *, only_me: bool) -> None:
    """Write `noun` down with the verb of its kind."""
    raise TypeError(noun)


@write.register
def _(noun: Pivot, pages: Pages, *, only_me: bool) -> None:
    pivots.write(pages, noun, only_me=only_me)


@write.register
def _(noun: Value, pages: Pages, *, only_me: bool) -> None:
    values.propose(pages, noun.words, [], only_me=only_me)


@write.register
def _(noun: Action, pages: Pages, *, only_me: bool) -> None:
    plans.add(pages, noun, [], only_me=only_me)


@write.register
def _(noun: Vision, pages: Pages, *, only_me: bool) -> None:
    visions.add(pages, noun, only_me=only_me)


def put(who: Somebody, journey: Journey | None, noun, *, only_me: bool = False) -> Kept:
    """Write it down, and give it as `who` reads it then."""
    change(who, journey, lambda pages: write(noun, pages, only_me=only_me))
    return found(who, journey, words_of(noun))


def matter(who: Somebody, journey: Journey, words: str, *turns: Kept, only_me=False) -> Kept:
    """Name a value that rests on these turns."""
    ids = [turn.id for turn in turns]
    change(who, journey, lambda pages: values.propose(pages, words, ids, only_me=only_me))
    return found(who, journey, words)


def found(who: Somebody, journey: Journey | None, words: str) -> Kept:
    """The turn, value or picture with these words, as `who` reads it now."""
    return next(kept for kept in everything(pages_of(who, journey)) if words_of(kept.noun) == words)


def fill(who: Somebody, journey: Journey | None, *, only_me: bool = False) -> list[str]:
    """Write turns until nothing as long fits any more. Gives their words."""
    names: list[str] = []
    with suppress(TooBig):
        while True:
            put(who, journey, Pivot(f"{len(names)}", "y" * LONGEST), only_me=only_me)
            names.append(f"{len(names)}")
    return names


def read(who: Somebody, journey: Journey | None = None) -> list[str]:
    """The words of every turn, value and picture that `who` sees here, in their order."""
    return [words_of(kept.noun) for kept in everything(pages_of(who, journey))]


def everything(pages: Pages) -> list[Kept]:
    return [kept for kind, shape in SHAPES.items() for kept in pages.of_kind(kind, shape)]


def words_of(noun) -> str:
    return getattr(noun, noun.__struct_fields__[0])


def without_ids(pages: Pages) -> list[list[tuple]]:
    """Each record entry by entry, every id called by the place where it first stands."""
    records = [record.circle.record.entries for record in pages.records]
    entries = [entry for record in records for entry in record]
    names: dict[bytes, str] = {}
    for entry in entries:
        names.setdefault(entry.origin.bytes, f"<{len(names)}>")
    return [[_plain(entry, names) for entry in record] for record in records]


def saved_by() -> dict:
    """Circle → the tag of its last save: equal means that nothing was saved."""
    return dict(Circle.objects.values_list("id", "tag"))


def _plain(entry: Entry, names: dict[bytes, str]) -> tuple:
    data = entry.data
    for name, word in names.items():
        data = data.replace(name, word.encode())
    return names[entry.origin.bytes], entry.rev, entry.by, entry.day, entry.kind, data
