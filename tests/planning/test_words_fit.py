"""The drawing in a real browser: words stay in the room that was reckoned for them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

import yonder.web
from tests.planning.drawn import parts
from tests.planning.lines import LONG, STATES, line
from yonder.planning.line import Line, Thing

STATIC = Path(yonder.web.__file__).parent / "static"
HOME = "http://line.test/"
# Labels that do not fit their box, labels over labels, and the smallest letter.
LOOK = """() => {
  const labels = [...document.querySelectorAll(".line__drawing button")].map(button => {
    const words = document.createRange();
    words.selectNodeContents(button);
    const box = words.getBoundingClientRect(), room = button.parentNode.getBoundingClientRect();
    return { text: button.textContent, box, room };
  }).filter(one => one.box.width && one.box.height > 2);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const seen = [...document.querySelectorAll(".line__drawing :is(button, small, text)")]
    .filter(one => one.getBoundingClientRect().width && !one.closest(".is-crowd"));
  const scale = one => one.closest("svg").getScreenCTM().a;
  return {
    labels: labels.length,
    spilt: labels.filter(one => one.box.height > one.room.height + 1
      || one.box.width > one.room.width + 1).map(one => one.text),
    over: labels.flatMap((one, at) => labels.slice(at + 1).filter(o => meet(one.box, o.box))
      .map(o => [one.text, o.text])),
    smallest: Math.min(...seen.map(one => parseFloat(getComputedStyle(one).fontSize) * scale(one))),
    wide: document.documentElement.scrollWidth,
  };
}"""


def hard(*counts: int) -> Line:
    """Like `line`, with the longest words and every state."""
    easy = line(*counts)
    things = tuple(
        Thing(one.id, one.place, LONG[at % len(LONG)], STATES[at % len(STATES)])
        for at, one in enumerate(easy.things)
    )
    return Line(things, easy.ties)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    found = chromium.new_page()
    yield found
    found.close()


def shows(page: Page, whole: Line, width: int) -> None:
    """The line on a page of its own, with our style and typefaces."""
    found = parts(whole, whole.things[-1].id)
    words = "".join(found[part] for part in ("wide", "reason", "narrow"))
    body = f'{found["shapes"]}<main class="page"><div class="line">{words}</div>{found["table"]}'
    head = '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/css/site.css">'

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOME)
        if path:
            route.fulfill(path=STATIC / path)
        else:
            route.fulfill(body=f"{head}<body>{body}</main>", content_type="text/html")

    page.route(f"{HOME}**", answer)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(HOME)
    page.evaluate("document.fonts.ready")


@pytest.mark.parametrize("width", [1366, 1180, 360, 320])
@pytest.mark.parametrize("counts", [(1, 1, 1, 1, 1), (6, 5, 3, 7, 8), (12, 8, 5, 12, 12)])
def test_all_words_fit_and_none_is_too_small(
    page: Page, counts: tuple[int, ...], width: int
) -> None:
    shows(page, hard(*counts), width)
    seen = page.evaluate(LOOK)
    assert seen["labels"] == sum(counts)
    assert (seen["spilt"], seen["over"]) == ([], [])
    assert seen["smallest"] >= 13 or width < 1056
    assert seen["wide"] == width


def test_a_crowd_fits_too(page: Page) -> None:
    shows(page, hard(30, 8, 5, 40, 60), 1366)
    seen = page.evaluate(LOOK)
    assert seen["labels"] > 8 + 5
    assert (seen["spilt"], seen["over"]) == ([], [])


@pytest.mark.parametrize("counts", [(1, 1, 1, 1, 1), (0, 0, 1, 0, 1), (6, 5, 3, 7, 8)])
def test_drawing_and_sentence_are_one_sheet_of_paper(page: Page, counts: tuple[int, ...]) -> None:
    shows(page, line(*counts), 1366)
    assert sheets(page) == 2  # the table begins a sheet of its own
    page.evaluate("document.querySelector('.leaf--wide').remove()")
    assert sheets(page) == 1


def test_a_crowd_is_one_sheet_too(page: Page) -> None:
    shows(page, line(30, 8, 5, 40, 60), 1366)
    page.evaluate("document.querySelector('.leaf--wide').remove()")
    assert sheets(page) == 1


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_the_look_finds_words_that_do_not_fit(page: Page) -> None:
    """Without this the tests above could be blind."""
    shows(page, hard(6, 5, 3, 7, 8), 1366)
    page.add_style_tag(content=".line__things button { font-size: 34px; line-height: 40px; }")
    seen = page.evaluate(LOOK)
    assert seen["spilt"]
    assert seen["over"]


def test_a_tick_says_its_words_to_whoever_comes_to_it_with_the_keyboard(page: Page) -> None:
    shows(page, line(1, 1, 1, 1, 20), 1366)
    tick = page.locator(".is-crowd button").first
    assert tick.evaluate("one => getComputedStyle(one).fontSize") == "0px"
    tick.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert tick.evaluate("one => getComputedStyle(one).fontSize") == "17px"
    assert tick.evaluate("one => one === document.activeElement")
