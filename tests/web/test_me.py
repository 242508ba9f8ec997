"""My own page: name, language, addresses, second step, recovery code, what rests after a reset."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from tests.cast import PASSWORD, browser, talk, words, write
from tests.web.test_passwords import NEW, slip_for
from yonder.career.people import Person
from yonder.vault import codes

SENTENCE = "I would like to build bridges."


@pytest.fixture
def at_ravis(ravi):
    return browser(ravi)


def test_the_name_can_be_changed(at_ravis, ravi):
    assert at_ravis.post("/me/", {"name": "Ravindra", "language": "en"})["Location"] == "/me/"
    assert "Hello, Ravindra." in words(at_ravis.get("/"))


@pytest.mark.parametrize(
    "given", [{"name": "", "language": "en"}, {"name": "R" * 81, "language": "en"}]
)
def test_a_name_that_does_not_fit_is_told(at_ravis, given):
    answer = at_ravis.post("/me/", given)
    assert "Something is missing or does not fit." in words(answer)
    assert "Hello, Ravi." in words(at_ravis.get("/"))


def test_nothing_else_about_oneself_can_be_set_here(at_ravis, ravi):
    more = {"runs_server": "on", "people_operations": "on", "login": "olga", "is_active": ""}
    at_ravis.post("/me/", {"name": "Ravi", "language": "de", **more})
    ravi.person.refresh_from_db()
    assert (ravi.person.login, ravi.person.administers) == ("ravi", False)
    assert ravi.person.language == "en"


def test_one_language_is_no_choice(at_ravis):
    assert "Language" not in words(at_ravis.get("/me/"))


def test_the_chosen_language_is_the_page_s(at_ravis, settings):
    settings.LANGUAGES = [("en", "English"), ("de", "Deutsch")]
    assert "Language" in words(at_ravis.get("/me/"))
    at_ravis.post("/me/", {"name": "Ravi", "language": "de"})
    assert '<html lang="de">' in words(at_ravis.get("/"))


def test_no_page_mixes_two_languages(at_ravis, ravi):
    """Somebody chose German when it could be chosen, and the browser asks for it too."""
    Person.objects.filter(id=ravi.person.id).update(language="de")
    german = {"headers": {"accept-language": "de-DE,de;q=0.9"}}
    page = words(at_ravis.get("/me/", **german))
    assert '<html lang="en">' in page
    door = words(browser().post("/sign-in/", {"name": "", "password": ""}, **german))
    assert '<html lang="en">' in door
    assert "This line is still empty." in door


# ---- the recovery code ---------------------------------------------------------------------------


def make_code(visitor):
    page = words(visitor.post("/me/recovery-code/", {"verb": "make"}))
    return re.search(r"(?:[0-9A-Z]{4} ){6}[0-9A-Z*~$=]{3}", page)[0]


def test_a_code_is_shown_once_and_typed_back(at_ravis):
    code = make_code(at_ravis)
    assert code not in words(at_ravis.get("/me/recovery-code/"))
    given = {"verb": "type-back", "code": code.lower().replace("0", "o")}
    assert at_ravis.post("/me/recovery-code/", given)["Location"] == "/"


def test_another_code_is_not_the_one(at_ravis):
    make_code(at_ravis)
    for wrong in (codes.written(codes.draw()), "nothing of the kind", ""):
        answer = at_ravis.post("/me/recovery-code/", {"verb": "type-back", "code": wrong})
        assert answer.status_code == 200
    assert "This recovery code is not right." in words(
        at_ravis.post("/me/recovery-code/", {"verb": "type-back", "code": codes.draw()})
    )


def test_making_a_code_asks_for_a_fresh_password(at_ravis, clock):
    clock.passes(minutes=6)
    answer = at_ravis.post("/me/recovery-code/", {"verb": "make"})
    assert "Is it still you?" in words(answer)


# ---- after a reset -------------------------------------------------------------------------------


@pytest.fixture
def anew(talks, ravi, olga):
    """Ravi after a slip: a fresh key, and what he wrote rests."""
    write(ravi, talks, SENTENCE)
    visitor = browser()
    visitor.post(slip_for(ravi.person, olga), {"password": NEW})
    return visitor, f"/journey/{talks.id}/"


def test_the_old_password_opens_what_rests(anew):
    visitor, page = anew
    assert "From before" in words(visitor.get("/"))
    assert SENTENCE not in words(visitor.get(page))
    assert visitor.post("/me/former/", {"secret": PASSWORD})["Location"] == "/"
    assert SENTENCE in words(visitor.get(page))


def test_both_read_again_at_home_and_on_the_page_after_the_old_password(anew, maya):
    visitor, page = anew
    at_mayas = browser(maya)
    assert "has a new key" in words(at_mayas.get("/"))

    visitor.post("/me/former/", {"secret": PASSWORD})

    assert "About Ravi. You listen." in words(at_mayas.get("/"))
    assert "About you. Maya listens." in words(visitor.get("/"))
    assert "You and Ravi can read this." in words(at_mayas.get(page))


def test_a_wrong_one_opens_nothing_and_is_slowed_down(anew, vault):
    visitor, page = anew
    before = vault.stretcher.runs
    for _ in range(20):
        answer = visitor.post("/me/former/", {"secret": "not this one at all"})
    assert vault.stretcher.runs - before <= 5
    assert "Too many tries." in words(answer)
    assert SENTENCE not in words(visitor.get(page))


def test_somebody_without_a_former_key_is_sent_back(at_ravis):
    assert at_ravis.get("/me/former/")["Location"] == "/me/"


# ---- addresses and the second step, the library's own pages --------------------------------------


def test_an_address_counts_when_the_link_in_the_mail_was_followed(at_ravis, post_office):
    at_ravis.post("/me/addresses/", {"action_add": "", "email": "ravi@example.org"})
    (letter,) = post_office.to("ravi@example.org")
    link = re.search(r"http://testserver(/me/addresses/\S+/)", letter.get_content())[1]
    assert not EmailAddress.objects.get().verified

    browser().post(link)

    assert EmailAddress.objects.get().verified
    assert (
        browser().post("/sign-in/", {"name": "ravi@example.org", "password": PASSWORD}).status_code
        == 302
    )


def test_an_address_of_somebody_else_is_not_given_away(at_ravis, omar, post_office):
    """Adding a known and an unknown address reads the same (no account enumeration)."""
    EmailAddress.objects.create(user=omar.person, email="omar@example.org", verified=True)
    pages = [
        at_ravis.post("/me/addresses/", {"action_add": "", "email": email}, follow=True)
        for email in ("omar@example.org", "nora@example.org")
    ]
    assert [page.status_code for page in pages] == [200, 200]
    assert EmailAddress.objects.filter(email="omar@example.org", verified=True).count() == 1


def test_the_second_step_asks_for_the_password_first(at_ravis):
    answer = at_ravis.get("/me/factor/on/")
    assert answer.status_code in (200, 302)
    at_ravis.post("/me/factor/on/", {"code": "000000"})
    assert not Authenticator.objects.exists()


def test_two_people_may_have_talks_with_the_same_one(maya, ravi, omar):
    talk(maya, ravi)
    talk(maya, omar)
    assert "You and Ravi" in words(browser(maya).get("/"))
