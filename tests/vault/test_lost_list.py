"""A gone list that disappears under a running Yonder is not quietly begun anew."""

import uuid

import pytest

from yonder.vault import circles, identities, turning
from yonder.vault.gone_numbers import current_number

pytestmark = pytest.mark.django_db


def test_the_next_start_can_see_that_the_list_was_lost(vault, workplace):
    keyring = _with_two_circles_erased(vault)
    for file in vault.gone.files():
        file.unlink()

    turning.turn(vault)
    circles.erase(vault, circles.create(keyring, "Maya"))

    assert vault.gone.files() == {}
    assert current_number() == 3  # ahead of the list: verify-vault says so


def test_an_erased_circle_is_gone_all_the_same(vault, workplace):
    keyring = _with_two_circles_erased(vault)
    for file in vault.gone.files():
        file.unlink()
    circle = circles.create(keyring, "Maya")

    circles.erase(vault, circle)

    assert not circles.Circle.objects.filter(id=circle).exists()


def _with_two_circles_erased(vault):
    keyring = identities.join(vault, uuid.uuid4(), "Maya", "green kettles sing at dawn")
    for _ in range(2):
        circles.erase(vault, circles.create(keyring, "Maya"))
    return keyring
