"""Letters: first names, no content, no kind of talk; and none may break what somebody is doing."""

import pytest
from allauth.account.models import EmailAddress

from tests.cast import browser, words, write
from tests.web.test_passwords import NEW, slip_for

SENTENCE = "I would like to build bridges."
GIVEN = {"name": "Nils", "email": "nils@example.org", "listens": "me"}


def test_an_invitation_is_one_letter(maya, post_office):
    browser(maya).post("/invite/", GIVEN)
    (letter,) = post_office.messages
    assert letter["Subject"] == "Maya has invited you to Yonder"
    assert letter["To"] == "nils@example.org"
    assert "Not sure if this is real? Ask Maya." in letter.get_content()


def test_a_new_key_is_told_to_both(talks, maya, ravi, olga, post_office):
    write(ravi, talks, SENTENCE)
    for who in (maya, ravi):
        email = f"{who.person.login}@example.org"
        EmailAddress.objects.create(user=who.person, email=email, verified=True)
    browser().post(slip_for(ravi.person, olga), {"password": NEW})
    subjects = {(letter["To"], letter["Subject"]) for letter in post_office.messages}
    told = ("maya@example.org", "ravi@example.org")
    assert {(one, "Ravi has a new key") for one in told} <= subjects


def test_no_letter_holds_a_word_of_a_talk(talks, ravi, maya, olga, post_office):
    test_a_new_key_is_told_to_both(talks, maya, ravi, olga, post_office)
    text = "\n".join(letter.as_string() for letter in post_office.messages)
    assert SENTENCE not in text
    assert "journey" not in text
    assert str(talks.id) not in text


@pytest.mark.parametrize("name", ["Maya\nBcc: thief@example.org", "Maya\r\nX: y", "Maya\u2028x"])
def test_a_name_cannot_change_a_letter(maya, post_office, name):
    visitor = browser(maya)
    visitor.post("/me/", {"name": name, "language": "en"})
    assert visitor.post("/invite/", GIVEN).status_code == 302
    (letter,) = post_office.messages
    assert letter["To"] == "nils@example.org"
    assert letter["Bcc"] is None
    assert "\n" not in letter["Subject"]


def test_a_mail_server_that_is_away_stops_nobody(maya, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    answer = browser(maya).post("/invite/", GIVEN, follow=True)
    assert answer.status_code == 200
    assert "To hand over" in words(answer)
