"""A ring that others copy along, and places inside each other."""

import pytest
from django.db import connection

from yonder.cli.checkup.places import PLACES, Places, ring_beside_server
from yonder.vault.copied import note_backup, note_ring


@pytest.fixture
def on_sqlite(found):
    """What is found, besides the PostgreSQL of the tests."""
    return lambda: [name for name in found(PLACES) if name != "ring_beside_server"]


def test_backups_around_the_ring_are_found(well, on_sqlite):
    note_backup(well.where.vault.ring, well.ring.parent / "yonder-1", well.where.vault.clock())

    assert on_sqlite() == ["place_in_place"]


def test_a_copy_of_the_ring_in_the_data_folder_is_found(well, on_sqlite):
    note_ring(well.where.vault.ring, well.data / "copy", well.where.vault.clock())

    assert on_sqlite() == ["place_in_place"]


@pytest.mark.parametrize("tag", [None, b"", b"something else\n"])
def test_a_ring_that_ordinary_backups_take_along_is_found(well, on_sqlite, tag, mends):
    (well.ring / "CACHEDIR.TAG").unlink()
    if tag is not None:
        (well.ring / "CACHEDIR.TAG").write_bytes(tag)

    assert on_sqlite() == ["ring_without_tag"]
    assert "Signature: 8a477f597d28d172789f06886806bc55" in mends(PLACES)[0]


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".git"])
def test_a_data_folder_that_is_synced_is_found(well, on_sqlite, mark):
    (well.data.parent / mark).mkdir()

    assert on_sqlite() == ["synced_folder"]


def test_a_ring_beside_the_database_is_found(well, on_sqlite):
    well.ring.rename(well.data / "ring")
    well.where.vault.ring.folder = well.data / "ring"

    with_files = connection.vendor == "sqlite"
    assert on_sqlite() == (["ring_in_data_folder"] if with_files else [])


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "/run/postgresql"])
def test_a_database_server_beside_the_ring_is_found(folder, host):
    facts = Places(folder / "ring", folder, None, True, (), host)

    assert [finding.red for finding in ring_beside_server(facts)] == [False]


def test_a_database_server_elsewhere_is_well(folder):
    for server in ("db.example.org", None):
        assert not list(ring_beside_server(Places(folder, folder, None, True, (), server)))
