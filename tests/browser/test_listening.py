"""Listening well, without a mouse: the practice, the cards, and the pen that goes down for both."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Come
from tests.browser.steps import Visitor
from tests.browser.talking import goes_into_the_room, picks
from yonder.guidebook.practice import practice

SCENES = practice("en").scenes
OFF = "Nothing more can be written in this part of the talk. What was there before stays."
SMALL = """() => [...document.querySelectorAll("main button, main summary, main a")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
  .map((one) => one.textContent)"""


def tabs_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus says this."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if words in (page.evaluate("document.activeElement.textContent") or ""):
            return
    raise AssertionError(words)


@pytest.mark.parametrize("javascript", [True, False])
def test_the_practice_is_walked_through_with_the_keyboard_alone(
    olga: Visitor, come: Come, javascript: bool
) -> None:
    olga.page.context.close()
    visitor = come("olga", javascript=javascript, width=360)
    visitor.signs_in()
    visitor.goes("/practice/")
    tabs_to(visitor.page, "Begin")
    visitor.page.keyboard.press("Enter")
    for scene in SCENES:
        visitor.stands_before(scene.line)
        assert visitor.page.evaluate(SMALL) == []
        expect(visitor.page.locator("h1")).to_be_focused()
        for _ in range(3):
            visitor.page.keyboard.press("Tab")
        visitor.page.keyboard.press("Enter")
        expect(visitor.page.locator(".scene__why")).to_contain_text(scene.why)
        expect(visitor.page.locator(".scene__why")).to_be_focused()
        visitor.page.keyboard.press("Tab")
        visitor.page.keyboard.press("Enter")
    visitor.stands_before("That was all. Which one sentence do you take with you today?")


def test_a_card_opens_beside_the_step_and_puts_the_pen_down_for_both(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, ravi = paired
    picks(ravi, "Maya", "Life Story")
    for one, other in ((maya, "Ravi"), (ravi, "Maya")):
        goes_into_the_room(one, other)
    ravi.presses("With my first job")
    expect(ravi.page.get_by_role("heading", level=1)).not_to_have_text("Life Story")
    step = ravi.page.get_by_role("heading", level=1).inner_text()
    maya.stands_before(step)

    for words in ("Cards", "Harassment or danger"):
        tabs_to(maya.page, words)
        maya.page.keyboard.press("Enter")
    maya.stands_before(step)
    assert maya.page.evaluate(SMALL) == []
    tabs_to(maya.page, "Notes off")
    maya.page.keyboard.press("Enter")

    for one in (maya, ravi):
        expect(one.page.locator("#notes-off")).to_have_text(OFF)
        expect(one.page.locator("#turn-new")).to_have_count(0)
        one.stands_before(step)
    ravi.presses("Next")
    for one in (ravi, maya):
        expect(one.page.locator("#notes-off")).to_be_empty()
        expect(one.page.locator("#turn-new")).to_be_visible()


def test_help_without_the_guide_opens_beside_the_step(paired: tuple[Visitor, Visitor]) -> None:
    maya, ravi = paired
    goes_into_the_room(ravi, "Maya")
    summary = ravi.page.locator("summary").filter(has_text=re.compile("Help, without Maya"))

    summary.focus()
    ravi.page.keyboard.press("Enter")

    ravi.reads("Your workplace has not named anyone here yet.")
    ravi.reads("Nobody sees that you opened this card.")
