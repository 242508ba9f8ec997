"""A boss with 52 people: from three honest calendars to a running one, with a few clicks."""

import time

import pytest

from tests.browser.conftest import Come
from tests.browser.steps import Visitor
from tests.browser.teams import leads, report_to
from tests.browser.test_pages_fit import WIDER
from tests.elsewhere import elsewhere
from tests.serving import Served


@pytest.fixture
def boss(here: Served, olga: Visitor) -> Visitor:
    """Olga leads 52 people, none of whom is here yet."""
    elsewhere(report_to, "olga", 52, folder=here.folder)
    return olga


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_calendars_fit_a_wide_page_and_a_telephone(
    boss: Visitor, colours: str, screenshots: object
) -> None:
    boss.page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    for width in (1366, 360):
        boss.page.set_viewport_size({"width": width, "height": 800})
        boss.goes("/planner/")
        boss.reads("104 talks. At two a week that is 1 year")
        assert not boss.page.evaluate(WIDER), width
        boss.page.screenshot(path=f"{screenshots}/planner-{colours}-{width}.png", full_page=True)


def writes_down_the_code(visitor: Visitor) -> None:
    visitor.page.get_by_role("link", name="Write it down").click()
    visitor.presses("Show me my code")
    visitor.fills("Recovery code", visitor.page.locator(".digits--code").inner_text())
    visitor.presses("I have written it down")


def test_a_boss_with_52_goes_from_three_calendars_to_slips_to_hand_over(
    boss: Visitor, screenshots: object
) -> None:
    begun = time.monotonic()
    boss.goes("/")
    boss.page.get_by_role("link", name="Planner", exact=True).click()
    boss.reads("104 talks. At two a week that is 1 year")
    boss.presses("Begin with “Visions and plan”")
    boss.stands_before("Your next weeks")
    writes_down_the_code(boss)
    boss.stands_before("Your next weeks")
    looks(boss, screenshots, "running")
    boss.presses("Offer these times")
    boss.stands_before("Slips to hand over")
    took = time.monotonic() - begun
    print(f"from home to the slips in {took:.1f} s, looking at the page included")
    assert boss.page.locator(".slip").count() >= 4
    looks(boss, screenshots, "slips")
    boss.page.emulate_media(media="print")
    boss.page.screenshot(path=f"{screenshots}/planner-slips-paper.png", full_page=True)
    boss.page.emulate_media(media="screen")
    boss.page.get_by_role("link", name="Your next weeks").click()
    boss.reads(", offered until ")
    boss.page.get_by_role("button", name="I am away this week").nth(1).click()
    boss.reads("You moved two talks this week. Plan one a week from now on?")
    looks(boss, screenshots, "moved")
    assert took < 180


def test_an_owner_takes_a_time_on_a_telephone(
    paired: tuple[Visitor, Visitor], here: Served, screenshots: object
) -> None:
    maya, ravi = paired
    elsewhere(leads, "maya", "ravi", folder=here.folder)
    maya.goes("/planner/")
    maya.presses("Begin with “All three talks”")
    maya.presses("Offer these times")
    maya.reads("The times are offered.")
    ravi.goes("/")
    ravi.reads("Maya has time for you:")
    looks(ravi, screenshots, "owner")
    ravi.presses("Yes, this time")
    ravi.reads("You two have something planned on")
    maya.goes("/planner/")
    maya.reads("On ")
    assert ", offered until " not in maya.page.locator("main").inner_text()


def test_the_planner_works_without_scripts(here: Served, olga: Visitor, come: Come) -> None:
    elsewhere(report_to, "olga", 13, folder=here.folder)
    plain = come("olga", javascript=False)
    plain.signs_in()
    plain.goes("/planner/")
    plain.fills("Talks a week", "1")
    plain.presses("Draw the calendars")
    plain.reads("26 talks. At one a week that is")
    plain.presses("Begin with “Visions and plan”")
    plain.stands_before("Your next weeks")


def looks(visitor: Visitor, screenshots: object, name: str) -> None:
    """Wide and narrow, by day and by night: nothing sticks out."""
    before = visitor.page.viewport_size
    for width in (1366, 360, 320):
        visitor.page.set_viewport_size({"width": width, "height": 800})
        for colours in ("light", "dark"):
            visitor.page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
            assert not visitor.page.evaluate(WIDER), (name, width)
            path = f"{screenshots}/planner-{name}-{colours}-{width}.png"
            visitor.page.screenshot(path=path, full_page=True)
    assert before
    visitor.page.set_viewport_size(before)
