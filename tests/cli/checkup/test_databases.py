"""A database in a hurry, and opened keys in an archive."""

import pytest
from django.db import connection

from yonder.cli.checkup.databases import (
    DATABASES,
    Databases,
    does_not_wait,
    gather,
    readable_on_its_way,
)


def test_a_database_file_that_does_not_wait_for_the_disk_is_found(transactional_db):
    if connection.vendor != "sqlite":
        return  # the tests' own server never waits: see test_well
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=NORMAL")
        try:
            facts = gather(None)
        finally:
            cursor.execute("PRAGMA synchronous=FULL")

    assert len(list(does_not_wait(facts))) == 1
    assert list(does_not_wait(gather(None))) == []


@pytest.mark.parametrize("table", ["vault_unlock", "django_session"])
def test_opened_keys_in_an_archive_are_found(well, found, table):
    if connection.vendor == "sqlite":
        return  # there they lie in a file of their own
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} SET LOGGED")

    assert "keys_in_archive" in found(DATABASES)


def test_what_can_be_read_on_its_way_to_another_machine_is_found():
    assert list(readable_on_its_way(Databases((), readable=False))) == []
    assert len(list(readable_on_its_way(Databases((), readable=True)))) == 1
