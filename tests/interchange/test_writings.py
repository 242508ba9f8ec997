"""A text file is recognised for what it is, or refused; its letters are never guessed wrong."""

import pytest

from tests.interchange.tables import LEVELS
from yonder.interchange import csv_tables
from yonder.interchange.grids import Grid, GridRow, Unfit, grid_of
from yonder.interchange.writings import recognised

LINES = [["Skill", "Größer träumen", "Level"], ["Read a budget", "It matters", "3"]]
CODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


def refused(file: bytes) -> list[str]:
    with pytest.raises(Unfit) as said:
        csv_tables.read(file)
    return [one.what for one in said.value.misfits]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_tables_of_every_spreadsheet_are_understood_and_named(between, coding, end) -> None:
    file = end.join(between.join(line) for line in LINES).encode(coding)
    found = recognised(file)
    assert (found.coding, found.between) == (coding, between)
    expected = Grid(("Größer träumen",), (GridRow("Read a budget", (2,), 3),))
    assert grid_of(csv_tables.read(file), LEVELS) == expected


def test_a_file_that_says_what_stands_between_its_cells_is_believed() -> None:
    file = b"sep=;\r\nSkill;A van\r\nWeld;1"
    assert csv_tables.read(file) == [["Skill", "A van"], ["Weld", "1"]]


def test_commas_in_a_heading_do_not_divide_a_table_of_semicolons() -> None:
    file = b"Skill;I teach, and I write, too;Own\r\nWeld;3;1\r\n"
    assert csv_tables.read(file)[0] == ["Skill", "I teach, and I write, too", "Own"]


def test_a_table_that_could_be_read_in_two_ways_is_refused() -> None:
    assert refused(b"Skill;A van,1\r\nWeld;2,3\r\n") == ["kind"]


@pytest.mark.parametrize(
    "file",
    [
        "Skill,Größer\r\nWeld ü".encode()[:-1],  # cut in the middle of a letter
        b"\xef\xbb\xbfSkill,Gr\xf6\xdfer",  # says UTF-8, and is not
        "Skill,Größer\r\n".encode() + "Weld ü".encode("cp1252"),  # two files in one
        "Skill,A".encode("utf-16-le"),  # no mark
        "Skill,A".encode("utf-16")[:-1],
        "Skill,A".encode("utf-32"),
        b"Skill,A\x81",  # no letter in any of them
        b"Skill\0,A\r\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",  # an older Excel file
        b'Skill,"A\r\nnever closed',
        b'Skill,"A"x\r\n',
    ],
)
def test_what_would_come_in_garbled_is_refused_instead(file) -> None:
    assert refused(file) == ["kind"]
