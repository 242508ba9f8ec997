"""The page of five who listen to five, and what those are shown whom one of the five asks."""

import re

import pytest

from tests.career.stage import change
from tests.cast import browser, join, talk, words
from yonder.career import cascade
from yonder.career.cascade import Listening, Question
from yonder.career.invitations import Invitation
from yonder.career.leading import lead
from yonder.career.talks import TALKS, close

HERE = "/cascade/"


@pytest.fixture
def walked(maya, talks):
    for name in TALKS:
        change(maya, talks, lambda pages, name=name: close(pages, name, 20_000))
    return talks


@pytest.fixture
def asked(walked, maya, ravi):
    browser(maya).post(HERE, {"verb": f"listener:{ravi.person.id}:1"})
    return Question.objects.get()


def say(person, verb, /, **typed):
    return browser(person).post(HERE, {"verb": verb, **typed}, follow=True)


def test_without_anybody_to_choose_the_page_says_how_to_begin(ravi):
    page = words(browser(ravi).get(HERE))
    assert "Nobody chosen yet. One person is enough to begin." in page


def test_the_boss_chooses_among_those_who_have_walked(maya, ravi, walked):
    page = words(browser(maya).get(HERE))
    assert "Choose up to five people who listen well." in page
    assert "Ask Ravi to listen" in page


def test_somebody_who_has_not_walked_cannot_be_asked(maya, ravi, omar, talks):
    for one in (ravi, omar):
        answer = browser(maya).post(HERE, {"verb": f"listener:{one.person.id}:1"})
        assert answer.status_code == 404
    assert not Question.objects.exists()


def test_the_asked_one_reads_what_it_takes_and_can_say_yes_to_fewer(maya, ravi, asked):
    assert "Maya asks if you would listen" in words(browser(ravi).get("/"))
    page = words(browser(ravi).get(HERE))
    assert "It takes about 10 hours over 10 weeks, in paid time." in page
    say(ravi, f"fewer:{asked.id}:1", room="2")
    assert Listening.objects.get().room == 2
    assert "Listens to up to 2 people." in words(browser(maya).get(HERE))


def test_after_a_no_the_boss_reads_what_silence_would_show(maya, ravi, asked):
    silent = words(browser(maya).get(HERE)).split("<main", 1)[1]
    answer = say(ravi, f"no:{asked.id}:1")
    assert "Nobody is told, and your own talks go on as before." in words(answer)
    told = words(browser(maya).get(HERE)).split("<main", 1)[1]
    assert _plain(told) == _plain(silent)


def test_when_the_question_has_run_out_a_place_is_free(maya, ravi, asked, clock):
    cascade.lapse(clock() + cascade.LASTS)
    assert "There is a free place on your list." in words(browser(maya).get(HERE))


def test_a_question_of_somebody_else_is_not_there(maya, omar, asked):
    for verb in ("yes", "no", "not-yet", "fewer"):
        assert browser(omar).post(HERE, {"verb": f"{verb}:{asked.id}:1"}).status_code == 404
    assert browser(omar).post(HERE, {"verb": "yes:nonsense:1"}).status_code == 404


@pytest.fixture
def listens(ravi, asked):
    say(ravi, f"yes:{asked.id}:1")


@pytest.fixture
def invited(ravi, omar, listens):
    say(ravi, "speaker", who="omar")
    return Invitation.objects.get(inviter=ravi.person, invitee=omar.person)


def test_a_listener_asks_by_an_ordinary_invitation(ravi, omar, invited):
    assert invited.owner == omar.person
    page = words(browser(omar).get(f"/asked/{invited.id}/"))
    assert "Ravi could listen to you." in page
    assert "Ravi is not your boss and passes nothing on." in page


def test_whom_a_listener_leads_from_above_is_not_asked(vault, ravi, omar, listens):
    nora = join(vault, "Nora").person
    lead(omar.person, ravi.person)
    lead(nora, omar.person)
    page = words(say(ravi, "speaker", who="nora"))
    assert "You lead this person’s manager. Somebody else listens." in page
    assert 'value="nora"' in page
    assert not Invitation.objects.filter(invitee=nora).exists()


def test_a_name_nobody_has_is_said_and_kept(ravi, listens):
    page = words(say(ravi, "speaker", who="nobody-at-all"))
    assert "Nobody here signs in by this name." in page
    assert 'value="nobody-at-all"' in page


def test_who_would_rather_talk_with_someone_else_is_shown_the_next_who_is_free(
    vault, maya, ravi, omar, invited, clock
):
    ines = join(vault, "Ines").person
    cascade.accept(cascade.ask(maya.person, ines, on=clock()), 3)
    page = words(browser(omar).post(f"/asked/{invited.id}/", {"verb": "someone-else"}))
    assert "Whom would you like? Name someone, or take the next who is free." in page
    assert "Ask Ines to listen" in page
    say(omar, f"wish:{ines.id}:1")
    assert Invitation.objects.get(invitee=ines).owner == omar.person


def test_somebody_who_has_not_said_yes_to_listening_cannot_be_wished_for(maya, omar, workplace):
    answer = browser(omar).post(HERE, {"verb": f"wish:{maya.person.id}:1"})
    assert answer.status_code == 404


def test_whoever_would_rather_have_the_boss_is_led_to_asking(ravi, omar, maya, invited):
    lead(omar.person, maya.person)
    page = words(browser(omar).post(f"/asked/{invited.id}/", {"verb": "my-boss"}))
    assert "Would you like to ask Maya?" in page


def test_a_listener_can_stop_and_the_others_are_told_that_and_nothing_else(ravi, omar, listens):
    talk(ravi, omar)
    assert "Thank you for listening." in words(say(ravi, "no-more"))
    assert "Ravi has no more time to listen." in words(browser(omar).get("/"))


def test_the_boss_reads_numbers_of_pairs_and_no_name(maya, ravi, omar, listens):
    talk(ravi, omar)
    page = words(browser(maya).get(HERE))
    assert "So far 2 pairs have begun." in page
    assert "They listen: one pair has begun. There is room for 25." in page
    assert "Omar" not in page


def _plain(page):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_one_tap_asks_somebody_of_ones_own_share(maya, ravi, asked, vault):
    zora = join(vault, "Zora", manager=maya.person)
    say(ravi, f"yes:{asked.id}:1")
    assert "Ask Zora" in words(browser(ravi).get(HERE))
    say(ravi, f"hear:{zora.person.id}:1")
    assert Invitation.objects.get(invitee=zora.person).inviter == ravi.person
    assert "Ask Zora" not in words(browser(ravi).get(HERE))


def test_nobody_outside_the_share_is_asked_by_a_tap(ravi, omar, asked):
    say(ravi, f"yes:{asked.id}:1")
    assert say(ravi, f"hear:{omar.person.id}:1").status_code == 404
    assert not Invitation.objects.filter(invitee=omar.person).exists()
