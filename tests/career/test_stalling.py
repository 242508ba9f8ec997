"""One line after a life story without a next day: from day 30, for fourteen days, once."""

from datetime import timedelta
from random import Random

import pytest

from tests.career.stage import change, saved_by
from yonder.career import stalling, talks
from yonder.career.pages import opener
from yonder.career.record import insist, open_private
from yonder.career.team import team
from yonder.vault.here import day_number

FIRST, LAST = 30, 43


@pytest.fixture
def held(maya, journey, clock):
    """The life story was held today."""
    hold(maya, journey, talks.LIFE_STORY, clock.now)
    return clock.now


def hold(who, journey, talk, moment):
    change(who, journey, lambda pages: talks.close(pages, talk, day_number(moment)))


def stands(maya, moment):
    (member,) = team(maya.keyring, maya.person)
    return stalling.stalls(member, open_private(maya.keyring), moment)


def days(maya, held, last=60):
    return [day for day in range(last) if stands(maya, held + timedelta(days=day))]


def test_it_stands_from_day_thirty_for_fourteen_days_and_leaves_by_itself(maya, held):
    before = saved_by()
    assert days(maya, held) == list(range(FIRST, LAST + 1))
    assert len(days(maya, held)) == stalling.STAYS == 14
    assert saved_by() == before


def test_nothing_stands_where_no_life_story_was_held(maya, journey, clock):
    assert days(maya, clock.now) == []


def test_a_day_for_the_next_talk_takes_it_away(maya, journey, held):
    journey.set_next(held + timedelta(days=50), now=held)
    assert days(maya, held, 45) == []


def test_a_day_that_has_passed_is_none(maya, journey, held):
    journey.set_next(held + timedelta(days=10), now=held)
    assert days(maya, held) == list(range(FIRST, LAST + 1))


def test_another_talk_that_was_held_takes_it_away(maya, journey, held, clock):
    hold(maya, journey, talks.VISIONS, clock.now)
    assert days(maya, held) == []


def test_not_now_ends_it_for_good_in_the_guides_own_record_alone(maya, ravi, journey, held):
    before = saved_by()
    for _ in range(2):
        insist(opener(maya.keyring), lambda pages: stalling.not_now(pages, journey))
    changed = {circle for circle, tag in saved_by().items() if tag != before[circle]}
    assert changed == {maya.keyring.private}
    assert days(maya, held) == []


def test_it_never_comes_a_second_time_for_the_same_two(maya, ravi, journey, held):
    later = held + timedelta(days=100)
    change(ravi, journey, lambda pages: talks.choose(pages, talks.LIFE_STORY, Random(1)))
    hold(maya, journey, talks.LIFE_STORY, later)
    assert days(maya, later) == []


def test_the_owner_has_no_such_line(ravi, held):
    assert team(ravi.keyring, ravi.person) == []
