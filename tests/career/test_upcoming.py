"""Whom to offer which time next: the keenest first, nobody waits for ever, and no week too full."""

from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from tests.career.copies import days_pass
from tests.career.stage import pages_of
from tests.cast import join, talk
from yonder.career import asking, calendars, endings, keenness, offers, talks, ticking, times
from yonder.career.calendars import Chosen
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.pages import opener
from yonder.career.people import add_person
from yonder.career.record import insist, open_private
from yonder.career.standings import standings
from yonder.career.upcoming import ahead
from yonder.planning.weeks import monday
from yonder.vault.circles import Circle
from yonder.vault.here import EPOCH

ZONE = ZoneInfo("Europe/Berlin")


@pytest.fixture
def five(maya, vault, workplace):
    """Five who report to Maya, and to whom she listens."""
    names = ("Ada", "Ben", "Cem", "Dora", "Emil")
    people = [join(vault, name, manager=maya.person) for name in names]
    return {one.person.name: (one, talk(maya, one)) for one in people}


def begin(maya, clock, **more):
    day = monday(clock().date())
    pace = {"per_week": 1, "minutes": 60, "first": (day - EPOCH).days, "off": []} | more
    kept = Chosen("visions-plan", **pace)
    insist(opener(maya.keyring), lambda pages: calendars.choose(pages, kept))


def now_of(maya):
    private = open_private(maya.keyring)
    kept = calendars.chosen(private)
    every = standings(maya.keyring, maya.person, private, kept, maya.vault.clock())
    return every, ahead(every, kept, maya.vault.clock(), ZONE)


def turns(maya):
    _, found = now_of(maya)
    return [(turn.standing.person.name, turn.at) for week in found.weeks for turn in week.turns]


def offer_the_first(maya, clock):
    """Offer the first time that the calendar proposes; whose it is."""
    every, found = now_of(maya)
    turn = next(turn for week in found.weeks for turn in week.turns)
    fresh = times.offer_of(turn.at, 60, now=clock())
    asking.ask(maya.keyring, maya.person, every, {turn.standing.person.id: fresh}, now=clock())
    return turn.standing.person.name


def open_of(one, journey, clock):
    (found,) = offers.offered(pages_of(one, journey), clock())
    return found


def test_by_name_where_nobody_is_keen_and_the_keenest_first_where_somebody_is(maya, five, clock):
    begin(maya, clock, per_week=2)
    assert [name for name, _ in turns(maya)][:2] == ["Ada", "Ben"]
    emil, journey = five["Emil"]
    insist(opener(emil.keyring, journey.circle), lambda pages: keenness.say(pages, 1))
    dora = five["Dora"][0].person.id
    insist(opener(maya.keyring), lambda pages: keenness.put_last(pages, dora))
    assert [name for name, _ in turns(maya)][:3] == ["Emil", "Dora", "Ada"]


def test_no_week_is_fuller_than_its_pace_and_no_two_times_meet(maya, five, clock):
    begin(maya, clock, per_week=2)
    _, found = now_of(maya)
    assert all(len(week.turns) <= 2 for week in found.weeks)
    times_ = sorted(at for _, at in turns(maya))
    assert all(
        two - one >= timedelta(hours=1) for one, two in zip(times_, times_[1:], strict=False)
    )
    assert min(times_) > clock()


def test_who_does_not_answer_keeps_nobody_waiting(maya, five, clock, vault):
    """One time a week and nobody answers: each is offered one before anybody is offered two."""
    begin(maya, clock)
    offered = []
    for _ in range(5):
        offered.append(offer_the_first(maya, clock))
        days_pass(vault, clock, 14)
    assert sorted(offered) == sorted(five)


def test_a_time_that_lapsed_is_free_and_nobody_is_named(maya, five, clock, vault):
    begin(maya, clock)
    name = offer_the_first(maya, clock)
    one, journey = five[name]
    _, offer = open_of(one, journey, clock)
    clock.now = offer.expires + timedelta(minutes=1)
    _, found = now_of(maya)
    free = [one for week in found.weeks for one in week.free]
    assert [one.at for one in free] == [offer.at]
    assert not any(week.offered for week in found.weeks)


def test_a_yes_is_a_day_in_its_week_and_room_for_nobody_else(maya, five, clock):
    begin(maya, clock)
    name = offer_the_first(maya, clock)
    one, journey = five[name]
    wanted, offer = open_of(one, journey, clock)
    offers.accept(one.keyring, journey, wanted, now=clock())
    _, found = now_of(maya)
    week = next(week for week in found.weeks if week.set_days)
    assert [(who.person.name, at) for who, at in week.set_days] == [(name, offer.at)]
    assert week.turns == []


