"""Somebody leaves: a day, thirty more to take everything along, then nothing of theirs is here."""

from datetime import date, timedelta

import pytest

from tests.career.stage import change, found, pages_of, put, read
from tests.cast import begin, join, talk
from yonder.career import endings, erasing, leaving, partings, recovery, taking, ticking, twins
from yonder.career.invitations import Invitation, invite, newcomer
from yonder.career.journeys import Journey
from yonder.career.people import NobodyLeft, Person
from yonder.career.pivots import Pivot
from yonder.vault import identities
from yonder.vault.circles import Circle, Member
from yonder.vault.keyrings import Identity
from yonder.vault.refusals import NotForYou, WrongSecret
from yonder.vault.slots import Slot

DAYS = 30


def today(vault):
    return vault.clock().date()


def leaves(who, day=None):
    leaving.set_day(who.person, day or today(who.vault), on=today(who.vault))


def days_pass(vault, clock, days):
    clock.passes(days=days)
    ticking.day(vault)
    ticking.tick(vault)


def rows_of(person):
    """How many rows of any kind are there about somebody."""
    mine = {"person": person.id}
    rows = [Identity.objects.filter(**mine), Member.objects.filter(**mine)]
    rows += [Slot.objects.filter(identity__person=person.id), Person.objects.filter(id=person.id)]
    rows += [Journey.objects.filter(owner=person.id), Invitation.objects.filter(inviter=person.id)]
    return [found.count() for found in rows]


# ---- an owner ------------------------------------------------------------------------------------


def test_an_owner_who_has_left_is_there_for_thirty_days_and_then_not(vault, clock, ravi, journey):
    put(ravi, journey, Pivot("the market stall"))
    leaves(ravi)
    days_pass(vault, clock, DAYS - 1)
    assert read(ravi, journey) == ["the market stall"]

    days_pass(vault, clock, 1)
    assert rows_of(ravi.person) == [0] * 6
    assert not Circle.objects.filter(id=journey.circle).exists()
    with pytest.raises(WrongSecret):
        _ = ravi.keyring


def test_the_guide_of_an_owner_who_is_gone_reads_nothing_and_keeps_the_rest(
    vault, clock, maya, ravi, omar, journey
):
    other = talk(maya, omar)
    put(maya, other, Pivot("for Omar"))
    leaves(ravi)
    days_pass(vault, clock, DAYS)

    assert list(Journey.objects.of(maya.person)) == [other]
    assert read(maya, other) == read(omar, other) == ["for Omar"]
    with pytest.raises(NotForYou):
        pages_of(maya, journey)


def test_who_stays_after_all_loses_nothing(vault, clock, ravi, journey):
    put(ravi, journey, Pivot("the market stall"))
    leaves(ravi)
    days_pass(vault, clock, DAYS - 1)
    leaving.set_day(ravi.person, None, on=today(vault))
    days_pass(vault, clock, DAYS)

    assert read(ravi, journey) == ["the market stall"]


def test_a_day_that_is_past_cannot_be_written_down(vault, ravi):
    """Or people operations could erase somebody's pages in one step."""
    with pytest.raises(leaving.TooEarly):
        leaves(ravi, today(vault) - timedelta(days=1))
    assert Person.objects.get(id=ravi.person.id).leaves_on is None


def test_the_only_one_who_runs_the_server_cannot_leave(vault, olga):
    with pytest.raises(NobodyLeft):
        leaves(olga)
    join(vault, "Oskar", runs_server=True)
    leaves(olga)


def test_the_list_names_what_is_gone(vault, clock, ravi, journey):
    identity = Identity.objects.get(person=ravi.person.id)
    slots = set(Slot.objects.filter(identity=identity).values_list("id", flat=True))
    leaves(ravi)
    days_pass(vault, clock, DAYS)

    gone = {ravi.person.id, identity.id, identity.private, journey.circle, *slots}
    assert gone <= vault.gone.ids()


def test_their_invitations_go_with_them_whatever_was_answered(vault, clock, ravi, maya):
    waiting, _ = invite(
        ravi.keyring, ravi.person, newcomer("Nils"), owner=ravi.person, on=vault.clock()
    )
    leaving.erase(vault, ravi.person, today(vault))

    assert not Invitation.objects.exists()
    assert not Circle.objects.filter(id=waiting.circle).exists()
    assert not Person.objects.filter(name="Nils").exists()


def test_their_people_report_to_nobody_for_now(vault, ravi, maya):
    ravi.person.manager = maya.person
    ravi.person.save()
    leaving.erase(vault, maya.person, today(vault))

    assert Person.objects.get(id=ravi.person.id).manager is None


# ---- a guide -------------------------------------------------------------------------------------


def test_a_guide_reads_nothing_from_the_last_day_on(vault, clock, maya, ravi, journey):
    put(ravi, journey, Pivot("the market stall"))
    member = Member.objects.get(circle=journey.circle, person=maya.person.id).id
    leaves(maya, today(vault) + timedelta(days=2))
    days_pass(vault, clock, 1)
    assert read(maya, journey) == ["the market stall"]

    days_pass(vault, clock, 1)
    with pytest.raises(NotForYou):
        pages_of(maya, journey)
    assert member in vault.gone.ids()
    assert not Journey.objects.of(maya.person).exists()


