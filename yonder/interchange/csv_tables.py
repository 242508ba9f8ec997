"""A table as CSV. A cell never starts a formula (OWASP, CSV injection).

What comes in may have commas, semicolons or tabs, a byte order mark, and UTF-8 or the letters of
an older Windows, as spreadsheets write them.
"""

import csv
import io

from yonder.interchange.grids import Misfit, Table, Unfit

LARGEST = 1_000_000  # bytes
STARTS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would compute what begins like this
QUOTE = "'"


def written(table: Table) -> bytes:
    """UTF-8 with a byte order mark, because spreadsheets look for one, and CRLF (RFC 4180)."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_safe(cell) for cell in row] for row in table)
    return out.getvalue().encode("utf-8-sig")


def read(file: bytes) -> list[list[str]]:
    """The cells. Raises `Unfit` for what is too big or no table."""
    if len(file) > LARGEST:
        raise Unfit(Misfit("big"))
    text = _decoded(file)
    if "\0" in text:
        raise Unfit(Misfit("kind"))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        return [[_plain(cell) for cell in row] for row in rows]
    except csv.Error:
        raise Unfit(Misfit("kind", rows.line_num)) from None


def _decoded(file: bytes) -> str:
    wide = file.startswith((b"\xff\xfe", b"\xfe\xff"))
    for coding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            return file.decode(coding)
        except UnicodeDecodeError:
            continue
    raise Unfit(Misfit("kind"))


def _delimiter(text: str) -> str:
    """The one that stands most often in the heading; the first of them when none does."""
    head = text.lstrip().split("\n", 1)[0]
    return max((",", ";", "\t"), key=head.count)


def _safe(cell: str) -> str:
    return QUOTE + cell if cell.startswith((*STARTS, QUOTE)) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith(QUOTE) and cell[1:].startswith((*STARTS, QUOTE)) else cell
