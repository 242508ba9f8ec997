"""The team page in a real browser: a small telephone, the keys alone, and paper."""

import pytest

from tests.browser.steps import Visitor, invite

WIDER = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def at_team(paired: tuple[Visitor, Visitor]) -> Visitor:
    """Maya has Ravi, and a long name that has been asked."""
    maya, _ = paired
    invite(maya, "Bartholomäus-Maximilian")
    maya.goes("/team/")
    return maya


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_team_fits_a_small_telephone(at_team: Visitor, colours: str, screenshots: object) -> None:
    at_team.page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    for width in (1366, 360, 320):
        at_team.page.set_viewport_size({"width": width, "height": 700})
        at_team.goes("/team/")
        assert not at_team.page.evaluate(WIDER), width
        at_team.page.screenshot(path=f"{screenshots}/team-{colours}-{width}.png", full_page=True)


def test_it_is_reached_and_used_by_the_keys_alone(at_team: Visitor) -> None:
    at_team.goes("/")
    at_team.page.get_by_role("link", name="Team", exact=True).focus()
    at_team.page.keyboard.press("Enter")
    at_team.page.get_by_role("heading", name="Your team").wait_for()
    at_team.page.get_by_role("link", name="Ravi").focus()
    at_team.page.keyboard.press("Enter")
    at_team.page.get_by_role("heading", name="You and Ravi").wait_for()


def test_on_paper_it_is_names_and_days_and_nothing_to_press(at_team: Visitor) -> None:
    at_team.page.emulate_media(media="print")
    buttons = at_team.page.locator("button:visible, input:visible, select:visible")
    assert buttons.all_inner_texts() == []
    at_team.reads("Ravi")
