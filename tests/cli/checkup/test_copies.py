"""Backups that are missing or old, and copies of the ring that are missing, old or too many."""

import shutil

from yonder.cli.checkup.copies import COPIES


def test_a_workplace_without_a_backup_is_found(well, found, mends):
    (well.ring / "copied").unlink()

    assert found(COPIES) == ["no_backup", "no_ring_copy"]
    assert mends(COPIES)[0] == "Run yonder backup every day, by a timer."


def test_a_note_that_cannot_be_read_counts_as_no_backup(well, found):
    (well.ring / "copied").write_bytes(b"not a note")

    assert found(COPIES) == ["no_backup", "no_ring_copy"]


def test_a_backup_of_three_days_ago_is_found(found, clock):
    clock.passes(days=3)

    assert found(COPIES) == ["old_backup", "old_ring_copy"]


def test_a_day_later_nothing_is_old_yet(found, clock):
    clock.passes(hours=24)

    assert found(COPIES) == []


def test_a_backup_that_is_not_where_it_was_put_is_found(well, found):
    shutil.rmtree(well.backup)

    assert found(COPIES) == ["moved_backup"]


def test_a_copy_of_the_ring_that_is_gone_is_found(well, found):
    shutil.rmtree(well.copy)

    assert found(COPIES) == ["no_ring_copy"]


def test_a_damaged_copy_of_the_ring_is_found(well, found):
    (well.copy / "keys").write_bytes(b"20000 00\n")

    assert found(COPIES) == ["no_ring_copy"]


def test_the_ring_of_another_workplace_is_no_copy(well, found):
    (well.copy / "workplace").write_text("0" * 32)

    assert found(COPIES) == ["no_ring_copy"]


def test_a_second_copy_of_the_ring_is_found_where_it_usually_lies(well, found):
    shutil.copytree(well.copy, well.where.state / "old")
    shutil.copytree(well.copy, well.copy.with_name("copy-of-monday"))

    assert found(COPIES) == ["second_ring_copy"] * 2


def test_a_ring_of_somebody_else_nearby_is_no_second_copy(well, found):
    shutil.copytree(well.copy, well.where.state / "other")
    (well.where.state / "other" / "workplace").write_text("0" * 32)

    assert found(COPIES) == []
