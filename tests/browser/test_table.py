"""One screen passed across the table: who holds it finds one page, by the back button too."""

import re

from playwright.sync_api import expect

from tests.browser.steps import PASSWORDS, Visitor

ONLY_HERE = "There is nothing here for you."
# What the room's button sends, put into a form of the page itself.
PASS = """(to) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = to;
  form.append(document.querySelector("[name=csrfmiddlewaretoken]").cloneNode());
  const verb = document.createElement("input");
  verb.name = "verb";
  verb.value = "pass";
  form.append(verb);
  document.body.append(form);
  form.submit();
}"""


def stands_in_the_room(maya: Visitor) -> str:
    """Gives the address of the journey."""
    maya.goes("/")
    maya.page.get_by_role("link", name="You and Ravi").click()
    expect(maya.page).to_have_url(re.compile("/journey/"))
    journey = maya.page.url.partition("#")[0]
    maya.page.goto(journey + "room/")
    return journey


def hands_over(maya: Visitor, journey: str) -> None:
    maya.page.evaluate(PASS, journey + "table/")
    maya.stands_before("This part is for Ravi.")


def test_the_back_button_and_other_addresses_show_nothing(paired: tuple[Visitor, Visitor]) -> None:
    maya, _ = paired
    journey = stands_in_the_room(maya)
    hands_over(maya, journey)

    maya.page.go_back()
    maya.stands_before(ONLY_HERE)
    for path in ("/", "/me/", "/pages/", "/protection/"):
        maya.goes(path)
        maya.stands_before(ONLY_HERE)
    maya.page.get_by_role("link", name="Back to your part").click()
    maya.stands_before("This part is for Ravi.")


def test_a_second_window_of_the_guide_shows_nothing_either(paired: tuple[Visitor, Visitor]) -> None:
    maya, _ = paired
    journey = stands_in_the_room(maya)
    second = Visitor(maya.page.context.new_page(), maya.address, maya.name)
    second.goes("/me/")
    hands_over(maya, journey)

    second.page.reload()

    second.stands_before(ONLY_HERE)


def test_handed_back_it_asks_for_the_password_and_goes_on_in_the_room(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, _ = paired
    journey = stands_in_the_room(maya)
    hands_over(maya, journey)

    maya.presses("Hand it back")
    maya.stands_before("Closed.")
    maya.page.go_back()
    maya.stands_before("Closed.")
    maya.page.goto(journey + "room/")
    maya.fills("Your password", PASSWORDS["maya"])
    maya.presses("Open with my password")

    expect(maya.page).to_have_url(journey + "room/")
    expect(maya.page.get_by_role("link", name="Out of the room")).to_be_visible()
