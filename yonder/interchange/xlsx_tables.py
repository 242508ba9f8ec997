"""A table as an Excel file (ECMA-376). Text stays text: what begins like a formula is stored as a
string, and a formula that comes in counts as its words. Nothing ever touches the disk."""

import io
import re
import warnings

from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from xlsxwriter import Workbook

from yonder.interchange.formulas import STARTS
from yonder.interchange.grids import Misfit, Table, Unfit
from yonder.interchange.xlsx_parts import SKILLS, Room, look_inside

DIGIT = re.compile(r"[0-3]")

# It says what it leaves out, with what stands in the cell: that is nothing for a log.
warnings.filterwarnings("ignore", module=r"openpyxl\.")


def written(table: Table) -> bytes:
    """One sheet; levels are numbers, everything else is text."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"author": "Yonder"})
    sheet = book.add_worksheet()
    # Text even after somebody has opened the cell and pressed Enter.
    held = book.add_format({"quote_prefix": True})
    for at, row in enumerate(table):
        for place, words in enumerate(row):
            if at and place and DIGIT.fullmatch(words):
                sheet.write_number(at, place, int(words))
            elif words:
                kept = ILLEGAL_CHARACTERS_RE.sub("", words)
                sheet.write_string(at, place, kept, held if kept[:1] in STARTS else None)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 48)
    book.close()
    return out.getvalue()


def read(file: bytes, room: Room = SKILLS) -> list[list[str]]:
    """The cells of the first sheet that can be seen. Raises `Unfit` for what is too big, damaged,
    no such file, or brings more along than cells."""
    if len(file) > room.size:
        raise Unfit(Misfit("big"))
    try:
        look_inside(file, room)
        return _cells(file, room)
    except Unfit:
        raise
    # A damaged file raises almost anything: what its parsers raise, openpyxl lets through.
    except Exception:
        raise Unfit(Misfit("kind")) from None


def _cells(file: bytes, room: Room) -> list[list[str]]:
    book = load_workbook(io.BytesIO(file), read_only=True, data_only=False, keep_links=False)
    sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
    # What the file says about its size may be wrong, and then cells would be lost.
    sheet.reset_dimensions()
    rows, seen = [], 0
    for row in sheet.iter_rows(values_only=True):
        seen += 1 + len(row)
        if seen > room.cells:
            raise Unfit(Misfit("big"))
        rows.append([_words(value) for value in row])
    return rows


def _words(value: object) -> str:
    if isinstance(value, ArrayFormula):
        return value.text or ""
    if isinstance(value, DataTableFormula):
        return "="
    return "" if value is None else str(value)
