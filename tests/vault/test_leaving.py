"""Somebody leaves: no key is needed for it, and no older copy opens for them again."""

import pytest

from tests.vault import stage
from tests.vault.stage import MAYA, RAVI
from tests.vault.thief import Copy, passwords, readable
from yonder.vault import identities, leaving, unlocks
from yonder.vault.circles import Circle, Member, open_circle
from yonder.vault.keyrings import Identity
from yonder.vault.refusals import ChangedOutside, NotForYou, WrongSecret
from yonder.vault.turning import check_every_circle

SHARED, PRIVATE = "nights are better for me", "what I tell nobody"


@pytest.fixture
def maya(vault):
    return stage.join(vault, MAYA)


@pytest.fixture
def ravi(vault):
    made = stage.join(vault, RAVI)
    stage.add(made, made.private, PRIVATE)
    return made


@pytest.fixture
def circle(maya, ravi):
    made = stage.shared(maya, ravi)
    stage.add(ravi, made, SHARED)
    return made


def test_the_others_keep_what_was_shared(vault, maya, ravi, circle):
    leaving.erase(vault, MAYA.id)

    assert stage.texts(ravi, circle) == [SHARED]
    assert not Identity.objects.filter(person=MAYA.id).exists()
    assert not Circle.objects.filter(id=maya.private).exists()


def test_what_nobody_else_reads_goes_too(vault, ravi):
    leaving.erase(vault, RAVI.id)

    assert not Circle.objects.exists()
    assert not Member.objects.exists()


def test_a_former_identity_goes_as_well(vault, ravi):
    identities.reset(vault, RAVI.id, "Ravi", "another boat, made of tin")
    leaving.erase(vault, RAVI.id)

    assert not Identity.objects.exists()
    assert not Circle.objects.exists()


def test_every_sign_in_of_theirs_ends(vault, ravi):
    unlocks.remember(ravi, shared=False, device="Firefox", state=unlocks.OPEN)
    leaving.erase(vault, RAVI.id)

    assert not unlocks.of(RAVI.id).exists()


@pytest.mark.parametrize("announced", [True, False])
def test_an_older_copy_does_not_open_for_them(vault, maya, ravi, circle, announced):
    copy = Copy()
    leaving.erase(vault, RAVI.id)
    copy.put_back()
    if announced:
        check_every_circle(vault)

    with pytest.raises(WrongSecret):
        stage.sign_in(vault, RAVI)
    for one in (circle, ravi.private):
        with pytest.raises(NotForYou):
            open_circle(ravi, one)
    assert stage.texts(maya, circle) == [SHARED]


def test_control_without_the_list_it_would(vault, ravi, circle):
    copy = Copy()
    leaving.erase(vault, RAVI.id)
    for file in vault.gone.files():
        file.unlink()
    copy.put_back()

    assert readable(vault, passwords(RAVI)) == {SHARED, PRIVATE}


def test_one_of_two_parts_and_the_other_one_reads_on(vault, maya, ravi, circle):
    assert leaving.part(vault, circle, MAYA.id)
    assert stage.texts(ravi, circle) == [SHARED]
    with pytest.raises(NotForYou):
        open_circle(maya, circle)

    assert not leaving.part(vault, circle, RAVI.id)
    assert not Circle.objects.filter(id=circle).exists()


def test_until_it_is_brought_home_a_record_without_one_of_its_readers_is_not_saved(
    vault, maya, ravi, circle
):
    leaving.part(vault, circle, MAYA.id)
    with pytest.raises(ChangedOutside):
        open_circle(ravi, circle).save()