def test_the_owner_brings_home_what_the_two_wrote(vault, clock, maya, ravi, journey):
    put(ravi, journey, Pivot("the market stall"))
    put(maya, journey, Pivot("as I heard"))
    leaves(maya)
    ticking.tick(vault)
    (waiting,) = Journey.objects.left_behind().filter(owner=ravi.person)
    endings.bring_home(ravi.keyring, waiting)

    assert sorted(read(ravi)) == ["as I heard", "the market stall"]
    assert not Circle.objects.filter(id=journey.circle).exists()
    assert not Journey.objects.exists()


@pytest.mark.parametrize("later", [1, DAYS - 1, DAYS + 1, 400])
def test_an_owner_who_comes_late_loses_nothing(vault, clock, maya, ravi, journey, later):
    put(ravi, journey, Pivot("the market stall"))
    leaves(maya)
    ticking.tick(vault)
    days_pass(vault, clock, later)
    (waiting,) = Journey.objects.left_behind().filter(owner=ravi.person)
    assert waiting.guide.name == "Maya"
    endings.bring_home(ravi.keyring, waiting)

    assert read(ravi) == ["the market stall"]
    assert Person.objects.filter(id=maya.person.id).exists() == (later < DAYS)


def test_a_file_to_take_along_has_what_has_not_come_home_yet(vault, maya, ravi, journey):
    """Whoever leaves too, and never sees Home again, takes it along all the same."""
    put(ravi, journey, Pivot("the market stall"))
    leaves(maya)
    ticking.tick(vault)
    boxes = taking.own(ravi.keyring, ravi.person).boxes

    assert [len(box.record.of_kind("pivot", Pivot)) for box in boxes] == [1, 0]


def test_an_owner_with_a_new_key_gets_it_home_with_the_old_password(
    vault, clock, maya, ravi, journey
):
    put(ravi, journey, Pivot("the market stall"))
    fresh = identities.reset(vault, ravi.person.id, "Ravi", "another boat, made of tin")
    leaves(maya)
    days_pass(vault, clock, 1)
    (waiting,) = Journey.objects.left_behind().filter(owner=ravi.person)
    with pytest.raises(NotForYou):
        endings.bring_home(fresh, waiting)

    recovery.reopen(fresh, ravi.password)
    endings.bring_home(fresh, waiting)
    ravi.password = "another boat, made of tin"
    assert read(ravi) == ["the market stall"]


def test_a_day_of_parting_that_was_set_before_loses_nothing_either(
    vault, clock, maya, ravi, journey
):
    put(ravi, journey, Pivot("the market stall"))
    on = today(vault)
    partings.part(ravi.keyring, journey, until=on + timedelta(days=20), on=on)
    leaves(maya, on + timedelta(days=3))
    days_pass(vault, clock, 4)
    with pytest.raises(NotForYou):
        pages_of(maya, journey)
    (waiting,) = Journey.objects.left_behind().filter(owner=ravi.person)
    endings.bring_home(ravi.keyring, waiting)

    assert read(ravi) == ["the market stall"]


def test_a_day_of_parting_that_comes_by_itself_leaves_nothing_behind(vault, clock, ravi, journey):
    on = today(vault)
    partings.part(ravi.keyring, journey, until=on + timedelta(days=2), on=on)
    days_pass(vault, clock, 1)
    assert not Journey.objects.left_behind().exists()
    days_pass(vault, clock, 2)
    assert not Journey.objects.left_behind().exists()
    assert not Circle.objects.filter(id=journey.circle).exists()


def test_what_was_left_behind_does_not_go_when_the_two_begin_anew(
    vault, clock, maya, ravi, journey
):
    put(ravi, journey, Pivot("the market stall"))
    leaves(maya)
    ticking.tick(vault)
    leaving.set_day(maya.person, None, on=today(vault))
    begin(maya, ravi)
    (waiting,) = Journey.objects.left_behind().filter(owner=ravi.person)
    endings.bring_home(ravi.keyring, waiting)

    assert read(ravi) == ["the market stall"]
    assert begin(maya, ravi) in Journey.objects.of(ravi.person)


def test_with_no_room_at_home_something_can_still_be_erased(vault, maya, ravi, journey):
    """Twins that a hand-over left in both places go from both."""
    it = put(ravi, journey, Pivot("the market stall"))
    change(ravi, journey, lambda pages: twins.lay_home(pages, it.entry))
    leaves(maya)
    ticking.tick(vault)
    home = found(ravi, None, "the market stall")
    change(ravi, None, lambda pages: erasing.erase(pages, home.id))
    (waiting,) = Journey.objects.left_behind().filter(owner=ravi.person)
    endings.bring_home(ravi.keyring, waiting)

    assert read(ravi) == []


def test_of_a_guide_who_is_gone_a_name_is_left_while_an_owner_needs_it(
    vault, clock, maya, ravi, journey
):
    leaves(maya)
    days_pass(vault, clock, DAYS)

    row = Person.objects.get(id=maya.person.id)
    kept = (row.name, row.login, row.is_active, row.leaves_on)
    assert kept == ("Maya", None, False, None)
    assert not Identity.objects.filter(person=maya.person.id).exists()


def test_talks_that_the_owner_could_never_read_are_erased(vault, maya, ravi):
    journey = begin(maya, ravi)
    leaves(maya)
    ticking.tick(vault)

    assert not Circle.objects.filter(id=journey.circle).exists()
    assert not Journey.objects.exists()


def test_a_day_in_the_future_takes_nothing_away(vault, maya, ravi, journey):
    leaves(maya, date(vault.clock().year + 1, 1, 1))
    ticking.tick(vault)

    assert list(Journey.objects.of(maya.person)) == [journey]
