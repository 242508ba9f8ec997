"""A real browser: one Chromium for all tests, one context with its own cookies for each person."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENSHOTS = Path(__file__).parents[1] / ".screenshots"

Open = Callable[..., Page]


def program() -> str:
    """The browser on this machine: YONDER_BROWSER, or the first that is installed."""
    chosen = os.environ.get("YONDER_BROWSER")
    found = chosen or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "These tests need Chromium. Install it (Debian: apt install chromium)."
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def browsing(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Open]:
    """`browsing("maya")` gives a page in a context of its own; two people are two calls.

    Words: `javascript=False`, `width=360`, and whatever a Playwright context takes. What each
    person sees at the end of the test lies in .screenshots/ as <test>-<name>.png.
    """
    pages: dict[str, Page] = {}

    def open_for(name: str, *, javascript: bool = True, width: int = 1280, **words: Any) -> Page:
        size = {"width": width, "height": 800}
        context = chromium.new_context(java_script_enabled=javascript, viewport=size, **words)
        context.set_default_timeout(10_000)
        pages[name] = context.new_page()
        return pages[name]

    yield open_for
    SCREENSHOTS.mkdir(exist_ok=True)
    for name, page in pages.items():
        page.screenshot(path=SCREENSHOTS / f"{request.node.name}-{name}.png", full_page=True)
        page.context.close()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """The folder for pictures to look at; never in the repository."""
    SCREENSHOTS.mkdir(exist_ok=True)
    return SCREENSHOTS
