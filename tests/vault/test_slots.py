"""A slot: the right secret opens it, and no row anybody could write instead does."""

import uuid

import pytest

from tests.vault import stage
from tests.vault.stage import MAYA, OMAR, RAVI
from yonder.vault import identities
from yonder.vault.refusals import WrongSecret
from yonder.vault.slots import PASSWORD, RECOVERY_CODE, Slot, open_slot


def test_the_password_opens_and_every_other_word_does_not(vault):
    maya = stage.join(vault, MAYA)

    assert stage.sign_in(vault, MAYA).uk == maya.uk
    for wrong in ("", MAYA.password[:-1], MAYA.password + " ", MAYA.password.upper()):
        with pytest.raises(WrongSecret):
            identities.sign_in(vault, MAYA.id, wrong)


def test_a_password_typed_with_other_keys_for_the_same_letter_opens(vault):
    identities.join(vault, RAVI.id, "Ravi", "drei Bäume im Schöntal")

    composed = identities.sign_in(vault, RAVI.id, "drei Ba\u0308ume im Scho\u0308ntal")

    assert composed.person == RAVI.id


def test_a_name_nobody_has_costs_as_much_as_a_wrong_password(vault):
    stage.join(vault, MAYA)

    known = _runs(vault, MAYA.id)
    unknown = _runs(vault, None)

    assert known == unknown == 1


def test_somebody_who_has_no_identity_yet_costs_as_much_as_well(vault):
    assert _runs(vault, uuid.uuid4()) == 1


def test_the_code_does_not_open_the_place_of_the_password(vault):
    maya = stage.join(vault, MAYA)
    code = stage.give_code(maya)

    assert open_slot(vault, maya.identity, RECOVERY_CODE, code)[1] == maya.uk
    for kind, secret in ((PASSWORD, code), (PASSWORD, code.decode()), (RECOVERY_CODE, "x")):
        with pytest.raises(WrongSecret):
            open_slot(vault, maya.identity, kind, secret)


def test_a_slot_that_somebody_else_filled_does_not_let_them_in(vault):
    maya, omar = stage.join(vault, MAYA), stage.join(vault, OMAR)
    his = Slot.objects.get(identity=omar.identity)

    Slot.objects.filter(identity=maya.identity).update(box=his.box, salt=his.salt, day=his.day)

    with pytest.raises(WrongSecret):
        identities.sign_in(vault, MAYA.id, OMAR.password)


def test_a_slot_hung_on_another_identity_does_not_open_it(vault):
    maya, omar = stage.join(vault, MAYA), stage.join(vault, OMAR)

    Slot.objects.filter(identity=omar.identity).update(identity=maya.identity)

    with pytest.raises(WrongSecret):
        identities.sign_in(vault, MAYA.id, OMAR.password)
    assert stage.sign_in(vault, MAYA).uk == maya.uk


def test_an_identity_hung_on_another_person_opens_nothing_of_theirs(vault):
    maya, omar = stage.join(vault, MAYA), stage.join(vault, OMAR)
    stage.add(maya, maya.private, "first bakery, 2009")

    identities.Identity.objects.filter(id=maya.identity).update(retired_on=1)
    identities.Identity.objects.filter(id=omar.identity).update(person=MAYA.id)

    impostor = identities.sign_in(vault, MAYA.id, OMAR.password)
    assert impostor.keys.keys() == {omar.private}


def test_a_slot_whose_secret_others_know_never_opens_again(vault):
    maya = stage.join(vault, MAYA)
    old = Slot.objects.get(identity=maya.identity)
    identities.change_password(
        maya, MAYA.password, "a new one for the new year", known_to_others=True
    )

    Slot.objects.all().delete()
    old.save(force_insert=True)

    with pytest.raises(WrongSecret):
        stage.sign_in(vault, MAYA)


def test_only_the_last_recovery_code_opens(vault):
    maya = stage.join(vault, MAYA)
    first, second = stage.give_code(maya), stage.give_code(maya)

    with pytest.raises(WrongSecret):
        open_slot(vault, maya.identity, RECOVERY_CODE, first)
    assert open_slot(vault, maya.identity, RECOVERY_CODE, second)[1] == maya.uk


def _runs(vault, person):
    before = vault.stretcher.runs
    with pytest.raises(WrongSecret):
        identities.sign_in(vault, person, "not the one")
    return vault.stretcher.runs - before
