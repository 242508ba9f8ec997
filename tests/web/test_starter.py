"""When somebody starts it without being asked: begin alone, or ask with words of one's own."""

import re

import pytest

from tests.cast import browser, words
from yonder.career import ticking
from yonder.career.askings import run_out
from yonder.career.journeys import Journey
from yonder.career.messages import message
from yonder.career.record import open_private

MINE = "Maya, have you got ten minutes on Friday?"
THEY_LISTEN = {"name": "Nils", "email": "", "listens": "they"}


@pytest.fixture
def at_ravis(ravi):
    return browser(ravi)


def ask(visitor, form="chat"):
    return visitor.post(
        "/starter/", {"verb": "message-write", "to": "Maya", "form": form}, follow=True
    )


def test_home_leads_to_a_short_page_that_asks_for_nothing(at_ravis):
    assert '/starter/">Ask someone' in words(at_ravis.get("/"))
    page = words(at_ravis.get("/starter/"))
    for told in (
        "You do not have to wait until someone asks.",
        "They see nothing until you show it, line by line, and you can stop at any time.",
        "That was a no, and it says little about you.",
        'href="/pages/">Begin alone',
    ):
        assert told in page


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("mail", "Hello Maya, I would like to talk with you"),
        ("chat", "Hi Maya, could we take an hour"),
        ("card", "Maya, have you got a minute?"),
    ],
)
def test_there_are_three_messages_to_change_as_one_likes(at_ravis, form, begins):
    assert begins in words(ask(at_ravis, form))


def test_a_changed_message_is_there_the_next_day_for_its_writer_alone(at_ravis, ravi, maya):
    ask(at_ravis)
    answer = at_ravis.post("/starter/", {"verb": "message-keep", "text": MINE}, follow=True)
    assert MINE in words(answer)
    assert MINE in words(browser(ravi).get("/starter/"))
    assert MINE not in words(browser(maya).get("/starter/"))
    assert message(open_private(ravi.keyring)).text == MINE


def test_nothing_of_an_erased_message_stays(at_ravis, ravi):
    ask(at_ravis)
    page = words(at_ravis.post("/starter/", {"verb": "message-erase"}, follow=True))
    assert "Erased." in page
    assert "Their first name" in page
    assert message(open_private(ravi.keyring)) is None


def test_yonder_sends_the_message_to_nobody(at_ravis, post_office):
    ask(at_ravis, "mail")
    at_ravis.post("/starter/", {"verb": "message-keep", "text": MINE})
    assert post_office.messages == []


@pytest.mark.parametrize(
    "wrong",
    [{"to": "", "form": "mail"}, {"to": "Maya", "form": "fax"}, {"to": "M" * 81, "form": "mail"}],
)
def test_what_does_not_fit_is_told_and_kept(at_ravis, wrong):
    page = words(at_ravis.post("/starter/", {"verb": "message-write"} | wrong))
    assert "Something is missing or does not fit." in page
    assert f'value="{wrong["to"]}"' in page or not wrong["to"]


def test_a_message_that_is_too_long_comes_back_whole(at_ravis, ravi):
    ask(at_ravis)
    long = "word " * 500
    page = words(at_ravis.post("/starter/", {"verb": "message-keep", "text": long}))
    assert long in page
    assert "Hi Maya" in message(open_private(ravi.keyring)).text


# ---- the link ------------------------------------------------------------------------------------


def invited(visitor):
    page = words(visitor.post("/invite/", THEY_LISTEN, follow=True))
    return page, re.search(r"(/invitation/[\w=-]+/)", page)[1]


def test_the_link_is_for_a_listener_when_one_comes_from_there(at_ravis):
    page = words(at_ravis.get("/invite/?listens=they"))
    assert re.search(r'value="they"[^>]*checked', page)
    assert re.search(r'value="me"[^>]*checked', words(at_ravis.get("/invite/")))


def test_who_is_asked_to_listen_reads_it_in_two_minutes_and_before_joining(at_ravis):
    _, path = invited(at_ravis)
    letter = re.search(r"<main.*?</main>", words(browser().get(path)), re.S)[0]
    said = re.sub(r"<[^>]+>", " ", letter)
    assert "Ravi would like you to listen." in said
    assert "For the rare case that you must not, there is a card." in said
    assert 'type="password"' not in letter
    assert 150 < len(said.split()) < 2 * 180  # as somebody reads who does not hurry


def test_not_now_tells_nobody(at_ravis):
    _, path = invited(at_ravis)
    before = words(at_ravis.get("/"))
    browser().post(path, {"verb": "no"})
    assert strip(words(at_ravis.get("/"))) == strip(before)


def strip(page):
    return re.sub(r'csrfmiddlewaretoken" value="\w+"', "", page)


def test_who_says_yes_begins_talks_about_the_one_who_asked(at_ravis):
    _, path = invited(at_ravis)
    newcomer = browser()
    given = {"name": "Nils", "login": "nils", "password": "seven boats went out to sea"}
    newcomer.post(f"{path}join/", given)
    journey = Journey.objects.get()
    assert (journey.owner.login, journey.guide.login) == ("ravi", "nils")


# ---- no answer -----------------------------------------------------------------------------------


def later(clock, vault, days):
    clock.passes(days=days)
    ticking.day(vault)
    ticking.tick(vault)


def test_two_weeks_without_an_answer_are_told_with_three_ways_on(at_ravis, ravi, clock, vault):
    page, _ = invited(at_ravis)
    assert "What to do if no answer comes" in page
    assert "Two weeks later" not in words(at_ravis.get("/"))
    later(clock, vault, 14)
    page = words(browser(ravi).get("/"))
    assert "The page for Nils has run out." in page
    for way in ("Ask someone else", "Go on alone", "Leave it for now"):
        assert way in page


def test_leave_it_for_now_takes_it_off_the_list(at_ravis, ravi, clock, vault):
    invited(at_ravis)
    later(clock, vault, 14)
    visitor = browser(ravi)
    assert visitor.post("/starter/", {"verb": "leave-it"})["Location"] == "/"
    assert "Two weeks later" not in words(visitor.get("/"))


def test_it_leaves_by_itself_after_two_weeks_more(at_ravis, ravi, clock, vault):
    invited(at_ravis)
    later(clock, vault, 14)
    later(clock, vault, 14)
    assert run_out(open_private(ravi.keyring), ravi.person, clock()) == []


def test_after_a_yes_nothing_has_run_out(at_ravis, ravi, maya, clock, vault):
    at_ravis.post("/invite/", THEY_LISTEN | {"name": "Maya", "email": "maya"})
    path = re.search(r'href="(/asked/[\w-]+/)"', words(browser(maya).get("/")))[1]
    browser(maya).post(path, {"verb": "join"})
    later(clock, vault, 14)
    assert "Two weeks later" not in words(browser(ravi).get("/"))


def test_asking_somebody_to_be_listened_to_is_not_noted(maya, clock, vault):
    browser(maya).post("/invite/", THEY_LISTEN | {"listens": "me"})
    clock.passes(days=14)
    assert run_out(open_private(maya.keyring), maya.person, clock()) == []


def test_who_declines_a_listener_is_offered_another_way(ravi, maya):
    browser(maya).post("/invite/", THEY_LISTEN | {"listens": "me", "email": "ravi"})
    at_ravis = browser(ravi)
    path = re.search(r'href="(/asked/[\w-]+/)"', words(at_ravis.get("/")))[1]
    page = words(at_ravis.post(path, {"verb": "no"}))
    assert "Would you like to go on alone, or ask someone else?" in page
