"""What two people do with skills and a plan, as steps."""

from datetime import date

from playwright.sync_api import Locator, expect

from tests.browser.steps import Visitor

# Pairs of labels of which one stands over the other, as the browser has set them.
WORDS_OVER_WORDS = """() => {
  const boxes = [...document.querySelectorAll(".line__things button, .line__title")].map(e => {
    const words = document.createRange();
    words.selectNodeContents(e);
    return { text: e.textContent, box: words.getBoundingClientRect() };
  }).filter(one => one.text);
  const meet = (a, b) => a.left < b.right && b.left < a.right
    && a.top < b.bottom && b.top < a.bottom;
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter(o => meet(one.box, o.box))
    .map(o => [one.text, o.text]));
}"""


def names_a_skill(visitor: Visitor, name: str, press: str) -> None:
    form = _form(visitor, "skill", "One more skill")
    form.get_by_role("combobox").fill(name)
    form.get_by_role("button", name=press, exact=True).click()
    expect(skill(visitor, name)).to_be_visible()


def says_how_important(
    visitor: Visitor, name: str, picture: str, level: str, *, keyboard: bool = True
) -> None:
    """A digit in the cell of this skill and picture; without scripts a press."""
    cell = skill(visitor, name).get_by_role("button", name=f"{name}, {picture}:")
    if keyboard:
        cell.press(level)
    else:
        cell.click()
    expect(skill(visitor, name).locator(f'[data-level="{level}"]').first).to_be_visible()


def chooses(visitor: Visitor, name: str) -> None:
    skill(visitor, name).get_by_role("button", name="Choose").click()
    expect(skill(visitor, name)).to_contain_text("Chosen")


def promises(visitor: Visitor, text: str, who: str, by: date, press: str, *, serves: str) -> None:
    form = _form(visitor, "action", "One more step")
    form.get_by_label("What somebody does").fill(text)
    form.get_by_label("Who?").select_option(label=who)
    form.get_by_label("By when?").fill(by.isoformat())
    form.get_by_label(serves, exact=True).check()
    form.get_by_role("button", name=press, exact=True).click()
    expect(step(visitor, text)).to_be_visible()


def agrees(visitor: Visitor) -> None:
    visitor.presses("I agree to my part")
    expect(visitor.page.get_by_role("button", name="I agree to my part")).to_have_count(0)


def sets_the_day(visitor: Visitor, day: date) -> None:
    visitor.presses("Pick a day")
    visitor.fills("Day", day.isoformat())
    visitor.fills("Time", "10:30")
    visitor.presses("Set the day")
    visitor.reads("See you on")


def asks_why(visitor: Visitor, text: str) -> None:
    """From a step to the line; there any other thing can be chosen with the keyboard."""
    visitor.page.set_viewport_size({"width": 1366, "height": 900})
    step(visitor, text).get_by_role("button", name="Why am I doing this?").click()
    expect(drawn(visitor, text)).to_have_attribute("aria-current", "true")
    overlapping = visitor.page.evaluate(WORDS_OVER_WORDS)
    assert overlapping == []


def drawn(visitor: Visitor, text: str) -> Locator:
    return visitor.page.locator(".line__drawing").get_by_role("button", name=text)


def skill(visitor: Visitor, name: str) -> Locator:
    return visitor.page.locator(".grid tbody tr").filter(has_text=name)


def step(visitor: Visitor, text: str) -> Locator:
    return visitor.page.locator(".promise").filter(has_text=text)


def _form(visitor: Visitor, noun: str, word: str) -> Locator:
    form = visitor.page.locator(f"#{noun}-new")
    if not form.count():
        visitor.presses(word)
    expect(form).to_be_visible()
    return form
