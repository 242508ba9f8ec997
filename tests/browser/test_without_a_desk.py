"""No desk, no e-mail: a slip of paper, a small telephone, one thumb, and then nothing is left."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Come
from tests.browser.planning import chooses, names_a_skill, promises
from tests.browser.squares import square_holds
from tests.browser.steps import PASSWORDS, Visitor, invite, see_digits
from tests.browser.talking import goes_into_the_room, goes_to_the_page, paints_a_picture, walks_to
from tests.browser.thumbs import SMALL, looks_at
from tests.browsing import FLAGS, program

SOON = datetime.now(UTC).date() + timedelta(days=20)
DONE = "Sign out and clear this screen"
SECRET = "One day I bake for my own street."
STORED = "[localStorage.length, sessionStorage.length, document.cookie]"
KEPT = b"a control that the browser keeps"


@pytest.fixture
def phone(come: Come) -> Visitor:
    kofi = come("kofi", has_touch=True, is_mobile=True, width=360)
    kofi.page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    return kofi


def scans(visitor: Visitor, giver: Visitor, digits: str) -> None:
    """Point the camera at the square on the giver's screen: it opens the address in it."""
    address = f"{visitor.address}{visitor.page.url.removeprefix(visitor.address)}"
    scanned = f"{address}#{digits.replace(' ', '')}"
    assert square_holds(giver.page.content(), scanned)
    assert not square_holds(giver.page.content(), f"{address}#000000000000")  # the control
    visitor.page.goto("about:blank")
    visitor.page.goto(scanned)


def joins(visitor: Visitor, link: str, screenshots: Path, *, shared: bool) -> None:
    visitor.page.goto(link)
    visitor.reads("You two talk in short parts of 15 minutes, on your shift, and it is paid.")
    looks_at(visitor, "slip", screenshots)
    visitor.presses("Yes")
    visitor.fills("Your sign-in name", visitor.name)
    visitor.fills("Your password", PASSWORDS[visitor.name])
    visitor.page.get_by_label("Others use this device too").set_checked(shared)
    looks_at(visitor, "join", screenshots)
    visitor.presses("Join")
    visitor.stands_before("Maya opens this for you")


def test_from_a_slip_to_a_plan_with_one_thumb(
    maya: Visitor, phone: Visitor, screenshots: Path
) -> None:
    link = invite(maya, "Kofi")
    assert square_holds(maya.page.content(), link)
    joins(phone, link, screenshots, shared=True)
    looks_at(phone, "wait", screenshots)
    journey = re.sub(r"key/$", "", phone.page.url.removeprefix(phone.address))
    phone.goes(f"{journey}briefing/")
    phone.reads("3 parts of 15 minutes. You are paid for this time as for any hour of your shift.")
    looks_at(phone, "briefing", screenshots)
    phone.goes(f"{journey}key/")

    scans(phone, maya, see_digits(maya, "Kofi"))
    looks_at(phone, "digits", screenshots)
    phone.presses("Open")
    phone.stands_before("Open. You two can read this from now on.")
    looks_at(phone, "open", screenshots)
    goes_to_the_page(phone, "Maya")
    looks_at(phone, "page", screenshots)

    goes_into_the_room(phone, "Maya")
    phone.reads("15 minutes are enough for one part.")
    looks_at(phone, "room", screenshots)
    walks_to(phone, "Where would you go if nothing stood in the way?")
    paints_a_picture(phone, "Teach the new ones", "Show Maya")
    looks_at(phone, "picture", screenshots)
    phone.presses("Stop for today")
    phone.stands_before("That is all for today.")
    looks_at(phone, "stop", screenshots)

    goes_into_the_room(phone, "Maya")
    walks_to(phone, "What was heard")
    looks_at(phone, "heard", screenshots)
    phone.presses("Close this talk")
    phone.stands_before("Plan")
    walks_to(phone, "What would you have to do well on that Tuesday?")
    names_a_skill(phone, "Explain a recipe", "Show Maya")
    chooses(phone, "Explain a recipe")
    looks_at(phone, "skills", screenshots)
    walks_to(phone, "Who does what by when?")
    promises(phone, "Show Bao the sourdough", "Kofi", SOON, "Show Maya", serves="Explain a recipe")
    looks_at(phone, "plan", screenshots)
    phone.presses(DONE)
    phone.stands_before("Sign in")
    looks_at(phone, "done", screenshots)


