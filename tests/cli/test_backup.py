"""`yonder backup` and `yonder ring copy`: whole or not there, and never in each other's place."""

import hashlib
import json
import stat
from datetime import UTC, datetime, timedelta

from tests import workplaces
from tests.serving import assert_refused, serving, yonder
from yonder.vault.here import day_number
from yonder.vault.ring import parse, serialize


def names(place):
    return sorted(path.name for path in place.iterdir()) if place.exists() else []


def test_a_backup_says_how_long_it_can_be_restored(bakery):
    answer = bakery.call("backup", bakery.folder / "backups", "--ring", bakery.copy)

    last = datetime.now(UTC) + timedelta(days=6)
    assert answer.returncode == 0, answer.stderr
    assert f"It can be restored until {last:%d %B %Y}" in answer.stdout


def test_a_backup_is_a_database_a_manifest_and_its_sum(bakery, sqlite):
    backup = bakery.back_up()

    file = "yonder.sqlite3" if sqlite else "yonder.pgdump"
    manifest = json.loads((backup / "manifest.json").read_bytes())
    assert names(backup) == ["manifest.json", "manifest.sha256", file]
    assert manifest["parts"][file][0] == first_sum(backup / file)
    assert names(backup.parent) == [backup.name]


def first_sum(path):
    return hashlib.sha256(path.read_bytes()[: 1024 * 1024]).hexdigest()


def test_a_backup_belongs_to_its_owner_alone(bakery):
    backup = bakery.back_up()

    places = [backup, *backup.iterdir(), bakery.copy, *bakery.copy.iterdir()]
    assert not [place for place in places if stat.S_IMODE(place.stat().st_mode) & 0o077]


def test_no_sign_in_is_in_a_backup(bakery):
    cookie = bakery.run(workplaces.sign_in)
    backup = bakery.back_up()

    assert not [path for path in backup.iterdir() if cookie.encode() in path.read_bytes()]


def test_the_copy_of_the_ring_takes_the_place_of_the_copy_before(bakery):
    bakery.back_up()
    (bakery.copy / "gone-1-long-ago").write_bytes(b"")
    (bakery.copy / ".keys.1").write_bytes(b"left by a crash")

    answer = bakery.call("ring", "copy", "--to", bakery.copy)

    assert answer.returncode == 0, answer.stderr
    assert names(bakery.copy) == sorted(set(names(bakery.ring)) - {"lock", "copied"})
    assert (bakery.copy / "keys").read_bytes() == (bakery.ring / "keys").read_bytes()


def test_without_a_place_the_copy_lies_where_restore_looks_for_it(bakery):
    answer = bakery.call("ring", "copy", "--json")

    workplace = (bakery.ring / "workplace").read_text()
    expected = bakery.folder / "state" / "yonder" / workplace
    assert json.loads(answer.stdout)["ring_copy"] == str(expected)
    assert (expected / "keys").exists()


def test_a_folder_with_something_else_in_it_takes_no_ring(bakery):
    (bakery.folder / "recipes").mkdir()
    (bakery.folder / "recipes" / "bread.txt").write_text("flour, water, salt")

    answer = bakery.call("ring", "copy", "--to", bakery.folder / "recipes")

    assert_refused(answer, "is not empty, and it is not the copy of this ring")
    assert names(bakery.folder / "recipes") == ["bread.txt"]


def test_a_poorer_ring_does_not_take_the_place_of_a_richer_copy(bakery):
    bakery.back_up()
    saved = (bakery.copy / "keys").read_bytes()
    lose_todays_key(bakery.ring / "keys")

    answer = bakery.call("ring", "copy", "--to", bakery.copy)

    assert_refused(answer, "but its copy in")
    assert (bakery.copy / "keys").read_bytes() == saved


def lose_todays_key(keys):
    kept = parse(keys.read_bytes(), keys)
    del kept[day_number(datetime.now(UTC))]
    keys.write_bytes(serialize(kept))


def test_places_inside_each_other_are_refused(bakery):
    before = names(bakery.folder)
    for place, copy in INSIDE:
        answer = bakery.call("backup", bakery.folder / place, "--ring", bakery.folder / copy)

        assert_refused(answer, "Name places that do not lie inside each other")
        assert names(bakery.folder) == before


INSIDE = [
    ("safe", "safe"),
    ("safe", "safe/ring"),
    ("safe/backups", "safe"),
    ("data/backups", "safe"),
    ("safe", "data/copy"),
    ("data/ring/backups", "safe"),
    ("safe", "data/ring"),
    (".", "safe"),
]


def test_a_link_into_another_place_is_seen_through(bakery):
    (bakery.folder / "elsewhere").symlink_to(bakery.folder / "data")

    answer = bakery.call("backup", bakery.folder / "elsewhere" / "x", "--ring", bakery.copy)

    assert_refused(answer, "lies inside the data folder")


def test_a_backup_that_fails_leaves_nothing_behind(bakery):
    bakery.copy.write_text("a file where the copy of the ring should be")

    answer = bakery.call("backup", bakery.folder / "backups", "--ring", bakery.copy)

    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    assert names(bakery.folder / "backups") == []


def test_a_slip_of_the_finger_makes_no_data_folder(bakery):
    answer = bakery.call("backup", bakery.folder / "b", "--data", bakery.folder / "dtaa")

    assert_refused(answer, "There is no data folder")
    assert not (bakery.folder / "dtaa").exists()


def test_a_folder_without_a_yonder_is_not_backed_up(folder, database):
    (folder / "data").mkdir()
    answer = yonder("backup", str(folder / "b"), folder=folder, **database)

    assert_refused(answer, "There is no Yonder in")
    assert not (folder / "b").exists()


def test_a_backup_can_be_made_while_it_is_served(bakery):
    with serving(folder=bakery.folder, **bakery.variables):
        backup = bakery.back_up()

    assert (backup / "manifest.json").exists()


def test_postgresql_without_its_tools_is_told_what_to_install(bakery, sqlite):
    if sqlite:
        assert bakery.call("backup", bakery.folder / "b", PATH="/nowhere").returncode == 0
        return
    answer = bakery.call("backup", bakery.folder / "b", PATH="/nowhere")

    assert_refused(answer, "pg_dump is not on this machine")
    assert names(bakery.folder / "b") == []
