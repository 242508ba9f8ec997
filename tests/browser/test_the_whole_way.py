"""The main job: two people, two windows, from a yes to the second check-in; the same alone, and the
same without scripts."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.browser.conftest import Come
from tests.browser.planning import (
    agrees,
    asks_why,
    chooses,
    drawn,
    names_a_skill,
    promises,
    says_how_important,
    sets_the_day,
    step,
)
from tests.browser.steps import Visitor, pairs_without_scripts
from tests.browser.talking import (
    goes_into_the_room,
    goes_to_the_page,
    names_a_value,
    paints_a_picture,
    picks,
    value,
    walks_to,
    writes_a_turn,
)

LEFT, NIGHTS, EVENINGS = "Left the bakery", "Asked for nights", "My evenings are mine"
TEACH, VAN, KNEAD = "Teach the new ones", "My own van", "Explain a recipe to two people"
SOON = datetime.now(UTC).date() + timedelta(days=20)


def test_two_people_go_from_a_yes_to_the_second_check_in(
    paired: tuple[Visitor, Visitor], screenshots: object
) -> None:
    maya, ravi = paired
    picks(ravi, "Maya", "Life Story")
    goes_into_the_room(maya, "Ravi")
    goes_into_the_room(ravi, "Maya")
    writes_a_turn(maya, LEFT, "Save")
    writes_a_turn(ravi, NIGHTS, "Show Maya")
    walks_to(maya, "What matters to Ravi?")
    names_a_value(maya, EVENINGS, [LEFT, NIGHTS], "Save")
    ravi.stands_before("What matters to you?")
    value(ravi, EVENINGS).get_by_role("button", name="Yes, that is me").click()
    walks_to(maya, "What was heard")
    sets_the_day(maya, SOON)
    maya.presses("Close this talk")

    ravi.stands_before("Visions")
    walks_to(ravi, "Where would you go if nothing stood in the way?")
    for name in (TEACH, VAN):
        paints_a_picture(ravi, name, "Show Maya")
    walks_to(ravi, "Is there room for what matters?")
    fits = ravi.page.get_by_role("button", name="There is room for it").first
    fits.click()
    expect(fits).to_have_attribute("aria-pressed", "true")
    walks_to(ravi, "What was heard")
    ravi.presses("Close this talk")

    maya.stands_before("Plan")
    walks_to(maya, "What would you have to do well on that Tuesday?")
    names_a_skill(maya, KNEAD, "Save")
    says_how_important(maya, KNEAD, TEACH, "3")
    chooses(maya, KNEAD)
    walks_to(maya, "Who does what by when?")
    promises(maya, "Free two hours a week for you", "Maya", SOON, "Save", serves=KNEAD)
    ravi.stands_before("Who does what by when?")
    promises(ravi, "Show Bao the sourdough", "Ravi", SOON, "Show Maya", serves=KNEAD)
    for one in (maya, ravi):
        agrees(one)
    walks_to(maya, "What was heard")
    maya.presses("Close this talk")

    for name in ("first", "second"):
        maya.stands_before("Check-in")
        walks_to(maya, "Maya’s steps come first.")
        if name == "first":
            mine = step(maya, "Free two hours a week for you")
            mine.get_by_role("button", name="Done").click()
            expect(mine).to_have_count(0)
        maya.page.screenshot(path=f"{screenshots}/way-{name}-check-in.png", full_page=True)
        walks_to(maya, "What was heard")
        maya.presses("Close this talk")
    goes_to_the_page(ravi, "Maya")
    ravi.page.screenshot(path=f"{screenshots}/way-page.png", full_page=True)
    asks_why(ravi, "Show Bao the sourdough")
    ravi.reads("Why am I doing this?")
    drawn(ravi, LEFT).press("Enter")
    expect(drawn(ravi, LEFT)).to_have_attribute("aria-current", "true")
    expect(drawn(ravi, "Show Bao the sourdough")).to_have_class("is-on")
    expect(drawn(ravi, VAN)).not_to_have_class("is-on")
    ravi.page.screenshot(path=f"{screenshots}/way-line.png", full_page=True)
    ravi.goes("/")
    ravi.reads("What I promised")


def test_somebody_alone_goes_the_same_way(ravi: Visitor) -> None:
    ravi.goes("/pages/")
    writes_a_turn(ravi, LEFT, "Save")
    writes_a_turn(ravi, NIGHTS, "Save")
    names_a_value(ravi, EVENINGS, [LEFT, NIGHTS], "Save")
    paints_a_picture(ravi, TEACH, "Save")
    names_a_skill(ravi, KNEAD, "Save")
    says_how_important(ravi, KNEAD, TEACH, "2")
    promises(ravi, "Show Bao the sourdough", "Ravi", SOON, "Save", serves=KNEAD)
    agrees(ravi)
    step(ravi, "Show Bao").get_by_role("button", name="Done").click()
    ravi.page.get_by_text("Done, or off the list").click()
    expect(step(ravi, "Show Bao")).to_contain_text("Done")


def test_the_plan_is_made_without_scripts_too(maya: Visitor, come: Come) -> None:
    quiet_maya, ravi = come("maya", javascript=False), come("ravi", javascript=False, width=360)
    pairs_without_scripts(quiet_maya, ravi)

    goes_to_the_page(ravi, "Maya")
    paints_a_picture(ravi, TEACH, "Show Maya")
    names_a_skill(ravi, KNEAD, "Show Maya")
    says_how_important(ravi, KNEAD, TEACH, "1", keyboard=False)
    promises(ravi, "Show Bao the sourdough", "Ravi", SOON, "Show Maya", serves=KNEAD)
    goes_to_the_page(quiet_maya, "Ravi")
    promises(quiet_maya, "Free two hours a week for you", "Maya", SOON, "Save", serves=KNEAD)
    for one in (quiet_maya, ravi):
        agrees(one)
    quiet_maya.page.reload()
    quiet_maya.reads("Ravi has agreed")
    quiet_maya.reads("Maya has agreed")
