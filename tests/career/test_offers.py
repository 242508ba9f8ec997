"""Offered times: a yes sets the day, and everything else lapses at one moment."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connections

from tests.career.copies import days_pass
from tests.career.stage import pages_of, saved_by
from tests.cast import pair, talk
from yonder.career import endings, invitations, offers, partings, times
from yonder.career.journeys import Journey
from yonder.career.offers import DayIsSet, TakenMeanwhile, ThreeAreEnough
from yonder.career.pages import NotHere, OnlyTheOwner
from yonder.career.pairings import glances
from yonder.career.record import open_private
from yonder.vault.refusals import NotForYou


def in_days(clock, days, minutes=60):
    """A time so many days ahead, as it is offered now."""
    return times.offer_of(clock() + timedelta(days=days), minutes, now=clock())


def offer(guide, journey, fresh):
    offers.offer(guide.keyring, journey.circle, fresh, now=guide.vault.clock())


def seen(who, journey):
    """(id, offer) of what `who` could still take."""
    return offers.offered(pages_of(who, journey), who.vault.clock())


def accept(owner, journey, wanted):
    offers.accept(owner.keyring, journey, wanted, now=owner.vault.clock())
    journey.refresh_from_db()


def test_a_yes_to_a_time_sets_the_day_of_the_two(maya, ravi, journey, clock):
    fresh = in_days(clock, 7)
    offer(maya, journey, fresh)
    ((wanted, _),) = seen(ravi, journey)
    accept(ravi, journey, wanted)
    assert journey.next_at == fresh.at
    accept(ravi, journey, wanted)  # twice is once
    assert journey.next_at == fresh.at


def test_an_offer_alone_sets_nothing(maya, journey, clock):
    offer(maya, journey, in_days(clock, 7))
    journey.refresh_from_db()
    assert journey.next_at is None


def test_it_lapses_before_the_time_and_for_both_at_one_moment(maya, ravi, journey, clock):
    fresh = in_days(clock, 7)
    offer(maya, journey, fresh)
    ((wanted, _),) = seen(ravi, journey)
    assert fresh.expires == fresh.at - times.BEFORE
    clock.now = fresh.expires
    assert seen(ravi, journey) == seen(maya, journey) == []
    with pytest.raises(NotHere):
        accept(ravi, journey, wanted)
    journey.refresh_from_db()
    assert journey.next_at is None


@pytest.mark.parametrize("hours", [0.01, 1, 30, 95, 97, 2000])
def test_every_offer_lapses_after_now_and_before_its_time(clock, hours):
    fresh = in_days(clock, hours / 24)
    assert clock() < fresh.expires < fresh.at


def test_a_time_is_offered_before_the_owner_holds_the_key_and_nothing_else_is(
    maya, ravi, begun, clock
):
    offer(maya, begun, in_days(clock, 7))
    pair(begun, maya, ravi)
    ((wanted, _),) = seen(ravi, begun)
    accept(ravi, begun, wanted)
    assert begun.next_at


def test_an_offer_goes_along_with_an_invitation(maya, ravi, clock, vault):
    fresh = in_days(clock, 7)
    entries = [offers.with_invitation(fresh, maya.person, vault.today())]
    given = (maya.keyring, maya.person, ravi.person)
    made, _ = invitations.invite(*given, owner=ravi.person, on=clock(), entries=entries)
    journey = invitations.accept(made)
    pair(journey, maya, ravi)
    assert [one for _, one in seen(ravi, journey)] == [fresh]


def test_only_the_guide_offers_and_only_the_owner_takes(maya, ravi, omar, journey, clock):
    with pytest.raises(NotForYou):
        offer(ravi, journey, in_days(clock, 7))
    with pytest.raises(NotForYou):
        offer(omar, journey, in_days(clock, 7))
    offer(maya, journey, in_days(clock, 7))
    ((wanted, _),) = seen(maya, journey)
    with pytest.raises(OnlyTheOwner):
        accept(maya, journey, wanted)
    with pytest.raises(NotForYou):
        accept(omar, journey, wanted)


def test_the_same_time_offered_twice_is_one_and_three_are_enough(maya, journey, clock):
    for days in (7, 7, 8, 9):
        offer(maya, journey, in_days(clock, days))
    assert len(seen(maya, journey)) == times.SHOWN
    with pytest.raises(ThreeAreEnough):
        offer(maya, journey, in_days(clock, 10))


def test_two_who_want_the_same_time_do_not_both_get_it(maya, ravi, omar, journey, clock):
    other = talk(maya, omar)
    fresh = in_days(clock, 7)
    late = times.Offer(fresh.at + timedelta(minutes=30), 60, fresh.expires)
    offer(maya, journey, fresh)
    offer(maya, other, late)
    accept(ravi, journey, seen(ravi, journey)[0][0])
    with pytest.raises(TakenMeanwhile):
        accept(omar, other, seen(omar, other)[0][0])
    other.refresh_from_db()
    assert other.next_at is None


def test_talks_one_after_the_other_do_not_meet(maya, ravi, omar, journey, clock):
    other = talk(maya, omar)
    fresh = in_days(clock, 7)
    after = times.Offer(fresh.ends, 60, fresh.expires)
    offer(maya, journey, fresh)
    offer(maya, other, after)
    accept(ravi, journey, seen(ravi, journey)[0][0])
    accept(omar, other, seen(omar, other)[0][0])
    assert other.next_at == after.at


@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_at_once_one_gets_the_time(maya, ravi, omar, clock):
    pairs = [(ravi, talk(maya, ravi)), (omar, talk(maya, omar))]
    fresh, answers = in_days(clock, 7), []
    for _, journey in pairs:
        offer(maya, journey, fresh)

    def press(owner, journey):
        try:
            accept(owner, journey, seen(owner, journey)[0][0])
            answers.append("set")
        except TakenMeanwhile:
            answers.append("taken")
        finally:
            connections.close_all()

    threads = [Thread(target=press, args=pair_) for pair_ in pairs]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(answers) == ["set", "taken"]
    assert Journey.objects.exclude(next_at=None).count() == 1


def test_another_day_that_is_set_already_is_not_written_over(maya, ravi, journey, clock):
    offer(maya, journey, in_days(clock, 7))
    offer(maya, journey, in_days(clock, 8))
    (first, _), (second, _) = seen(ravi, journey)
    accept(ravi, journey, first)
    with pytest.raises(DayIsSet):
        accept(ravi, journey, second)
    journey.set_next(None, now=clock.now)
    accept(ravi, journey, second)
    assert journey.next_at


def test_a_time_of_talks_that_have_ended_cannot_be_taken(maya, ravi, journey, clock):
    offer(maya, journey, in_days(clock, 7))
    ((wanted, _),) = seen(ravi, journey)
    endings.end(ravi.keyring, journey, on=clock().date())
    with pytest.raises(NotForYou):
        accept(ravi, journey, wanted)
    assert open_private(ravi.keyring).of_kind(times.KIND, times.Offer) == []


def test_nothing_is_taken_or_offered_where_the_two_are_parting(maya, ravi, journey, clock):
    offer(maya, journey, in_days(clock, 7))
    ((wanted, _),) = seen(ravi, journey)
    today = clock().date()
    partings.part(ravi.keyring, journey, until=today + timedelta(days=20), on=today)
    with pytest.raises(NotHere):
        accept(ravi, journey, wanted)
    with pytest.raises(NotHere):
        offer(maya, journey, in_days(clock, 8))
    assert open_private(ravi.keyring).of_kind(times.KIND, times.Offer) == []


def test_what_the_guide_withdraws_meanwhile_cannot_be_taken(maya, ravi, journey, clock):
    fresh = in_days(clock, 7)
    offer(maya, journey, fresh)
    ((wanted, _),) = seen(ravi, journey)
    offers.withdraw(maya.keyring, journey.circle, {fresh.at})
    with pytest.raises(NotHere):
        accept(ravi, journey, wanted)


def test_none_of_these_is_kept_in_one_place_and_one_entry(maya, ravi, journey, clock, vault):
    offer(maya, journey, in_days(clock, 7))
    before = saved_by()
    offers.none_of_these(ravi.keyring, journey, now=clock())
    after = saved_by()
    private = ravi.keyring.private
    assert {circle for circle, tag in after.items() if before[circle] != tag} == {private}
    days_pass(vault, clock, 8)
    offer(maya, journey, in_days(clock, 7))
    offers.none_of_these(ravi.keyring, journey, now=clock())
    ((_, noun),) = open_private(ravi.keyring).of_kind(offers.PASSED, offers.NoTimes)
    assert len(noun.passed) == 1  # what has lapsed is not remembered for ever


def test_who_said_none_of_these_can_still_take_one(maya, ravi, journey, clock):
    offer(maya, journey, in_days(clock, 7))
    ((wanted, _),) = seen(ravi, journey)
    offers.none_of_these(ravi.keyring, journey, now=clock())
    assert offers.passed_over(open_private(ravi.keyring)) == {wanted}
    accept(ravi, journey, wanted)
    assert journey.next_at


def test_a_list_knows_the_times_without_opening_a_record(maya, ravi, journey, clock):
    fresh = in_days(clock, 7)
    offer(maya, journey, fresh)
    for who in (maya, ravi):
        (glance,) = glances(who.keyring, who.person, [journey]).values()
        assert list(glance.offers.values()) == [fresh]


def test_a_past_time_leaves_the_record_at_the_next_offer(maya, journey, clock, vault):
    offer(maya, journey, in_days(clock, 7))
    days_pass(vault, clock, 8)
    offer(maya, journey, in_days(clock, 7))
    assert len(pages_of(maya, journey).shared.of_kind(times.KIND, times.Offer)) == 1


def test_a_day_set_over_a_yes_that_came_meanwhile_moves_it(maya, ravi, journey, clock):
    """For calendars it is the same occasion, and both are told that it has moved."""
    at_the_guides = Journey.objects.get(id=journey.id)  # read before the yes
    offer(maya, journey, in_days(clock, 7))
    accept(ravi, journey, seen(ravi, journey)[0][0])
    occasion = journey.occasion
    at_the_guides.set_next(clock() + timedelta(days=9), now=clock())
    journey.refresh_from_db()
    assert (journey.occasion, journey.moves) == (occasion, 1)
    assert journey.news_on


def test_taking_away_a_day_that_came_meanwhile_takes_it_out_of_calendars(
    maya, ravi, journey, clock
):
    at_the_guides = Journey.objects.get(id=journey.id)
    offer(maya, journey, in_days(clock, 7))
    accept(ravi, journey, seen(ravi, journey)[0][0])
    at_the_guides.set_next(None, now=clock())
    journey.refresh_from_db()
    assert (journey.next_at, journey.moves) == (None, 1)
    assert journey.occasion


def test_talks_that_ended_meanwhile_get_no_day(ravi, journey, clock):
    at_the_guides = Journey.objects.get(id=journey.id)
    endings.end(ravi.keyring, journey, on=clock().date())
    at_the_guides.set_next(clock() + timedelta(days=9), now=clock())
    assert Journey.objects.get(id=journey.id).next_at is None
