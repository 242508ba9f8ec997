"""Grids to write and read again, and files nobody should be harmed by."""

import io
import re
import zipfile
from collections.abc import Iterator
from random import Random
from xml.etree import ElementTree

from hypothesis import strategies as st
from openpyxl import Workbook

from yonder.interchange import csv_tables, xlsx_tables
from yonder.interchange.formulas import STARTS
from yonder.interchange.grids import Grid, GridRow, table_of
from yonder.interchange.headings import GUIDE_NAMES, key

LEVELS = {"it matters": 2, "with help": 1}
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
TRICKY = ("", *STARTS, "'", "a;=1", "b,+1", 'c"-1', "=cmd|' /C calc'!A0", "own", "3", "_x0041_")
letters = st.characters(codec="utf-8", exclude_categories=("C", "Z"))
names = st.builds(
    lambda start, rest: " ".join(f"{start}{rest}".split()),
    st.sampled_from(TRICKY),
    st.text(letters, min_size=1, max_size=40),
)
pictures = names.filter(lambda name: key(name) not in GUIDE_NAMES)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    visions = draw(st.lists(pictures, max_size=5, unique_by=key))
    rows = draw(st.lists(names, min_size=1, max_size=12, unique_by=key))
    viewed, level = draw(st.booleans()), st.one_of(st.none(), st.integers(0, 3))
    return Grid(
        tuple(visions),
        tuple(
            GridRow(
                name,
                tuple(draw(level) for _ in visions),
                draw(level),
                draw(level) if viewed else None,
            )
            for name in rows
        ),
    )


MARTAS = Grid(
    ("I teach the new ones", "A van of my own"),
    (
        GridRow("Weld an upright seam", (3, 0), 1),
        GridRow("Größer träumen", (0, 2), None),
        GridRow("Read a budget", (1, None), 3, 2),
    ),
)
AS_CSV, AS_XLSX = (form.written(table_of(MARTAS)) for form in (csv_tables, xlsx_tables))


def hostile(whole: bytes, number: int) -> Iterator[bytes]:
    """`number` files: cut, flipped and mixed up, the same ones each time."""
    chance = Random(39)
    for at in range(number):
        file = bytearray(whole)
        if at % 3 == 0:
            del file[chance.randrange(len(file)) :]
        for _ in range(chance.randrange(1, 40)):
            if file:
                file[chance.randrange(len(file))] = chance.randrange(256)
        yield bytes(file)


def crooked(number: int) -> Iterator[tuple[bytes, str]]:
    """Whole files whose sheet is not as it should be, with that sheet. It is changed before it is
    packed, so that no checksum gives it away."""
    chance, sheet = Random(41), part_of(AS_XLSX, SHEET).decode()
    places = [found.span(1) for found in re.finditer(r' r="(\w+)"', sheet)]
    for at in range(number):
        changed = list(sheet)
        start, end = chance.choice(places)
        spot = chance.randrange(start, end) if at % 2 else chance.randrange(len(changed))
        changed[spot] = chance.choice("ABCDEFGZ0123459 <")
        yield packed_with(AS_XLSX, SHEET, "".join(changed).encode()), "".join(changed)


def filled_cells(sheet: str) -> int:
    """How many cells have something in them, counted without any reader of ours."""
    cells = ElementTree.fromstring(sheet).iter(f"{{{NAMESPACE}}}c")  # noqa: S314 - made here
    return sum(len(cell) > 0 for cell in cells)


def part_of(file: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        return packed.read(name)


def packed_with(file: bytes, name: str, inside: bytes) -> bytes:
    """The same file, with another part in place of this one, or one more."""
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        parts = {part: packed.read(part) for part in packed.namelist()}
    return archive(parts | {name: inside})


def sheet_of(rows: str) -> bytes:
    """A file whose sheet has exactly these rows, as XML."""
    sheet = f'<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData></worksheet>'
    return packed_with(AS_XLSX, SHEET, sheet.encode())


def book_of(cells: dict[str, object]) -> bytes:
    """An Excel file by another writer, with these cells."""
    out, book = io.BytesIO(), Workbook()
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(out)
    return out.getvalue()


def archive(parts: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as packed:
        for name, inside in parts.items():
            packed.writestr(name, inside)
    return out.getvalue()
