"""What a browser fetches for a page when it was never here before."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench import budgets
from bench.asks import JOURNEY, ROOM
from bench.figures import Figure
from bench.places import Place
from bench.serving import Server
from bench.spread import spread
from tests.browsing import FLAGS, program

KILO = 1000
SIGN_IN = "/sign-in/"


@dataclass
class Load:
    """Requests of one page: address → kind, and address → bytes on the wire, heads included."""

    kinds: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)

    def kilobytes(self, kind: str = "") -> float:
        wanted = [name for name, found in self.kinds.items() if kind in ("", found)]
        return sum(self.sizes.get(name, 0) for name in wanted) / KILO


def figures(place: Place, server: Server) -> Iterator[Figure]:
    """Requests and kilobytes, for somebody who is not signed in and for somebody who is."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program(), args=FLAGS)
        address = server.address.replace("127.0.0.1", "localhost")
        cookies = _signed_in(browser, address, place)
        for name, path, known in (
            ("sign-in page", SIGN_IN, []),
            (JOURNEY, place.path, cookies),
            (ROOM, f"{place.path}room/", cookies),
        ):
            yield from _lines(f"first load, {name}", _load(browser, address + path, known))
        browser.close()


def _lines(name: str, load: Load) -> Iterator[Figure]:
    lines = (
        ("requests", "", float(len(load.kinds)), budgets.LOAD_REQUESTS),
        ("all", "KB", load.kilobytes(), budgets.LOAD_KB),
        ("scripts", "KB", load.kilobytes("Script"), budgets.LOAD_SCRIPT_KB),
    )
    for part, unit, value, budget in lines:
        yield Figure(f"{name}: {part}", "", unit, spread([value]), budget=budget)


def _signed_in(browser: Browser, address: str, place: Place) -> list[Any]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + SIGN_IN)
    page.locator("[name=name]").fill(place.login)
    page.locator("[name=password]").fill(place.password)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(address + "/")
    cookies = context.cookies()
    context.close()
    return cookies


def _load(browser: Browser, address: str, cookies: list[Any]) -> Load:
    """In a context of its own, whose cache is empty."""
    context, load = browser.new_context(), Load()
    context.add_cookies(cookies)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.responseReceived", lambda said: _note_kind(load, said))
    network.on("Network.loadingFinished", lambda said: _note_size(load, said))
    page.goto(address, wait_until="networkidle")
    context.close()
    return load


def _note_kind(load: Load, said: dict[str, Any]) -> None:
    # Pictures that lie in the page or in the browser itself are not asked for.
    if not said["response"]["url"].startswith("data:"):
        load.kinds[said["requestId"]] = said["type"]


def _note_size(load: Load, said: dict[str, Any]) -> None:
    load.sizes[said["requestId"]] = said["encodedDataLength"]
