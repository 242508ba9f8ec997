"""Protocol tests 3 and 4: what was erased is gone, and looks as if it had never been written."""

import sqlite3

import pytest

from tests.vault import stage
from tests.vault.histories import Counting, History, differences, play
from tests.vault.stage import MAYA, RAVI
from tests.vault.thief import Copy, passwords, readable, with_ring
from yonder.vault.records import Record
from yonder.vault.turning import turn

SECRET, KEPT = "I think of leaving", "nights are better for me"
BOTH = passwords(MAYA, RAVI)


@pytest.fixture
def copies(vault, clock, tmp_path):
    """Six days with a sentence, erased on the last: a copy and a ring of each of these days."""
    maya, ravi = stage.join(vault, MAYA), stage.join(vault, RAVI)
    circle = stage.shared(maya, ravi)
    entry = stage.add(ravi, circle, SECRET).id
    stage.add(ravi, circle, KEPT)
    kept = []
    for day in range(6):
        kept.append((Copy(), with_ring(vault.ring.folder, tmp_path / f"ring {day}", clock)))
        clock.passes(days=1)
        turn(vault)
    stage.erase(ravi, circle, entry)
    return kept


def test_at_once_it_opens_nowhere_on_the_server(vault, copies):
    assert readable(vault, BOTH) == {KEPT}


def test_at_once_it_does_not_come_back_when_an_older_copy_is_served(vault, copies):
    for copy, _ in copies:
        copy.put_back()
        assert readable(vault, BOTH) == {KEPT}


def test_on_day_eight_no_copy_of_any_earlier_day_opens(vault, copies, clock, tmp_path):
    _a_week_and_a_day(vault, clock)
    live = with_ring(vault.ring.folder, tmp_path / "live", clock)

    for copy, _ in copies:
        copy.put_back()
        assert readable(live, BOTH) == set()


def test_control_without_the_purge_every_copy_opens(vault, copies, clock, tmp_path, monkeypatch):
    monkeypatch.setattr(type(vault.ring), "purge", lambda ring: None)
    _a_week_and_a_day(vault, clock)
    live = with_ring(vault.ring.folder, tmp_path / "live", clock)

    for copy, _ in copies:
        copy.put_back()
        assert SECRET in readable(live, BOTH)


def test_control_with_a_ring_copy_that_was_kept_every_copy_opens(vault, copies, clock):
    _a_week_and_a_day(vault, clock)

    for copy, ring_of_that_day in copies:
        copy.put_back()
        assert SECRET in readable(ring_of_that_day, BOTH)


@pytest.mark.django_db
def test_what_was_erased_looks_as_if_it_was_never_written(counts):
    for seed in range(counts(20, 200)):
        assert differences(*_twins(seed)) == []


@pytest.mark.django_db
def test_control_a_record_that_keeps_a_placeholder_is_told_apart(monkeypatch):
    def leave_a_placeholder(record, wanted):
        if entry := record.entry(wanted):
            entry.data = b""

    monkeypatch.setattr(Record, "drop", leave_a_placeholder)

    assert all("answers" in differences(*_twins(seed)) for seed in range(3))


@pytest.mark.django_db
def test_control_a_record_that_counts_its_entries_is_told_apart():
    assert all("answers" in differences(*_twins(seed, Counting)) for seed in range(3))


def test_control_a_row_for_each_entry_is_told_apart_by_its_hidden_number():
    erased, never = _rows_of_entries(with_it=True), _rows_of_entries(with_it=False)

    assert [row for _, row in erased] == [row for _, row in never]
    assert erased != never


def _a_week_and_a_day(vault, clock):
    for _ in range(8):
        clock.passes(days=1)
        turn(vault)


def _twins(seed, kind=History):
    """The same life twice: once with a sentence that was erased again, once without it."""
    return [play(kind, seed, erased=erased) for erased in (True, False)]


def _rows_of_entries(*, with_it):
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE entry (id TEXT PRIMARY KEY)")
    for name in ("one", "erased", "two"):
        if with_it or name != "erased":
            base.execute("INSERT INTO entry VALUES (?)", [name])
    base.execute("DELETE FROM entry WHERE id = 'erased'")
    return base.execute("SELECT rowid, id FROM entry ORDER BY rowid").fetchall()
