"""A no: it is stored where only its owner reads, and what is left out never comes up."""

from random import Random

import pytest

from tests.career.stage import change, pages_of, saved_by, without_ids
from tests.promises.doors import undone
from yonder.career import boundaries, talks
from yonder.career.boundaries import PROMPT, TALK, TOPIC, left_out
from yonder.career.record import COURSE, open_private
from yonder.career.talks import CLOSE, DRAWN, LIFE_STORY, MATTERS, OPEN, PLAN, VISIONS
from yonder.guidebook import prompts

PROMPTS = {prompt.id: prompt for prompt in prompts.life_story("en").prompts}
TOPICS = tuple(prompts.topics("en"))
TODAY = 20_000
SEEDS = range(40)


def leave_out(ravi, journey, what, *names):
    for name in names:
        change(ravi, journey, lambda pages, name=name: boundaries.leave_out(pages, what, name))


def draw_again(ravi, journey, seed):
    change(ravi, journey, lambda pages: talks.draw_again(pages, Random(seed)))


def steps(who, journey):
    return talks.course(pages_of(who, journey)).steps


def go_on(who, journey, times=1):
    for _ in range(times):
        change(who, journey, lambda pages: talks.next_step(pages, talks.step_of(pages)))


def drawn(ravi, journey):
    """Every question that comes up in any of many sittings, one life each."""
    found = set()
    for seed in SEEDS:
        start = prompts.STARTS[seed % len(prompts.STARTS)]
        with undone():
            change(ravi, journey, lambda p, s=start, n=seed: talks.start_at(p, s, Random(n)))
            found |= set(steps(ravi, journey))
        with undone():
            draw_again(ravi, journey, seed)
            found |= set(steps(ravi, journey)[1:])
    return found


@pytest.mark.parametrize("topic", TOPICS)
def test_no_question_on_a_topic_that_was_turned_off_is_drawn(ravi, journey, topic):
    tagged = {name for name, prompt in PROMPTS.items() if topic in prompt.topics}
    assert tagged & drawn(ravi, journey), "control: they do come up"
    leave_out(ravi, journey, TOPIC, topic)
    assert not tagged & drawn(ravi, journey)


def test_no_question_that_was_left_out_is_drawn_again(ravi, journey):
    left = set(list(PROMPTS)[::3])
    assert left & drawn(ravi, journey), "control: they do come up"
    leave_out(ravi, journey, PROMPT, *left)
    assert not left & drawn(ravi, journey)


@pytest.mark.parametrize("start", prompts.STARTS)
def test_with_every_topic_turned_off_as_many_questions_come_as_always(ravi, journey, start):
    leave_out(ravi, journey, TOPIC, *TOPICS)
    for seed in SEEDS:
        change(ravi, journey, lambda p, n=seed: talks.start_at(p, start, Random(n)))
        assert len(steps(ravi, journey)) == DRAWN + 4


def test_with_every_single_question_left_out_the_talk_still_has_its_steps(ravi, journey):
    leave_out(ravi, journey, PROMPT, *PROMPTS)
    change(ravi, journey, lambda p: talks.start_at(p, prompts.STARTS[0], Random(1)))
    assert steps(ravi, journey) == [OPEN, MATTERS, CLOSE]


def test_not_this_one_is_for_the_other_the_next_one_as_after_any_answer(maya, ravi, journey):
    lives = []
    for verb in (talks.not_this_one, talks.next_step):
        with undone():
            go_on(ravi, journey)
            change(ravi, journey, lambda p, verb=verb: verb(p, talks.step_of(p)))
            lives.append(without_ids(pages_of(maya, journey)))
    assert lives[0] == lives[1]


def test_it_is_remembered_in_the_owners_private_circle_and_only_there(maya, ravi, journey):
    go_on(ravi, journey)
    asked = talks.step_of(pages_of(ravi, journey))
    change(ravi, journey, lambda pages: talks.not_this_one(pages, asked))
    assert left_out(open_private(ravi.keyring), PROMPT) == {asked}
    assert {entry.kind for entry in pages_of(maya, journey).shared.circle.record.entries} == {
        COURSE
    }