def test_a_square_scanned_before_signing_in_waits_behind_the_password(
    maya: Visitor, phone: Visitor, screenshots: Path
) -> None:
    joins(phone, invite(maya, "Kofi"), screenshots, shared=True)
    key = phone.page.url.removeprefix(phone.address)
    digits = see_digits(maya, "Kofi")
    phone.presses(DONE)
    sent: list[str] = []
    phone.page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))

    phone.page.goto(f"{phone.address}{key}#{digits.replace(' ', '')}")
    phone.fills("Sign-in name or e-mail address", "kofi")
    phone.fills("Password", PASSWORDS["kofi"])
    phone.presses("Sign in")

    expect(phone.page.get_by_label("The twelve digits")).to_have_value(digits)
    expect(phone.page).to_have_url(phone.address + key)
    assert sent
    assert [one for one in sent if digits.replace(" ", "") in one.partition("#")[0]] == []
    phone.presses("Open")
    phone.stands_before("Open. You two can read this from now on.")


def test_a_square_scanned_into_the_open_page_fills_the_field(
    maya: Visitor, phone: Visitor, screenshots: Path
) -> None:
    joins(phone, invite(maya, "Kofi"), screenshots, shared=False)
    digits = see_digits(maya, "Kofi")
    phone.stands_before("Type the twelve digits that Maya says to you.")

    phone.page.evaluate(f"location.hash = '{digits.replace(' ', '')}'")

    expect(phone.page.get_by_label("The twelve digits")).to_have_value(digits)
    assert "#" not in phone.page.url


def test_a_slip_without_a_camera_is_typed_by_hand(
    maya: Visitor, phone: Visitor, screenshots: Path
) -> None:
    invite(maya, "Kofi")
    slip = maya.page.locator(".slip")
    assert re.search(r"localhost:\d+/join/", slip.inner_text().replace("\n", ""))
    letters = slip.locator(".slip__letters").inner_text()
    maya.page.emulate_media(media="print")
    maya.page.screenshot(path=f"{screenshots}/no-desk-paper.png")

    phone.goes("/")
    phone.page.get_by_role("link", name="I have a slip").click()
    looks_at(phone, "letters", screenshots)
    phone.fills("The letters on the slip", letters.lower())
    phone.presses("Read it")

    phone.stands_before("Maya wants to hear where you would like to go.")


# ---- and then nothing is left --------------------------------------------------------------------


def test_once_somebody_is_done_the_tablet_knows_nothing_of_them(
    maya: Visitor, phone: Visitor, screenshots: Path, chromium: Browser, folder: Path
) -> None:
    joins(phone, invite(maya, "Kofi"), screenshots, shared=True)
    phone.presses(DONE)
    profile = folder / "profile"
    with _tablet(chromium, profile, phone.address) as tablet:
        tablet.goes("/sign-in/")
        tablet.page.get_by_label("Others use this device too").check()
        tablet.fills("Sign-in name or e-mail address", "kofi")
        tablet.fills("Password", PASSWORDS["kofi"])
        tablet.presses("Sign in")
        tablet.goes("/pages/")
        paints_a_picture(tablet, SECRET, "Save")
        tablet.goes("/me/")
        tablet.page.go_back()
        assert SECRET in tablet.page.content()  # the control: while Kofi is here, back shows it
        assert {"session", "unlock"} <= _cookies(tablet)
        tablet.goes("/me/")

        tablet.presses(DONE)
        tablet.stands_before("Sign in")

        assert _cookies(tablet) <= {"device", "shared", "csrf"}
        assert tablet.page.evaluate(STORED) == [0, 0, ""]
        for _ in range(3):
            tablet.page.go_back()
            page = tablet.page.content()
            assert SECRET not in page
            assert "kofi" not in page.lower()
        tablet.goes("/sign-in/")
        expect(tablet.page.get_by_label("Sign-in name or e-mail address")).to_have_value("")
        expect(tablet.page.get_by_label("Others use this device too")).to_be_checked()
        tablet.page.evaluate(f"localStorage.setItem('control', '{KEPT.decode()}')")
    files = [path.read_bytes() for path in profile.rglob("*") if path.is_file()]
    assert any(KEPT in content for content in files)  # the control: what is kept is found
    for trace in (SECRET, "kofi", PASSWORDS["kofi"]):
        forms = (trace.encode(), trace.encode("utf-16-le"))
        assert not [one for content in files for one in forms if one in content], trace


@contextmanager
def _tablet(chromium: Browser, profile: Path, address: str) -> Iterator[Visitor]:
    """A browser with a profile on disk, and passwords not saved, as docs/self-hosting.md says."""
    settings = profile / "Default" / "Preferences"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"credentials_enable_service": False}))
    context = chromium.browser_type.launch_persistent_context(
        profile, executable_path=program(), args=FLAGS, viewport=SMALL
    )
    yield Visitor(context.pages[0], address, "kofi")
    context.close()


def _cookies(visitor: Visitor) -> set[str]:
    return {cookie["name"] for cookie in visitor.page.context.cookies()}
