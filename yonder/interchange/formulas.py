"""No cell of a text file ever starts a formula (OWASP, CSV injection).

A spreadsheet computes a cell that begins with one of these signs. A file with commas that is
opened where semicolons are expected breaks in other places, so what follows a possible break
inside a cell counts as a beginning too.
"""

import re

STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"  # the last four are the wide ones
BREAKS = ",;\t\r\n"
BEGINS = re.compile(rf"(^|[{BREAKS}])(?='*[{re.escape(STARTS)}])")
GUARDED = re.compile(rf"(^|[{BREAKS}])'(?='*[{re.escape(STARTS)}])")


def guarded(cell: str) -> str:
    """The cell with an apostrophe wherever a formula could begin; see `plain`."""
    return BEGINS.sub(r"\1'", cell)


def plain(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return GUARDED.sub(r"\1", cell) if "'" in cell else cell
