"""What two people do on their page and in the room, as steps."""

from playwright.sync_api import Locator, expect

from tests.browser.steps import Visitor


def goes_to_the_page(visitor: Visitor, other: str) -> None:
    visitor.goes("/")
    visitor.page.get_by_role("link", name=f"You and {other}").click()
    visitor.stands_before(f"You and {other}")


def goes_into_the_room(visitor: Visitor, other: str) -> None:
    goes_to_the_page(visitor, other)
    visitor.page.get_by_role("link", name="Go into the room").click()
    expect(visitor.page.get_by_role("button", name="Next", exact=True)).to_be_visible()


def picks(visitor: Visitor, other: str, talk: str) -> None:
    """The owner says what comes next."""
    goes_to_the_page(visitor, other)
    visitor.page.get_by_text("Something else first").click()
    visitor.page.get_by_role("button", name=talk, exact=True).click()
    expect(visitor.page.locator("#next-what")).to_contain_text(talk)


def writes_a_turn(visitor: Visitor, changed: str, press: str) -> None:
    form = visitor.page.locator("#turn-new")
    form.get_by_label("What changed").fill(changed)
    form.get_by_role("button", name=press, exact=True).click()
    expect(turn(visitor, changed)).to_be_visible()


def names_a_value(visitor: Visitor, words: str, turns: list[str], press: str) -> None:
    form = visitor.page.locator("#value-new")
    _unfold(visitor, "Name something that matters", form)
    for changed in turns:
        form.get_by_label(changed, exact=True).check()
    form.get_by_label("It matters to me that").fill(words)
    form.get_by_role("button", name=press, exact=True).click()
    expect(value(visitor, words)).to_be_visible()


def paints_a_picture(visitor: Visitor, name: str, press: str, text: str = "") -> None:
    form = visitor.page.locator("#vision-new")
    _unfold(visitor, "picture", form)
    form.get_by_label("A name for it").fill(name)
    form.get_by_label("What do you do on a normal Tuesday").fill(text)
    form.get_by_role("button", name=press, exact=True).click()
    expect(picture(visitor, name)).to_be_visible()


def turn(visitor: Visitor, changed: str) -> Locator:
    return visitor.page.locator(".pivot").filter(has_text=changed)


def value(visitor: Visitor, words: str) -> Locator:
    return visitor.page.locator(".value").filter(has_text=words)


def picture(visitor: Visitor, name: str) -> Locator:
    return visitor.page.locator(".vision").filter(has_text=name)


def changes(visitor: Visitor, entry: Locator, press: str) -> None:
    """Open an entry, and press one of what can be done with it; one entry is open at a time."""
    opens(entry)
    visitor.presses(press)


def opens(entry: Locator) -> None:
    """Its words are in fields afterwards."""
    entry.get_by_role("button", name="Change", exact=True).click()


def walks_to(visitor: Visitor, heading: str) -> None:
    """Press Next until this stands there; a talk has far fewer steps than twenty."""
    for _ in range(20):
        if visitor.page.get_by_role("heading", level=1, name=heading).count():
            return
        before = visitor.page.get_by_role("heading", level=1).inner_text()
        visitor.presses("Next")
        expect(visitor.page.get_by_role("heading", level=1)).not_to_have_text(before)
    raise AssertionError(heading)


def _unfold(visitor: Visitor, summary: str, form: Locator) -> None:
    if not form.count():
        visitor.page.get_by_role("button", name=summary).first.click()
    expect(form).to_be_visible()
