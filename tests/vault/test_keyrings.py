"""The keyring of a person: two windows at once lose no key, and a newer one is left alone."""

import os
import uuid

import msgspec
import pytest

from tests.vault import stage
from tests.vault.stage import MAYA, OMAR
from yonder.vault import circles, keyrings
from yonder.vault.keyrings import Identity, Keyring
from yonder.vault.payloads import encode
from yonder.vault.refusals import Damaged, NewerRecord
from yonder.vault.sealing import pad, seal


def test_two_windows_that_begin_two_circles_keep_both(vault):
    stage.join(vault, MAYA)
    one, other = stage.sign_in(vault, MAYA), stage.sign_in(vault, MAYA)

    made = {circles.create(one, "Maya"), circles.create(other, "Maya")}

    assert made <= stage.sign_in(vault, MAYA).keys.keys()


def test_control_without_compare_and_set_one_of_the_two_is_lost(vault, monkeypatch):
    monkeypatch.setattr(Keyring, "_store", store_regardless)
    stage.join(vault, MAYA)
    one, other = stage.sign_in(vault, MAYA), stage.sign_in(vault, MAYA)

    made = {circles.create(one, "Maya"), circles.create(other, "Maya")}

    assert not made <= stage.sign_in(vault, MAYA).keys.keys()


def test_nobody_elses_key_opens_a_keyring(vault):
    stage.join(vault, MAYA)
    omar = stage.join(vault, OMAR)
    row = Identity.objects.get(person=MAYA.id)

    with pytest.raises(Damaged):
        Keyring.of(vault, row, omar.uk)
    with pytest.raises(Damaged):
        Keyring.of(vault, row, os.urandom(32))


def test_a_keyring_put_into_another_row_opens_nothing(vault):
    maya, omar = stage.join(vault, MAYA), stage.join(vault, OMAR)
    row = Identity.objects.get(id=maya.identity)
    row.keyring = Identity.objects.get(id=omar.identity).keyring

    for uk in (maya.uk, omar.uk):
        with pytest.raises(Damaged):
            Keyring.of(vault, row, uk)


def test_how_many_circles_a_person_has_hardly_shows(vault):
    maya = stage.join(vault, MAYA)

    sizes = set()
    for _ in range(14):
        circles.create(maya, "Maya")
        sizes.add(len(Identity.objects.get(id=maya.identity).keyring))

    assert sizes == {1024 + 30}


def test_a_keyring_of_a_newer_yonder_is_read_and_never_written_over(vault):
    maya = stage.join(vault, MAYA)
    newer = Newer(maya.keys, maya.private, uuid.uuid4())
    box = _sealed(maya, encode(newer))
    Identity.objects.filter(id=maya.identity).update(keyring=box)

    again = stage.sign_in(vault, MAYA)

    assert stage.texts(again, again.private) == []
    with pytest.raises(NewerRecord):
        circles.create(again, "Maya")
    assert bytes(Identity.objects.get(id=maya.identity).keyring) == box


def store_regardless(keyring: Keyring) -> bool:
    """The broken variant: the last one to write wins."""
    Identity.objects.filter(id=keyring.identity).update(keyring=keyring.sealed())
    return True


class Newer(msgspec.Struct):
    circles: dict[uuid.UUID, bytes]
    private: uuid.UUID
    badge: uuid.UUID


def _sealed(keyring: Keyring, payload: bytes) -> bytes:
    key = keyrings._key(keyring.uk, keyring.identity)
    return seal(key, "keyring", (keyring.identity,), pad(payload, keyrings.FLOOR))
