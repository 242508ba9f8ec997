"""A guide's team: who they listen to and whom they lead, and nobody else."""

from datetime import timedelta

import pytest

from tests.career.stage import change, put
from tests.cast import join, talk
from yonder.career import endings, invitations, keenness, plans, talks
from yonder.career.pages import opener
from yonder.career.plans import Action
from yonder.career.record import insist, open_private
from yonder.career.team import next_ones, team

TODAY = 20_000


def names(members):
    return [one.name for one in members]


def of(who, name=None):
    members = team(who.keyring, who.person)
    return next(one for one in members if one.name == name) if name else members


def next_of(who, clock):
    return names(next_ones(of(who), open_private(who.keyring), clock.now))


@pytest.fixture
def led(vault, maya):
    return [join(vault, name, manager=maya.person) for name in ("zora", "Emre", "Ada")]


def test_it_is_everybody_led_and_everybody_listened_to_by_name(maya, journey, led):
    assert names(of(maya)) == ["Ada", "Emre", "Ravi", "zora"]


def test_who_is_both_stands_there_once(maya, led):
    journey = talk(maya, led[0])
    assert names(of(maya)) == ["Ada", "Emre", "zora"]
    assert of(maya, "zora").journey == journey.id


def test_who_only_is_listened_to_has_no_team(ravi, journey):
    assert of(ravi) == []


def test_a_person_who_has_left_is_not_there(maya, led):
    led[1].person.is_active = False
    led[1].person.save()
    assert names(of(maya)) == ["Ada", "zora"]


def test_without_the_key_a_name_and_nothing_else(maya, ravi, vault):
    """Ravi asked Maya to listen, and has yet to open it for her."""
    given = (ravi.keyring, ravi.person, maya.person)
    made, _ = invitations.invite(*given, owner=ravi.person, on=vault.clock())
    journey = invitations.accept(made)
    member = of(maya, "Ravi")
    assert (member.journey, member.face) == (journey.id, None)
    assert (member.visions_heard, member.plan_agreed, member.may_be_asked) == (False,) * 3


def test_marks_say_what_the_two_have_done(maya, ravi, journey):
    heard = []
    for talk_held in (talks.LIFE_STORY, talks.VISIONS):
        change(ravi, journey, lambda pages, held=talk_held: talks.close(pages, held, TODAY))
        heard.append(of(maya, "Ravi").visions_heard)
    assert heard == [False, True]


def test_a_plan_is_agreed_once_the_check_in_has_a_day_and_stays_so(maya, ravi, journey, clock):
    put(maya, journey, Action("ask", "work", "guide", TODAY))
    for who in (maya, ravi):
        change(who, journey, plans.agree)
    assert not of(maya, "Ravi").plan_agreed
    journey.set_next(clock.now, now=clock.now)
    assert of(maya, "Ravi").plan_agreed
    for talk_held in (talks.LIFE_STORY, talks.VISIONS, talks.PLAN, talks.CHECK_IN):
        change(ravi, journey, lambda pages, held=talk_held: talks.close(pages, held, TODAY))
    journey.set_next(None, now=clock.now)
    assert of(maya, "Ravi").plan_agreed


def test_a_day_of_today_is_still_a_day_and_one_of_yesterday_is_not(maya, journey, clock):
    journey.set_next(clock.now - timedelta(minutes=1), now=clock.now)
    assert of(maya, "Ravi").has_day(clock.now)
    assert not of(maya, "Ravi").has_day(clock.now + timedelta(days=1))


def test_whoever_was_asked_is_not_asked_again_whatever_the_answer(maya, led, vault):
    zora, emre, ada = led
    guides = (maya.keyring, maya.person)
    invitations.invite(*guides, zora.person, owner=zora.person, on=vault.clock())
    journey = talk(maya, emre)
    endings.end(emre.keyring, journey, on=vault.clock().date())
    may = [one.name for one in of(maya) if one.may_be_asked]
    assert may == ["Ada"]


def test_next_are_those_who_said_so_and_then_the_guides_own_list(maya, ravi, journey, led, clock):
    zora, emre, ada = led
    for one in (zora, ada):
        insist(opener(maya.keyring), lambda pages, one=one: keenness.put_last(pages, one.person.id))
    assert next_of(maya, clock) == ["zora", "Ada"]
    change(ravi, journey, lambda pages: keenness.say(pages, TODAY))
    assert next_of(maya, clock) == ["Ravi", "zora", "Ada"]
    journey.set_next(clock.now, now=clock.now)
    assert next_of(maya, clock) == ["zora", "Ada"]


def test_it_takes_two_statements_however_many_there_are(
    maya, led, journey, django_assert_num_queries
):
    keyring = maya.keyring
    with django_assert_num_queries(2):
        assert len(team(keyring, maya.person)) == 4
    for one in led:
        talk(maya, one)
    keyring = maya.keyring
    with django_assert_num_queries(2):
        assert len(team(keyring, maya.person)) == 4
