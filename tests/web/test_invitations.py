"""Inviting and being invited: everything is said before anything is given."""

import re
from threading import Barrier, Thread

import pytest
from django.db import connections
from django.test import Client

from tests.cast import browser, talk, words
from yonder.career import ticking
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.vault import codes
from yonder.vault.circles import Circle

GIVEN = {"name": "Nils", "email": "", "listens": "me"}
JOINING = {"name": "Nils", "login": "nils", "password": "seven boats went out to sea"}


@pytest.fixture
def at_mayas(maya):
    return browser(maya)


def invited(visitor, **more):
    """The page of a new invitation, and the path behind its link."""
    answer = visitor.post("/invite/", GIVEN | more, follow=True)
    return answer, re.search(r"(/invitation/[\w=-]+/)", words(answer))[1]


def test_a_slip_holds_a_link_and_no_name_of_a_talk(at_mayas):
    answer, path = invited(at_mayas)
    assert "Nils, this is from Maya." in words(answer)
    assert "<svg" in words(answer)
    assert browser().get(path).status_code == 200


def test_the_invited_person_reads_everything_before_giving_anything(at_mayas):
    _, path = invited(at_mayas)
    page = words(browser().get(path))
    for told in (
        "Maya wants to hear where you would like to go.",
        "in short parts of 15 minutes, on your shift, and it is paid",
        "What is written down",
        "Who can read it",
        "What the company sees",
        "“No” tells nobody.",
    ):
        assert told in page
    assert 'type="password"' not in page


def test_somebody_with_an_address_reads_the_letter_for_an_office(at_mayas):
    _, path = invited(at_mayas, email="nils@example.org", verb="slip")
    assert "Each takes about an hour, in work time." in words(browser().get(path))


def test_after_a_yes_the_link_leads_to_the_talks_and_offers_no_no(at_mayas):
    _, path = invited(at_mayas)
    newcomer = browser()
    newcomer.post(f"{path}join/", JOINING)
    journey = Journey.objects.get()

    for verb in ("", "no"):
        assert newcomer.post(path, {"verb": verb})["Location"] == f"/journey/{journey.id}/"
        assert "You are here already." in words(browser().post(path, {"verb": verb}))


def test_joining_on_a_shared_tablet_closes_after_five_minutes(at_mayas):
    _, path = invited(at_mayas)
    newcomer = browser()
    newcomer.post(f"{path}join/", JOINING | {"shared": "on"})
    assert 'data-minutes="5"' in words(newcomer.get("/"))


def test_sending_says_whether_it_was_sent(at_mayas, post_office):
    sent, _ = invited(at_mayas, email="nils@example.org", verb="send")
    assert "One message is on its way to Nils." in words(sent)
    assert len(post_office.messages) == 1


def test_sending_without_a_mail_server_says_so(at_mayas):
    answer, _ = invited(at_mayas, email="nils@example.org", verb="send")
    assert "The message could not be sent. Hand over the slip below." in words(answer)


def test_sending_needs_an_address(at_mayas):
    answer = at_mayas.post("/invite/", GIVEN | {"verb": "send"})
    assert "To send it, Yonder needs an address. Or show the slip." in words(answer)
    assert not Invitation.objects.exists()


def test_a_slip_that_others_cannot_reach_says_so_on_the_screen(at_mayas):
    answer, _ = invited(at_mayas)
    assert "This address works on this machine only." in words(answer)


def test_joining_gives_a_name_and_leads_to_the_digits(at_mayas):
    _, path = invited(at_mayas)
    newcomer = browser()
    assert "Three things, and you are in." in words(newcomer.post(path, {"verb": "join-story"}))
    answer = newcomer.post(f"{path}join/", JOINING)
    journey = Journey.objects.get()
    assert answer["Location"] == f"/journey/{journey.id}/key/"
    assert (journey.owner.login, journey.guide.login) == ("nils", "maya")
    assert "Hello, Nils." in words(newcomer.get("/"))


def test_a_link_lets_one_person_join_once(at_mayas):
    _, path = invited(at_mayas)
    browser().post(f"{path}join/", JOINING)
    answer = browser().post(f"{path}join/", JOINING | {"login": "thief"})
    assert answer["Location"] == path
    assert not Person.objects.filter(login="thief").exists()


@pytest.mark.parametrize("login", ["Nils", "ﬁnn", "zoe\u0308", "ｎｉｌｓ", "größe"])
def test_whoever_joined_signs_in_with_what_they_typed(at_mayas, login):
    _, path = invited(at_mayas)
    browser().post(f"{path}join/", JOINING | {"login": login})
    answer = browser().post("/sign-in/", {"name": login, "password": JOINING["password"]})
    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"login": "maya"}, "This sign-in name is taken."),
        ({"login": "MAYA"}, "This sign-in name is taken."),
        ({"login": "ｍａｙａ"}, "This sign-in name is taken."),
        ({"login": "İ" * 32}, "Use two to 32 letters"),
        ({"login": "n"}, "Use two to 32 letters"),
        ({"login": "nils o"}, "without spaces."),
        ({"password": "short"}, "Too short: take at least 12 characters."),
        ({"name": ""}, "This line is still empty."),
    ],
)
def test_what_does_not_fit_is_told_and_kept(at_mayas, wrong, said):
    _, path = invited(at_mayas)
    answer = browser().post(f"{path}join/", JOINING | wrong)
    assert answer.status_code == 200
    assert said in words(answer)
    assert "Something is missing or does not fit." in words(answer)
    assert JOINING["password"] not in words(answer)


def test_someone_here_already_needs_no_second_name(at_mayas, ravi):
    _, path = invited(at_mayas, email="ravi")
    at_ravis = browser(ravi)
    assert "Somebody asked you" in words(at_ravis.get("/"))
    answer = at_ravis.post(path, {"verb": "join"})
    assert answer["Location"] == f"/journey/{Journey.objects.get().id}/key/"


