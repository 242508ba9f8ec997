"""An opened key: half in a cookie, half in a store nobody copies, and put away when one leaves."""

import pytest

from tests.vault import stage
from tests.vault.stage import MAYA, OMAR
from yonder.vault import identities, unlocks
from yonder.vault.refusals import Closed
from yonder.vault.turning import turn
from yonder.vault.unlocks import CLOSED, OPEN, WAITING, Unlock


@pytest.fixture
def maya(vault):
    return stage.join(vault, MAYA)


@pytest.fixture
def opened(maya):
    return unlocks.remember(maya, shared=False, device="Firefox, Linux", state=OPEN)


@pytest.fixture
def admitted(vault, opened):
    unlocks.admit(vault, opened[0])
    return opened


def test_cookie_and_row_together_open_the_keyring(vault, maya, admitted):
    assert unlocks.keyring_of(vault, *admitted).uk == maya.uk


def test_neither_cookie_nor_row_is_in_the_other(vault, maya, admitted):
    row, cookie = admitted

    assert cookie not in row.id
    assert maya.uk not in bytes(row.box)
    assert bytes.fromhex(cookie) not in bytes(row.box)
    assert row.id == unlocks.name_of(cookie)


@pytest.mark.parametrize("cookie", ["", "00" * 32, "not hex at all", "ä", "0" * 63])
def test_another_cookie_opens_nothing_and_puts_the_key_away(vault, admitted, cookie):
    with pytest.raises(Closed):
        unlocks.keyring_of(vault, admitted[0], cookie)

    assert bytes(Unlock.objects.get().box) == b""


def test_it_closes_after_fifteen_minutes_without_a_request(vault, admitted, clock):
    clock.passes(minutes=14, seconds=59)
    assert unlocks.keyring_of(vault, *admitted)
    clock.passes(minutes=15)

    with pytest.raises(Closed):
        unlocks.keyring_of(vault, _again(admitted), admitted[1])
    assert Unlock.objects.get().state == CLOSED


def test_on_a_shared_device_it_closes_after_five(vault, maya, clock):
    row, cookie = unlocks.remember(maya, shared=True, device="", state=WAITING)
    unlocks.admit(vault, row)
    clock.passes(minutes=5)

    with pytest.raises(Closed):
        unlocks.keyring_of(vault, row, cookie)


def test_each_request_keeps_it_open(vault, admitted, clock):
    for _ in range(40):
        clock.passes(minutes=10)
        assert unlocks.keyring_of(vault, _again(admitted), admitted[1])


def test_a_page_that_asks_by_itself_does_not(vault, admitted, clock):
    row, cookie = admitted
    for _ in range(14):
        clock.passes(minutes=1)
        unlocks.keyring_of(vault, _again(admitted), cookie, active=False)
    clock.passes(minutes=1)

    with pytest.raises(Closed):
        unlocks.keyring_of(vault, _again(admitted), cookie, active=False)


@pytest.mark.parametrize(("shared", "minutes"), [(False, 12 * 60), (True, 30)])
def test_a_sign_in_ends_however_busy_the_person_is(vault, maya, clock, shared, minutes):
    row, cookie = unlocks.remember(maya, shared=shared, device="", state=WAITING)
    unlocks.admit(vault, row)
    for _ in range(minutes // 3 - 1):
        clock.passes(minutes=3)
        unlocks.keyring_of(vault, Unlock.objects.get(), cookie)
    clock.passes(minutes=3)

    with pytest.raises(Closed):
        unlocks.keyring_of(vault, Unlock.objects.get(), cookie)


def test_while_the_second_factor_is_missing_it_opens_nothing(vault, maya):
    row, cookie = unlocks.remember(maya, shared=False, device="")

    with pytest.raises(Closed):
        unlocks.keyring_of(vault, row, cookie)


def test_the_second_factor_has_five_minutes(vault, maya, clock):
    unlocks.remember(maya, shared=False, device="")
    clock.passes(minutes=5)

    unlocks.forget_old(vault)

    assert not Unlock.objects.exists()


def test_keys_are_put_away_though_nobody_came_back(vault, admitted, clock):
    clock.passes(minutes=15)
    unlocks.forget_old(vault)

    assert Unlock.objects.get().state == CLOSED
    assert bytes(Unlock.objects.get().box) == b""


def test_the_password_opens_it_again_under_a_new_cookie(vault, maya, admitted, clock):
    row, cookie = admitted
    unlocks.close(row)
    clock.passes(hours=1)

    fresh, new_cookie = unlocks.reopen(stage.sign_in(vault, MAYA), row)

    assert unlocks.keyring_of(vault, fresh, new_cookie).uk == maya.uk
    assert (fresh.ends, fresh.since) == (row.ends, row.since)
    assert not Unlock.objects.filter(id=row.id).exists()
    assert cookie != new_cookie


def test_somebody_elses_row_does_not_open_with_ones_own_cookie(vault, admitted):
    omar = stage.join(vault, OMAR)
    row, cookie = unlocks.remember(omar, shared=False, device="", state=OPEN)

    for person in (MAYA.id, OMAR.id):
        row.box, row.person = admitted[0].box, person
        with pytest.raises(Closed):
            unlocks.keyring_of(vault, row, cookie)


def test_after_a_reset_the_former_key_opens_nothing(vault, maya, admitted):
    identities.reset(vault, MAYA.id, "Maya", "a new start in autumn")

    with pytest.raises(Closed):
        unlocks.keyring_of(vault, *admitted)


def test_a_row_of_an_older_backup_opens_nothing_even_with_its_cookie(vault, admitted, clock):
    for _ in range(8):
        clock.passes(days=1)
        turn(vault)
    row, cookie = admitted
    row.until, row.ends = clock() + unlocks.LASTS, clock() + unlocks.LASTS
    row.save(force_insert=True)

    with pytest.raises(Closed):
        unlocks.keyring_of(vault, row, cookie)


def test_ending_all_others_leaves_the_one_in_front_of_me(maya, admitted):
    unlocks.remember(maya, shared=False, device="phone")

    unlocks.end(MAYA.id, but=admitted[0].id)

    assert [row.id for row in unlocks.of(MAYA.id)] == [admitted[0].id]


def _again(admitted):
    return Unlock.objects.get(id=admitted[0].id)
