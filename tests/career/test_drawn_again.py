"""When a list of topics changes in the middle of a talk, the other one cannot tell."""

from random import Random

import pytest

from tests.career.stage import change, pages_of
from yonder.career import boundaries, talks
from yonder.career.boundaries import TOPIC
from yonder.career.talks import CLOSE, DRAWN, MATTERS, OPEN
from yonder.guidebook import prompts

PROMPTS = {prompt.id: prompt for prompt in prompts.life_story("en").prompts}
TOPICS = tuple(prompts.topics("en"))
LENGTH = DRAWN + 4  # what opens it, the questions, the last one, what matters, the close


def course(who, journey):
    return talks.course(pages_of(who, journey))


def begin(ravi, journey, seed, at):
    """A talk in which the two have come this far."""
    start = prompts.STARTS[seed % len(prompts.STARTS)]
    change(ravi, journey, lambda pages: talks.start_at(pages, start, Random(seed)))
    change(ravi, journey, lambda pages: talks.earlier_step(pages, talks.step_of(pages)))
    for _ in range(at):
        change(ravi, journey, lambda pages: talks.next_step(pages, talks.step_of(pages)))
    return course(ravi, journey)


def turn_off(ravi, journey, topics, seed):
    def verb(pages):
        for topic in topics:
            boundaries.leave_out(pages, TOPIC, topic)
        talks.draw_again(pages, Random(seed))

    change(ravi, journey, verb)
    return course(ravi, journey)


@pytest.mark.parametrize("at", range(LENGTH))
def test_the_room_stays_where_it_is_and_as_many_steps_come(ravi, journey, at):
    for seed in range(6):
        before = begin(ravi, journey, seed, at)
        after = turn_off(ravi, journey, (), seed + 100)
        assert (after.at, len(after.steps)) == (at, LENGTH)
        assert after.steps[: at + 1] == before.steps[: at + 1]
        assert len(set(after.steps)) == LENGTH
        assert (after.steps[0], *after.steps[-2:]) == (OPEN, MATTERS, CLOSE)
        assert PROMPTS[after.steps[-3]].last


@pytest.mark.parametrize("at", range(LENGTH))
def test_nothing_on_what_was_turned_off_is_still_to_come(ravi, journey, at):
    for seed in range(3):
        before = begin(ravi, journey, seed, at)
        after = turn_off(ravi, journey, TOPICS, seed + 100)
        assert after.steps[: at + 1] == before.steps[: at + 1]
        assert not any(PROMPTS[one].topics for one in after.steps[after.at :] if one in PROMPTS)
        assert len(after.steps) == LENGTH
        for topic in TOPICS:
            change(
                ravi,
                journey,
                lambda pages, topic=topic: boundaries.take_in_again(pages, TOPIC, topic),
            )


@pytest.mark.parametrize("at", range(LENGTH))
def test_a_question_that_may_not_stay_is_left_as_with_next(ravi, journey, at):
    left = 0
    for seed in range(12):
        before = begin(ravi, journey, seed, at)
        topics = PROMPTS[before.steps[at]].topics if before.steps[at] in PROMPTS else ()
        after = turn_off(ravi, journey, topics, seed)
        assert after.at == (at + 1 if topics else at)
        # Whoever goes back finds the question that was there, and none that came instead of it.
        assert after.steps[at] == before.steps[at]
        left += bool(topics)
        for topic in topics:
            change(ravi, journey, lambda p, one=topic: boundaries.take_in_again(p, TOPIC, one))
    assert left or not 1 <= at <= DRAWN


def test_the_questions_to_come_are_others_each_time(ravi, journey):
    begin(ravi, journey, 0, 1)
    drawn = {tuple(turn_off(ravi, journey, (), seed).steps) for seed in range(30)}
    assert len(drawn) > 15


def test_a_talk_without_questions_is_left_as_it_is(maya, ravi, journey):
    change(ravi, journey, lambda pages: talks.choose(pages, talks.VISIONS, Random(1)))
    before = course(ravi, journey)
    assert turn_off(ravi, journey, TOPICS, 1) == before == course(maya, journey)
