"""One screen, passed across the table: whoever holds it finds one page, and nothing else."""

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests.cast import PASSWORD, begin, browser, talk, words
from tests.promises import doors
from yonder.career import ticking
from yonder.vault.unlocks import CLOSED, OPEN, TABLE, Unlock
from yonder.web import unlocking

METHODS = ("GET", "POST", *doors.OTHER_METHODS)
VERBS = ("", "pass", "hand-back", *doors.VERBS)
NEVER_WAS = "/journey/00000000-0000-4000-8000-000000000000/nowhere/"


def at(journey, place="table"):
    return f"/journey/{journey.id}/{place}/"


def handed_over(who, journey):
    """The browser of a guide who has passed the screen; the owner is in front of it now."""
    screen = browser(who)
    assert screen.post(at(journey), {"verb": "pass"})["Location"] == at(journey)
    return screen


@pytest.fixture
def screen(talks, maya):
    return handed_over(maya, talks)


@pytest.fixture
def house(vault, workplace):
    """Every address there is, and Maya's screen with Ravi."""
    made = doors.build(vault, workplace)
    made.browsers["maya"].post(at(made.journey), {"verb": "pass"})
    return made


def answering(house):
    """(address, method) of each answer that is not exactly that of an address that never was."""
    others = sorted(set(doors.ANSWERS) - {"table"})
    return {(name, how) for name in others for how in METHODS if not is_nowhere(house, name, how)}


def is_nowhere(house, name, method):
    found, made_up = (seen(house, path, method) for path in (path_of(house, name), NEVER_WAS))
    return found == made_up and found[0] == 404


def path_of(house, name):
    return doors.reverse(name, kwargs=house.paths.get(name, {}))


def seen(house, path, method):
    visitor = Client(raise_request_exception=False)
    visitor.cookies = house.browsers["maya"].cookies.copy()
    with doors.undone():
        answer = getattr(visitor, method.lower())(path)
        return answer.status_code, answer.content, sorted(answer.items())


# ---- every other address -------------------------------------------------------------------------


def test_every_other_address_is_as_if_it_had_never_been(house):
    assert answering(house) == set()


def test_a_build_that_only_hides_the_links_would_be_caught(house, monkeypatch):
    """The control: the page is as bare as ever, and all addresses answer who types them in."""
    monkeypatch.setattr(unlocking, "elsewhere", lambda request: None)
    found = answering(house)
    assert {("journey", "GET"), ("room", "GET"), ("pages", "GET"), ("me", "POST")} <= found
    assert {("home", "GET"), ("protection", "GET"), ("sign-out", "POST")} <= found


def test_no_button_of_another_page_does_anything(house):
    others = set(doors.ANSWERS) - {"table"}
    pressed = {(name, verb): press(house, name, verb) for name in others for verb in doors.VERBS}
    assert {one for one, code in pressed.items() if code != 404} == set()


def press(house, name, verb):
    return house.knock(name, "maya", "POST", verb=verb).status_code


def test_a_form_without_our_proof_does_not_tell_addresses_apart(screen):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = screen.cookies
    assert strict.post("/me/", {}).status_code == 404
    assert strict.post(NEVER_WAS, {}).content == strict.post("/me/", {}).content


def test_the_other_talks_of_the_guide_are_not_there(talks, maya, omar):
    others = talk(maya, omar)
    screen = handed_over(maya, talks)
    for path in (at(others), at(others, "room"), f"/journey/{others.id}/"):
        for verb in VERBS:
            assert screen.get(path).status_code == 404, path
            assert screen.post(path, {"verb": verb}).status_code == 404, (path, verb)


def test_nobody_can_sign_the_guide_out_or_close_the_page_by_address(screen):
    screen.post("/sign-out/")
    screen.post("/close/")
    assert Unlock.objects.get().state == TABLE


