"""A table as an Excel file (ECMA-376), read and written by openpyxl. Text stays text: what begins
like a formula is stored as a string, and a formula that comes in counts as its words."""

import io
import re
import zipfile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from yonder.interchange.csv_tables import LARGEST
from yonder.interchange.grids import MOST_ROWS, Misfit, Table, Unfit

UNPACKED = 10_000_000  # bytes; a small file that unfolds into more is a trap
PARTS, MOST_COLUMNS = 100, 50
DIGIT = re.compile(r"[0-3]")


def written(table: Table) -> bytes:
    """One sheet; levels are numbers, everything else is text."""
    book = Workbook()
    sheet = book.worksheets[0]
    for at, row in enumerate(table, start=1):
        for place, words in enumerate(row, start=1):
            cell = sheet.cell(at, place)
            if at > 1 and place > 1 and DIGIT.fullmatch(words):
                cell.value = int(words)
            elif words:
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)
                cell.data_type = "s"
    sheet.freeze_panes, sheet.column_dimensions["A"].width = "B2", 48
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(file: bytes) -> list[list[str]]:
    """The cells of the first sheet. Raises `Unfit` for what is too big, damaged or no such file."""
    if len(file) > LARGEST:
        raise Unfit(Misfit("big"))
    _look_inside(file)
    try:
        book = load_workbook(io.BytesIO(file), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
        return [_filled(["" if value is None else str(value) for value in row]) for row in rows]
    # A damaged file raises almost anything: what its parsers raise, openpyxl lets through.
    except Exception:
        raise Unfit(Misfit("kind")) from None


def _filled(row: list[str]) -> list[str]:
    """Without the empty cells at its end."""
    while row and not row[-1]:
        row.pop()
    return row


def _look_inside(file: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(file)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unfit(Misfit("kind")) from None
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise Unfit(Misfit("big"))
    if any(part.filename.endswith("vbaProject.bin") for part in parts):
        raise Unfit(Misfit("macros"))
