"""Which talk comes next, and how far the two have come in it."""

from random import Random

import pytest

from tests.career.stage import change, pages_of, saved_by
from yonder.career import talks
from yonder.career.pages import OnlyTheOwner
from yonder.career.talks import CLOSE, LIFE_STORY, MATTERS, OPEN, PLAN, STEPS, TALKS, VISIONS
from yonder.guidebook.prompts import STARTS, life_story

PROMPTS = {prompt.id: prompt for prompt in life_story("en").prompts}
TODAY = 20_000
SEEDS = range(60)


def course(who, journey):
    return talks.course(pages_of(who, journey))


def step(who, journey):
    return talks.step_of(pages_of(who, journey))


def go_on(who, journey, seen=None):
    change(who, journey, lambda pages: talks.next_step(pages, seen or talks.step_of(pages)))


def begun_at(ravi, journey, start, seed=1):
    change(ravi, journey, lambda pages: talks.start_at(pages, start, Random(seed)))
    return course(ravi, journey)


def choose(ravi, journey, talk):
    change(ravi, journey, lambda pages: talks.choose(pages, talk, Random(1)))


def test_before_anything_was_picked_all_three_come_in_their_order(ravi):
    assert course(ravi, None).talks == [LIFE_STORY, VISIONS, PLAN] == list(TALKS)


def test_once_both_can_read_the_first_talk_is_drawn(maya, ravi, journey):
    drawn = course(maya, journey)
    assert drawn == course(ravi, journey)
    assert (drawn.talks, drawn.at, drawn.steps[0]) == (list(TALKS), 0, OPEN)
    assert set(drawn.steps) & PROMPTS.keys()


@pytest.mark.parametrize("start", STARTS)
def test_a_stretch_of_life_brings_its_own_questions_and_the_last_one_is_last(ravi, journey, start):
    for seed in SEEDS:
        steps = begun_at(ravi, journey, start, seed).steps
        questions = [PROMPTS[one] for one in steps[1:-2]]
        assert all(start in one.starts for one in questions)
        assert len(set(steps)) == len(steps)
        assert [one.last for one in questions] == [False] * talks.DRAWN + [True]
        assert (steps[0], *steps[-2:]) == (OPEN, MATTERS, CLOSE)


def test_after_a_stretch_was_picked_its_first_question_stands_in_the_room(maya, ravi, journey):
    go_on(maya, journey)
    go_on(maya, journey)
    drawn = begun_at(ravi, journey, STARTS[1])
    assert step(maya, journey) == drawn.steps[1]


def test_what_is_no_stretch_and_no_talk_changes_nothing(ravi, journey):
    before = saved_by()
    begun_at(ravi, journey, "retirement")
    choose(ravi, journey, "appraisal")
    assert saved_by() == before


def test_the_questions_are_not_always_the_same(ravi, journey):
    drawn = {tuple(begun_at(ravi, journey, STARTS[0], seed).steps) for seed in SEEDS}
    assert len(drawn) > len(SEEDS) / 2


def test_only_in_the_owners_session_questions_are_drawn(maya, journey):
    before = saved_by()
    change(maya, journey, lambda pages: talks.draw_again(pages, Random(1)))
    change(maya, journey, lambda pages: talks.begin(pages, list(TALKS), Random(1)))
    for verb in (talks.start_at, talks.choose, talks.not_this_talk):
        with pytest.raises(OnlyTheOwner):
            change(maya, journey, lambda pages, verb=verb: verb(pages, VISIONS, Random(1)))
    assert saved_by() == before


def test_what_has_begun_is_not_begun_again(ravi, journey):
    before = saved_by()
    change(ravi, journey, lambda pages: talks.begin(pages, [PLAN], Random(1)))
    assert saved_by() == before


def test_of_two_who_press_next_at_once_one_is_enough(maya, ravi, journey):
    for place in range(4):
        seen = step(maya, journey)
        go_on(maya, journey, seen)
        go_on(ravi, journey, seen)
        assert course(ravi, journey).at == place + 1


def test_either_goes_back_by_one_and_of_two_at_once_one_is_enough(maya, ravi, journey):
    for _ in range(3):
        go_on(maya, journey)
    seen = step(maya, journey)
    for who in (ravi, maya):
        change(who, journey, lambda pages: talks.earlier_step(pages, seen))
    assert course(maya, journey).at == 2


def test_at_either_end_of_a_talk_nothing_moves(maya, ravi, journey):
    before = saved_by()
    change(ravi, journey, lambda pages: talks.earlier_step(pages, OPEN))
    assert saved_by() == before
    for _ in range(30):
        go_on(maya, journey)
    assert step(ravi, journey) == CLOSE
    before = saved_by()
    go_on(ravi, journey)
    assert saved_by() == before


@pytest.mark.parametrize("talk", [VISIONS, PLAN])
def test_the_other_talks_have_fixed_steps(maya, ravi, journey, talk):
    choose(ravi, journey, talk)
    walked = [step(maya, journey)]
    for _ in range(len(STEPS[talk]) + 2):
        go_on(maya, journey)
        walked.append(step(ravi, journey))
    assert list(dict.fromkeys(walked)) == STEPS[talk]


def test_what_the_owner_picks_comes_next_and_what_was_planned_after_it(maya, ravi, journey):
    seen = []
    for talk in (VISIONS, PLAN, PLAN, LIFE_STORY):
        choose(ravi, journey, talk)
        seen.append(course(maya, journey).talks)
    assert seen == [
        [VISIONS, LIFE_STORY, PLAN],
        [PLAN, VISIONS, LIFE_STORY],
        [PLAN, VISIONS, LIFE_STORY],
        [LIFE_STORY, PLAN, VISIONS],
    ]


def test_a_talk_that_was_held_is_closed_by_either_and_only_once(maya, ravi, journey):
    for who in (maya, ravi):
        change(who, journey, lambda pages: talks.close(pages, LIFE_STORY, TODAY))
    assert (course(maya, journey).talks, step(maya, journey)) == ([VISIONS, PLAN], OPEN)


def test_after_the_three_talks_none_of_them_comes_by_itself(maya, ravi, journey):
    for talk in TALKS:
        change(maya, journey, lambda pages, talk=talk: talks.close(pages, talk, TODAY))
    assert not {*TALKS} & {*course(ravi, journey).talks}
    choose(ravi, journey, VISIONS)
    assert talks.talk_of(pages_of(maya, journey)) == VISIONS


def test_the_list_of_talks_says_what_is_next_without_opening_the_record(maya, ravi, journey):
    choose(ravi, journey, VISIONS)
    assert pages_of(maya, journey).shared.face.talk == VISIONS


def test_alone_the_same_questions_come_to_one_alone(ravi):
    steps = begun_at(ravi, None, STARTS[0]).steps
    assert len(steps) == talks.DRAWN + 4
    go_on(ravi, None)
    assert step(ravi, None) == steps[2]


def test_who_comes_back_later_stands_where_the_two_stopped(maya, ravi, journey):
    begun_at(ravi, journey, STARTS[2])
    go_on(maya, journey)
    stood = step(ravi, journey)
    assert [step(who, journey) for who in (maya, ravi)] == [stood, stood]
