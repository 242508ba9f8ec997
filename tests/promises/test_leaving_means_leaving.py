"""Who has left is gone, and stays gone when the server goes back to an older day.

One workplace is lived once. Its backup, from before anybody left, is then put back in each way
there is, and opened at once or after sixteen days.
"""

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.elsewhere import elsewhere, with_postgres_tools
from tests.promises import leavers
from tests.promises.leavers import OMARS
from tests.serving import own_database, yonder

LATER = [0, 16]


@pytest.fixture(scope="module")
def lived():
    """(folder, ids) of the workplace."""
    with_postgres_tools()
    with tempfile.TemporaryDirectory(prefix="yonder-") as path, own_database() as database:
        folder = Path(path)
        yield folder, elsewhere(leavers.live, str(folder / "backup"), folder=folder, **database)


def assert_gone(seen):
    """Nothing of Ravi is there, Maya reads nothing of others, and Omar has all that is his."""
    assert not seen["ravi_signs_in"]
    assert seen["ravis_rows"] == [0, 0, 0, 0]
    assert seen["maya_reads"] == []
    assert seen["omar_reads"] == OMARS


def restore(folder, new, **database):
    words = ["restore", str(folder / "backup"), "--data", str(new), "--json"]
    answer = yonder(*words, folder=folder, **database)
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("later", LATER)
def test_a_restored_day_brings_no_leaver_back(lived, later):
    folder, named = lived
    with tempfile.TemporaryDirectory(prefix="yonder-") as path, own_database() as database:
        new = Path(path) / "new"
        restore(folder, new, **database)
        variables = {**database, "YONDER_DATA": str(new)}
        seen = elsewhere(leavers.look, later, named, folder=folder, **variables)

    assert_gone(seen)
    assert "Ravi" not in seen["left"]


@contextmanager
def fallen_back(folder):
    """The older database under a ring that knows better: variables for whoever opens it."""
    with tempfile.TemporaryDirectory(prefix="yonder-") as path, own_database() as database:
        shutil.copytree(folder / "data" / "ring", Path(path) / "ring")
        variables = {**database, "YONDER_RING": f"{path}/ring", "YONDER_DATA": f"{path}/data"}
        backup = next((folder / "backup").iterdir())
        elsewhere(leavers.put_in_place, str(backup), folder=Path(path), **variables)
        yield Path(path), variables


@pytest.mark.parametrize("later", LATER)
def test_nor_does_a_failover_that_nobody_announced(lived, later):
    folder, named = lived
    with fallen_back(folder) as (path, variables):
        seen = elsewhere(leavers.look, later, named, folder=path, **variables)

    assert_gone(seen)


def test_with_an_emptied_list_the_leaver_would_be_seen(lived):
    """Control: it is the list that keeps leavers away, and this test would notice."""
    folder, named = lived
    with fallen_back(folder) as (path, variables):
        for listed in (path / "ring").glob("gone-*"):
            listed.write_bytes(b"")
        seen = elsewhere(leavers.look, 0, named, folder=path, **variables)

    assert seen["ravi_signs_in"]
    assert seen["ravis_rows"] == [1, 1, 3, 1]
    assert seen["maya_reads"] != []