def test_a_link_in_a_letter_finds_nothing_either(screen):
    del screen.cookies["unlock"]
    answer = screen.get("/me/", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 404


def test_the_password_opens_nothing_while_the_screen_is_passed(talks, screen):
    row = Unlock.objects.get().id
    for path in ("/", "/me/", at(talks, "room"), at(talks)):
        screen.post(path, {"unlock_password": PASSWORD})
        assert screen.get("/me/").status_code == 404, path
    assert (Unlock.objects.get().id, Unlock.objects.get().state) == (row, TABLE)


def test_style_and_scripts_still_come(talks, screen):
    page = words(screen.get(at(talks)))
    for path in re.findall(r'(?:href|src)="(/static/[^"]+)"', page):
        answer = screen.get(path)
        assert answer.status_code == 200, path
        answer.close()


# ---- the one page --------------------------------------------------------------------------------


def test_the_page_says_whose_part_it_is(talks, screen):
    page = words(screen.get(at(talks)))
    assert "This part is for Ravi." in page
    assert "Hand the screen over, and give Ravi a minute." in page
    assert "Ravi, tap “Hand it back” when you are done." in page
    assert "Maya then sees what you chose to show." in page


def leading_away(page):
    """Where a page leads, or sends a form, that is neither on it nor its style and scripts."""
    found = re.findall(r'(?:href|action)="([^"#]+)', page)
    return {path for path in (urlsplit(one).path for one in found) if "/static/" not in path}


def test_the_page_leads_nowhere_else(talks, screen):
    page = words(screen.get(at(talks)))
    assert leading_away(page) == {at(talks)}
    assert not re.search('class="masthead"|class="foot"|idle-lock', page)


def test_a_page_with_a_masthead_would_be_found_to_lead_away(talks, maya):
    """The control."""
    assert {"/", "/me/", "/sign-out/"} <= leading_away(words(browser(maya).get("/")))


def test_a_lost_page_leads_back_to_the_one_that_is_there(talks, screen):
    page = words(screen.get("/me/"))
    assert "There is nothing here for you." in page
    assert leading_away(page) == {at(talks)}


def test_what_the_guide_was_to_be_told_waits_for_the_guide(talks, maya):
    screen = browser(maya)
    screen.post(f"/journey/{talks.id}/", {"verb": "write", "text": "You bake well.", "rev": 0})
    assert "told" in screen.session
    screen.post(at(talks), {"verb": "pass"})
    assert "Saved." not in words(screen.get(at(talks))) + words(screen.get("/"))


def test_nothing_of_the_guide_stays_behind_the_back_button(talks, maya):
    """No page is kept; where a browser does keep some, a new cookie makes it drop them."""
    screen = browser(maya)
    assert screen.get(at(talks, "room"))["Cache-Control"] == "no-store"
    for verb in ("pass", "hand-back"):
        answer = screen.post(at(talks), {"verb": verb})
        assert answer["Clear-Site-Data"] == '"cache"', verb
        assert answer.cookies["csrf"]["httponly"], verb
    assert screen.get(at(talks))["Cache-Control"] == "no-store"


# ---- and back ------------------------------------------------------------------------------------


def test_handing_it_back_asks_for_the_password_of_the_guide(talks, screen):
    room = at(talks, "room")
    assert screen.post(at(talks), {"verb": "hand-back"})["Location"] == room
    row = Unlock.objects.get()
    assert (row.state, row.only, bytes(row.box)) == (CLOSED, None, b"")
    for path in (room, at(talks), "/", "/me/"):
        answer = screen.get(path)
        assert (answer.status_code, "Closed." in words(answer)) == (403, True), path

    assert screen.post(room, {"unlock_password": PASSWORD})["Location"] == room
    assert screen.get(room).status_code == 200
    assert screen.get("/me/").status_code == 200
    assert Unlock.objects.get().state == OPEN


@pytest.mark.parametrize("typed", ["not this one at all", ""])
def test_another_password_leaves_it_closed(talks, screen, typed):
    screen.post(at(talks), {"verb": "hand-back"})
    screen.post(at(talks, "room"), {"unlock_password": typed})
    assert screen.get(at(talks, "room")).status_code == 403
    assert Unlock.objects.get().state == CLOSED


def test_the_owners_password_does_not_open_it(talks, maya, ravi):
    screen = handed_over(maya, talks)
    own = "seven boats went out to sea"
    browser(ravi).post("/me/password/", {"old": PASSWORD, "new": own})
    screen.post(at(talks), {"verb": "hand-back"})
    assert screen.post(at(talks, "room"), {"unlock_password": own}).status_code == 403
    assert screen.post(at(talks, "room"), {"unlock_password": PASSWORD}).status_code == 302


@pytest.mark.parametrize(("shared", "minutes"), [(False, 15), (True, 5)])
def test_a_screen_that_lies_there_closes_by_itself(talks, maya, clock, shared, minutes):
    screen = browser()
    given = {"name": "maya", "password": PASSWORD} | ({"shared": "on"} if shared else {})
    screen.post("/sign-in/", given)
    screen.post(at(talks), {"verb": "pass"})
    clock.passes(minutes=minutes - 0.1)
    assert screen.get("/me/").status_code == 404
    clock.passes(minutes=0.1)
    for path in ("/me/", at(talks)):
        answer = screen.get(path)
        assert answer.status_code == 403, path
        assert f"because nothing happened for {minutes} minutes" in words(answer)


def test_what_the_owner_typed_too_late_is_not_shown_to_the_guide(talks, maya, screen, clock):
    late = {"verb": "turn-write", "changed": "I nearly left, because of Maya."}
    clock.passes(minutes=15)
    text = words(screen.post(at(talks), late))
    assert "I nearly left" not in text
    assert "is not here: nobody else reads it" in text
    own = browser(maya)
    own.post("/close/")
    assert "I nearly left" in words(own.post(at(talks, "room"), late)), (
        "control: elsewhere it stays"
    )


def test_its_key_is_put_away_though_nobody_touches_it(screen, vault, clock):
    clock.passes(minutes=15)
    ticking.tick(vault)
    row = Unlock.objects.get()
    assert (row.state, row.only, bytes(row.box)) == (CLOSED, None, b"")


def test_somebody_who_reads_the_page_keeps_it_and_a_lost_page_does_not(talks, screen, clock):
    for _ in range(3):
        clock.passes(minutes=10)
        assert screen.get(at(talks)).status_code == 200
    clock.passes(minutes=10)
    assert screen.get("/me/").status_code == 404
    clock.passes(minutes=5)
    assert screen.get("/me/").status_code == 403


def test_after_twelve_hours_the_whole_sign_in_is_over(talks, screen, clock):
    for _ in range(72):
        clock.passes(minutes=10)
        screen.get(at(talks))
    assert screen.get(at(talks))["Location"].startswith("/sign-in/")


def test_without_its_cookie_the_page_closes(talks, screen):
    del screen.cookies["unlock"]
    assert screen.get(at(talks)).status_code == 403
    assert Unlock.objects.get().state == CLOSED


def test_when_the_talks_end_meanwhile_the_guide_gets_the_screen_back(talks, screen):
    page = at(talks)
    talks.delete()
    assert screen.get(page).status_code == 403
    screen.post("/", {"unlock_password": PASSWORD})
    assert screen.get("/").status_code == 200


# ---- who may pass it -----------------------------------------------------------------------------


def test_only_the_guide_passes_the_screen(talks, ravi, omar, hana):
    for who in (ravi, omar, hana):
        answer = browser(who).post(at(talks), {"verb": "pass"})
        assert answer.status_code == 404, who.person.name
    assert set(Unlock.objects.values_list("state", flat=True)) == {OPEN}


def test_a_screen_is_passed_only_once_both_can_read(maya, ravi):
    journey = begin(maya, ravi)
    answer = browser(maya).post(at(journey), {"verb": "pass"})
    assert answer["Location"] == f"/journey/{journey.id}/"
    assert Unlock.objects.get().state == OPEN


def test_looking_at_the_address_passes_nothing(talks, maya):
    at_mayas = browser(maya)
    assert at_mayas.get(at(talks))["Location"] == f"/journey/{talks.id}/"
    assert Unlock.objects.get().state == OPEN


def test_what_is_pressed_there_with_the_keys_of_the_guide_does_nothing(talks, maya):
    """A form of the owner that comes late must not run in the open session of the guide."""
    at_mayas = browser(maya)
    for verb in {*VERBS} - {"pass"}:
        assert at_mayas.post(at(talks), {"verb": verb}).status_code == 302, verb


def test_the_other_devices_of_the_guide_go_on(talks, maya, screen):
    assert browser(maya).get("/me/").status_code == 200
