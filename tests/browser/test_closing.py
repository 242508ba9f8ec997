"""Closing, coming back, leaving: nothing typed is lost, nothing read stays behind."""

from playwright.sync_api import expect

from tests.browser.steps import PASSWORDS, Visitor, saves_the_sentence, write

STORED = "[localStorage.length, sessionStorage.length, document.cookie]"


def test_what_was_typed_while_the_page_closed_is_saved_after_the_password(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, _ = paired
    maya.goes("/")
    maya.page.get_by_role("link", name="You and Ravi").click()
    maya.fills("Your sentence", "Typed before the page closed.")
    elsewhere = maya.page.context.new_page()
    elsewhere.goto(maya.address)
    elsewhere.get_by_role("button", name="Close", exact=True).click()

    saves_the_sentence(maya)
    maya.stands_before("This page closed while you were typing.")
    expect(maya.page.get_by_label("What you typed")).to_have_value("Typed before the page closed.")
    maya.fills("Your password", PASSWORDS["maya"])
    maya.presses("Open with my password")

    maya.stands_before("You and Ravi")
    maya.reads("Typed before the page closed.")


def test_after_signing_out_the_back_button_shows_nothing(paired: tuple[Visitor, Visitor]) -> None:
    maya, _ = paired
    write(maya, "Ravi", "Only for the two of us.")
    maya.presses("Sign out")
    expect(maya.page).to_have_url(maya.address + "/sign-in/")

    maya.page.go_back()

    expect(maya.page.get_by_role("heading", level=1)).to_be_visible()
    assert "Only for the two of us." not in maya.page.content()


def test_nothing_is_kept_in_the_browser(paired: tuple[Visitor, Visitor]) -> None:
    maya, _ = paired
    write(maya, "Ravi", "Only for the two of us.")

    assert maya.page.evaluate(STORED) == [0, 0, ""]
    assert maya.page.evaluate("caches.keys()") == []
    assert maya.page.evaluate("indexedDB.databases()") == []
