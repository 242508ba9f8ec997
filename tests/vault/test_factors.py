"""The seed of a second factor: sealed under a day key, and moved along with everything else."""

import pytest
from allauth.mfa.models import Authenticator

from yonder.career.second_factors import HANGING, open_seed, seal_seed
from yonder.vault.refusals import Damaged, RingMissing
from yonder.vault.turning import days_in_use, turn

SEED = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def row(vault, maya):
    data = {"secret": seal_seed(vault, SEED), "label": "phone"}
    return Authenticator.objects.create(user=maya.person, type=Authenticator.Type.TOTP, data=data)


def test_a_seed_is_not_stored_in_clear(row):
    assert SEED not in row.data["secret"]


def test_a_seed_moves_to_each_days_key_and_stays_the_same(vault, row, clock):
    for _ in range(20):
        clock.passes(days=1)
        turn(vault, also=[HANGING])

    row.refresh_from_db()
    assert open_seed(vault, row.data["secret"]) == SEED
    assert row.data["label"] == "phone"
    assert days_in_use([HANGING]) == {vault.today()}


def test_a_copy_of_it_dies_with_its_day(vault, row, clock):
    stolen = row.data["secret"]
    for _ in range(7):
        clock.passes(days=1)
        turn(vault, also=[HANGING])

    with pytest.raises(RingMissing):
        open_seed(vault, stolen)


def test_a_seed_that_was_changed_or_given_another_day_does_not_open(vault, row):
    day, _, box = row.data["secret"].partition(":")

    for other in (f"{int(day) + 1}:{box}", f"{day}:{box[:-8]}AAAAAAA=", f"{day}:", f"{day}:?"):
        with pytest.raises(Damaged):
            open_seed(vault, other)


def test_a_seed_that_was_turned_off_meanwhile_does_not_come_back(vault, row, clock):
    clock.passes(days=1)
    row.delete()

    turn(vault, also=[HANGING])

    assert not Authenticator.objects.exists()
