"""The table that people read, and the same for machines."""

import json
from io import StringIO

import pytest
from rich.console import Console

from bench.__main__ import WIDE
from bench.report import report
from bench.table import HEADS, cells, short, show
from tests.bench.made import BROKEN, GAP, HELD, PLAIN

FIGURES = [PLAIN, HELD, BROKEN]


def printed():
    file = StringIO()
    show(Console(file=file, width=WIDE), FIGURES, [GAP])
    return file.getvalue()


def test_a_line_has_the_middle_the_spread_the_ratio_and_the_budget():
    line = [*cells(BROKEN)]

    assert len(line) == len(HEADS)
    assert line == [
        "journey page: CPU", "SQLite", "10 ms", "9", "30", "3", "4×", "3", "5", "≤ 2.5×", "BROKEN",
    ]  # fmt: skip


def test_a_line_without_a_budget_says_nothing_about_one():
    assert cells(PLAIN)[6:] == ["", "", "", "", ""]


def test_what_was_counted_once_has_no_spread():
    assert cells(HELD)[2:6] == ["0.5 s", "", "", "1"]


def test_the_table_names_what_was_not_measured():
    assert "Not measured:\n  the line, drawn. There is no such page yet." in printed()


def test_every_line_fits_into_the_width_of_a_file():
    lines = printed().splitlines()

    assert max(map(len, lines)) <= WIDE
    assert all(figure.what in "\n".join(lines) for figure in FIGURES)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(2.345, "2.35"), (23.45, "23.4"), (234.5, "234"), (2000.0, "2,000"), (8, "8"), (0.5, "0.5")],
)
def test_three_digits_mean_something(value, wanted):
    assert short(value) == wanted


def test_json_has_what_the_table_has():
    made = json.loads(json.dumps(report(FIGURES, [GAP], quick=True)))

    assert set(made) == {"format", "quick", "machine", "figures", "not_measured"}
    assert set(made["machine"]) == {"cores", "system", "python", "django"}
    assert made["figures"][2] == {
        "what": "journey page: CPU",
        "database": "SQLite",
        "unit": "ms",
        "measured": {"median": 10.0, "least": 9.0, "most": 30.0, "times": 3},
        "ratio": {"median": 4.0, "least": 3.0, "most": 5.0, "times": 3},
        "budget": 2.5,
        "holds": False,
    }
    assert made["not_measured"] == [{"what": GAP.what, "why": GAP.why}]
