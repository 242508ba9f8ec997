"""What a `.yonder` file holds, and why one was not taken in, in sentences for people."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yonder.interchange.grids import Misfit
from yonder.interchange.shapes import MOST


def counted(numbers: dict[str, int]) -> list[str]:
    """`12 turns`, `4 visions`: what there is of each noun, in the order of the file."""
    return [_counted(noun, number) % {"n": number} for noun, number in numbers.items()]


def said(misfit: Misfit) -> str:
    """What does not fit, and where."""
    where = {"where": _where(misfit), "field": misfit.words, "most": f"{MOST:,}"}
    return {
        "kind": _("This is no .yonder file, or it is damaged. Take a fresh copy of it."),
        "big": _("This file is too big. A .yonder file has less than ten megabytes."),
        "newer": _("A newer Yonder wrote this file. This one cannot read all of it yet."),
        "unknown": _("%(where)s: this Yonder knows nothing called “%(field)s”."),
        "missing": _("%(where)s: “%(field)s” is missing."),
        "long": _("%(where)s: “%(field)s” is too long."),
        "many": _("%(where)s: there are more than %(most)s."),
        "wrong": _("%(where)s: “%(field)s” says something that does not fit there."),
        "day": _("%(where)s: “%(field)s” is no day that Yonder can keep."),
        "letters": _("%(where)s: “%(field)s” holds a letter that cannot be written."),
        "twice": _("%(where)s: its id stands in the file twice."),
        "dangling": _("%(where)s: it rests on something that is not in the file."),
        "tied-twice": _("%(where)s: it rests on the same thing twice."),
    }[misfit.what] % where


def _where(misfit: Misfit) -> str:
    if misfit.line:
        return _PLACES[misfit.column]() % {"n": misfit.line}
    return f"“{misfit.column}”" if misfit.column else _("At the top")


_PLACES = {
    "turns": lambda: _("Turn %(n)s"),
    "values": lambda: _("What matters, %(n)s"),
    "visions": lambda: _("Vision %(n)s"),
    "skills": lambda: _("Skill %(n)s"),
    "order": lambda: _("Order of skills, %(n)s"),
    "steps": lambda: _("Step %(n)s"),
    "plans": lambda: _("Plan %(n)s"),
    "checkins": lambda: _("Check-in %(n)s"),
    "notes": lambda: _("Sentence %(n)s"),
    "boundaries": lambda: _("Boundary %(n)s"),
    "pulses": lambda: _("Quick answer %(n)s"),
}


def _counted(noun: str, n: int) -> str:
    return {
        "turns": ngettext("%(n)s turn", "%(n)s turns", n),
        "values": ngettext("%(n)s thing that matters", "%(n)s things that matter", n),
        "visions": ngettext("%(n)s vision", "%(n)s visions", n),
        "skills": ngettext("%(n)s skill", "%(n)s skills", n),
        "steps": ngettext("%(n)s step", "%(n)s steps", n),
        "plans": ngettext("%(n)s plan", "%(n)s plans", n),
        "checkins": ngettext("%(n)s check-in", "%(n)s check-ins", n),
        "notes": ngettext("%(n)s sentence to each other", "%(n)s sentences to each other", n),
        "boundaries": ngettext("%(n)s thing you leave out", "%(n)s things you leave out", n),
        "pulses": ngettext("%(n)s pair of quick answers", "%(n)s pairs of quick answers", n),
    }[noun]
