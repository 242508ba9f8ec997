"""The first two talks, from the invitation to three pictures: two windows, no scripts, alone."""

from playwright.sync_api import expect

from tests.browser.conftest import Come
from tests.browser.steps import Visitor, invite, join, pairs_without_scripts, see_digits
from tests.browser.talking import (
    changes,
    goes_into_the_room,
    goes_to_the_page,
    names_a_value,
    opens,
    paints_a_picture,
    picks,
    picture,
    turn,
    value,
    walks_to,
    writes_a_turn,
)

LEFT, NIGHTS = "Left the bakery", "Asked for nights"
WITHIN_TWO_SECONDS = 2000


def test_two_windows_from_the_first_turn_to_three_pictures(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, ravi = paired
    picks(ravi, "Maya", "Life Story")
    goes_into_the_room(ravi, "Maya")
    goes_into_the_room(maya, "Ravi")

    writes_a_turn(maya, LEFT, "Save")
    expect(turn(ravi, LEFT)).to_be_visible(timeout=WITHIN_TWO_SECONDS)
    writes_a_turn(ravi, NIGHTS, "Show Maya")
    expect(turn(maya, NIGHTS)).to_be_visible(timeout=WITHIN_TWO_SECONDS)

    walks_to(maya, "What matters to Ravi?")
    names_a_value(maya, "My evenings are mine", [LEFT, NIGHTS], "Save")
    ravi.stands_before("What matters to you?")
    heard = value(ravi, "My evenings are mine")
    heard.get_by_role("button", name="Yes, that is me").click()
    expect(value(maya, "My evenings are mine")).to_contain_text("Confirmed")

    walks_to(ravi, "What was heard")
    ravi.presses("Close this talk")
    maya.stands_before("Visions")
    walks_to(ravi, "Where would you go if nothing stood in the way?")
    paints_a_picture(ravi, "Teach the new ones", "Show Maya", "Two people at my line.")
    paints_a_picture(ravi, "My own van", "Show Maya")
    paints_a_picture(ravi, "Back to the sea", "Only me")
    expect(picture(maya, "My own van")).to_be_visible()
    assert "Back to the sea" not in maya.page.content()


def test_the_same_without_scripts(maya: Visitor, come: Come) -> None:
    quiet_maya, ravi = come("maya", javascript=False), come("ravi", javascript=False, width=360)
    pairs_without_scripts(quiet_maya, ravi)

    goes_into_the_room(ravi, "Maya")
    walks_to(ravi, "Where would you go if nothing stood in the way?")
    for name in ("Teach the new ones", "My own van", "Back to the sea"):
        paints_a_picture(ravi, name, "Show Maya")
    goes_to_the_page(quiet_maya, "Ravi")
    writes_a_turn_without_scripts(ravi)

    quiet_maya.page.reload()
    for name in ("Teach the new ones", "My own van", "Back to the sea"):
        expect(picture(quiet_maya, name)).to_be_visible()


def writes_a_turn_without_scripts(ravi: Visitor) -> None:
    goes_to_the_page(ravi, "Maya")
    writes_a_turn(ravi, LEFT, "Show Maya")
    opens(turn(ravi, LEFT))
    ravi.page.locator(".pivot form").get_by_label("Why", exact=True).fill("Nobody explained it.")
    ravi.page.locator(".pivot form").get_by_role("button", name="Save").click()
    expect(turn(ravi, LEFT)).to_contain_text("Nobody explained it.")


def test_alone_first_then_somebody_is_invited_and_sees_what_was_chosen(
    ravi: Visitor, maya: Visitor
) -> None:
    ravi.goes("/pages/")
    paints_a_picture(ravi, "Teach the new ones", "Save")
    paints_a_picture(ravi, "Back to the sea", "Save")
    writes_a_turn(ravi, LEFT, "Save")
    digits = see_digits(maya, "Ravi")
    ravi.goes("/")
    ravi.page.get_by_role("link", name="Type the digits").click()
    ravi.fills("The twelve digits", digits)
    ravi.presses("Open")
    ravi.stands_before("Open. You two can read this from now on.")
    goes_to_the_page(maya, "Ravi")
    assert "Teach the new ones" not in maya.page.content()

    goes_to_the_page(ravi, "Maya")
    ravi.page.get_by_text("Choose", exact=True).click()
    ravi.page.get_by_label("Teach the new ones", exact=True).check()
    ravi.page.locator("#mine").get_by_role("button", name="Show Maya").click()

    expect(picture(maya, "Teach the new ones")).to_be_visible()
    assert "Back to the sea" not in maya.page.content()
    changes(ravi, picture(ravi, "Teach the new ones"), "Only me again")
    expect(picture(maya, "Teach the new ones")).to_have_count(0)


def test_declining_the_story_at_the_invitation_shows_on_no_page_of_the_guide(
    maya: Visitor, come: Come
) -> None:
    """Ravi wants no life story, Kofi only begins elsewhere: for Maya the two are the same."""
    kofi = comes_in(maya, come, "kofi", "Yes")
    ravi = comes_in(maya, come, "ravi", "Yes, but nothing about my past")
    for owner in (kofi, ravi):
        goes_into_the_room(owner, "Maya")
        owner.stands_before("Visions")

    seen = {}
    for name in ("Kofi", "Ravi"):
        goes_to_the_page(maya, name)
        page = maya.page.url.partition("#")[0]
        pages = [read(maya, page + part) for part in ("", "room/", "briefing/", "line/")]
        seen[name] = [text.replace(name, "they") for text in pages]
    assert seen["Kofi"] == seen["Ravi"]
    assert any("Visions" in text for text in seen["Ravi"])


def comes_in(maya: Visitor, come: Come, name: str, answer: str) -> Visitor:
    owner = come(name, width=360)
    join(owner, invite(maya, name.title()), answer)
    digits = see_digits(maya, name.title())
    owner.fills("The twelve digits", digits)
    owner.presses("Open")
    owner.stands_before("Open. You two can read this from now on.")
    return owner


def read(visitor: Visitor, address: str) -> str:
    visitor.page.goto(address)
    return visitor.page.locator("main").inner_text()
