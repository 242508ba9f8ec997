"""A hand-over with three screens: the owner on a telephone, the former guide, and the new one."""

from playwright.sync_api import expect

from tests.browser.steps import Visitor, see_digits
from tests.browser.talking import goes_to_the_page, paints_a_picture, writes_a_turn

LEFT, VAN = "Left the bakery", "My own van"


def hands_over(ravi: Visitor) -> None:
    """Ravi picks the turn for Olga, looks at it as she will, and shows it."""
    goes_to_the_page(ravi, "Maya")
    ravi.page.get_by_role("link", name="You and Maya can read this.").click()
    ravi.presses("Someone else will listen from now on")
    ravi.fills("Who listens from now on?", "olga")
    assert ravi.page.get_by_role("checkbox", checked=True).count() == 0
    ravi.page.get_by_label(LEFT).check()
    ravi.presses("See what they would see")
    ravi.stands_before("What Olga would see")
    preview = ravi.page.locator(".preview")
    expect(preview).to_contain_text(LEFT)
    expect(preview).not_to_contain_text(VAN)
    ravi.presses("Show this")
    ravi.stands_before("An invitation for Olga")


def test_what_was_picked_goes_to_the_new_one_and_an_open_window_of_the_former_one_empties(
    paired: tuple[Visitor, Visitor], olga: Visitor
) -> None:
    maya, ravi = paired
    goes_to_the_page(ravi, "Maya")
    writes_a_turn(ravi, LEFT, "Show Maya")
    paints_a_picture(ravi, VAN, "Show Maya")
    goes_to_the_page(maya, "Ravi")
    maya.reads(LEFT)

    hands_over(ravi)

    expect(maya.page.locator("body")).not_to_contain_text(LEFT)
    maya.goes("/")
    maya.reads("Your talks with Ravi have ended. Thank you for listening.")

    olga.goes("/")
    olga.page.get_by_role("link", name="Read it").click()
    olga.presses("I would like to")
    olga.stands_before("Ravi opens this for you")
    digits = see_digits(ravi, "Olga")
    olga.fills("The twelve digits", digits)
    olga.presses("Open")
    for one in (ravi, olga):
        one.stands_before("Open. You two can read this from now on.")
    goes_to_the_page(olga, "Ravi")
    olga.reads("Ravi chose to show you this. There may be more, or there may not. Do not ask.")
    olga.reads(LEFT)
    expect(olga.page.locator("main")).not_to_contain_text(VAN)
