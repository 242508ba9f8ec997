"""The questions: enough for every start, fewer when topics are off, and their ids last."""

import re
from collections import Counter

import pytest

from tests.guidebook.published import PUBLISHED
from yonder.guidebook import prompts
from yonder.guidebook.prompts import STARTS

STORY = prompts.life_story("en").prompts
VISIONS = prompts.visions("en")
TOPICS = prompts.topics("en")
EVERY = (*STORY, *VISIONS.prompts)


def at(start):
    return [one for one in STORY if start in one.starts]


@pytest.mark.parametrize("start", STARTS)
def test_every_start_has_more_questions_than_a_talk_asks(start):
    assert len(at(start)) >= 12


@pytest.mark.parametrize("start", STARTS)
def test_with_every_topic_turned_off_there_is_still_a_talk(start):
    assert len([one for one in at(start) if not one.topics]) >= 8


def test_one_question_is_always_last_and_fits_every_start():
    assert [one.starts for one in STORY if one.last] == [STARTS]
    assert STORY[-1].last
    assert STORY[-1].topics == ()


def test_every_question_of_the_first_talk_has_a_start():
    assert [one.id for one in STORY if not one.starts] == []


def test_every_question_says_why_it_is_asked():
    assert [one.id for one in EVERY if not (one.text and one.why)] == []


def test_no_question_stands_there_twice():
    for words in ([one.id for one in EVERY], [one.text for one in STORY]):
        assert [word for word, times in Counter(words).items() if times > 1] == []


def test_an_id_fits_into_a_record_and_a_form():
    assert [one.id for one in EVERY if not re.fullmatch(r"[a-z]+(-[a-z]+)*", one.id)] == []


def test_a_record_finds_every_question_it_has_ever_kept():
    lost = [name for name in PUBLISHED if prompts.prompt("en", name) is None]
    assert lost == []


def test_every_question_is_on_the_list_of_those_that_last():
    assert {one.id for one in EVERY} - set(PUBLISHED) == set()


def test_every_topic_of_a_question_can_be_turned_off():
    assert {topic for one in EVERY for topic in one.topics} - TOPICS.keys() == set()


@pytest.mark.parametrize("topic", TOPICS)
def test_turning_off_a_topic_keeps_more_than_one_question_away(topic):
    assert len([one for one in STORY if topic in one.topics]) >= 2


def test_a_person_can_turn_off_six_to_nine_topics():
    assert 6 <= len(TOPICS) <= 9
    assert all(TOPICS.values())


def test_three_pictures_are_asked_for_and_each_has_a_name():
    assert len(VISIONS.pictures) == 3
    assert all(one.name for one in VISIONS.pictures)


def test_the_six_ways_in_are_there_whatever_was_turned_off():
    assert len(VISIONS.not_yet.ways_in) == 6
    assert not any(one.topics for one in VISIONS.not_yet.ways_in)


def test_a_picture_is_looked_at_closer_from_nine_sides():
    sides = ["size", "stage", "field", "trade", "role", "lead", "whose", "place", "hours"]
    assert [one.id for one in VISIONS.focus] == sides
    assert all(one.name for one in VISIONS.focus)


def test_beyond_the_next_rung_one_question_is_asked():
    assert VISIONS.what_then.text == "And if that came true, what then?"


def test_what_no_record_names_is_no_question():
    assert prompts.prompt("en", "no-such-question") is None
