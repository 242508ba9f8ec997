"""`bin/bench --quick`, as somebody calls it before a change: real servers, a glance at each."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import environment

ROOT = Path(__file__).parents[2]
PARTS = ("journey page: CPU", "journey page: SQL", "one verb: CPU", "sign-in: CPU", "start")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def answer(folder):
    words = [sys.executable, "-P", "-m", "bench", "--quick", "--json", folder / "figures.json"]
    variables = environment(folder, PYTHONPATH=str(ROOT), TMPDIR=str(folder))
    return subprocess.run(words, env=variables, capture_output=True, text=True, timeout=160)


@pytest.fixture(scope="module")
def made(answer, folder):
    assert answer.returncode == 0, answer.stderr
    return json.loads((folder / "figures.json").read_text())


def test_it_measures_what_has_a_budget(made):
    figures = {one["what"]: one for one in made["figures"]}

    assert figures.keys() >= {*PARTS}
    assert {type(figures[what]["holds"]) for what in PARTS} == {bool}
    assert all(one["measured"]["median"] > 0 for what, one in figures.items() if "wait" in what)


def test_it_is_done_on_sqlite_alone_and_says_so(made):
    assert {one["database"] for one in made["figures"]} == {"SQLite", ""}  # "": in no database
    assert {"PostgreSQL", "first load in a browser"} <= {
        one["what"] for one in made["not_measured"]
    }


def test_the_table_says_the_same(answer, made):
    assert all(one["what"] in answer.stdout for one in made["figures"])


def test_it_leaves_nothing_behind(made, folder):
    assert [path.name for path in folder.iterdir()] == ["figures.json"]
