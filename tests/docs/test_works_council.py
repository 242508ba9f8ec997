"""The closed list says one thing in three places: the vault's page, the council's, and the app."""

import re
from pathlib import Path

from yonder.guidebook.council import council

DOCS = Path(__file__).parents[2] / "docs"
COLUMN = re.compile(r"^\| (\w+) \| (\w+) \| clear \|$", re.M)
ROW = re.compile(r"^\| (.+?) \| (.+?) \| (`\w+\.\w+`(?: `\w+\.\w+`)*) \|$", re.M)


def clear_columns():
    return sorted(".".join(one) for one in COLUMN.findall((DOCS / "vault.md").read_text()))


def rows(text):
    return [(what, kept, names.replace("`", "").split()) for what, kept, names in ROW.findall(text)]


def in_the_app():
    return [(row.what, row.kept, list(row.columns)) for row in council("en").clear]


def columns(table):
    return sorted(name for _, _, names in table for name in names)


def test_the_page_in_the_app_names_every_column_in_clear_once():
    assert columns(in_the_app()) == clear_columns()


def test_the_document_has_the_same_rows():
    assert rows((DOCS / "works-council.md").read_text()) == in_the_app()


def test_a_column_that_is_missing_or_stands_twice_would_be_found():
    """The control."""
    table = in_the_app()
    assert columns(table[1:]) != clear_columns()
    assert columns([*table, table[0]]) != clear_columns()
    assert rows("| a name | always | `t.one` `t.two` |") == [
        ("a name", "always", ["t.one", "t.two"])
    ]


def test_the_assessment_has_its_parts():
    text = (DOCS / "works-council.md").read_text()
    for part in ("Purposes.", "Legal bases to choose from.", "| risk |", "Open points"):
        assert part in text
