"""A circle is taken away from its other readers; in an older copy its owner still has it all."""

import pytest

from tests.vault import stage
from tests.vault.stage import MAYA, OMAR, RAVI
from tests.vault.thief import Copy
from yonder.vault import circles
from yonder.vault.circles import Body, Circle, Member, open_circle
from yonder.vault.refusals import NotForYou
from yonder.vault.turning import check_every_circle


@pytest.fixture
def maya(vault):
    return stage.join(vault, MAYA)


@pytest.fixture
def ravi(vault):
    return stage.join(vault, RAVI)


@pytest.fixture
def circle(maya, ravi):
    made = stage.shared(maya, ravi)
    stage.add(ravi, made, "nights are better for me")
    return made


def test_it_is_closed_for_both_at_once_and_nothing_of_it_is_left(maya, ravi, circle):
    circles.end(ravi, circle)

    for keyring in (maya, ravi):
        with pytest.raises(NotForYou):
            open_circle(keyring, circle)
    for table in (Body, Member):
        assert not table.objects.filter(circle=circle).exists()
    assert not Circle.objects.filter(id=circle).exists()


def test_the_list_names_the_others_memberships_and_neither_ones_own_nor_the_circle(
    vault, maya, ravi, circle
):
    hers = Member.objects.get(circle=circle, person=MAYA.id).id
    circles.end(ravi, circle)

    assert vault.gone.ids() == {hers}


@pytest.mark.parametrize("announced", [True, False])
@pytest.mark.parametrize("first", ["maya", "ravi"])
def test_an_older_copy_opens_for_who_ended_it_alone(
    request, vault, maya, ravi, circle, announced, first
):
    copy = Copy()
    circles.end(ravi, circle)
    copy.put_back()
    if announced:
        check_every_circle(vault)
    circles.faces(request.getfixturevalue(first), [circle])

    with pytest.raises(NotForYou):
        open_circle(maya, circle)
    assert circles.faces(maya, [circle]) == {}
    assert stage.texts(ravi, circle) == ["nights are better for me"]


def test_there_it_can_be_saved_and_names_its_one_reader(vault, maya, ravi, circle):
    copy = Copy()
    circles.end(ravi, circle)
    copy.put_back()
    check_every_circle(vault)
    stage.add(ravi, circle, "and I go on")

    opened = open_circle(ravi, circle)
    assert [reader.person for reader in opened.record.readers] == [RAVI.id]
    assert stage.texts(ravi, circle) == ["nights are better for me", "and I go on"]


def test_control_without_the_list_an_older_copy_opens_for_the_other_one(vault, maya, ravi, circle):
    copy = Copy()
    circles.end(ravi, circle)
    for file in vault.gone.files():
        file.unlink()
    copy.put_back()

    assert stage.texts(maya, circle) == ["nights are better for me"]


def test_a_circle_of_one_leaves_nothing_on_the_list(vault, ravi):
    alone = circles.create(ravi, "Ravi")
    circles.end(ravi, alone)

    assert vault.gone.ids() == frozenset()


def test_other_circles_of_the_same_two_stay_open(vault, maya, ravi, circle):
    other = stage.shared(maya, ravi)
    third = stage.shared(maya, stage.join(vault, OMAR), "Omar")
    circles.end(ravi, circle)

    assert stage.texts(maya, other) == stage.texts(ravi, other) == stage.texts(maya, third) == []
