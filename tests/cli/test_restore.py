"""`yonder restore`: into a new folder, whole, or not at all; and one sentence for each no."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from tests import workplaces
from tests.serving import assert_refused, serving
from yonder.vault.gone import GoneList
from yonder.vault.manifests import Manifest, read, write


@pytest.fixture
def backup(bakery):
    return bakery.back_up()


def assert_stopped(bakery, answer, what):
    """One line, and not a trace of a half-made folder or ring."""
    assert_refused(answer, what)
    assert not list(bakery.folder.glob("*new*"))
    assert not list(bakery.folder.glob(".*"))


def test_what_was_kept_comes_back_and_can_be_served(bakery, backup, empty_database):
    answer = bakery.restore(backup, **empty_database)

    assert answer.returncode == 0, answer.stderr
    assert "Everybody has the password of that day." in answer.stdout
    variables = {**empty_database, "YONDER_DATA": str(bakery.folder / "new")}
    assert bakery.read(**variables) == ["kept"]
    assert bakery.call("verify-vault", **variables).returncode == 0
    with serving(folder=bakery.folder, **variables) as served:
        assert served.ready


def test_a_folder_of_backups_gives_the_newest(bakery, backup, empty_database):
    newest = bakery.back_up()

    answer = bakery.restore(backup.parent, "--json", **empty_database)

    made = datetime.fromisoformat(json.loads(answer.stdout)["went_back_to"])
    assert made == read(newest).made


def test_an_existing_folder_is_never_written_over(bakery, backup):
    (bakery.folder / "new").mkdir()
    (bakery.folder / "new" / "letter.txt").write_text("dear Ravi")

    answer = bakery.restore(backup)

    assert_refused(answer, "is there already")
    assert [path.name for path in (bakery.folder / "new").iterdir()] == ["letter.txt"]


def test_a_new_folder_inside_another_place_is_refused(bakery, backup):
    before = sorted(bakery.folder.rglob("*"))
    shutil.rmtree(bakery.ring)
    for new in (backup / "new", backup.parent / "new", bakery.copy / "new"):
        answer = bakery.call("restore", backup.parent, "--ring", bakery.copy, "--data", new)

        assert_refused(answer, "for the new data folder, lies inside")
    assert set(bakery.folder.rglob("*")) < set(before)


def test_a_backup_and_a_ring_that_lie_together_can_still_be_brought_back(
    bakery, backup, empty_database
):
    """Not a good place, and on the worst day the only one."""
    shutil.rmtree(bakery.ring)
    shutil.move(bakery.copy, backup / "ring")
    new = bakery.folder / "new"

    answer = bakery.call(
        "restore", backup, "--ring", backup / "ring", "--data", new, **empty_database
    )

    assert answer.returncode == 0, answer.stderr


def test_a_folder_without_a_backup_is_named(bakery):
    answer = bakery.restore(bakery.folder / "data")

    assert_stopped(bakery, answer, "There is no backup in")


@pytest.mark.parametrize("harm", ["flipped", "cut", "longer", "gone"])
def test_damage_is_counted_and_the_backup_before_it_named(bakery, backup, harm):
    damaged = bakery.back_up()
    wound(next(damaged.glob("yonder.*")), harm)
    before = f"Take the backup before it, of {read(backup).made:%d %B %Y, %H:%M} UTC."

    answer = bakery.restore(damaged)

    parts = sum(map(len, read(damaged).parts.values()))
    bad = parts if harm == "gone" else 1
    assert_stopped(bakery, answer, f"This backup is damaged: {bad} of {parts} parts do not match.")
    assert before in answer.stderr
    assert "The running system was not touched." in answer.stderr


def wound(path, harm):
    content = bytearray(path.read_bytes())
    match harm:
        case "flipped":
            content[len(content) // 2] ^= 1
        case "cut":
            del content[-100:]
        case "longer":
            content += b"and one thing more"
    path.unlink() if harm == "gone" else path.write_bytes(content)


def test_a_changed_manifest_is_damage_too(bakery, backup):
    manifest = backup / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b"sqlite", b"mysqli").replace(b"2", b"3"))

    answer = bakery.restore(backup)

    assert_stopped(bakery, answer, "its list of parts does not match")


def change(backup, **fields):
    manifest = read(backup)
    write(backup, Manifest(**{name: getattr(manifest, name) for name in FIELDS} | fields))


FIELDS = Manifest.__struct_fields__


def test_a_backup_of_a_newer_yonder_is_left_alone(bakery, backup):
    change(backup, schema=[*read(backup).schema, "career.9999_the_future"])

    assert_stopped(bakery, bakery.restore(backup), "made by a newer Yonder")


def test_a_form_of_backup_that_is_not_known_yet_is_left_alone(bakery, backup):
    change(backup, format=2)

    assert_stopped(bakery, bakery.restore(backup), "made by a newer Yonder")


def test_the_other_kind_of_database_is_named(bakery, backup, sqlite):
    change(backup, database="postgresql" if sqlite else "sqlite")

    other = "PostgreSQL" if sqlite else "SQLite"
    assert_stopped(bakery, bakery.restore(backup), f"This backup is of a {other} database.")


def test_a_full_database_is_not_written_over(bakery, backup, sqlite):
    if sqlite:
        return  # a new folder is a new database
    answer = bakery.restore(backup)

    assert_stopped(bakery, answer, "The database that DATABASE_URL names is not empty.")
    assert bakery.read() == ["kept"]


def test_without_any_ring_there_is_nothing_to_open(bakery, backup):
    shutil.rmtree(bakery.ring)
    shutil.rmtree(bakery.copy)

    assert_stopped(bakery, bakery.restore(backup), "There is no ring to this backup")


def test_another_workplaces_ring_is_not_taken(bakery, backup):
    shutil.rmtree(bakery.ring)
    (bakery.copy / "workplace").write_text("0" * 32)

    assert_stopped(bakery, bakery.restore(backup), "There is no ring to this backup")


def test_a_ring_of_others_in_yonder_ring_is_left_alone(bakery, backup):
    others = bakery.folder / "others"
    shutil.copytree(bakery.ring, others)
    (others / "workplace").write_text("0" * 32)

    answer = bakery.restore(backup, YONDER_RING=str(others))

    assert_stopped(bakery, answer, "that is not the ring of this backup")


def test_a_damaged_ring_gives_way_to_its_copy_and_everybody_is_told(bakery, backup, empty_database):
    (bakery.ring / "keys").write_bytes(b"rust")

    answer = bakery.restore(backup, "--json", **empty_database)

    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout)["all_erased"] is False
    note = json.loads((bakery.folder / "new" / "ring" / "went-back").read_bytes())
    assert note["to"][:16] == f"{read(backup).made:%Y-%m-%dT%H:%M}"


def test_with_the_living_ring_nobody_has_to_check_anything(bakery, backup, empty_database):
    answer = bakery.restore(backup, "--json", **empty_database)

    assert json.loads(answer.stdout)["all_erased"] is True


def test_the_ring_in_use_elsewhere_stays_where_it_is(bakery, backup, empty_database):
    shutil.move(bakery.ring, bakery.folder / "ring")
    own = {**empty_database, "YONDER_RING": str(bakery.folder / "ring")}

    answer = bakery.restore(backup, "--json", **own)

    assert json.loads(answer.stdout)["ring"] == own["YONDER_RING"]
    assert not (bakery.folder / "new" / "ring").exists()
    assert bakery.read(**own, YONDER_DATA=str(bakery.folder / "new")) == ["kept"]


def test_a_lost_list_has_to_be_accepted(bakery, backup, empty_database):
    shutil.rmtree(bakery.ring)
    for file in bakery.copy.glob("gone-*"):
        file.unlink()
    answer = bakery.restore(backup, **empty_database)
    assert_stopped(bakery, answer, "The list of erased things is missing")

    answer = bakery.restore(backup, "--accept-lost-list", "--json", **empty_database)

    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout)["all_erased"] is False


def test_a_damaged_list_is_refused(bakery, backup, empty_database):
    listed = bakery.listed
    listed.write_bytes(listed.read_bytes().replace(b" ", b"  ", 1))

    answer = bakery.restore(backup, **empty_database)

    assert_stopped(bakery, answer, "The list of erased things is damaged")


def test_a_line_torn_by_a_crash_is_no_damage(bakery, backup, empty_database):
    with bakery.listed.open("ab") as listed:
        listed.write(b"\n7 0123456789")

    answer = bakery.restore(backup, **empty_database)

    assert answer.returncode == 0, answer.stderr


def test_a_backup_older_than_seven_days_opens_no_more(begun, folder, empty_database):
    bakery = begun(-7)
    backup = bakery.run(workplaces.back_up_on, -7, str(folder / "backups"), str(bakery.copy))
    assert bakery.call("tick").returncode == 0

    answer = bakery.restore(backup, **empty_database)

    until = datetime.now(UTC) - timedelta(days=1)
    assert_stopped(bakery, answer, "Nothing in this backup opens any more.")
    assert f"It could be restored until {until:%d %B %Y}." in answer.stderr


def test_what_would_not_open_is_counted_and_asked_about(bakery, empty_database):
    bakery.run(workplaces.damage, bakery.talks)
    backup = bakery.back_up()

    answer = bakery.restore(backup, **empty_database)

    assert answer.returncode == 1
    assert "1 of 5 sealed things would not open" in answer.stderr
    assert not (bakery.folder / "new").exists()


def test_with_yes_the_rest_comes_back(bakery, empty_database):
    bakery.run(workplaces.damage, bakery.talks)
    backup = bakery.back_up()
    if empty_database:
        assert bakery.restore(backup, "--yes", "--json", **empty_database).returncode == 0
        return

    answer = bakery.restore(backup, "--yes", "--json")

    figures = json.loads(answer.stdout)
    assert (figures["closed_rows"], figures["rows"]) == (1, 5)


def test_nothing_erased_since_the_backup_comes_back(bakery, backup, empty_database):
    bakery.run(workplaces.erase_all, bakery.talks)

    bakery.restore(backup, **empty_database)

    new = {**empty_database, "YONDER_DATA": str(bakery.folder / "new")}
    assert bakery.read(**new) == []
    assert len(GoneList(bakery.folder / "new" / "ring", lambda: 0).ids()) == 2
