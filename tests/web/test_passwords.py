"""A new password: with the old one, with the recovery code, or after a reset."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from tests.cast import PASSWORD, browser, join, words
from yonder.career.recovery import new_code
from yonder.vault import codes

NEW = "seven boats went out to sea"
SIGN_IN = {"name": "ravi", "password": NEW}


@pytest.fixture
def code(ravi):
    return codes.written(new_code(ravi.keyring))


def slip_for(person, olga):
    answer = browser(olga).post("/people/", {"verb": "reset", "person": person.id})
    return re.search(r"http://testserver(/reset/[^/]+/)", words(answer))[1]


def test_the_old_password_makes_way_for_the_new_one(ravi):
    at_ravis = browser(ravi)
    assert at_ravis.post("/me/password/", {"old": PASSWORD, "new": NEW})["Location"] == "/me/"
    assert at_ravis.get("/me/").status_code == 200
    assert browser().post("/sign-in/", {**SIGN_IN, "password": PASSWORD}).status_code == 403
    assert browser().post("/sign-in/", SIGN_IN).status_code == 302


def test_changing_it_takes_the_old_one(ravi):
    at_ravis = browser(ravi)
    answer = at_ravis.post("/me/password/", {"old": "not this one at all", "new": NEW})
    assert "This is not your password." in words(answer)
    assert browser().post("/sign-in/", SIGN_IN).status_code == 403


def test_a_new_password_ends_links_that_were_sent_before(ravi, olga):
    link = slip_for(ravi.person, olga)
    assert browser().get(link).status_code == 200

    browser(ravi).post("/me/password/", {"old": PASSWORD, "new": NEW})

    assert browser().get(link).status_code == 404


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("short", "Too short: take at least 12 characters."),
        ("password1234", "Many people use this one."),
        ("Maximiliane1", "Too close to your name."),
        ("maximiliane!", "Too close to your name."),
    ],
)
def test_a_weak_password_is_refused_with_a_reason(chosen, said, vault, workplace):
    somebody = join(vault, "Maximiliane")
    answer = browser(somebody).post("/me/password/", {"old": PASSWORD, "new": chosen})
    assert answer.status_code == 200
    assert said in words(answer)


def test_the_code_opens_and_nothing_is_lost(ravi, code):
    given = {"name": "ravi", "code": code.lower(), "password": NEW}
    assert browser().post("/recover/", given)["Location"] == "/me/recovery-code/"
    assert browser().post("/sign-in/", SIGN_IN).status_code == 302


def test_the_code_works_once(ravi, code):
    browser().post("/recover/", {"name": "ravi", "code": code, "password": NEW})
    again = {"name": "ravi", "code": code, "password": "another of these sentences"}
    assert "This recovery code is not right." in words(browser().post("/recover/", again))


def test_the_code_takes_off_a_second_factor_that_was_lost(ravi, code):
    TOTP.activate(ravi.person, generate_totp_secret())
    answer = browser().post("/recover/", {"name": "ravi", "code": code, "password": NEW})
    assert answer["Location"] == "/me/recovery-code/"
    assert not Authenticator.objects.exists()


def test_a_wrong_code_and_an_unknown_name_read_the_same(ravi, code):
    wrong = codes.written(codes.draw())
    answers = [
        words(browser().post("/recover/", {"name": name, "code": wrong, "password": NEW}))
        for name in ("ravi", "ruth")
    ]
    assert "This recovery code is not right." in answers[0]
    assert _without_token(answers[0]).replace("ravi", "ruth") == _without_token(answers[1])


def test_asking_for_a_reset_reads_the_same_for_everybody(ravi, post_office):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=True)
    known = browser().post("/reset/", {"name": "ravi"})
    unknown = browser().post("/reset/", {"name": "ruth"})
    assert _without_token(words(known)) == _without_token(words(unknown))
    assert [letter["To"] for letter in post_office.messages] == ["ravi@example.org"]


def test_asking_again_and_again_does_not_flood_a_mailbox(ravi, post_office):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=True)
    for _ in range(20):
        assert browser().post("/reset/", {"name": "ravi"}).status_code == 200
    assert len(post_office.messages) <= 5


def test_a_reset_begins_anew_and_works_once(ravi, olga):
    link = slip_for(ravi.person, olga)
    assert browser().post(link, {"password": NEW})["Location"] == "/"
    assert browser().post("/sign-in/", SIGN_IN).status_code == 302
    assert "used already, or is too old" in words(browser().get(link))


def test_a_link_that_was_made_up_says_so(workplace):
    for token in ("x", "MQ.abc", "%00", "....", "é.é"):
        answer = browser().get(f"/reset/{token}/")
        assert answer.status_code == 404
        assert "used already, or is too old" in words(answer)


def _without_token(page):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
