"""A daily turn that is not done, rows it cannot move, and a clock that is wrong."""

from datetime import timedelta

from tests.cast import browser
from yonder.career import ticking
from yonder.cli.checkup.turns import TURNS
from yonder.vault import security, unlocks
from yonder.vault.circle_rows import Circle
from yonder.vault.ring import serialize


def test_a_turn_that_was_not_done_for_days_is_found(found, clock, vault):
    clock.passes(days=3)
    assert found(TURNS) == ["turn_overdue"]

    ticking.day(vault)
    assert found(TURNS) == []


def test_a_row_that_the_turn_could_not_move_is_found(found, clock, vault):
    row = Circle.objects.first()
    Circle.objects.filter(id=row.id).update(sk=row.sk[:-1] + bytes([row.sk[-1] ^ 1]))
    clock.passes(days=1)
    ticking.day(vault)

    assert found(TURNS) == ["row_left_behind"]


def test_a_row_whose_key_is_lost_is_found(well, found, vault):
    keys = dict(vault.ring.keys())
    del keys[vault.today()]
    (well.ring / "keys").write_bytes(serialize(keys))

    assert found(TURNS) == ["row_without_key"]


def test_a_server_that_does_not_do_what_is_due_is_found(found, clock, ravi, vault):
    browser(ravi)
    clock.passes(hours=14)
    assert found(TURNS) == ["nothing_due_is_done"]

    unlocks.forget_old(vault)
    assert found(TURNS) == []


def test_a_clock_behind_what_was_written_is_found(found, clock, ravi, vault):
    security.note(vault, ravi.person.id, "password")
    clock.now -= timedelta(hours=1)

    assert "clock_is_behind" in found(TURNS)


def test_a_ring_from_the_future_is_found(found, clock, vault):
    clock.passes(days=2)
    ticking.day(vault)
    clock.now -= timedelta(days=2)

    assert "clock_is_behind" in found(TURNS)
