"""What a thumb needs on a small telephone: nothing sticks out, and whatever is pressed is large."""

from pathlib import Path

from tests.browser.steps import Visitor

SMALL = {"width": 360, "height": 640}
LEAST = 44  # pixels, in both directions
WIDER = "document.documentElement.scrollWidth > innerWidth"
# What is there to press and smaller than a thumb; links within a sentence are read, not aimed at.
TOO_SMALL = """least => [...document.querySelectorAll(
  "button, .button, .go, nav a, summary, select, textarea, label.choice, input:not([type=hidden])"
)].filter(one => !one.closest(".choice") || one.matches(".choice"))
  .filter(one => one.checkVisibility() && !one.closest(".unseen"))
  .map(one => [one.getBoundingClientRect(), one])
  .filter(([box]) => box.width > 1 && (box.height < least - 0.5 || box.width < least - 0.5))
  .map(([box, one]) => `${one.textContent.trim() || one.name} ${box.width}x${box.height}`)"""
SMALL_LETTERS = """[...document.querySelectorAll("input, textarea, select")]
  .filter(one => one.checkVisibility() && !one.closest(".choice"))
  .filter(one => parseFloat(getComputedStyle(one).fontSize) < 16)
  .map(one => one.name)"""


def awkward(visitor: Visitor) -> list[str]:
    """Everything on this page that a thumb would miss, and fields that make a telephone zoom in."""
    page = visitor.page
    found = ["sticks out"] if page.evaluate(WIDER) else []
    return found + page.evaluate(TOO_SMALL, LEAST) + page.evaluate(SMALL_LETTERS)


def looks_at(visitor: Visitor, name: str, folder: Path) -> None:
    """A picture of what is on the screen, and nothing on it is awkward."""
    visitor.page.screenshot(path=f"{folder}/no-desk-{name}.png")
    assert awkward(visitor) == [], name
