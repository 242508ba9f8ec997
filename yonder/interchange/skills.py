"""The skills of somebody's pages, as a grid that goes out and comes in again."""

import uuid

from yonder.career import skills, visions
from yonder.career.pages import Kept, OnlyTheOwner, Pages
from yonder.career.skills import UNSAID
from yonder.career.visions import Vision
from yonder.interchange.grids import Grid, GridRow, Misfit, Unfit, short
from yonder.interchange.headings import key


def grid(pages: Pages) -> Grid:
    """Everything this person sees, in the order it was written."""
    columns, weights = skills.columns(pages), skills.weights(pages)
    rows = tuple(
        GridRow(
            kept.noun.name,
            tuple(weights[kept.origin].get(one.origin, 0) for one in columns),
            _said(kept.noun.own),
            _said(kept.noun.guide),
        )
        for kept in skills.skills(pages)
    )
    return Grid(tuple(one.noun.name for one in columns), rows)


def put(pages: Pages, read: Grid, *, only_me: bool) -> None:
    """Add what is new and set what a known skill says now; an empty cell changes nothing.

    A skill and a picture are known by their names. The guide's view stays as it is: it is the
    guide's word. Nothing is saved here. Raises `Unfit` when a column names no picture, and
    `OnlyTheOwner`: how well it goes is the owner's word.
    """
    if not pages.owns:
        raise OnlyTheOwner
    columns = _columns(pages, read)
    known = {key(kept.noun.name) for kept in skills.skills(pages)}
    for row in read.rows:
        if key(row.name) not in known:
            skills.add(pages, row.name, only_me=only_me)
    by_name = {key(kept.noun.name): kept for kept in skills.skills(pages)}
    for row in read.rows:
        _set(pages, by_name[key(row.name)].id, columns, row)


def _set(pages: Pages, skill: uuid.UUID, columns: list[Kept[Vision]], row: GridRow) -> None:
    for column, level in zip(columns, row.importance, strict=True):
        if level is not None:
            skills.weigh(pages, skill, column.id, level)
    if row.own is not None:
        skills.say_own(pages, skill, row.own)


def _columns(pages: Pages, read: Grid) -> list[Kept[Vision]]:
    known = {key(one.noun.name): one for one in visions.visions(pages)}
    unknown = [name for name in read.visions if key(name) not in known]
    if unknown:
        raise Unfit(*(Misfit("no-vision", 1, short(name)) for name in unknown))
    return [known[key(name)] for name in read.visions]


def _said(level: int) -> int | None:
    return None if level == UNSAID else level
