"""Without a mouse: where the focus stands after a press, and what is read out."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.steps import Visitor, write
from tests.browser.talking import (
    goes_into_the_room,
    goes_to_the_page,
    opens,
    turn,
    walks_to,
    writes_a_turn,
)

LEFT = "Left the bakery"


def test_the_next_question_has_the_focus_and_stands_on_the_screen(
    paired: tuple[Visitor, Visitor],
) -> None:
    _, ravi = paired
    goes_into_the_room(ravi, "Maya")
    ravi.presses("Next")
    ravi.page.get_by_label("What do you do on a normal Tuesday").fill("A line.\n" * 60)

    ravi.presses("Next")

    ravi.stands_before("And if that came true, what then?")
    heading = ravi.page.get_by_role("heading", level=1)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()


def test_who_stands_before_a_question_is_taken_along_by_the_other_one(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, ravi = paired
    for visitor, other in ((ravi, "Maya"), (maya, "Ravi")):
        goes_into_the_room(visitor, other)
    ravi.presses("Next")
    heading = ravi.page.get_by_role("heading", level=1)
    expect(heading).to_be_focused()
    before = heading.inner_text()
    expect(maya.page.get_by_role("heading", level=1)).to_have_text(before)

    maya.presses("Next")

    expect(heading).not_to_have_text(before)
    expect(heading).to_be_focused()


def test_after_back_from_the_close_the_three_buttons_are_where_they_were(
    paired: tuple[Visitor, Visitor],
) -> None:
    _, ravi = paired
    goes_into_the_room(ravi, "Maya")
    bar = ravi.page.locator(".room__bar")
    before = bar.bounding_box()
    walks_to(ravi, "What was heard")
    expect(bar).to_be_hidden()

    ravi.presses("Back")

    expect(bar).to_be_visible()
    assert bar.bounding_box() == before


def test_stopping_for_today_a_day_can_be_set_on_the_page_of_the_two(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, ravi = paired
    goes_into_the_room(ravi, "Maya")

    ravi.presses("Stop for today")
    ravi.stands_before("That is all for today.")
    write(maya, "Ravi", "Until next time.")
    ravi.presses("Pick a day")
    ravi.fills("Day", str(timezone.localdate() + timedelta(weeks=1)))
    ravi.fills("Time", "10:00")
    ravi.presses("Set the day")

    ravi.stands_before("You and Maya")
    ravi.reads("The day is set.")


def test_changing_a_turn_begins_in_its_first_field_and_leaving_it_closes_it(
    paired: tuple[Visitor, Visitor],
) -> None:
    _, ravi = paired
    goes_to_the_page(ravi, "Maya")
    writes_a_turn(ravi, LEFT, "Show Maya")

    opens(turn(ravi, LEFT))
    expect(turn(ravi, "Leave it as it was").get_by_label("What changed")).to_be_focused()
    ravi.page.keyboard.type("Not meant, ")
    ravi.page.get_by_role("link", name="Leave it as it was").press("Enter")

    expect(turn(ravi, LEFT).get_by_role("button", name="Change")).to_be_focused()
    assert "Not meant" not in turn(ravi, LEFT).inner_text()


def test_the_same_word_is_read_out_after_every_save(paired: tuple[Visitor, Visitor]) -> None:
    _, ravi = paired
    goes_to_the_page(ravi, "Maya")
    # What a screen reader does: it holds on to the line, and reads what comes into it.
    ravi.page.evaluate(
        """() => new MutationObserver((changes) => {
             for (const change of changes)
               for (const node of change.addedNodes) (window.read ??= []).push(node.textContent);
           }).observe(document.getElementById("told"), { childList: true })"""
    )

    writes_a_turn(ravi, LEFT, "Show Maya")
    writes_a_turn(ravi, "Came to the harbour", "Show Maya")

    assert ravi.page.evaluate("window.read") == ["Saved.", "Saved."]
