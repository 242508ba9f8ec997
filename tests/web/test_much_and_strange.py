"""Long texts, long lives, other scripts: all is kept, and a full record is a sentence."""

import re

import pytest

from tests.cast import browser, join, talk, words
from yonder.career.pages import LONGEST

HERE = "/pages/"


@pytest.fixture
def mine(ravi):
    return browser(ravi)


def test_a_text_of_twenty_thousand_characters_is_kept_whole(mine):
    text = ("All of it, word for word. " * 1000)[:LONGEST].rstrip(" ")
    mine.post(HERE, {"verb": "turn-write", "changed": "Left", "why": text})
    assert text in words(mine.get(HERE))


def test_a_longer_one_is_told_and_still_there_to_copy(mine):
    text = "x" * (LONGEST + 1)
    page = words(mine.post(HERE, {"verb": "turn-write", "changed": "Left", "why": text}))
    assert "Too long: take at most 20000 letters." in page
    assert text in page


def test_one_line_of_a_sheet_is_no_longer_than_a_text(mine):
    sheet = "Left\n" + "x" * (LONGEST + 1)
    page = words(mine.post(HERE, {"verb": "sheet-write", "sheet": sheet}))
    assert "Too long: take at most 20000 letters." in page
    assert sheet in page


def test_a_life_of_five_hundred_turns_is_one_page(mine):
    sheet = "\n".join(f"Turn number {number}" for number in range(500))
    mine.post(HERE, {"verb": "sheet-write", "sheet": sheet})
    page = words(mine.get(HERE))
    assert len(re.findall(r'<li class="pivot"', page)) == 500
    assert "Turn number 499" in page


@pytest.mark.parametrize(
    "text", ["شغلي الأول في المخبز", "夜のパン屋", "🥖 bread 👩🏽‍🍳", "e\u0301te\u0301"]
)  # noqa: RUF001
def test_words_in_any_script_come_back_as_they_were(mine, text):
    mine.post(HERE, {"verb": "turn-write", "changed": text})
    mine.post(HERE, {"verb": "vision-write", "name": text, "text": text})
    assert words(mine.get(HERE)).count(text) >= 3


def test_people_with_names_in_any_script_talk(vault, workplace):
    mariam, yuki = join(vault, "مريم", login="mariam"), join(vault, "ゆき 🌸", login="yuki")
    journey = talk(mariam, yuki)
    page = words(browser(yuki).get(f"/journey/{journey.id}/room/"))
    assert "You and مريم can read this." in page


def test_when_there_is_no_room_left_it_says_so_and_erasing_makes_some(mine):
    sheet = "\n".join(f"{number} " + "word " * 395 for number in range(100))
    for _ in range(4):
        mine.post(HERE, {"verb": "sheet-write", "sheet": sheet})
    assert "There is not much room left here." in words(mine.get(HERE))

    answer = words(mine.post(HERE, {"verb": "sheet-write", "sheet": sheet}))
    assert "There is no room left here." in answer
    assert "What you typed is still on this page." in answer
    before = words(mine.get(HERE)).count('<li class="pivot"')

    first = re.search(r'value="change:([0-9a-f-]{36}):turn"', words(mine.get(HERE)))[1]
    mine.post(HERE, {"verb": f"erase:{first}:1"})
    assert words(mine.get(HERE)).count('<li class="pivot"') == before - 1
