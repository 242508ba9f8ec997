"""Which column of a table is what, by its heading. A heading counts whatever its capitals."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

SKILL, OWN, GUIDE = "Skill", "Own", "Guide’s view"
# What the columns are called in spreadsheets of today.
SKILL_NAMES = frozenset({
    "skill", "skills", "what it takes", "competence", "competences", "competency", "competencies",
    "fähigkeit", "fähigkeiten", "kompetenz", "kompetenzen",
    "habilidad", "habilidades", "competencia", "competencias",
})  # fmt: skip
OWN_NAMES = frozenset({
    "own", "self", "competence", "level", "current level", "how well i can do it",
    "können", "selbst", "kompetenz", "niveau", "competencia", "nivel", "yo",
})  # fmt: skip
GUIDE_NAMES = frozenset({"guide’s view", "guide's view"})


@dataclass(frozen=True)
class Columns:
    """Where the owner's level stands, where the guide's view, and where the pictures."""

    own: int | None
    guide: int | None
    pictures: tuple[int, ...]


def columns(head: Sequence[str]) -> Columns:
    """What each headed column after the first one is.

    Where two are called like the owner's level, it is the last: a table of ours ends with it,
    and one before it may be a picture that somebody named so.
    """
    own, guide = _last(head, OWN_NAMES), _last(head, GUIDE_NAMES)
    every = range(1, len(head))
    return Columns(own, guide, tuple(at for at in every if head[at] and at not in (own, guide)))


def lists_skills(head: Sequence[str]) -> bool:
    """Is this a heading? Over a single column it has to be a known one: in a list without any,
    the first skill would be taken for it, and lost."""
    return any(head[1:]) or (bool(head) and key(head[0]) in SKILL_NAMES)


def key(name: str) -> str:
    """By this two names are the same, in whatever letters and spaces they were typed."""
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())


def _last(head: Sequence[str], names: frozenset[str]) -> int | None:
    return max((at for at in range(1, len(head)) if key(head[at]) in names), default=None)
