"""A list of erased things that is missing, damaged, behind or closed to us."""

from yonder.cli.checkup.erased import ERASED
from yonder.vault.circle_rows import Circle, Unchecked
from yonder.vault.gone_numbers import put_on_gone_list


def listed(well):
    return max(well.ring.glob("gone-*"))


def test_a_missing_list_is_found(well, found):
    listed(well).unlink()

    assert found(ERASED) == ["list_missing"]


def test_a_damaged_list_is_found(well, found):
    listed(well).write_bytes(b"1 and something else\n")

    assert found(ERASED) == ["list_damaged"]


def test_a_list_that_cannot_be_written_is_found(well, found):
    """Modes would not stop the account that may do everything, so a folder stands in the way."""
    file = listed(well)
    file.unlink()
    file.mkdir()

    assert found(ERASED) == ["list_damaged", "list_not_writable"]


def test_looking_writes_nothing_into_the_list(well, found):
    before = {path: path.stat().st_mtime_ns for path in well.ring.iterdir()}

    found(ERASED)

    assert before == {path: path.stat().st_mtime_ns for path in well.ring.iterdir()}


def test_a_list_that_lacks_what_was_erased_is_found(well, found):
    vault, circle = well.where.vault, Circle.objects.first()
    put_on_gone_list(vault, [circle.id])
    kept = listed(well).read_bytes()
    put_on_gone_list(vault, [circle.id])
    listed(well).write_bytes(kept)  # the disk was full

    assert found(ERASED) == ["list_behind"]


def test_records_that_nobody_opens_after_a_restore_are_found(well, found, clock):
    Unchecked.objects.create(circle=Circle.objects.first())
    assert found(ERASED) == []

    clock.passes(days=10)

    assert found(ERASED) == ["long_unchecked"]
