"""What somebody carries home: saved in a real browser, opened there, and printed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.steps import Visitor, write
from tests.browser.talking import goes_to_the_page, writes_a_turn

A_PAGE = b"/Type /Page\n"


def saves(visitor: Visitor, label: str, folder: Path) -> Path:
    visitor.goes("/pages/take/")
    with visitor.page.expect_download() as coming:
        visitor.presses(label)
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


@pytest.fixture
def carried(paired: tuple[Visitor, Visitor], folder: Path) -> Path:
    _, ravi = paired
    write(ravi, "Maya", "One day I bake for my own street.")
    goes_to_the_page(ravi, "Maya")
    writes_a_turn(ravi, "Left the bakery", "Show Maya")
    return saves(ravi, "Save a file to read", folder)


def test_the_file_to_read_opens_at_home_and_asks_nobody_for_anything(
    carried: Path, browsing: object, screenshots: Path
) -> None:
    home: Page = browsing("home", width=360, javascript=False)  # type: ignore[operator]
    asked: list[str] = []
    home.on("request", lambda request: asked.append(request.url))
    home.on("console", lambda message: asked.append(message.text))

    home.goto(carried.as_uri())

    assert [one for one in asked if not one.startswith(("data:", carried.as_uri()))] == []
    assert "Left the bakery" in home.locator("main").inner_text()
    assert not home.evaluate("document.documentElement.scrollWidth > innerWidth")
    home.screenshot(path=f"{screenshots}/book-360.png", full_page=True)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_on_either_paper(carried: Path, browsing: object, paper: str) -> None:
    home: Page = browsing("home")  # type: ignore[operator]
    home.goto(carried.as_uri())

    printed = home.pdf(format=paper)

    assert printed.count(A_PAGE) >= 2


def test_a_file_of_another_yonder_comes_in_without_scripts(
    ravi: Visitor, come: object, folder: Path
) -> None:
    ravi.goes("/pages/")
    writes_a_turn(ravi, "Left the bakery", "Save")
    file = saves(ravi, "Save a file for programs", folder)
    olga: Visitor = come("olga", javascript=False)  # type: ignore[operator]
    olga.signs_in()
    olga.goes("/pages/take/")

    olga.page.get_by_label("A file that ends in .yonder").set_input_files(file)
    olga.presses("Look at it first")
    olga.reads("1 turn")
    olga.presses("Take it in")

    olga.reads("All of it is here. Only you can read it.")
    olga.reads("Left the bakery")
