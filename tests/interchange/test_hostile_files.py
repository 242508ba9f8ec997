"""A file that is damaged or a trap is refused in one word. Nothing breaks, and nothing is half."""

import resource
import zipfile

import pytest

from tests.interchange.tables import (
    AS_CSV,
    AS_XLSX,
    LEVELS,
    MARTAS,
    NAMESPACE,
    SHEET,
    archive,
    book_of,
    crooked,
    filled_cells,
    hostile,
    packed_with,
    part_of,
    sheet_of,
)
from yonder.interchange import csv_tables, xlsx_tables
from yonder.interchange.grids import Unfit, grid_of

STYLES = f'<styleSheet xmlns="{NAMESPACE}"><cellXfs>{"<xf/>" * 1_500_000}</cellXfs></styleSheet>'
LAUGHS = f'<!DOCTYPE w [<!ENTITY a "ha">]><worksheet xmlns="{NAMESPACE}"/>'
TOO_MANY_STYLES = packed_with(AS_XLSX, "xl/styles.xml", STYLES.encode())
MOST_MEMORY = 100_000  # kilobytes; building that file costs nine times as much

TRAPS = {
    "a long text": (csv_tables, b"x" * 1_000_001, "big"),
    "a long file": (xlsx_tables, b"PK" + b"x" * 1_000_000, "big"),
    "no file": (xlsx_tables, b"", "kind"),
    "a beginning": (xlsx_tables, b"PK\x03\x04 and nothing more", "kind"),
    "unfolds": (xlsx_tables, archive({"xl/workbook.xml": b" " * 11_000_000}), "big"),
    "many parts": (xlsx_tables, archive({f"part{n}": b"" for n in range(101)}), "big"),
    "another packing": (xlsx_tables, archive({"xl/a.xml": b"a"}, zipfile.ZIP_LZMA), "kind"),
    "many styles": (xlsx_tables, TOO_MANY_STYLES, "big"),
    "deep": (xlsx_tables, sheet_of("<a>" * 500_000 + "</a>" * 500_000), "big"),
    "far down": (xlsx_tables, sheet_of('<row r="1"/><row r="99999999999"/>'), "big"),
    "a row twice": (xlsx_tables, sheet_of('<row r="2"/><row r="2"/>'), "kind"),
    "backwards": (xlsx_tables, sheet_of('<row r="1"><c r="B1"/><c r="A1"/></row>'), "kind"),
    "another row": (xlsx_tables, sheet_of('<row r="1"><c r="A2"/></row>'), "kind"),
} | {
    name: (xlsx_tables, packed_with(AS_XLSX, name, inside), said)
    for name, inside, said in [
        ("xl/vbaProject.bin", b"macro", "macros"),
        ("xl/macrosheets/sheet1.xml", b"<m/>", "macros"),
        ("xl/externalLinks/externalLink1.xml", b"<e/>", "kind"),
        ("xl/connections.xml", b"<c/>", "kind"),
        ("XL/worksheets/sheet1.xml", b"<w/>", "kind"),
        (SHEET, LAUGHS.encode(), "kind"),
        ("xl/sharedStrings.xml", LAUGHS.encode("utf-16"), "kind"),
    ]
}


def what(form, file: bytes) -> list[str]:
    with pytest.raises(Unfit) as said:
        form.read(file)
    return [one.what for one in said.value.misfits]


@pytest.mark.parametrize("trap", TRAPS)
def test_a_file_that_is_a_trap_is_refused_in_one_word(trap) -> None:
    form, file, said = TRAPS[trap]
    assert what(form, file) == [said]


def test_control_the_same_files_are_read_before_they_are_made_hostile() -> None:
    assert grid_of(csv_tables.read(AS_CSV), LEVELS) == MARTAS
    assert grid_of(xlsx_tables.read(AS_XLSX), LEVELS) == MARTAS
    assert xlsx_tables.read(sheet_of('<row r="1"><c r="A1"><v>7</v></c></row>')) == [["7"]]


def test_a_small_file_cannot_take_all_the_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert what(xlsx_tables, TOO_MANY_STYLES) == ["big"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_MEMORY


def test_a_hundred_damaged_excel_files_are_read_whole_or_refused() -> None:
    refused = 0
    for file in hostile(AS_XLSX, 100):
        try:
            assert grid_of(xlsx_tables.read(file), LEVELS) == MARTAS
        except Unfit:
            refused += 1
    assert refused > 50


def test_a_hundred_crooked_sheets_lose_no_cell() -> None:
    read = 0
    for file, sheet in crooked(100):
        try:
            table = xlsx_tables.read(file)
        except Unfit:
            continue
        read += 1
        assert sum(bool(cell) for row in table for cell in row) == filled_cells(sheet)
    assert 5 < read < 95


def test_a_hundred_damaged_texts_lose_no_line() -> None:
    read = 0
    for file in hostile(AS_CSV, 100):
        try:
            table = csv_tables.read(file)
            grid = grid_of(table, LEVELS)
        except Unfit:
            continue
        read += 1
        assert len(grid.rows) == sum(any(map(str.strip, row)) for row in table[1:])
    assert read < 50


def test_a_sheet_nobody_can_see_is_not_read() -> None:
    hidden = part_of(AS_XLSX, "xl/workbook.xml").replace(b"<sheet ", b'<sheet state="hidden" ')
    assert what(xlsx_tables, packed_with(AS_XLSX, "xl/workbook.xml", hidden)) == ["kind"]


def test_a_wrong_size_in_the_file_hides_no_cell() -> None:
    whole = book_of({"A1": "Skill", "B1": "A van", "A2": "Weld", "B2": 3})
    sheet = part_of(whole, SHEET)
    small = sheet.replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1:A1"')
    assert small != sheet
    assert xlsx_tables.read(packed_with(whole, SHEET, small))[1] == ["Weld", "3"]
