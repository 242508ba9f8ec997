"""`yonder doctor`: it looks, it says what is dangerous and how to mend it, it changes nothing."""

import json
import shutil

import pytest

from tests.serving import assert_refused, yonder

# What the machine of the tests is like, and no doing of theirs.
OF_THE_MACHINE = {"keys_on_disk", "open_swap", "kept_dumps", "no_room", "no_more_mends"}
OF_THE_MACHINE |= {"synced_folder", "does_not_wait", "ring_beside_server"}


def findings(bakery, **variables):
    """What is found; and red ones end with an error, others do not."""
    answer = bakery.call("doctor", "--json", **variables)
    found = json.loads(answer.stdout)["findings"]
    assert answer.returncode == any(one["red"] for one in found), answer.stderr
    return [one for one in found if one["check"] not in OF_THE_MACHINE]


@pytest.fixture
def looked_after(bakery):
    """Backed up a moment ago, the ring on a volume of its own."""
    shutil.move(bakery.ring, bakery.folder / "ring")
    bakery.variables["YONDER_RING"] = str(bakery.folder / "ring")
    for path in (bakery.folder / "data").glob("yonder.sqlite3*"):
        path.chmod(0o600)
    bakery.back_up()
    return bakery


def test_a_bakery_that_is_looked_after_hears_of_nothing(looked_after):
    assert findings(looked_after) == []


def test_a_bakery_without_a_backup_hears_it_first_and_how_to_mend_it(bakery):
    answer = bakery.call("doctor")

    assert answer.returncode == 1
    assert answer.stdout.startswith("RED    No backup is known here.\n       Run yonder backup")
    assert answer.stdout.index("RED") < answer.stdout.index("later")


def test_looking_changes_nothing(bakery):
    (bakery.folder / "data").chmod(0o755)
    before = everything(bakery.folder)

    found = {one["check"] for one in findings(bakery)}

    assert "open_to_others" in found
    assert everything(bakery.folder) == before


def everything(folder):
    """Each file and folder with its mode and content, besides what a database writes by reading."""
    kept = [path for path in sorted(folder.rglob("*")) if "sqlite3" not in path.name]
    return {
        path: (path.stat().st_mode, path.is_file() and path.read_bytes())
        for path in kept
        if "unlock" not in path.parts
    }


def test_days_without_a_server_are_found_and_a_tick_mends_them(begun):
    bakery = begun(-4)
    assert "turn_overdue" in {one["check"] for one in findings(bakery)}

    assert bakery.call("tick").returncode == 0

    assert "turn_overdue" not in {one["check"] for one in findings(bakery)}


def test_a_lost_ring_is_a_finding_and_not_a_mistake(looked_after):
    shutil.rmtree(looked_after.folder / "ring")

    answer = looked_after.call("doctor")

    assert answer.returncode == 1
    assert answer.stdout.count("The ring, or one of its keys, is not there") == 1
    assert "Traceback" not in answer.stderr


def test_a_ring_that_is_put_back_from_its_copy_has_no_backup_yet(looked_after):
    shutil.rmtree(looked_after.folder / "ring")
    shutil.copytree(looked_after.copy, looked_after.folder / "ring")

    assert {"no_backup", "no_ring_copy"} <= {one["check"] for one in findings(looked_after)}


@pytest.mark.parametrize("address", ["http://yonder.example.org", "yonder.example.org"])
def test_an_address_without_https_is_refused_like_everywhere(bakery, address):
    answer = bakery.call("doctor", YONDER_ADDRESS=address)

    assert_refused(answer, "YONDER_ADDRESS takes an address that begins with https://")


def test_a_folder_without_a_yonder_is_named_and_stays_as_it_is(folder, database):
    (folder / "data").mkdir()

    assert_refused(yonder("doctor", folder=folder, **database), "There is no Yonder in")
    assert_refused(
        yonder("doctor", "--data", str(folder / "dtaa"), folder=folder, **database),
        "There is no data folder",
    )
