"""How the guidebook speaks: short sentences, no words that hint, press or count."""

import re

import pytest

from tests.guidebook.pages import PAGES, sentences, texts_of
from yonder.guidebook.practice import practice

MOST_WORDS = 20
# It stands word for word on every page that says who could read; it has one word more.
AS_PROMISED = (
    "They could then read the notes of everyone who is signed in during that time,"
    " and of those they share with."
)
# What one had better not say stands in the practice, in the words in which people say it.
NOT_CHOSEN = {
    reply
    for scene in practice("en").scenes
    for letter, reply in scene.replies.items()
    if letter != scene.ours
}
NOT_OURS = re.compile(
    r"\b(confidential\w*|honest\w*|please|sorry|employees?|resources?|talents?|high potentials?"
    r"|weakness\w*|leverage\w*|empower\w*|align\w*|safe space|overdue|awesome|skip\w*)\b|!",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(more\s+)?"
    r"(questions|prompts)\b",
    re.IGNORECASE,
)


def long_ones(text):
    found = (one for one in sentences(text) if len(one.split()) > MOST_WORDS)
    return [one for one in found if one != AS_PROMISED]


@pytest.fixture(params=PAGES, ids=lambda page: page.name)
def said(request):
    found = [text for text in texts_of(request.param) if text not in NOT_CHOSEN]
    assert found
    return found


def test_no_sentence_has_more_than_twenty_words(said):
    assert [long for text in said for long in long_ones(text)] == []


def test_no_word_that_hints_presses_or_praises(said):
    assert [text for text in said if NOT_OURS.search(text)] == []


def test_nobody_can_tell_how_many_questions_there_are(said):
    assert [text for text in said if COUNTED.search(text)] == []


def test_every_text_is_whole(said):
    assert [text for text in said if text != text.strip() or not text] == []


def test_control_a_long_sentence_is_found_behind_a_short_one():
    long = " ".join(["word"] * (MOST_WORDS + 1))

    assert long_ones(f"Short. Said: “Short too.” {long}.") == [f"{long}."]
    assert long_ones(" ".join(["word"] * MOST_WORDS)) == []


@pytest.mark.parametrize(
    "bad",
    ["Be honest.", "This is strictly confidential.", "Please go on.", "Well done!", "Skip it."],
)
def test_control_such_a_word_is_found(bad):
    assert NOT_OURS.search(bad)


@pytest.mark.parametrize("bad", ["2 of 12 questions", "Three more prompts to go."])
def test_control_a_count_is_found(bad):
    assert COUNTED.search(bad)
