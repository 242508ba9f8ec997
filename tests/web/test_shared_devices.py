"""A tablet that others use too: one way out, and nothing of anybody stays."""

import re

import pytest
from django.conf import settings

from tests.cast import PASSWORD, browser, talk, words

GIVEN = {"name": "ravi", "password": PASSWORD}
DONE = "Sign out and clear this screen"


@pytest.fixture
def tablet(ravi):
    visitor = browser()
    visitor.post("/sign-in/", GIVEN | {"shared": "on"})
    return visitor


def is_ticked(page):
    return bool(re.search(r'<input[^>]*name="shared"[^>]*checked', words(page)))


def test_every_page_has_the_one_way_out(tablet, ravi, maya):
    journey = talk(maya, ravi)
    paths = ["/", "/me/", "/pages/", "/pages/room/", "/starter/", "/invite/", "/protection/"]
    for path in [*paths, f"/journey/{journey.id}/", f"/journey/{journey.id}/room/"]:
        page = words(tablet.get(path))
        assert "Are you done?" in page, path
        assert page.count(DONE) == 1, path
        assert ">Close</button>" not in page, path


def test_a_device_of_ones_own_has_two_smaller_ones(ravi):
    page = words(browser(ravi).get("/"))
    assert DONE not in page
    assert ">Close</button>" in page


def test_the_screen_on_the_table_has_no_way_out_but_handing_it_back(maya, ravi):
    journey = talk(maya, ravi)
    tablet = browser()
    tablet.post("/sign-in/", {"name": "maya", "password": PASSWORD, "shared": "on"})
    path = f"/journey/{journey.id}/table/"
    tablet.post(path, {"verb": "pass"})
    page = words(tablet.get(path))
    assert "Hand it back" in page
    assert DONE not in page


def test_once_somebody_is_done_no_cookie_of_theirs_is_left(tablet):
    assert {"session", "unlock"} <= tablet.cookies.keys()  # the control
    answer = tablet.post("/sign-out/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    kept = {name for name, cookie in tablet.cookies.items() if cookie.value}
    assert kept <= {"device", "shared", "csrf"}
    assert tablet.cookies["shared"].value == "yes"


def test_who_walks_away_has_left_no_cookie_half_an_hour_later(tablet, clock):
    clock.passes(minutes=31)
    assert tablet.get("/")["Location"].startswith("/sign-in/")
    kept = {name for name, cookie in tablet.cookies.items() if cookie.value}
    assert kept <= {"device", "shared", "csrf"}


def test_the_next_one_finds_the_box_ticked_and_no_name(tablet):
    tablet.post("/sign-out/")
    page = tablet.get("/sign-in/")
    assert is_ticked(page)
    field = re.search(r'<input[^>]*name="name"[^>]*>', words(page))[0]
    assert "value=" not in field
    assert 'autocomplete="off"' in field


def test_a_device_of_ones_own_is_not_ticked_and_may_remember(ravi):
    page = browser().get("/sign-in/")
    assert not is_ticked(page)
    assert 'autocomplete="username"' in words(page)


def test_who_takes_the_tick_away_takes_it_away_for_the_next_time_too(tablet):
    tablet.post("/sign-out/")
    tablet.post("/sign-in/", GIVEN)
    tablet.post("/sign-out/")
    assert not is_ticked(tablet.get("/sign-in/"))


def test_a_workplace_of_tablets_ticks_it_for_everybody(workplace, monkeypatch):
    monkeypatch.setattr(settings, "SHARED_DEVICES", True)
    assert is_ticked(browser().get("/sign-in/"))


def test_joining_on_a_marked_tablet_is_ticked_too(tablet, maya):
    page = words(browser(maya).post("/invite/", {"name": "Nils", "listens": "me"}, follow=True))
    path = re.search(r"(/invitation/[\w=-]+/)", page)[1]
    tablet.post("/sign-out/")
    assert is_ticked(tablet.post(path, {"verb": "join-visions"}))
    assert not is_ticked(browser().post(path, {"verb": "join-visions"}))


def test_the_mark_says_nothing_but_that(tablet):
    cookie = tablet.cookies["shared"]
    assert cookie.value == "yes"
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")


def test_a_closed_page_of_a_tablet_names_nobody(tablet, clock):
    clock.passes(minutes=6)
    answer = tablet.get("/me/")
    assert answer.status_code == 403
    assert "nothing happened for 5 minutes" in words(answer)
    assert "ravi" not in words(answer).lower()
    assert "Are you done?" in words(answer)


def test_a_shared_device_never_stays_open_for_a_talk(tablet, maya, ravi):
    journey = talk(maya, ravi)
    path = f"/journey/{journey.id}/room/"
    assert "Stay open for this talk" not in words(tablet.get(path))
    assert "Stay open for this talk" in words(browser(ravi).get(path))  # the control
