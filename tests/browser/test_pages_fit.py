"""Every page on a small telephone, by day and by night: nothing sticks out, nothing is refused."""

import pytest
from playwright.sync_api import ConsoleMessage

from tests.browser.steps import Visitor, see_digits, write
from tests.browser.talking import goes_to_the_page, writes_a_turn

PATHS = [
    "/",
    "/invite/",
    "/me/",
    "/me/password/",
    "/me/recovery-code/",
    "/me/sign-ins/",
    "/me/factor/",
    "/me/addresses/",
    "/me/held/",
    "/me/leaving/",
    "/me/letters/",
    "/protection/",
    "/practice/",
    "/starter/",
    "/team/",
    "/join/",
    "/planner/",
    "/planner/slips/",
    "/cascade/",
    "/pages/take/",
    "/protection/council/",
]
WIDER = "document.documentElement.scrollWidth > innerWidth"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_page_fits_a_small_telephone(
    paired: tuple[Visitor, Visitor], colours: str, screenshots: object
) -> None:
    _, ravi = paired
    refused: list[str] = []
    ravi.page.on("console", lambda message: _note(refused, message))
    write(ravi, "Maya", "A long word: Arbeitszeitkontenvereinbarungsgespräch, and then some more.")
    journey = ravi.page.url.removeprefix(ravi.address)
    ravi.page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]

    for width in (360, 320):
        ravi.page.set_viewport_size({"width": width, "height": 700})
        for path in [*PATHS, journey, f"{journey}readers/", f"{journey}take/"]:
            ravi.goes(path)
            assert not ravi.page.evaluate(WIDER), (path, width)
            name = path.strip("/").replace("/", "-")[-24:] or "home"
            ravi.page.screenshot(
                path=f"{screenshots}/fits-{colours}-{width}-{name}.png", full_page=True
            )
    assert refused == []


def test_what_is_printed_has_nothing_to_press(paired: tuple[Visitor, Visitor]) -> None:
    _, ravi = paired
    goes_to_the_page(ravi, "Maya")
    writes_a_turn(ravi, "Left the bakery", "Show Maya")
    buttons = ravi.page.locator("button:visible, summary:visible")
    assert buttons.count() > 0

    ravi.page.emulate_media(media="print")

    assert buttons.all_inner_texts() == []
    ravi.reads("Left the bakery")


def test_the_digits_and_the_slip_fit_too(maya: Visitor, ravi: Visitor) -> None:
    maya.page.set_viewport_size({"width": 320, "height": 700})

    see_digits(maya, "Ravi")

    assert not maya.page.evaluate(WIDER)


def _note(refused: list[str], message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        refused.append(message.text)