def test_the_link_is_for_nobody_else_who_is_signed_in(at_mayas, ravi, omar):
    _, path = invited(at_mayas, email="ravi")
    answer = browser(omar).get(path)
    assert answer.status_code == 404
    assert "You are signed in as Omar." in words(answer)
    assert "This page is for someone else." in words(answer)


def test_signing_out_there_leads_back_to_the_link(at_mayas, ravi, omar):
    _, path = invited(at_mayas, email="ravi")
    tablet = browser(omar)
    assert tablet.post("/sign-out/", {"next": path})["Location"] == path
    assert tablet.get(path).status_code == 200


def test_signing_out_leads_to_no_foreign_page(omar):
    answer = browser(omar).post("/sign-out/", {"next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_a_link_is_too_old_after_fourteen_days(at_mayas, clock, vault):
    _, path = invited(at_mayas)
    clock.passes(days=14)
    assert browser().get(path).status_code == 404
    ticking.tick(vault)
    assert not Invitation.objects.exists()
    assert not Person.objects.filter(name="Nils").exists()
    assert Circle.objects.count() == 1  # Maya's own


def test_what_began_stays_when_the_link_is_over(maya, ravi, clock, vault):
    journey = talk(maya, ravi)
    clock.passes(days=14)
    ticking.day(vault)
    ticking.tick(vault)
    assert Circle.objects.filter(id=journey.circle).exists()
    assert browser(ravi).get(f"/journey/{journey.id}/").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Whom would you like to invite?"),
        ({"email": "nobody@"}, "This does not look like an e-mail address."),
        ({"email": "z@" + ".".join(["İ" * 30] * 5 + ["org"])}, "Too long: take at most 254"),
        ({"email": "nobody"}, "Nobody here signs in by this name."),
        ({"listens": "both"}, "Choose one of these."),
    ],
)
def test_an_invitation_that_does_not_fit_is_told(at_mayas, wrong, said):
    answer = at_mayas.post("/invite/", GIVEN | wrong)
    assert answer.status_code == 200
    assert said in words(answer)
    assert not Invitation.objects.exists()


def test_the_fourth_asks_for_the_recovery_code_first(at_mayas):
    for name in ("Nils", "Nora", "Noah"):
        invited(at_mayas, name=name)
    answer = at_mayas.post("/invite/", GIVEN | {"name": "Nina"})
    assert answer["Location"] == "/me/recovery-code/?next=/invite/"
    page = words(at_mayas.get(answer["Location"]))
    assert "Before you go on, write down your recovery code." in page
    assert Invitation.objects.count() == 3


def test_a_link_that_was_made_up_says_so(workplace):
    for token in ("x", "=" * 40, "%00", "..%2f..", "é" * 30):
        answer = browser().get(f"/invitation/{token}/")
        assert answer.status_code == 404, token


# ---- a slip and no camera ------------------------------------------------------------------------


def letters_on(answer):
    return re.search(r'slip__letters">([^<]+)<', words(answer))[1]


@pytest.mark.parametrize("typed", [str, str.lower, lambda on_slip: on_slip.replace(" ", "-")])
def test_the_letters_of_a_slip_lead_to_the_invitation_however_they_are_typed(at_mayas, typed):
    answer, path = invited(at_mayas)
    on_slip = letters_on(answer)
    assert "/join/" in words(answer).replace("<wbr>", "")
    given = browser().post("/join/", {"letters": typed(on_slip)})
    assert given["Location"] == path


def test_letters_that_look_alike_count_as_the_same(at_mayas):
    answer, path = invited(at_mayas)
    written = letters_on(answer).translate(str.maketrans("01", "OL"))
    assert browser().post("/join/", {"letters": written})["Location"] == path


def test_the_address_of_the_link_may_be_typed_in_small_letters_too(at_mayas):
    _, path = invited(at_mayas)
    assert browser().get(path.lower()).status_code == 200


@pytest.mark.parametrize("wrong", ["", "7K2M", "x" * 61, "0" * 26, "\x00", "é"])
def test_letters_that_open_nothing_are_told_and_kept(at_mayas, wrong):
    invited(at_mayas)
    answer = browser().post("/join/", {"letters": wrong})
    assert answer.status_code == 200
    assert "Something is missing or does not fit." in words(answer)


def test_letters_of_a_slip_that_is_too_old_open_nothing(at_mayas, clock):
    answer, _ = invited(at_mayas)
    clock.passes(days=14)
    given = browser().post("/join/", {"letters": letters_on(answer)})
    assert "These letters open nothing." in words(given)


def test_a_slip_is_as_hard_to_guess_as_a_recovery_code(at_mayas):
    drawn = {letters_on(invited(at_mayas, name=name)[0]) for name in ("Nils", "Nora", "Noah")}
    assert len(drawn) == 3
    assert all(len(one.replace(" ", "")) == codes.LENGTH for one in drawn)


def test_somebody_at_the_sign_in_page_finds_the_way_for_a_slip(workplace):
    assert 'href="/join/">I have a slip' in words(browser().get("/sign-in/"))


@pytest.mark.django_db(transaction=True)
def test_a_button_pressed_twice_at_once_invites_once(maya, omar):
    data = {"name": "Omar", "email": "omar", "listens": "me", "verb": "slip"}
    visitor, start, places = browser(maya), Barrier(2), []

    def press():
        one = Client()
        one.cookies = visitor.cookies.copy()
        start.wait()
        places.append(one.post("/invite/", data)["Location"])
        connections.close_all()

    threads = [Thread(target=press) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert Invitation.objects.count() == 1
    assert len(set(places)) == 1
