"""A file for people: one page that needs nothing else, set to be read and to be printed.

It is drawn from what the file for programs holds, so the two never say different things.
"""

import base64
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from markupsafe import Markup

from yonder.career.pivots import STAGES
from yonder.career.plans import OPEN, PILLARS
from yonder.interchange.lines import line_of
from yonder.interchange.shapes import Skill, Whole
from yonder.planning.drawing import drawing
from yonder.planning.line import reason
from yonder.web.line import PLACE_NAMES
from yonder.web.pivots import STAGE_NAMES
from yonder.web.plans import PILLAR_NAMES
from yonder.web.skills import COMPETENCE, IMPORTANCE
from yonder.web.visions import FOCUS_NAMES

FONTS = Path(__file__).parent / "static" / "fonts"
LETTERS = {"newsreader": "newsreader-latin-400", "instrument": "instrument-sans-latin-wght"}


def book(whole: Whole) -> str:
    """The file, as text. Every word of people is escaped, and it asks nobody for anything."""
    return render_to_string("taking/book.html", _context(whole))


def _context(whole: Whole) -> dict[str, Any]:
    return {
        "whole": whole,
        "fonts": {name: _letters(file) for name, file in LETTERS.items()},
        "own_words": whole.holds == "own-words",
        "stages": _stages(whole),
        "turn_words": {turn.id: turn.changed for turn in whole.turns},
        "value_words": {value.id: value.words for value in whole.values},
        "focus_names": FOCUS_NAMES,
        "skills": _in_order(whole),
        "weights": {
            skill.id: {w.vision: w.level for w in skill.importance} for skill in whole.skills
        },
        "importance": IMPORTANCE,
        "competence": COMPETENCE,
        "purposes": {
            **{one.id: one.name for one in whole.skills},
            **{one.id: one.name for one in whole.visions},
        },
        "pillars": _pillars(whole),
        "finished": [step for step in whole.steps if step.state != OPEN],
        "checkins": sorted(whole.checkins, key=lambda one: one.held_on, reverse=True),
    } | _line(whole)


def _stages(whole: Whole) -> list[tuple[str, list[Any]]]:
    """Stage by stage, and turns without one last."""
    rows = [(str(STAGE_NAMES.get(key, "")), _where(whole.turns, "stage", key)) for key in STAGES]
    return [(name, row) for name, row in [*rows, ("", _where(whole.turns, "stage", ""))] if row]


def _pillars(whole: Whole) -> list[tuple[str, list[Any]]]:
    steps = sorted(_where(whole.steps, "state", OPEN), key=lambda one: str(one.by_when or "~"))
    rows = [(str(PILLAR_NAMES[key]), _where(steps, "pillar", key)) for key in PILLARS]
    return [(name, row) for name, row in rows if row]


def _where(row: Sequence[Any], field: str, value: str) -> list[Any]:
    return [one for one in row if getattr(one, field) == value]


def _in_order(whole: Whole) -> list[Skill]:
    places: dict[UUID, int] = {one: place for place, one in enumerate(whole.order)}
    return sorted(whole.skills, key=lambda skill: places.get(skill.id, len(places)))


def _line(whole: Whole) -> dict[str, Any]:
    line = line_of(whole)
    drawn = drawing(line)
    return {
        "picture": drawn,
        "place_names": PLACE_NAMES,
        "reasons": [reason(line, one.id) for one in line.things if one.place == "action"],
    }


@cache
def _letters(file: str) -> Markup:
    """A typeface as a word, so that the file needs no other."""
    raw = (FONTS / f"{file}.woff2").read_bytes()
    return Markup(base64.b64encode(raw).decode())  # noqa: S704 (letters, digits, and +/=)
