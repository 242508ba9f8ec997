"""Signing in and out, as somebody without scripts in the browser meets it."""

from allauth.account.models import EmailAddress

from tests.cast import PASSWORD, browser, words

WRONG = {"name": "ravi", "password": "not this one at all"}
RIGHT = {"name": "ravi", "password": PASSWORD}


def test_a_name_and_a_password_open_home(ravi):
    answer = browser().post("/sign-in/", RIGHT, follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert "Hello, Ravi." in words(answer)


def test_the_name_may_be_typed_in_any_letters(ravi):
    assert browser().post("/sign-in/", {**RIGHT, "name": " RAVI "}).status_code == 302


def test_a_verified_address_is_as_good_as_the_name(ravi):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=True)
    given = {**RIGHT, "name": "Ravi@example.org"}
    assert browser().post("/sign-in/", given).status_code == 302


def test_an_address_nobody_has_confirmed_signs_nobody_in(ravi):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=False)
    given = {**RIGHT, "name": "ravi@example.org"}
    assert browser().post("/sign-in/", given).status_code == 403


def test_a_wrong_password_says_so_and_keeps_the_name(ravi):
    answer = browser().post("/sign-in/", WRONG)
    assert answer.status_code == 403
    assert "Name and password do not match." in words(answer)
    assert 'value="ravi"' in words(answer)
    assert WRONG["password"] not in words(answer)


def test_an_empty_form_says_what_is_missing(ravi):
    answer = browser().post("/sign-in/", {"name": "ravi", "password": ""})
    assert answer.status_code == 200
    assert "This line is still empty." in words(answer)


def test_a_link_into_yonder_is_followed_after_signing_in(ravi):
    asked = browser().get("/me/")
    assert asked["Location"] == "/sign-in/?next=/me/"
    assert browser().post("/sign-in/?next=/me/", RIGHT)["Location"] == "/me/"


def test_a_link_to_elsewhere_is_not(ravi):
    for wanted in ("https://example.org/", "//example.org/", "/\\example.org", "javascript:x"):
        answer = browser().post("/sign-in/", {**RIGHT, "next": wanted})
        assert answer["Location"] == "/", wanted


def test_somebody_who_has_left_cannot_sign_in(ravi):
    ravi.person.is_active = False
    ravi.person.save()
    assert browser().post("/sign-in/", RIGHT).status_code == 403


def test_signing_out_ends_it_and_clears_the_browser(ravi):
    at_ravis = browser(ravi)
    answer = at_ravis.post("/sign-out/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert at_ravis.get("/")["Location"] == "/sign-in/?next=/"


def test_leaving_takes_a_form_not_a_link(ravi):
    at_ravis = browser(ravi)
    assert at_ravis.get("/sign-out/").status_code == 405
    assert at_ravis.get("/close/").status_code == 405
    assert at_ravis.get("/").status_code == 200
