"""Somebody is asked, says nothing, and the question runs out: who was known here before stays."""

from datetime import timedelta

import pytest

from yonder.career import invitations, ticking
from yonder.career.people import Person, add_person

LATER = invitations.LASTS + timedelta(days=1)


@pytest.fixture
def unanswered(maya, clock, vault):
    """`unanswered(person)`: Maya asks, nothing comes back, and two weeks pass."""

    def ask(person):
        invitations.invite(maya.keyring, maya.person, person, owner=person, on=clock())
        clock.passes(days=LATER.days)
        ticking.tick(vault)
        return Person.objects.filter(id=person.id).exists()

    return ask


@pytest.mark.parametrize("placed", [{"number": "7"}, {"unit": "Ovens"}, {"shift": "Nights"}])
def test_whoever_was_placed_here_stays_on_the_list(unanswered, placed):
    assert unanswered(add_person(name="Lena", **placed))


def test_whoever_leads_somebody_stays_and_goes_on_leading(unanswered, ravi):
    lena = add_person(name="Lena", email="lena@example.org")
    Person.objects.filter(id=ravi.person.id).update(manager=lena)
    assert unanswered(lena)
    assert Person.objects.get(id=ravi.person.id).manager == lena


def test_whoever_is_led_stays(unanswered, maya):
    assert unanswered(add_person(name="Lena", manager=maya.person))


def test_a_row_that_the_question_made_goes_with_it(unanswered):
    """The control: without this, everybody would stay for good."""
    assert not unanswered(invitations.newcomer("Nils", "nils@example.org"))


def test_whoever_waits_for_another_question_stays_until_that_is_over(
    unanswered, omar, clock, vault
):
    nils = invitations.newcomer("Nils")
    clock.passes(days=5)
    invitations.invite(omar.keyring, omar.person, nils, owner=nils, on=clock())
    clock.passes(days=-5)
    assert unanswered(nils)
    clock.passes(days=5)
    ticking.tick(vault)
    assert not Person.objects.filter(id=nils.id).exists()