def test_a_guide_who_says_not_this_one_stores_nothing_for_anybody(maya, ravi, journey):
    go_on(maya, journey)
    before = saved_by()
    change(maya, journey, lambda pages: talks.not_this_one(pages, talks.step_of(pages)))
    changed = {circle for circle, tag in saved_by().items() if tag != before[circle]}
    assert changed == {journey.circle}
    for who in (maya, ravi):
        assert left_out(open_private(who.keyring), PROMPT) == set()


def test_at_a_step_that_is_no_question_only_the_room_goes_on(ravi, journey):
    change(ravi, journey, lambda pages: talks.not_this_one(pages, OPEN))
    assert left_out(open_private(ravi.keyring), PROMPT) == set()
    assert talks.course(pages_of(ravi, journey)).at == 1


@pytest.mark.parametrize("what", [PROMPT, TOPIC, TALK])
def test_the_moment_of_a_no_changes_nothing_but_the_private_circle(maya, ravi, journey, what):
    before = saved_by()
    leave_out(ravi, journey, what, "anything")
    leave_out(maya, journey, what, "anything")
    changed = {circle for circle, tag in saved_by().items() if tag != before[circle]}
    assert changed == {ravi.keyring.private}


@pytest.mark.parametrize("what", [PROMPT, TOPIC, TALK])
def test_the_same_no_twice_is_one_and_its_owner_turns_it_on_again(ravi, journey, what):
    leave_out(ravi, journey, what, "one", "one", "two")
    pages = pages_of(ravi, journey)
    assert left_out(pages.private, what) == {"one", "two"}
    before = len(pages.private.circle.record.entries)
    change(ravi, journey, lambda pages: boundaries.take_in_again(pages, what, "one"))
    pages = pages_of(ravi, journey)
    assert left_out(pages.private, what) == {"two"}
    assert len(pages.private.circle.record.entries) == before - 1


def test_what_a_guide_turned_off_for_oneself_says_nothing_here(maya, ravi, journey):
    leave_out(maya, None, TOPIC, *TOPICS)
    draw_again(ravi, journey, 1)
    assert drawn(ravi, journey) & {name for name, prompt in PROMPTS.items() if prompt.topics}


def refuse(ravi, journey, talk):
    change(ravi, journey, lambda pages: talks.not_this_talk(pages, talk, Random(1)))


def test_a_refused_talk_leaves_what_having_picked_that_order_would_have_left(maya, ravi, journey):
    lives = []
    for held, picked in [((), VISIONS), ((VISIONS,), PLAN)]:
        with undone():
            refuse(ravi, journey, LIFE_STORY)
            for talk in held:
                change(maya, journey, lambda pages, talk=talk: talks.close(pages, talk, TODAY))
            refused = talks.course(pages_of(maya, journey))
        with undone():
            change(ravi, journey, lambda p, t=picked: talks.choose(p, t, Random(1)))
            lives.append((refused, talks.course(pages_of(maya, journey))))
    for refused, picked in lives:
        assert refused.talks[0] == picked.talks[0]
        assert (refused.steps, refused.at) == (picked.steps, picked.at)


def test_a_talk_that_is_to_come_later_is_left_out_without_moving_the_room(maya, ravi, journey):
    go_on(maya, journey, 2)
    before = talks.course(pages_of(maya, journey))
    refuse(ravi, journey, VISIONS)
    after = talks.course(pages_of(maya, journey))
    assert (after.talks, after.steps, after.at) == ([LIFE_STORY, PLAN], before.steps, 2)


def test_a_talk_that_is_not_to_come_anyway_is_left_out_in_silence(ravi, journey):
    change(ravi, journey, lambda pages: talks.close(pages, LIFE_STORY, TODAY))
    before = saved_by()
    refuse(ravi, journey, LIFE_STORY)
    refuse(ravi, journey, LIFE_STORY)
    changed = {circle for circle, tag in saved_by().items() if tag != before[circle]}
    assert changed == {ravi.keyring.private}
