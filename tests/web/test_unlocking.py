"""Closed pages: what was typed stays on the screen and is stored nowhere."""

import pytest
from django.test import Client

from tests.cast import PASSWORD, browser, words
from yonder.vault.unlocks import Unlock

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
