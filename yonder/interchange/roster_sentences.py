"""Why a list of people was not taken: what happened, what is safe, what to do (words.md 8)."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yonder.interchange.grids import Misfit

SHOWN = 20


def what(misfits: Sequence[Misfit]) -> list[str]:
    """A sentence for each of the first twenty, and how many more there are."""
    rest = len(misfits) - SHOWN
    more = ngettext("And one row more.", "And %(rest)s rows more.", rest) % {"rest": rest}
    return [*map(sentence, misfits[:SHOWN]), *([more] if rest > 0 else [])]


def safe(misfits: Sequence[Misfit]) -> str:
    """How much was loaded: nothing, and the rows before the first one are no exception."""
    line = misfits[0].line
    if line < 3:
        return _("Nothing was loaded.")
    return _("Nothing was loaded, not even rows 1 to %(last)s.") % {"last": line - 1}


def do(misfits: Sequence[Misfit]) -> str:
    first = misfits[0]
    if first.what in ("kind", "empty", "big", "macros"):
        return _("Save it as CSV or XLSX, and load it again.")
    if first.what == "many":
        return _("Whoever runs this server loads it with: yonder people import FILE")
    if first.what in ("coding", "between", "no-names", "field-twice", "no-column", "columns"):
        return _("Say it, and load the file again.")
    if len(misfits) > 1:
        return _("Correct these rows and load the file again.")
    return _("Correct row %(line)s and load the file again.") % {"line": first.line}


def sentence(misfit: Misfit) -> str:
    """One misfit, with the row it is about."""
    said = {"line": misfit.line, "column": misfit.column, "words": misfit.words}
    if whole := _of_the_file(misfit.what):
        return whole % said
    row = _("Row %(line)s cannot be read: %(why)s")
    return row % {"line": misfit.line, "why": (_of_the_row(misfit.what) % said)}


def _of_the_file(what: str) -> str:
    return {
        "kind": _("Yonder cannot read this kind of file."),
        "macros": _("There are macros in this file."),
        "many": _("This page takes 10,000 people and 10 megabytes at once."),
        "big": _("This Excel file is too big to be read in one piece."),
        "empty": _("There is nobody in this file. The first row is the heading."),
        "columns": _("There are more than 200 columns in this file."),
        "coding": _("These letters are not UTF-8. How the file was written has to be said."),
        "between": _("What stands between two cells cannot be told for sure."),
        "no-names": _("No column says who it is. The columns here are: %(words)s."),
        "field-twice": _("Two columns could be “%(words)s”: %(column)s."),
        "no-column": _("There is no column “%(words)s” in this file."),
    }.get(what, "")


def _of_the_row(what: str) -> str:
    return {
        "torn": _("a quotation mark opens and does not close."),
        "wide": _("it has more cells than the heading."),
        "no-name": _("it has no name."),
        "long": _("“%(words)s” is too long."),
        "letters": _("“%(words)s” has a sign that cannot be written here."),
        "formula": _("“%(words)s” is a formula. Save the value instead."),
        "address": _("“%(words)s” is not an e-mail address."),
        "day": _("“%(words)s” is not a day. Write it like 2026-12-31."),
        "number-twice": _("its number stands in row %(words)s too."),
        "email-twice": _("its e-mail address stands in row %(words)s too."),
        "name-twice": _("its name stands in row %(words)s too, and no number tells them apart."),
        "two-here": _("two people here have the address %(words)s."),
        "name-here": _("several people here are called %(words)s. Add their numbers."),
        "two-people": _("its number and its address belong to two different people here."),
        "other-number": _("this person has the number %(words)s here."),
        "same-person": _("it is the same person as in row %(words)s."),
        "no-leader": _("nobody is called “%(words)s” to lead them."),
        "many-leaders": _("several people are called “%(words)s”. Write a number or an address."),
        "circle": _("then somebody would lead themselves: %(words)s."),
    }[what]
