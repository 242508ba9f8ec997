"""What the people who run a server read when something is not as it should be."""

import shutil
import sqlite3
from contextlib import closing, contextmanager

import psycopg
import pytest

from tests.serving import assert_refused, serving, yonder


@pytest.fixture
def used(folder, database):
    """A data folder that a Yonder has served from, and that rests now."""
    with serving(folder=folder, **database):
        pass
    return folder


@contextmanager
def opened(folder, database):
    """The database a Yonder with these variables will use, opened by somebody else."""
    (folder / "data").mkdir(exist_ok=True)
    if address := database.get("DATABASE_URL"):
        with psycopg.connect(address, autocommit=True) as connection:
            yield connection
    else:
        with closing(sqlite3.connect(folder / "data" / "yonder.sqlite3")) as connection, connection:
            yield connection


def test_a_file_is_no_data_folder(folder):
    (folder / "file").write_text("")

    answer = yonder("serve", "--data", str(folder / "file"), folder=folder)

    assert_refused(answer, f"{folder / 'file'} cannot be the data folder")


def test_a_folder_the_system_refuses_is_no_data_folder(folder):
    answer = yonder("serve", "--data", "/proc/yonder", folder=folder)

    assert_refused(answer, "/proc/yonder cannot be the data folder")


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("mysql://localhost/yonder", "DATABASE_URL takes postgresql://"),
        ("postgresql://nobody@127.0.0.1:1/none", "connection refused"),
        ("postgresql://nobody@/none?host=/nowhere", "no such file or directory"),
    ],
)
def test_a_wrong_database_address_is_named(address, what, folder):
    answer = yonder("serve", "--port", "0", folder=folder, DATABASE_URL=address)

    assert_refused(answer, what)
    assert not (folder / "data" / "ring").exists()


def test_a_database_somebody_else_uses_is_left_alone(folder, database):
    with opened(folder, database) as other:
        other.execute("CREATE TABLE cakes (name TEXT)")

    answer = yonder("serve", "--port", "0", folder=folder, **database)

    assert_refused(answer, "a database, but not one of Yonder's")
    with opened(folder, database) as other, pytest.raises((sqlite3.Error, psycopg.Error)):
        other.execute("SELECT * FROM django_migrations")


def test_a_file_that_is_no_database_is_left_alone(folder):
    (folder / "data").mkdir()
    path = folder / "data" / "yonder.sqlite3"
    path.write_bytes(b"Once upon a time there was a list of cakes. " * 100)

    answer = yonder("serve", "--port", "0", folder=folder)

    assert_refused(answer, "is not a database, or is damaged")
    assert path.read_bytes().startswith(b"Once upon")


def test_data_of_a_newer_yonder_is_left_alone(used, database):
    with opened(used, database) as tables:
        tables.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('career', '9999_the_future', '2100-01-01')"
        )

    answer = yonder("serve", "--port", "0", folder=used, **database)

    assert_refused(answer, "written by a newer Yonder")


def test_a_history_no_release_has_made_is_left_alone(used, database):
    with opened(used, database) as tables:
        tables.execute("DELETE FROM django_migrations WHERE name = '0001_initial'")

    answer = yonder("serve", "--port", "0", folder=used, **database)

    assert_refused(answer, "not one that a Yonder release has made")


def test_an_unlock_store_that_a_reboot_took_is_made_again(used, database):
    shutil.rmtree(used / "unlock", ignore_errors=True)

    with serving(folder=used, **database) as served:
        assert served.ready


def test_a_ring_that_is_damaged_stops_the_start(used, database):
    (used / "data" / "ring" / "keys").write_bytes(b"rust")

    answer = yonder("serve", "--port", "0", folder=used, **database)

    assert_refused(answer, "The ring is not as Yonder wrote it.")


def test_a_demo_folder_is_not_served_to_real_people(folder):
    (folder / "data").mkdir()
    (folder / "data" / "demo-sign-in.txt").write_text("sesame")

    answer = yonder("serve", folder=folder)

    assert_refused(answer, "a demo is not for real notes")


def test_a_wrong_variable_is_named(folder):
    answer = yonder("serve", "--port", "0", folder=folder, YONDER_ADDRESS="http://yonder.example")

    assert_refused(answer, "YONDER_ADDRESS takes an address that begins with https://")
