"""The daily turn: rows move to new keys, old keys go, and no save that races with it is lost."""

import logging
import threading

import pytest
from django.db import connections

from tests.vault import stage
from tests.vault.stage import MAYA, RAVI
from yonder.vault import identities, turning
from yonder.vault.circles import Circle, open_circle
from yonder.vault.refusals import ChangedMeanwhile, Damaged, Refusal, WrongSecret
from yonder.vault.slots import Slot
from yonder.vault.turning import Hanging, oldest_day, turn


@pytest.fixture
def ravi(vault):
    made = stage.join(vault, RAVI)
    stage.add(made, made.private, "what I tell nobody")
    return made


def test_months_of_turns_keep_every_record_and_every_sign_in(vault, ravi, clock):
    for _ in range(120):
        clock.passes(days=1)
        turn(vault)

    again = stage.sign_in(vault, RAVI)
    assert stage.texts(again, again.private) == ["what I tell nobody"]
    assert set(vault.ring.keys()) == set(range(vault.today() - 6, vault.today() + 8))


def test_a_server_that_was_off_for_two_weeks_loses_nothing(vault, ravi, clock):
    clock.passes(days=14)
    turn(vault)

    assert stage.texts(stage.sign_in(vault, RAVI), ravi.private) == ["what I tell nobody"]


def test_a_second_turn_on_the_same_day_moves_nothing(vault, ravi, clock):
    clock.passes(days=1)

    assert turn(vault) > 0
    assert turn(vault) == 0


def test_no_key_is_destroyed_while_a_row_of_another_layer_hangs_on_it(vault, ravi, clock, caplog):
    day = vault.today()
    elsewhere = Hanging(lambda vault, due: 0, lambda: [day], list, lambda: 0)

    for _ in range(10):
        clock.passes(days=1)
        turn(vault, also=[elsewhere])

    assert min(vault.ring.keys()) == day
    assert "still hang on a key" in caplog.text
    assert oldest_day(vault, [elsewhere]) == day


def test_one_damaged_row_does_not_stop_the_others(vault, ravi, clock, caplog):
    maya = stage.join(vault, MAYA)
    Circle.objects.filter(id=maya.private).update(sk=bytes(62))

    for _ in range(10):
        clock.passes(days=1)
        turn(vault)

    assert stage.texts(stage.sign_in(vault, RAVI), ravi.private) == ["what I tell nobody"]
    assert "does not open with the key of its day" in caplog.text


def test_a_clock_that_ran_ahead_and_was_set_back_loses_nothing(vault, ravi, clock):
    clock.passes(days=400)
    turn(vault)
    clock.passes(days=-400)
    turn(vault)

    stage.add(ravi, ravi.private, "written after")
    assert stage.texts(ravi, ravi.private) == ["what I tell nobody", "written after"]


def test_a_save_between_reading_and_moving_a_row_is_kept(vault, ravi, clock, monkeypatch):
    clock.passes(days=1)
    _save_in_the_middle(monkeypatch, ravi)

    turn(vault)

    assert stage.texts(ravi, ravi.private) == ["what I tell nobody", "in the middle"]


def test_control_moved_without_looking_the_record_is_destroyed(vault, ravi, clock, monkeypatch):
    monkeypatch.setattr(turning, "_rewrap_sk", rewrap_regardless)
    clock.passes(days=1)
    _save_in_the_middle(monkeypatch, ravi)

    turn(vault)

    with pytest.raises(Damaged):
        open_circle(ravi, ravi.private)


@pytest.mark.django_db(transaction=True)
def test_turns_and_saves_that_race_leave_every_record_readable(vault, clock, counts, caplog):
    caplog.set_level(logging.CRITICAL)
    maya, ravi = stage.join(vault, MAYA), stage.join(vault, RAVI)
    circle = stage.shared(maya, ravi)
    rounds, kept, troubles, together = counts(20, 1000), [], [], threading.Barrier(3)

    def keep_saving(keyring):
        for number in range(rounds):
            together.wait(60)
            _saved(keyring, circle, f"{keyring.person} {number}", kept)

    def keep_turning():
        for _ in range(3 * rounds):
            if vault.today() % 3 == 0:
                together.wait(60)
            clock.passes(days=1)
            turn(vault)

    steps = [(keep_saving, maya), (keep_saving, ravi), (keep_turning,)]
    threads = [threading.Thread(target=_alone, args=(troubles, *step)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert troubles == []
    assert sorted(stage.texts(maya, circle)) == sorted(kept)
    assert len(kept) == 2 * rounds
    assert min(vault.ring.keys()) > vault.today() - 7


def test_a_password_changed_in_the_middle_of_a_turn_stays_changed(vault, ravi, clock, monkeypatch):
    own, new = Slot.rewrap, "a red kite above the mill"

    def while_ravi_changes_it(slot, *words):
        monkeypatch.setattr(Slot, "rewrap", own)
        identities.change_password(ravi, RAVI.password, new, known_to_others=True)
        own(slot, *words)

    monkeypatch.setattr(Slot, "rewrap", while_ravi_changes_it)
    clock.passes(days=1)
    turn(vault)

    assert identities.sign_in(vault, RAVI.id, new).uk == ravi.uk
    with pytest.raises(WrongSecret):
        stage.sign_in(vault, RAVI)


def rewrap_regardless(vault, circle):
    """The broken variant: what was read is written, whoever has saved since."""
    today = vault.today()
    sk = turning.wrap_sk(vault, circle.id, today, turning.open_sk(vault, circle))
    return bool(Circle.objects.filter(id=circle.id).update(day=today, sk=sk))


def _save_in_the_middle(monkeypatch, keyring):
    own = turning.wrap_sk

    def while_somebody_saves(*words):
        monkeypatch.setattr(turning, "wrap_sk", own)
        stage.add(keyring, keyring.private, "in the middle")
        return own(*words)

    monkeypatch.setattr(turning, "wrap_sk", while_somebody_saves)


def _saved(keyring, circle, text, kept):
    """Run the verb again until it was acknowledged, as pages do."""
    while True:
        try:
            stage.add(keyring, circle, text)
        except ChangedMeanwhile:
            continue
        kept.append(text)
        return


def _alone(troubles, step, *words):
    try:
        step(*words)
    except (Refusal, OSError, AssertionError) as error:
        troubles.append(error)
    finally:
        connections.close_all()
