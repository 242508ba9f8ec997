"""The gone list: what is on it never opens again, whatever copy it comes back in."""

import uuid

import pytest

from tests.cast import CHEAP
from tests.vault import stage
from tests.vault.stage import MAYA, RAVI
from tests.vault.thief import Copy
from yonder.vault import circles
from yonder.vault.gone import GoneList, read
from yonder.vault.gone_numbers import current_number, put_on_gone_list
from yonder.vault.here import open_vault
from yonder.vault.refusals import GoneListDamaged, NotForYou
from yonder.vault.turning import watch_for_failover

ONE, TWO = uuid.UUID(int=1), uuid.UUID(int=2)


def test_what_was_added_is_on_the_list_for_every_process(vault, clock):
    other = open_vault(vault.ring.folder, clock, CHEAP)
    assert ONE not in other.gone

    put_on_gone_list(vault, [ONE, TWO])

    assert {ONE, TWO} <= other.gone.ids()
    assert other.gone.highest() == current_number() == 1


def test_a_line_that_a_crash_tore_is_passed_over(vault):
    vault.gone.add(1, [ONE])
    file = next(iter(vault.gone.files()))
    whole = file.read_bytes()

    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert {thing for _, thing in read(file)} <= {ONE}


def test_what_is_added_after_a_torn_line_is_not_lost(vault):
    vault.gone.add(1, [ONE])
    file = next(iter(vault.gone.files()))
    file.write_bytes(file.read_bytes()[:-10])

    vault.gone.add(2, [TWO])

    assert vault.gone.ids() == {TWO}


def test_a_whole_line_that_was_changed_is_damage(vault):
    vault.gone.add(1, [ONE])
    file = next(iter(vault.gone.files()))
    raw = file.read_bytes()

    for place in range(1, len(raw) - 1):
        file.write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        with pytest.raises(GoneListDamaged):
            read(file)


def test_a_list_that_is_damaged_stops_every_opening(vault):
    maya = stage.join(vault, MAYA)
    file = next(iter(vault.gone.files()))
    file.write_bytes(b"nothing of ours\n")

    with pytest.raises(GoneListDamaged):
        circles.open_circle(maya, maya.private)


def test_lines_are_kept_for_as_long_as_any_copy_still_opens(vault, clock):
    vault.gone.add(1, [ONE])

    for _ in range(9):
        clock.passes(days=1)
        vault.gone.prune()
        assert ONE in vault.gone
    clock.passes(days=1)
    vault.gone.prune()

    assert ONE not in vault.gone


def test_a_file_that_is_pruned_while_somebody_looks_is_passed_over(vault, clock, monkeypatch):
    vault.gone.add(1, [ONE])
    own, pruned = vault.gone.files, [vault.gone.folder / "gone-3-elsewhere"]
    monkeypatch.setattr(vault.gone, "files", lambda: {**own(), **dict.fromkeys(pruned[:], 3)})
    monkeypatch.setattr(type(vault.gone), "_look", _once_then_without(pruned))

    assert ONE in vault.gone


def test_people_can_erase_while_the_list_cannot_be_written(vault, monkeypatch, caplog):
    maya, ravi = stage.join(vault, MAYA), stage.join(vault, RAVI)
    circle = stage.shared(maya, ravi)
    entry = stage.add(ravi, circle, "I would rather work at night").id
    monkeypatch.setattr(type(vault.gone), "add", _no_space)

    stage.erase(ravi, circle, entry)

    assert stage.texts(ravi, circle) == stage.texts(maya, circle) == []
    assert "cannot be written" in caplog.text
    assert current_number() > vault.gone.highest()


def test_an_erased_circle_stays_erased_when_its_rows_come_back(vault):
    maya, ravi = stage.join(vault, MAYA), stage.join(vault, RAVI)
    circle = stage.shared(maya, ravi)
    copy = Copy()
    circles.erase(vault, circle)

    copy.put_back()

    for reader in (MAYA, RAVI):
        with pytest.raises(NotForYou):
            circles.open_circle(stage.sign_in(vault, reader), circle)


def test_a_database_that_fell_behind_is_noticed(vault):
    put_on_gone_list(vault, [ONE])
    assert not watch_for_failover(vault)

    vault.gone.add(2, [TWO])

    assert watch_for_failover(vault)
    assert not watch_for_failover(vault)


def test_erasing_right_after_a_failover_does_not_hide_it(vault):
    for number in range(1, 4):
        vault.gone.add(number, [uuid.uuid4()])

    for _ in range(5):
        put_on_gone_list(vault, [uuid.uuid4()])

    assert watch_for_failover(vault)


def _once_then_without(pruned):
    own = GoneList._look

    def look(gone):
        try:
            return own(gone)
        finally:
            pruned.clear()

    return look


def _no_space(*_):
    raise OSError("No space left on device")
