"""A table as CSV (RFC 4180). A cell never starts a formula; see `formulas`.

What comes in may have commas, semicolons or tabs, a byte order mark, and UTF-8 or the letters of
an older Windows, as spreadsheets write them; see `writings`.
"""

import csv
import io

from yonder.interchange.formulas import guarded, plain
from yonder.interchange.grids import Misfit, Table, Unfit
from yonder.interchange.writings import cells, recognised

LARGEST = 1_000_000  # bytes


def written(table: Table) -> bytes:
    """UTF-8 with a byte order mark, because spreadsheets look for one, and CRLF.

    Every cell stands in quotation marks, so that no other sign can be taken for the comma.
    """
    out = io.StringIO(newline="")
    rows = ([guarded(cell) for cell in row] for row in table)
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def read(file: bytes) -> list[list[str]]:
    """The cells. Raises `Unfit` for what is too big, no table, or could be read in two ways."""
    if len(file) > LARGEST:
        raise Unfit(Misfit("big"))
    writing = recognised(file)
    try:
        return [[plain(cell) for cell in row] for row in cells(writing.text, writing.between)]
    except csv.Error:
        raise Unfit(Misfit("kind")) from None
