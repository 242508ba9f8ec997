"""Why a file was not taken, one sentence for each thing that does not fit."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from yonder.interchange.grids import MOST_ROWS, Misfit, Unfit

SHOWN = 20


def sentences(unfit: Unfit, said: Callable[[Misfit], str] | None = None) -> list[str]:
    """At most twenty of them, in the order of the lines; `said` makes one, for other files than
    tables."""
    found = [(said or _sentence)(one) for one in unfit.misfits[:SHOWN]]
    rest = len(unfit.misfits) - SHOWN
    return [*found, _("And %(rest)s more.") % {"rest": rest}] if rest > 0 else found


def _sentence(misfit: Misfit) -> str:
    where = {"line": misfit.line, "column": misfit.column, "words": misfit.words, "most": MOST_ROWS}
    return {
        "kind": _("Yonder cannot read this kind of file. Save it as CSV or XLSX."),
        "macros": _("There are macros in this file. Save it as XLSX without them."),
        "big": _("This file is too big. A table of skills has less than one megabyte."),
        "empty": _("There is no skill in this file. The first line is the heading."),
        "rows": _("There are more than %(most)s skills in this file. Take the ones that count."),
        "twice": _("Line %(line)s: “%(words)s” is there twice."),
        "no-name": _("Line %(line)s: the skill has no name."),
        "long": _("Line %(line)s: the name of the skill is too long."),
        "no-heading": _("Line %(line)s: “%(words)s” stands in a column without a heading."),
        "level": _("Line %(line)s, “%(column)s”: “%(words)s” is not 0, 1, 2 or 3."),
        "no-vision": _(
            "No vision here is called “%(column)s”. Write it down first, or rename the column."
        ),
    }[misfit.what] % where