def test_a_week_away_takes_back_its_days_and_nobody_elses(maya, five, clock):
    begin(maya, clock, per_week=2)
    every, found = now_of(maya)
    all_turns = [turn for week in found.weeks for turn in week.turns]
    wanted = {
        turn.standing.person.id: times.offer_of(turn.at, 60, now=clock()) for turn in all_turns
    }
    asking.ask(maya.keyring, maya.person, every, wanted, now=clock())
    for turn in all_turns:
        one, journey = five[turn.standing.person.name]
        wanted_, _ = open_of(one, journey, clock)
        offers.accept(one.keyring, journey, wanted_, now=clock())
    every, found = now_of(maya)
    week = next(week for week in found.weeks if week.set_days)
    lost = {who.person.name for who, _ in week.set_days}

    moved = asking.away(maya.keyring, every, week.first, now=clock(), zone=ZONE)

    assert {one.person.name for one in moved} == lost
    for name, (_, journey) in five.items():
        journey.refresh_from_db()
        assert (journey.next_at is None) is (name in lost or name not in _names(all_turns))
    assert lost <= dict(turns(maya)).keys()


def _names(turns_):
    return {turn.standing.person.name for turn in turns_}


def test_after_a_talk_comes_a_week_of_rest(maya, five, clock, vault):
    begin(maya, clock, per_week=5)
    ada, journey = five["Ada"]
    today = vault.today()
    insist(opener(ada.keyring, journey.circle), lambda pages: hold(pages, today))
    _, found = now_of(maya)
    weeks = [
        week
        for week in found.weeks
        if any(turn.standing.person.name == "Ada" for turn in week.turns)
    ]
    assert weeks
    assert weeks[0].first > monday(clock().date())


def test_who_has_a_plan_is_not_asked_again(maya, five, clock, vault):
    begin(maya, clock, per_week=5)
    ada, journey = five["Ada"]
    for talk_ in (talks.VISIONS, talks.PLAN):
        insist(
            opener(ada.keyring, journey.circle),
            lambda pages, talk_=talk_: hold(pages, vault.today(), talk_),
        )
    assert "Ada" not in [name for name, _ in turns(maya)]


def test_who_has_ended_the_talks_is_not_asked_again(maya, five, clock, vault):
    begin(maya, clock, per_week=5)
    offer_the_first(maya, clock)
    ben, journey = five["Ben"]
    endings.end(ben.keyring, journey, on=clock().date())
    assert "Ben" not in [name for name, _ in turns(maya)]
    Journey.objects.filter(id=journey.id).delete()  # after thirty days the row goes
    assert "Ben" not in [name for name, _ in turns(maya)]


def test_a_box_that_does_not_open_stops_nobody_else(maya, five, clock):
    begin(maya, clock, per_week=5)
    circle = Circle.objects.get(id=five["Ada"][1].circle)
    Circle.objects.filter(id=circle.id).update(face=circle.face[:-1] + b"\0")
    assert "Ada" not in [name for name, _ in turns(maya)]
    assert "Ben" in [name for name, _ in turns(maya)]


def test_who_let_an_invitation_run_out_is_not_asked_again(maya, clock, vault, workplace):
    add_person(name="Nils", manager=maya.person)
    begin(maya, clock)
    assert offer_the_first(maya, clock) == "Nils"
    days_pass(vault, clock, 15)
    ticking.tick(vault)
    assert turns(maya) == []


def test_shifts_begin_the_time_where_they_begin(maya, vault, workplace, clock):
    late = join(vault, "Lou", manager=maya.person, shift="14-22")
    talk(maya, late)
    begin(maya, clock)
    ((_, at),) = turns(maya)
    assert at.astimezone(ZONE).hour == 14


def test_looking_ahead_asks_the_database_little_however_many_there_are(
    maya, five, clock, django_assert_max_num_queries
):
    begin(maya, clock)
    with django_assert_max_num_queries(12):
        now_of(maya)


def hold(pages, today, held=talks.VISIONS):
    talks.choose(pages, held, Random(1))
    talks.close(pages, held, today)


def test_a_button_pressed_twice_invites_once(maya, clock):
    zoe = add_person(name="Zoe", manager=maya.person)
    begin(maya, clock)
    every, _ = now_of(maya)  # as both presses found it
    wanted = {zoe.id: times.offer_of(clock() + timedelta(days=7), 60, now=clock())}
    first, again = (
        asking.ask(maya.keyring, maya.person, every, wanted, now=clock()) for _ in range(2)
    )
    assert (len(first), again) == (1, [])
    assert Invitation.objects.filter(owner=zoe).count() == 1


def test_times_that_lapsed_do_not_hide_one_that_is_open(maya, five, clock):
    """Three that lapsed are later than the new one, and a list shows three."""
    begin(maya, clock)
    ada, journey = five["Ada"]
    for hours in (60, 62, 64):
        fresh = times.offer_of(clock() + timedelta(hours=hours), 60, now=clock())
        offers.offer(maya.keyring, journey.circle, fresh, now=clock())
    clock.passes(hours=35)
    fresh = times.offer_of(clock() + timedelta(hours=21), 60, now=clock())
    offers.offer(maya.keyring, journey.circle, fresh, now=clock())
    every, _ = now_of(maya)
    (standing,) = [one for one in every if one.person.id == ada.person.id]
    assert standing.offered(clock()) == [fresh]
