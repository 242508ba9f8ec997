"""The team page: what was done, and never what somebody did not do, or would not.

Each life is lived twice, once with a no and once with silence, and looked at day by day.
"""

from contextlib import contextmanager
from datetime import timedelta
from random import Random

import pytest

from tests.cast import browser, join, talk, words
from tests.promises.doors import undone
from tests.promises.lives import seen_by
from tests.promises.rows import differing, every_row
from yonder.career import boundaries, invitations, keenness, talks
from yonder.career.boundaries import TALK, TOPIC
from yonder.career.pages import open_pages, opener
from yonder.career.record import insist
from yonder.guidebook import prompts
from yonder.vault.here import day_number

DAYS = (0, 29, 30, 37, 43, 44, 60)
STALL = "You and Ravi have no day for the next talk."


@pytest.fixture
def journey(maya, ravi):
    return talk(maya, ravi)


def does(who, journey, verb):
    insist(opener(who.keyring, journey.circle), verb)


def silent(life):
    pass


def no_visions(pages):
    talks.not_this_talk(pages, talks.VISIONS, Random(1))


def nothing_more(pages):
    for left in (talks.VISIONS, talks.PLAN, talks.CHECK_IN):
        talks.not_this_talk(pages, left, Random(1))


def never_again(pages):
    boundaries.leave_out(pages, TALK, talks.LIFE_STORY)


def no_topic(pages):
    for topic in prompts.topics("en"):
        boundaries.leave_out(pages, TOPIC, topic)


NOES = {"visions": no_visions, "all": nothing_more, "story": never_again, "topics": no_topic}


@contextmanager
def held_before(maya, journey, now, days):
    """As it is so many days after a life story; undone afterwards."""
    with undone():
        day = day_number(now) - days
        does(maya, journey, lambda pages: talks.close(pages, talks.LIFE_STORY, day))
        yield


def seen_day_by_day(maya, ravi, journey, now, answer):
    """Maya's page on each of these days, after Ravi has given his answer."""
    seen = []
    for days in DAYS:
        with held_before(maya, journey, now, days):
            does(ravi, journey, answer)
            seen += seen_by(browser(maya), ["/team/"])
    return seen


@pytest.mark.parametrize("no", NOES)
def test_a_no_after_the_life_story_cannot_be_told_from_silence(maya, ravi, journey, clock, no):
    said = seen_day_by_day(maya, ravi, journey, clock.now, NOES[no])
    assert said == seen_day_by_day(maya, ravi, journey, clock.now, silent)
    assert [STALL in page for page in said] == [False, False, True, True, True, False, False]


def test_the_line_stands_nowhere_but_on_the_guides_own_page(maya, ravi, journey, clock):
    here = f"/journey/{journey.id}/"
    with held_before(maya, journey, clock.now, 37):
        pages = [(maya, "/"), (maya, here), (ravi, "/"), (ravi, "/team/"), (ravi, here)]
        assert [STALL in words(browser(who).get(path)) for who, path in pages] == [False] * 5
        assert STALL in words(browser(maya).get("/team/"))


def test_control_a_line_that_heeds_the_no_would_be_noticed(maya, ravi, journey, clock, monkeypatch):
    """A build in which a talk that was left out ends the line."""
    leave_out = talks.not_this_talk

    def careless(pages, left, draw):
        leave_out(pages, left, draw)
        talks.put(pages, talks.Course(talks.course(pages).talks, heard={left: 1}))

    monkeypatch.setattr(talks, "not_this_talk", careless)
    said = seen_day_by_day(maya, ravi, journey, clock.now, no_visions)
    assert said != seen_day_by_day(maya, ravi, journey, clock.now, silent)


def test_whoever_said_no_to_an_invitation_stands_there_as_whoever_said_nothing(maya, ravi, clock):
    ravi.person.manager = maya.person
    ravi.person.save()
    given = (maya.keyring, maya.person, ravi.person)
    made, _ = invitations.invite(*given, owner=ravi.person, on=clock.now)
    silence = seen_by(browser(maya), ["/team/"])
    boundaries.decline(ravi.keyring, made.id)
    assert seen_by(browser(maya), ["/team/"]) == silence
    assert "Ravi" in silence[0]
    assert "Invite Ravi" not in silence[0]


