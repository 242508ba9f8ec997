"""A boss with 52 people: from three honest calendars to a running one, with a few clicks."""

import pytest

from tests.browser.steps import Visitor
from tests.browser.teams import report_to
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
