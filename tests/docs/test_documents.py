"""The documents: no link and no file name in them leads nowhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]+\.(?:py|md|toml))`")
HOMES = ("", "yonder", "docs")  # `vault/ring.py` is said for yonder/vault/ring.py


def leads_nowhere(document, text):
    links = [name for name in LINK.findall(text) if not (document.parent / name).exists()]
    named = [
        name for name in NAMED.findall(text) if not any((ROOT / h / name).exists() for h in HOMES)
    ]
    return links + named


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_a_document_names_is_there(document):
    assert leads_nowhere(document, document.read_text()) == []


def test_control_a_dead_link_and_a_dead_name_are_found():
    text = "See [this](docs/no-such.md#part) and `vault/no_such.py`, not `vault/ring.py`."

    assert leads_nowhere(ROOT / "README.md", text) == ["docs/no-such.md", "vault/no_such.py"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_lines_fit_on_a_screen(document):
    lines = document.read_text().splitlines()

    assert [line for line in lines if len(line) > 120 and not line.startswith("|")] == []


def test_every_decision_is_on_the_list():
    folder = ROOT / "docs" / "decisions"
    listed = set(LINK.findall((folder / "README.md").read_text()))

    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}
