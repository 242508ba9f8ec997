"""Guessing is slow and cheap for the server, and never shuts out the person on a known device."""

import statistics
import threading
import time
from datetime import timedelta

import psutil
import pytest
from django.db import connection
from django.test import RequestFactory

from tests.cast import CHEAP
from tests.vault import stage
from tests.vault.stage import MAYA
from yonder.vault import identities, limits, slots, stretching
from yonder.vault.limits import Attempt, wait_after
from yonder.vault.refusals import Busy, TooManyTries, WrongSecret
from yonder.vault.stretching import PRODUCT_KDF, Kdf, Stretcher
from yonder.web.guessing import Guesser


def test_the_cost_of_a_password_is_the_one_we_print():
    assert Kdf(memory=64 * 1024, passes=3, lanes=1) == PRODUCT_KDF
    assert Stretcher().kdf == PRODUCT_KDF


def test_there_is_no_other_cost_in_the_product():
    found = [value for value in vars(stretching).values() if isinstance(value, Kdf)]

    assert found == [PRODUCT_KDF]


def test_the_waits_grow_and_ten_tries_fit_into_an_hour():
    waits = [wait_after(failures) for failures in range(12)]

    assert waits[:5] == [timedelta(0)] * 5
    assert waits[5:] == [timedelta(minutes=m) for m in (1, 2, 4, 8, 16, 32, 60)]
    assert sum(waits[:10], timedelta(0)) < timedelta(hours=1) <= sum(waits[:12], timedelta(0))


def test_two_hundred_guesses_in_an_hour_cost_ten_checks(vault, clock):
    stage.join(vault, MAYA)
    runs, process = vault.stretcher.runs, psutil.Process()
    before = process.memory_info().rss

    outcomes = [_guess(vault, clock, "maya", MAYA.id) for _ in range(200)]

    assert vault.stretcher.runs - runs == outcomes.count(WrongSecret) <= 10
    assert outcomes.count(TooManyTries) >= 190
    assert process.memory_info().rss - before < 20_000_000


def test_guessing_a_name_nobody_has_is_slowed_down_alike(vault, clock):
    stage.join(vault, MAYA)

    known = [_guess(vault, clock, "maya", MAYA.id) for _ in range(50)]
    unknown = [_guess(vault, clock, "nobody", None) for _ in range(50)]

    assert known == unknown


def test_two_hundred_guesses_of_a_stranger_do_not_shut_out_a_known_device(vault, clock):
    refused = 0
    for _ in range(200):
        try:
            limits.spend(vault, "name maya")
        except TooManyTries:
            refused += 1

    assert refused == 195
    limits.spend(vault, "mark@device")


@pytest.mark.django_db(transaction=True)
def test_a_burst_over_many_threads_costs_no_more_than_one_after_the_other(vault):
    allowed, lock = [], threading.Lock()

    def guess():
        try:
            limits.spend(vault, "name maya")
        except TooManyTries:
            return
        finally:
            connection.close()
        with lock:
            allowed.append(1)

    threads = [threading.Thread(target=guess) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(allowed) == limits.FREE


def test_the_right_password_begins_afresh(vault):
    for _ in range(4):
        limits.spend(vault, "name maya")
    limits.forgive("name maya")

    assert not Attempt.objects.exists()


def test_nothing_is_remembered_for_longer_than_a_day(vault, clock):
    limits.spend(vault, "name maya")
    clock.passes(hours=25)
    limits.forget_old(vault)

    assert not Attempt.objects.exists()


def test_the_table_tells_nobodys_name(vault):
    limits.spend(vault, "name maya")

    assert "maya" not in Attempt.objects.get().bucket


def test_never_more_than_two_checks_run_at_once(monkeypatch):
    running, most, lock = [], [], threading.Lock()

    class Watched:
        def __init__(self, **_):
            self.gate = threading.Event()

        def derive(self, _):
            with lock:
                running.append(self)
                most.append(len(running))
            self.gate.wait(0.01)
            running.remove(self)
            return bytes(32)

    monkeypatch.setattr(stretching, "Argon2id", Watched)
    stretcher = Stretcher(CHEAP)
    threads = [threading.Thread(target=stretcher.stretch, args=("x", bytes(16))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert max(most) == 2
    assert stretcher.runs == 12


def test_who_waits_too_long_is_told_that_it_is_busy():
    stretcher = Stretcher(CHEAP, at_once=1, patience=0.01)
    with stretcher._turn(), pytest.raises(Busy):
        stretcher.stretch("x", bytes(16))


def test_the_time_tells_nobody_which_names_exist(vault):
    stage.join(vault, MAYA)
    vault = _with_kdf(vault, Kdf(memory=4 * 1024, passes=3, lanes=1))

    known, unknown = _times(vault, MAYA.id, None)

    assert abs(known / unknown - 1) < 0.15


def test_control_without_the_check_for_unknown_names_the_time_tells(vault, monkeypatch):
    stage.join(vault, MAYA)
    vault = _with_kdf(vault, Kdf(memory=4 * 1024, passes=3, lanes=1))
    monkeypatch.setattr(slots, "_dummy", lambda vault, kind: _refuse())

    known, unknown = _times(vault, MAYA.id, None)

    assert abs(known / unknown - 1) > 0.5


def _guess(vault, clock, name, person):
    """One wrong try through the product's own buckets, eighteen seconds after the last."""
    clock.passes(seconds=17.5)
    guesser = Guesser(RequestFactory().post("/sign-in/"), vault, name, None)
    guesser.address = f"address of {name}"
    try:
        with guesser.one_try():
            identities.sign_in(vault, person, "not the one")
    except WrongSecret:
        return WrongSecret
    except TooManyTries:
        return TooManyTries


def _times(vault, *persons):
    """Median seconds of computing for one wrong password of each, taken in turns."""
    taken = {person: [] for person in persons}
    for person in persons * 40:
        begun = time.thread_time()
        with pytest.raises(WrongSecret):
            identities.sign_in(vault, person, "not the one")
        taken[person].append(time.thread_time() - begun)
    return [statistics.median(taken[person]) for person in persons]


def _with_kdf(vault, kdf):
    return type(vault)(vault.ring, vault.gone, Stretcher(kdf), vault.clock)


def _refuse():
    raise WrongSecret
