"""Somebody leaves, in a real browser: what is left to do fits a telephone, by day and by night."""

from datetime import UTC, datetime

import pytest

from tests.browser.steps import Visitor, write
from tests.browser.talking import goes_to_the_page, writes_a_turn
from tests.browser.test_pages_fit import WIDER
from tests.serving import Served
from tests.serving import yonder as run


def last_day_is_today(visitor: Visitor) -> None:
    visitor.goes("/me/")
    visitor.page.get_by_role("link", name="I am leaving").click()
    visitor.fills("Last day here", f"{datetime.now(UTC).date()}")
    visitor.presses("Save")
    visitor.stands_before("Is today your last day?")
    visitor.presses("Yes, today")
    visitor.stands_before("You are leaving Harbour Works.")


def looks(visitor: Visitor, name: str, screenshots: object) -> None:
    """The page as it is, in both colours, large and small."""
    for colours in ("light", "dark"):
        visitor.page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
        for width in (1366, 360, 320):
            visitor.page.set_viewport_size({"width": width, "height": 760})
            assert not visitor.page.evaluate(WIDER), (name, width)
            path = f"{screenshots}/leaving-{name}-{colours}-{width}.png"
            visitor.page.screenshot(path=path, full_page=True)


def test_an_owner_leaves_and_nothing_is_left(
    paired: tuple[Visitor, Visitor], screenshots: object
) -> None:
    maya, ravi = paired
    write(ravi, "Maya", "On Fridays the ovens are mine.")
    ravi.goes("/me/leaving/")
    looks(ravi, "before", screenshots)
    ravi.goes("/me/held/")
    looks(ravi, "held", screenshots)
    last_day_is_today(ravi)
    looks(ravi, "gone", screenshots)
    ravi.goes("/pages/")
    ravi.stands_before("You are leaving Harbour Works.")
    ravi.presses("Erase now")
    looks(ravi, "erase", screenshots)
    ravi.presses("Erase everything")
    ravi.stands_before("Everything is erased.")
    looks(ravi, "erased", screenshots)

    maya.goes("/")
    assert "Ravi" not in maya.page.locator("main").inner_text()


@pytest.mark.parametrize("at", ["home", "open page"])
def test_a_guide_leaves_and_the_owner_has_it_all_at_home(
    paired: tuple[Visitor, Visitor], here: Served, screenshots: object, at: str
) -> None:
    maya, ravi = paired
    goes_to_the_page(ravi, "Maya")
    writes_a_turn(ravi, "I left the bakery", "Show Maya")
    if at == "home":
        ravi.goes("/me/")  # else the open page notices, and goes home by itself
    last_day_is_today(maya)
    # What happens once a minute by itself, now.
    run("tick", folder=here.folder)

    if at == "home":
        ravi.goes("/")
    ravi.reads("A guide of yours has left. You keep everything, and only you can read it.")
    looks(ravi, f"left-{at}", screenshots)
    ravi.goes("/pages/")
    ravi.reads("I left the bakery")


def test_people_operations_write_the_day_down(
    olga: Visitor, ravi: Visitor, screenshots: object
) -> None:
    ravi.goes("/me/")
    olga.goes("/people/")
    of_ravi = olga.page.locator(".person", has_text="Signs in as ravi.")
    of_ravi.get_by_text("Leaving", exact=True).click()
    looks(olga, "people", screenshots)
    of_ravi.get_by_label("Last day here").fill(f"{datetime.now(UTC).date()}")
    of_ravi.locator("button[value=leaves]").click()
    olga.stands_before("Is today the last day of Ravi?")
    looks(olga, "today", screenshots)
    olga.presses("Yes, today")
    olga.reads("Leaves on")

    ravi.goes("/")
    ravi.stands_before("You are leaving Harbour Works.")
