"""Protocol test 12: whichever day is brought back, nothing that was erased or ended comes along.

One week is lived once, with a backup every evening; each evening is then restored by the real
command, opened on the same day and, another time, after sixteen days in which nobody came.
"""

import json
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.elsewhere import elsewhere, with_postgres_tools
from tests.promises import week
from tests.serving import own_database, yonder

EVENINGS = range(week.FIRST, week.TODAY + 1)
LATER = [0, 16]  # days after the restore


@pytest.fixture(scope="module")
def lived():
    """(folder, names) of a workplace that has lived the week."""
    with_postgres_tools()
    with tempfile.TemporaryDirectory(prefix="yonder-") as path, own_database() as database:
        folder = Path(path)
        yield folder, elsewhere(week.live, str(folder / "copies"), folder=folder, **database)


@contextmanager
def restored(folder, day, *words):
    """The evening of `day`, restored: variables for whoever opens it."""
    with tempfile.TemporaryDirectory(prefix="yonder-") as path, own_database() as database:
        new = Path(path) / "new"
        place = folder / "copies" / str(-day)
        answer = yonder(
            "restore", str(place), "--data", str(new), "--json", *words, folder=folder, **database
        )
        assert answer.returncode == 0, answer.stderr
        yield json.loads(answer.stdout), {**database, "YONDER_DATA": str(new)}


def expected(day):
    return [f"written on {past}" for past in range(week.FIRST, day + 1)]


def assert_nothing_came_back(seen, day):
    """Neither erased text, nor an ended circle, nor a former reader, nor a known password; and
    nobody lost a record or is locked out."""
    assert seen["maya"] == seen["ravi"] == expected(day)
    assert not seen["ravi_old_password"]
    assert not seen["ended"]
    assert seen["ended_rows"] == 0
    assert not seen["former_reader"]
    assert seen["handed_over"] == (["what Omar heard"] if day < week.ENDS else None)


@pytest.mark.parametrize("later", LATER)
@pytest.mark.parametrize("day", EVENINGS)
def test_a_restored_evening_holds_what_was_kept_and_nothing_else(lived, day, later):
    folder, named = lived
    with restored(folder, day) as (figures, variables):
        assert (figures["all_erased"], figures["closed_rows"]) == (True, 0)
        seen = elsewhere(week.look, day, later, named, folder=folder, **variables)

    assert_nothing_came_back(seen, day)


@pytest.mark.parametrize("later", LATER)
def test_the_copy_of_a_lost_ring_serves_as_well(lived, folder, later):
    lost, named = lived
    (folder / "data").mkdir()
    shutil.copytree(lost / "copies", folder / "copies")
    with hidden(lost / "data" / "ring"):
        words = ["--ring", str(folder / "copies" / "ring")]
        with restored(folder, -4, *words) as (figures, variables):
            seen = elsewhere(week.look, -4, later, named, folder=folder, **variables)

    assert_nothing_came_back(seen, -4)
    assert not figures["all_erased"]  # nobody can know, so everybody is told


@pytest.mark.parametrize("later", LATER)
def test_a_failover_to_a_lagging_copy_is_a_restore_nobody_announced(lived, folder, later):
    lived_in, named = lived
    shutil.copytree(lived_in / "data" / "ring", folder / "data" / "ring")
    with own_database() as database:
        backup = next((lived_in / "copies" / "1").iterdir())
        elsewhere(week.put_in_place, str(backup), folder=folder, **database)
        seen = elsewhere(week.look, -1, later, named, folder=folder, **database)

    assert seen["maya"] == seen["ravi"] == expected(-1)


def test_with_an_emptied_list_the_erased_would_be_seen(lived, folder):
    """Control: it is the list that keeps the erased away, and this test would notice."""
    lost, named = lived
    shutil.copytree(lost / "copies", folder / "copies")
    for listed in (folder / "copies" / "ring").glob("gone-*"):
        listed.write_bytes(b"")
    with hidden(lost / "data" / "ring"):
        words = ["--ring", str(folder / "copies" / "ring")]
        with restored(folder, -4, *words) as (_, variables):
            seen = elsewhere(week.look, -4, 0, named, folder=folder, **variables)

    assert "erased on -3" in seen["maya"]
    assert seen["ended"]
    assert seen["former_reader"]
    assert seen["ravi_old_password"]


def test_with_a_list_pruned_by_age_alone_the_erased_would_be_seen(lived):
    """Control: the list outlives its lines' age until every restored record was opened."""
    folder, named = lived
    with restored(folder, -4) as (_, variables):
        seen = elsewhere(week.look, -4, 16, named, True, folder=folder, **variables)

    assert "erased on -3" in seen["maya"]


@contextmanager
def hidden(ring):
    away = ring.with_name("ring-that-burned")
    ring.rename(away)
    try:
        yield
    finally:
        away.rename(ring)