def test_after_an_invitation_has_run_out_yes_no_and_silence_are_free_to_be_asked(maya, ravi, clock):
    ravi.person.manager = maya.person
    ravi.person.save()
    before = seen_by(browser(maya), ["/team/"])
    for says_no in (True, False):
        with undone():
            given = (maya.keyring, maya.person, ravi.person)
            made, _ = invitations.invite(*given, owner=ravi.person, on=clock.now)
            if says_no:
                boundaries.decline(ravi.keyring, made.id)
            invitations.lapse(maya.vault, clock.now + timedelta(days=15))
            assert seen_by(browser(maya), ["/team/"]) == before


def test_a_wish_that_was_taken_back_is_as_one_never_said(maya, ravi, journey):
    before = seen_by(browser(maya), ["/team/"])
    does(ravi, journey, lambda pages: keenness.say(pages, 20_000))
    assert seen_by(browser(maya), ["/team/"]) != before
    does(ravi, journey, keenness.take_back)
    assert seen_by(browser(maya), ["/team/"]) == before


def test_looking_leaves_no_trace_for_anybody(maya, ravi, journey):
    """Neither who looked nor when: nothing is written by a look."""
    at_mayas, at_ravis = browser(maya), browser(ravi)
    here = f"/journey/{journey.id}/"
    pages = [seen_by(at_mayas, ["/team/"]), seen_by(at_ravis, [here])]
    rows = every_row()
    for _ in range(3):
        at_mayas.get("/team/")
        at_ravis.get(here)
    # A sign-in that is in use stays open longer: its own row, which only its owner reads.
    assert differing(rows, every_row()).keys() <= {"vault_unlock"}
    assert [seen_by(at_mayas, ["/team/"]), seen_by(at_ravis, [here])] == pages


def test_a_not_now_and_the_guides_own_order_change_the_guides_own_box_alone(
    maya, ravi, journey, clock
):
    zora = join(maya.vault, "Zora", manager=maya.person)
    lookers = [(browser(one), ["/", "/team/"]) for one in (ravi, zora)]
    before = [seen_by(who, paths) for who, paths in lookers]
    at_mayas, rows = browser(maya), every_row()
    for verb in (f"not-now:{journey.id}", f"keen:{zora.person.id}"):
        assert at_mayas.post("/team/", {"verb": verb}).status_code == 302
    changed = differing(rows, every_row())
    assert changed.keys() <= {"vault_circle", "vault_body", "vault_unlock"}
    private = maya.keyring.private
    boxes = [row for name, rows in changed.items() if name != "vault_unlock" for row in rows]
    assert boxes
    assert all(private.hex in row or str(private) in row for row in boxes)
    assert [seen_by(who, paths) for who, paths in lookers] == before


def test_nobody_opens_somebody_elses_team(maya, ravi, omar, hana, olga, vault):
    ines = join(vault, "Ines")
    maya.person.manager = ines.person
    maya.person.save()
    journey = talk(maya, ravi)
    for who in (ravi, omar, hana, olga, ines):
        page = words(browser(who).get("/team/")).partition("<main")[2]
        assert "Ravi" not in page
        assert str(journey.id) not in page
        not_theirs = {"verb": f"not-now:{journey.id}"}
        assert browser(who).post("/team/", not_theirs).status_code == 404
    assert "Ravi" in words(browser(maya).get("/team/"))


def test_a_person_one_does_not_lead_cannot_be_put_on_a_list(maya, ravi, omar):
    answer = browser(maya).post("/team/", {"verb": "keen", "who": omar.person.id})
    assert answer.status_code == 404
    assert keenness.by_hand(open_pages(maya.keyring).private) == []


def test_no_person_stands_with_a_number_and_nobody_by_how_far_they_are(maya, vault, clock):
    """Progress sorts nobody: the one with most marks stands where the name belongs."""
    for name, held in (("Ada", []), ("Emre", ["life-story", "visions", "plan"]), ("Zora", [])):
        journey = talk(maya, join(vault, name, manager=maya.person))
        for talk_held in held:
            does(maya, journey, lambda pages, talk_held=talk_held: talks.close(pages, talk_held, 1))
    page = words(browser(maya).get("/team/")).partition('class="names"')[2].partition("</ul>")[0]
    assert page.index("Ada") < page.index("Emre") < page.index("Zora")
    plain = "".join(part.partition(">")[2] for part in page.split("<"))
    assert not any(letter.isdigit() for letter in plain)
