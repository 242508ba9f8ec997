"""Somebody starts it without being asked, and asks a manager who has never heard of it."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Come
from tests.browser.steps import Visitor, join, see_digits
from tests.browser.talking import goes_to_the_page
from tests.browser.thumbs import SMALL, awkward

MINE = "Kofi, can we talk on Friday after the early shift?"
STORED = "[localStorage.length, sessionStorage.length, document.cookie]"
ON_PAPER = "() => [...document.querySelectorAll('main *')].filter(one => one.checkVisibility())"
ON_PAPER += (
    ".filter(one => !one.children.length).map(one => one.textContent.trim()).filter(Boolean)"
)


def asks_in_own_words(visitor: Visitor, text: str) -> None:
    visitor.goes("/")
    visitor.page.get_by_role("link", name="Ask someone").click()
    visitor.stands_before("You do not have to wait until someone asks.")
    visitor.fills("Their first name", "Kofi")
    visitor.page.get_by_label("Spoken, or on a card").check()
    visitor.presses("Show me the words")
    field = visitor.page.get_by_label("Change it as you like")
    expect(field).to_have_value(re.compile("^Kofi, have you got a minute?"))
    field.fill(text)


def makes_a_slip(visitor: Visitor) -> str:
    """Gives the link that leads to the page of two minutes."""
    visitor.page.get_by_role("link", name="Make a link or a slip").click()
    expect(visitor.page.get_by_label("Mine. They listen.")).to_be_checked()
    visitor.fills("First name", "Kofi")
    visitor.presses("Show the slip")
    found = re.search(r"http://localhost:\d+/invitation/[\w-]+/", visitor.page.content())
    assert found
    return found[0]


def test_a_starter_copies_prints_and_is_listened_to(
    olga: Visitor, come: Come, screenshots: Path
) -> None:
    olga.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asks_in_own_words(olga, MINE)
    olga.presses("Copy the text")
    olga.reads("Copied.")
    assert olga.page.evaluate("navigator.clipboard.readText()") == MINE
    assert _on_paper(olga.page) == [MINE]
    olga.page.screenshot(path=f"{screenshots}/starter-card.png")
    olga.page.emulate_media(media="screen")
    assert olga.page.evaluate(STORED) == [0, 0, ""]
    for width in (1366, 360):
        olga.page.set_viewport_size(SMALL | {"width": width})  # type: ignore[arg-type]
        olga.page.screenshot(path=f"{screenshots}/starter-{width}.png", full_page=True)
    assert awkward(olga) == []

    link = makes_a_slip(olga)
    kofi = come("kofi", width=360, has_touch=True, is_mobile=True)
    kofi.page.goto(link)
    kofi.stands_before("Olga would like you to listen.")
    kofi.page.screenshot(path=f"{screenshots}/starter-asked.png", full_page=True)
    assert awkward(kofi) == []
    join(kofi, link, "I would like to")
    digits = see_digits(olga, "Kofi")
    kofi.stands_before("Type the twelve digits that Olga says to you.")
    kofi.fills("The twelve digits", digits)
    kofi.presses("Open")
    kofi.stands_before("Open. You two can read this from now on.")
    goes_to_the_page(kofi, "Olga")


def test_without_scripts_a_starter_saves_and_prints_what_was_saved(
    olga: Visitor, come: Come
) -> None:
    quiet = come("olga", javascript=False, width=360)
    quiet.signs_in()
    asks_in_own_words(quiet, MINE)
    expect(quiet.page.get_by_role("button", name="Copy the text")).to_have_count(0)
    quiet.presses("Save")
    expect(quiet.page.get_by_label("Change it as you like")).to_have_value(MINE)
    assert _on_paper(quiet.page) == [MINE]
    quiet.page.emulate_media(media="screen")

    link = makes_a_slip(quiet)
    kofi = come("kofi", javascript=False, width=360)
    kofi.page.goto(link)
    kofi.presses("Not now")
    kofi.stands_before("All right. Nobody is told.")
    quiet.page.reload()
    quiet.reads("After a no you read the same as now.")
    quiet.page.get_by_role("link", name="What to do if no answer comes").click()
    quiet.page.get_by_role("link", name="Go on alone").click()
    quiet.stands_before("My pages")


def _on_paper(page: Page) -> list[str]:
    """All that would be printed of this page."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    words: list[str] = page.evaluate(ON_PAPER)
    return words
