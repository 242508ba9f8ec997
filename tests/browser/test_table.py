"""One screen passed across the table: who holds it finds one page, by the back button too."""

import re

from playwright.sync_api import expect

from tests.browser.steps import PASSWORDS, Visitor
from tests.browser.talking import (
    goes_into_the_room,
    goes_to_the_page,
    names_a_value,
    opens,
    picks,
    value,
    walks_to,
    writes_a_turn,
)

ONLY_HERE = "There is nothing here for you."


def stands_in_the_room(maya: Visitor) -> str:
    """Gives the address of the journey."""
    maya.goes("/")
    maya.page.get_by_role("link", name="You and Ravi").click()
    expect(maya.page).to_have_url(re.compile("/journey/"))
    journey = maya.page.url.partition("#")[0]
    maya.page.goto(journey + "room/")
    return journey


def hands_over(maya: Visitor) -> None:
    maya.presses("Hand the screen to Ravi")
    maya.stands_before("This part is for Ravi.")


def test_the_back_button_and_other_addresses_show_nothing(paired: tuple[Visitor, Visitor]) -> None:
    maya, _ = paired
    stands_in_the_room(maya)
    hands_over(maya)

    maya.page.go_back()
    maya.stands_before(ONLY_HERE)
    for path in ("/", "/me/", "/pages/", "/protection/"):
        maya.goes(path)
        maya.stands_before(ONLY_HERE)
    maya.page.get_by_role("link", name="Back to your part").click()
    maya.stands_before("This part is for Ravi.")


def test_a_second_window_of_the_guide_shows_nothing_either(paired: tuple[Visitor, Visitor]) -> None:
    maya, _ = paired
    stands_in_the_room(maya)
    second = Visitor(maya.page.context.new_page(), maya.address, maya.name)
    second.goes("/me/")
    hands_over(maya)

    second.page.reload()

    second.stands_before(ONLY_HERE)


def test_handed_back_it_asks_for_the_password_and_goes_on_in_the_room(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, _ = paired
    journey = stands_in_the_room(maya)
    hands_over(maya)

    maya.presses("Hand it back")
    maya.stands_before("Closed.")
    maya.page.go_back()
    maya.stands_before("Closed.")
    maya.page.goto(journey + "room/")
    maya.fills("Your password", PASSWORDS["maya"])
    maya.presses("Open with my password")

    expect(maya.page).to_have_url(journey + "room/")
    expect(maya.page.get_by_role("link", name="Out of the room")).to_be_visible()


def test_what_was_heard_is_said_yes_to_across_the_table(paired: tuple[Visitor, Visitor]) -> None:
    maya, ravi = paired
    picks(ravi, "Maya", "Life Story")
    goes_into_the_room(maya, "Ravi")
    writes_a_turn(maya, "Left the bakery", "Save")
    walks_to(maya, "What matters to Ravi?")
    names_a_value(maya, "My evenings are mine", ["Left the bakery"], "Save")
    hands_over(maya)

    heard = value(maya, "My evenings are mine")
    heard.get_by_role("button", name="Yes, that is me").click()
    expect(heard).to_contain_text("Agreed at the table")
    maya.presses("Hand it back")
    maya.stands_before("Closed.")

    goes_to_the_page(ravi, "Maya")
    opens(value(ravi, "My evenings are mine"))
    ravi.presses("Not agreed after all")
    expect(value(ravi, "My evenings are mine")).to_contain_text("Maya has heard this")
