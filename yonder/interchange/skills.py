"""The skills of somebody's pages, as a grid that goes out and comes in again."""

from yonder.career import skills, visions
from yonder.career.pages import Kept, OnlyTheOwner, Pages
from yonder.career.skills import UNSAID
from yonder.career.visions import Vision
from yonder.interchange.grids import Grid, GridRow, Misfit, Unfit


def grid(pages: Pages) -> Grid:
    """Everything this person sees, in the order it was written."""
    columns, weights = skills.columns(pages), skills.weights(pages)
    rows = tuple(
        GridRow(
            kept.noun.name,
            tuple(weights[kept.origin].get(one.origin, 0) for one in columns),
            None if kept.noun.own == UNSAID else kept.noun.own,
        )
        for kept in skills.skills(pages)
    )
    return Grid(tuple(one.noun.name for one in columns), rows)


def put(pages: Pages, read: Grid, *, only_me: bool) -> None:
    """Add what is new and set what a known skill says now; nothing is taken away.

    A skill and a picture are known by their names. Nothing is saved here. Raises `Unfit` when a
    column names no picture, and `OnlyTheOwner`: how well it goes is the owner's word.
    """
    if not pages.owns:
        raise OnlyTheOwner
    columns = _columns(pages, read)
    known = {_key(kept.noun.name) for kept in skills.skills(pages)}
    for row in read.rows:
        if _key(row.name) not in known:
            skills.add(pages, row.name, only_me=only_me)
    by_name = {_key(kept.noun.name): kept for kept in skills.skills(pages)}
    for row in read.rows:
        skill = by_name[_key(row.name)]
        for column, level in zip(columns, row.importance, strict=True):
            skills.weigh(pages, skill.id, column.id, level)
        if row.own is not None:
            skills.say_own(pages, skill.id, row.own)


def _columns(pages: Pages, read: Grid) -> list[Kept[Vision]]:
    known = {_key(one.noun.name): one for one in visions.visions(pages)}
    unknown = [name for name in read.visions if _key(name) not in known]
    if unknown:
        raise Unfit(*(Misfit("no-vision", 1, name) for name in unknown))
    return [known[_key(name)] for name in read.visions]


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
