"""The ring: a key for each day, seven back and seven ahead, and none for any older day."""

import os
import threading

import pytest

from tests.cast import CHEAP
from yonder.vault.here import open_vault
from yonder.vault.refusals import RingDamaged, RingMissing
from yonder.vault.ring import USES, parse, serialize


@pytest.fixture
def ring(tmp_path, clock):
    made = open_vault(tmp_path / "ring", clock, CHEAP).ring
    made.create()
    return made


def test_a_new_ring_reaches_a_week_back_and_a_week_ahead(ring):
    today = ring.today()

    assert set(ring.keys()) == set(range(today - 6, today + 8))
    assert len(set(ring.keys().values())) == 14


def test_a_new_ring_never_takes_the_place_of_an_old_one(ring):
    before = ring.keys()

    with pytest.raises(RingDamaged):
        ring.create()

    assert ring.keys() == before


def test_each_day_and_each_use_has_a_key_of_its_own(ring):
    today = ring.today()

    found = {ring.key(day, use) for day in (today, today + 1) for use in USES}

    assert len(found) == 2 * len(USES)


def test_a_day_without_a_key_is_said_in_one_sentence(ring):
    with pytest.raises(RingMissing, match="There is no key for day 3"):
        ring.key(3, "sk")


def test_a_folder_without_a_ring_is_said_in_one_sentence(tmp_path, clock):
    with pytest.raises(RingMissing, match="There is no ring in"):
        open_vault(tmp_path / "nowhere", clock).ring.keys()


def test_keys_stay_the_same_while_days_go_by(ring, clock):
    before = ring.keys()
    clock.passes(days=3)
    ring.extend()

    assert before.items() <= ring.keys().items()
    assert max(ring.keys()) == ring.today() + 7


def test_after_eight_days_the_key_of_today_exists_nowhere_in_the_folder(ring, clock):
    key = ring.keys()[ring.today()]
    for _ in range(8):
        clock.passes(days=1)
        ring.extend()
        ring.purge()

    written = b"".join(path.read_bytes() for path in ring.folder.iterdir())

    assert key.hex().encode() not in written
    assert key not in ring.keys().values()


def test_another_process_sees_a_new_key_at_once(ring, clock, tmp_path):
    other = open_vault(tmp_path / "ring", clock, CHEAP).ring
    other.keys()
    clock.passes(days=1)
    ring.extend()

    assert other.keys() == ring.keys()


def test_every_changed_byte_of_the_ring_is_noticed(ring):
    raw = ring.file.read_bytes()

    for place in range(len(raw)):
        changed = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        with pytest.raises(RingDamaged):
            parse(changed, ring.file)


def test_a_ring_that_was_cut_is_noticed(ring):
    raw = ring.file.read_bytes()

    for length in range(len(raw)):
        with pytest.raises(RingDamaged):
            parse(raw[:length], ring.file)


def test_what_was_written_is_what_is_read(ring):
    assert parse(serialize(ring.keys()), ring.file) == ring.keys()


def test_only_its_owner_can_read_the_ring(ring):
    assert oct(ring.file.stat().st_mode)[-3:] == "600"
    assert oct(ring.folder.stat().st_mode)[-3:] == "700"


def test_backup_programs_are_told_to_leave_the_ring_alone(ring):
    tag = (ring.folder / "CACHEDIR.TAG").read_bytes()

    assert tag.startswith(b"Signature: 8a477f597d28d172789f06886806bc55")


def test_a_write_that_broke_off_leaves_the_old_ring(ring, clock, monkeypatch):
    before = ring.file.read_bytes()
    clock.passes(days=1)
    monkeypatch.setattr(os, "replace", _no_space)

    with pytest.raises(OSError, match="No space"):
        ring.extend()

    assert ring.file.read_bytes() == before


def test_readers_meet_a_whole_ring_while_it_is_written_anew(ring, clock, tmp_path):
    today, troubles = ring.today(), []

    def read():
        other = open_vault(tmp_path / "ring", clock, CHEAP).ring
        for _ in range(200):
            try:
                other.key(today, "sk")
            except (RingDamaged, RingMissing) as error:
                troubles.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for day in range(5):
        clock.passes(days=1 if day < 5 else 0)
        ring.extend()
    for reader in readers:
        reader.join()

    assert troubles == []


def _no_space(*_):
    raise OSError("No space left on device")
