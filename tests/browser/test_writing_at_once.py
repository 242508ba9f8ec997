"""Both write at the same time, and the network fails in the middle of a sentence."""

from playwright.sync_api import expect

from tests.browser.steps import Visitor
from tests.browser.talking import goes_to_the_page, opens, picks, turn, writes_a_turn

LEFT = "Left the bakery"


def test_what_somebody_is_typing_stays_while_the_other_writes(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, ravi = paired
    picks(ravi, "Maya", "Life Story")
    goes_to_the_page(maya, "Ravi")
    ravi.page.locator("#turn-new").get_by_label("What changed").fill("I am still typ")

    writes_a_turn(maya, LEFT, "Save")

    expect(turn(ravi, LEFT)).to_be_visible(timeout=2000)
    typed = ravi.page.locator("#turn-new").get_by_label("What changed")
    expect(typed).to_have_value("I am still typ")
    expect(typed).to_be_focused()


def test_the_same_turn_changed_by_both_shows_both_texts(paired: tuple[Visitor, Visitor]) -> None:
    maya, ravi = paired
    goes_to_the_page(ravi, "Maya")
    writes_a_turn(ravi, LEFT, "Show Maya")
    goes_to_the_page(maya, "Ravi")
    for one in (maya, ravi):
        opens(turn(one, LEFT))
        one.page.locator(".pivot form").get_by_label("What changed").fill(f"{one.name} was here")
    maya.page.locator(".pivot form").get_by_role("button", name="Save").click()
    expect(turn(maya, "maya was here")).to_be_visible()

    ravi.page.locator(".pivot form").get_by_role("button", name="Save").click()

    ravi.reads("Maya changed this at the same moment.")
    ravi.reads("maya was here")
    expect(ravi.page.locator(".pivot form").get_by_label("What changed")).to_have_value(
        "ravi was here"
    )


def test_when_the_network_fails_nothing_typed_is_lost_and_it_is_sent_later(
    paired: tuple[Visitor, Visitor],
) -> None:
    _, ravi = paired
    goes_to_the_page(ravi, "Maya")
    form = ravi.page.locator("#turn-new")
    form.get_by_label("What changed").fill(LEFT)
    ravi.page.context.set_offline(True)

    form.get_by_role("button", name="Show Maya").click()
    expect(ravi.page.get_by_text("You are offline.")).to_be_visible()
    expect(form.get_by_label("What changed")).to_have_value(LEFT)
    ravi.page.context.set_offline(False)

    expect(turn(ravi, LEFT)).to_be_visible()
    expect(ravi.page.get_by_text("You are offline.")).to_be_hidden()
    assert turn(ravi, LEFT).count() == 1


def test_a_line_of_a_sheet_becomes_a_turn_with_one_key(paired: tuple[Visitor, Visitor]) -> None:
    _, ravi = paired
    goes_to_the_page(ravi, "Maya")
    ravi.presses("Type in a sheet of paper")
    sheet = ravi.page.get_by_label("One turn on each line")
    sheet.fill("First line\nSecond line")
    sheet.press("Control+Home")

    sheet.press("Control+Enter")

    expect(turn(ravi, "First line")).to_be_visible()
    expect(sheet).to_have_value("Second line")


def test_what_was_half_typed_waits_in_its_field_for_its_writer_alone(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, ravi = paired
    goes_to_the_page(ravi, "Maya")
    ravi.page.locator("#turn-new").get_by_label("What changed").fill("Not sent yet")
    with ravi.page.expect_response(lambda answer: answer.status == 204 and _is_draft(answer)):
        ravi.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    ravi.page.reload()
    expect(ravi.page.locator("#turn-new").get_by_label("What changed")).to_have_value(
        "Not sent yet"
    )
    goes_to_the_page(maya, "Ravi")
    assert "Not sent yet" not in maya.page.content()


def _is_draft(answer: object) -> bool:
    return "verb=draft" in (answer.request.post_data or "")  # type: ignore[attr-defined]
