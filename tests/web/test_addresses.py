"""My e-mail addresses: with a mail server, without one, and with one that is away."""

import pytest
from allauth.account.models import EmailAddress

from tests.cast import browser, words

ADD = {"action_add": "1", "email": "ravi@example.org"}
PAGE = "/me/addresses/"


@pytest.fixture
def at_ravis(ravi):
    return browser(ravi)


@pytest.fixture
def mail_server_away(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


def test_without_a_mail_server_no_address_is_asked_for(at_ravis):
    page = words(at_ravis.get(PAGE))
    assert "This server sends no mail yet. You do not need an address." in page
    assert "Add this address" not in page
    answer = at_ravis.post(PAGE, ADD, follow=True)
    assert answer.status_code == 200
    assert not EmailAddress.objects.exists()


def test_a_mail_server_that_is_away_is_told_and_keeps_nothing(at_ravis, mail_server_away):
    answer = at_ravis.post(PAGE, ADD, follow=True)
    assert answer.status_code == 200
    assert "No mail could be sent. Nothing was changed. Try again later." in words(answer)
    assert not EmailAddress.objects.exists()


def test_adding_one_says_that_a_link_is_on_its_way(at_ravis, post_office):
    answer = at_ravis.post(PAGE, ADD, follow=True)
    assert "A link is on its way." in words(answer)
    assert len(post_office.to("ravi@example.org")) == 1


def test_asking_for_the_link_again_is_answered(at_ravis, ravi, post_office):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org")
    again = {"action_send": "1", "email": "ravi@example.org"}
    assert "A link is on its way." in words(at_ravis.post(PAGE, again, follow=True))
    assert "A link went out a moment ago." in words(at_ravis.post(PAGE, again, follow=True))
    assert len(post_office.to("ravi@example.org")) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "This line is still empty."),
        ("nobody@", "This does not look like an e-mail address."),
        ("ravi@example.org", "This address is on your list already."),
    ],
)
def test_an_address_that_does_not_fit_is_told_in_our_words(
    at_ravis, ravi, post_office, typed, said
):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=True)
    page = words(at_ravis.post(PAGE, ADD | {"email": typed}))
    assert said in page
    assert "E-mail address" in page


def test_an_unconfirmed_address_comes_before_the_second_step(at_ravis, ravi):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org")
    page = words(at_ravis.get("/me/factor/"))
    assert "First confirm or remove the address that is not confirmed." in page
    assert "Switch it on" not in page


def test_the_second_step_asks_and_refuses_in_our_words(at_ravis, ravi):
    confirm = at_ravis.get("/me/factor/on/")["Location"]
    assert "This is not your password." in words(at_ravis.post(confirm, {"password": "not it"}))
    at_ravis.post(confirm, {"password": ravi.password})
    assert "The six digits" in words(at_ravis.get("/me/factor/on/"))
    page = words(at_ravis.post("/me/factor/on/", {"code": "000000"}))
    assert "These are not the six digits of this half minute." in page
