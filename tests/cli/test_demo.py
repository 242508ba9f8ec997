"""`yonder demo`: an example to look around in, and never a place for real notes."""

import re
import stat

import pytest

from tests.serving import assert_refused, serving, yonder


@pytest.fixture
def shown(folder):
    """A demo that was filled and not served."""
    answer = yonder("demo", "--no-serve", folder=folder)
    assert answer.returncode == 0, answer.stderr
    return answer


def test_it_says_who_one_can_sign_in_as(shown):
    assert re.search(r"sign in as +name", shown.stdout)
    assert re.search(r"Password for everybody: \w+-\w+-\w+-\w+$", shown.stdout.strip())


def test_the_passphrase_is_new_each_time_and_for_its_owner_alone(shown, folder):
    mark = folder / "data-demo" / "demo-sign-in.txt"

    assert stat.S_IMODE(mark.stat().st_mode) == 0o600
    assert mark.read_text().strip() in shown.stdout


def test_calling_it_again_changes_nothing(shown, folder):
    assert yonder("demo", "--no-serve", folder=folder).stdout == shown.stdout


def test_it_serves_what_it_has_filled(shown, folder):
    with serving("demo", folder=folder) as served:
        assert served.ready
        assert all(line in served.said for line in shown.stdout.splitlines() if line)
        assert "Nobody is here yet" not in "".join(served.said)


def test_a_real_workplace_is_not_turned_into_a_demo(shown, folder):
    (folder / "data-demo" / "demo-sign-in.txt").unlink()

    answer = yonder("demo", "--no-serve", folder=folder)

    assert_refused(answer, "holds a real workplace, not a demo")


def test_it_touches_no_ring_and_no_database_of_real_people(folder):
    real = {"YONDER_RING": str(folder / "ring"), "DATABASE_URL": "postgresql://127.0.0.1:1/real"}

    answer = yonder("demo", "--no-serve", folder=folder, **real)

    assert answer.returncode == 0, answer.stderr
    assert not (folder / "ring").exists()


def test_by_itself_it_lies_beside_the_folder_for_real_people(folder):
    answer = yonder("demo", "--no-serve", folder=folder)

    assert f"data folder: {folder / 'data-demo'}" in answer.stderr
