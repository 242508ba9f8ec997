"""Closed pages: what was typed stays on the screen and is stored nowhere."""

import re
import uuid

import pytest
from django.test import Client

from tests.cast import PASSWORD, browser, words
from yonder.vault import unlocks
from yonder.vault.refusals import Closed
from yonder.vault.unlocks import CLOSED, TABLE, Unlock

SENTENCE = "I would like to build bridges."


@pytest.fixture
def closed(ravi):
    at_ravis = browser(ravi)
    at_ravis.post("/close/")
    return at_ravis


def test_every_page_is_closed_until_the_password_is_typed(closed):
    for path in ("/", "/me/", "/invite/", "/me/addresses/", "/me/sign-ins/", "/me/factor/"):
        answer = closed.get(path)
        assert answer.status_code == 403, path
        assert "Closed." in words(answer), path


def test_the_password_opens_the_page_one_was_on(closed):
    answer = closed.post("/me/", {"unlock_password": PASSWORD})
    assert answer["Location"] == "/me/"
    assert closed.get("/me/").status_code == 200


def test_a_wrong_password_leaves_it_closed(closed):
    answer = closed.post("/me/", {"unlock_password": "not this one at all"})
    assert "This is not your password." in words(answer)
    assert closed.get("/me/").status_code == 403


def test_what_was_typed_comes_back_and_goes_on_its_way(talks, ravi, clock):
    at_ravis, page = browser(ravi), f"/journey/{talks.id}/"
    clock.passes(minutes=15)

    answer = at_ravis.post(page, {"verb": "write", "text": SENTENCE, "rev": 0})
    assert answer.status_code == 403
    assert "This page closed while you were typing." in words(answer)
    assert SENTENCE in words(answer)

    again = {"verb": "write", "text": SENTENCE, "rev": 0, "unlock_password": PASSWORD}
    assert at_ravis.post(page, again)["Location"] == page
    assert SENTENCE in words(at_ravis.get(page))


def test_a_wrong_password_does_not_lose_what_was_typed(talks, ravi, clock):
    at_ravis, page = browser(ravi), f"/journey/{talks.id}/"
    clock.passes(minutes=15)
    typed = {"verb": "write", "text": SENTENCE, "rev": 0, "unlock_password": "not this one"}
    answer = at_ravis.post(page, typed)
    assert answer.status_code == 403
    assert SENTENCE in words(answer)
    assert "not this one" not in words(answer)


def test_the_password_on_a_closed_page_needs_our_own_form(ravi):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser(ravi).cookies
    before = set(Unlock.objects.values_list("id", flat=True))

    answer = strict.post("/me/", {"unlock_password": PASSWORD})

    assert answer.status_code == 403
    assert "This page was open for too long." in words(answer)
    assert set(Unlock.objects.values_list("id", flat=True)) == before


def test_a_link_in_a_letter_takes_one_hop_so_that_the_cookie_comes_along(ravi):
    at_ravis = browser(ravi)
    del at_ravis.cookies["unlock"]
    answer = at_ravis.get("/me/", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert "/me/" in words(answer)
    assert "Ravi" not in words(answer)


def idle_minutes(page):
    """After how many minutes the page takes itself off the screen."""
    return int(re.search(r'<idle-lock data-minutes="(\d+)"', words(page))[1])


@pytest.mark.parametrize(("asked", "given"), [(30, 30), (60, 60), (90, 60), (10, 15), (-1, 15)])
def test_a_page_stays_open_for_as_long_as_a_talk(ravi, vault, clock, asked, given):
    at_ravis = browser(ravi)
    assert unlocks.stay_open(vault, Unlock.objects.get(), asked)
    for _ in range(3):
        clock.passes(minutes=given - 0.1)
        assert idle_minutes(at_ravis.get("/")) == given
    clock.passes(minutes=given)
    answer = at_ravis.get("/")
    assert answer.status_code == 403
    assert f"because nothing happened for {given} minutes" in words(answer)


def test_on_a_device_of_others_it_does_not_stay_open(ravi, vault, clock):
    at_ravis = browser()
    at_ravis.post("/sign-in/", {"name": "ravi", "password": PASSWORD, "shared": "on"})
    assert not unlocks.stay_open(vault, Unlock.objects.get(), 60)
    assert idle_minutes(at_ravis.get("/")) == 5
    clock.passes(minutes=5)
    assert at_ravis.get("/").status_code == 403


def test_a_closed_page_is_not_kept_open(closed, vault):
    assert not unlocks.stay_open(vault, Unlock.objects.get(), 60)


def test_opened_again_it_closes_after_the_usual_minutes(ravi, vault):
    at_ravis = browser(ravi)
    unlocks.stay_open(vault, Unlock.objects.get(), 60)
    at_ravis.post("/close/")
    at_ravis.post("/me/", {"unlock_password": PASSWORD})
    assert idle_minutes(at_ravis.get("/me/")) == 15


def test_what_was_to_stay_open_does_not_lie_on_the_table_for_an_hour(ravi, vault, clock):
    browser(ravi)
    row = Unlock.objects.get()
    unlocks.stay_open(vault, row, 60)
    unlocks.lay_on_table(vault, row, uuid.uuid4())
    assert (row.idle, row.until) == (unlocks.IDLE, clock() + unlocks.IDLE)
    assert not unlocks.stay_open(vault, row, 60)


def test_a_closed_row_is_not_laid_on_the_table(closed, vault):
    with pytest.raises(Closed):
        unlocks.lay_on_table(vault, Unlock.objects.get(), uuid.uuid4())
    assert Unlock.objects.get().state == CLOSED


def test_no_late_sign_in_lifts_a_row_from_the_table(ravi, vault):
    browser(ravi)
    waiting = Unlock.objects.get()
    unlocks.lay_on_table(vault, Unlock.objects.get(), uuid.uuid4())
    unlocks.admit(vault, waiting)
    assert Unlock.objects.get().state == TABLE


def test_a_request_that_began_before_does_not_lift_it_either(ravi, vault, clock):
    """An open page asks while the screen is being passed."""
    at_ravis = browser(ravi)
    before, cookie = Unlock.objects.get(), at_ravis.cookies["unlock"].value
    clock.passes(minutes=5)
    unlocks.lay_on_table(vault, Unlock.objects.get(), uuid.uuid4())
    laid = Unlock.objects.values().get()
    clock.passes(minutes=2)
    unlocks.keyring_of(vault, before, cookie)
    assert Unlock.objects.values().get() == laid
