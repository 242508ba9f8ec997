"""The team page: days, what the guide promised, everybody, and who is next."""

import uuid
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.career.stage import change, put
from tests.cast import browser, join, talk, words
from yonder.career import keenness, talks
from yonder.career.invitations import Invitation
from yonder.career.pages import open_pages
from yonder.career.plans import Action
from yonder.vault.circles import Circle, Unchecked

EMPTY = "You do not listen to anyone yet. Ask one person face to face, then come back."
STALL = "You and Ravi have no day for the next talk."
MARKS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@pytest.fixture
def led(vault, maya):
    """Zora and Emre, whom Maya leads and who have not joined."""
    return [join(vault, name, manager=maya.person).person for name in ("Zora", "Emre")]


@pytest.fixture
def journey(maya, ravi):
    return talk(maya, ravi)


def page(who, path="/team/"):
    return " ".join(words(browser(who).get(path)).split())


def hold(who, journey, talk_held, day):
    change(who, journey, lambda pages: talks.close(pages, talk_held, day))


def by_hand(who):
    return keenness.by_hand(open_pages(who.keyring).private)


def test_who_listens_to_nobody_reads_how_to_begin(ravi):
    seen = page(ravi).partition("<main")[2]
    assert EMPTY in seen
    assert 'href="/invite/">Invite one person' in seen
    assert 'href="/planner/">Plan for many' in seen


def test_the_masthead_leads_there_for_who_listens_or_leads(maya, ravi, omar, vault, journey):
    join(vault, "Nils", manager=omar.person)
    assert ['href="/team/"' in page(who, "/") for who in (maya, omar, ravi)] == [True, True, False]


def test_days_that_are_set_come_in_their_order_with_the_shift(maya, vault, clock):
    for name, days in (("Zora", 9), ("Emre", 2)):
        who = join(vault, name, shift="Night")
        talk(maya, who).set_next(clock.now + timedelta(days=days), now=clock.now)
    seen = page(maya).partition("Dates you have set")[2].partition("Everybody")[0]
    assert seen.index("Emre") < seen.index("Zora")
    assert seen.count("Shift: Night") == 2


def test_the_guides_own_steps_stand_there_and_the_owners_do_not(maya, ravi, journey, vault):
    today = vault.today()
    put(maya, journey, Action("Ask for the early shift", "work", "guide", today - 3))
    put(maya, journey, Action("Show the ovens", "work", "guide", today + 3))
    put(ravi, journey, Action("Read the plan", "learn", "owner", today - 3))
    seen = page(maya)
    assert seen.index("Ask for the early shift") < seen.index("Show the ovens")
    assert "it was for" in seen
    assert "Read the plan" not in seen
    assert "Show the ovens" not in page(ravi)


def test_more_steps_than_a_face_holds_are_named(maya, journey, vault):
    for place in range(4):
        put(maya, journey, Action(f"Step {place}", "work", "guide", vault.today() + place))
    assert "More of your steps with Ravi" in page(maya)


def test_everybody_is_there_by_name_with_a_mark_for_what_was_done(maya, ravi, journey, led):
    assert page(maya).count(">visions heard<") == 0
    for talk_held in (talks.LIFE_STORY, talks.VISIONS):
        hold(maya, journey, talk_held, 20_000)
    seen = page(maya)
    assert seen.count(">visions heard<") == 1
    everybody = seen.partition('class="names"')[2]
    assert everybody.index("Emre") < everybody.index("Ravi") < everybody.index("Zora")


def test_in_a_large_team_a_name_can_be_looked_for(maya, vault):
    for number in range(13):
        join(vault, f"Ada{number}", manager=maya.person)
    join(vault, "Zora", manager=maya.person)
    seen = page(maya, "/team/?name=zo").partition('class="names"')[2].partition("</ul>")[0]
    assert "Zora" in seen
    assert "Ada" not in seen
    assert "Nobody here has a name that begins like this." in page(maya, "/team/?name=%00x")


def test_the_guide_keeps_an_order_of_their_own(maya, led):
    visitor, (zora, emre) = browser(maya), led
    for person in (zora, emre):
        visitor.post("/team/", {"verb": "keen", "who": person.id})
    visitor.post("/team/", {"verb": f"keen-up:{emre.id}"})
    assert by_hand(maya) == [emre.id, zora.id]
    seen = page(maya).partition("Who is next?")[2]
    assert seen.index("Invite Emre") < seen.index("Invite Zora")
    visitor.post("/team/", {"verb": f"keen-off:{emre.id}"})
    assert by_hand(maya) == [zora.id]


def test_invite_leads_to_a_form_with_the_name_in_it_and_asks_nobody_yet(maya, led):
    answer = browser(maya).post("/invite/", {"pick": led[0].id})
    assert f'<option value="{led[0].id}" selected>' in words(answer)
    assert not Invitation.objects.exists()


def test_the_owner_says_soon_and_takes_it_back(maya, ravi, journey):
    at_ravis, here = browser(ravi), f"/journey/{journey.id}/"
    said = "Ravi would like to talk soon."
    assert "I would like to talk soon" in words(at_ravis.get(here))
    assert at_ravis.post(here, {"verb": "soon:"}).status_code == 302
    assert said in page(maya)
    at_ravis.post(here, {"verb": "not-soon:"})
    assert said not in page(maya)


def test_a_guide_cannot_say_it_for_the_owner(maya, journey):
    answer = browser(maya).post(f"/journey/{journey.id}/", {"verb": "soon:"})
    assert answer.status_code == 404
    assert "would like to talk soon" not in page(maya)


def test_a_life_story_without_a_next_day_is_one_line_until_not_now(maya, journey, vault):
    hold(maya, journey, talks.LIFE_STORY, vault.today() - 30)
    assert STALL in page(maya)
    assert browser(maya).post("/team/", {"verb": f"not-now:{journey.id}"}).status_code == 302
    assert STALL not in page(maya)


def test_pick_a_day_leads_to_where_days_are_set(maya, journey, vault):
    hold(maya, journey, talks.LIFE_STORY, vault.today() - 43)
    link = f'href="/journey/{journey.id}/#next" aria-describedby="day-{journey.id}">Pick a day'
    assert link in page(maya)


@pytest.mark.parametrize("who", ["", "x", "\x00", str(uuid.uuid4())])
@pytest.mark.parametrize("verb", ["keen", "keen-up", "keen-off", "not-now"])
def test_an_unknown_name_is_not_there(maya, led, verb, who):
    answer = browser(maya).post("/team/", {"verb": f"{verb}:{who}"})
    assert answer.status_code == 404
    assert by_hand(maya) == []


def test_an_unknown_button_shows_the_page(maya):
    assert browser(maya).post("/team/", {"verb": "sort"}).status_code == 200


@pytest.mark.parametrize("many", [6, 52])
def test_eight_statements_whether_there_are_six_or_fifty_two(maya, vault, many):
    for number in range(many):
        who = join(vault, f"P{number}", manager=maya.person)
        hold(maya, talk(maya, who), talks.VISIONS, vault.today())
    visitor = browser(maya)
    visitor.get("/team/")
    assert statements(visitor, "/team/") == 8


def test_the_link_in_the_masthead_costs_no_statement(maya, ravi, journey):
    visitors = [browser(who) for who in (maya, ravi)]
    for visitor in visitors:
        visitor.get("/practice/")
    assert [statements(one, "/practice/") for one in visitors] == [6, 6]


def statements(visitor, path):
    with ExitStack() as stack:
        taken = [
            stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections
        ]
        assert visitor.get(path).status_code == 200
        asked = [query["sql"] for one in taken for query in one.captured_queries]
    return sum(not sql.startswith(MARKS) for sql in asked)


def test_one_damaged_box_does_not_take_the_others_along(maya, omar, journey):
    other = talk(maya, omar)
    for talk_held in (talks.LIFE_STORY, talks.VISIONS):
        hold(maya, other, talk_held, 20_000)
    box = bytearray(Circle.objects.get(id=journey.circle).face)
    box[-1] ^= 1
    Circle.objects.filter(id=journey.circle).update(face=bytes(box))
    seen = page(maya)
    assert "Ravi" in seen
    assert seen.count(">visions heard<") == 1


def test_after_a_restore_the_page_reads_as_before(maya, journey):
    for talk_held in (talks.LIFE_STORY, talks.VISIONS):
        hold(maya, journey, talk_held, 20_000)
    Unchecked.objects.create(circle_id=journey.circle)
    assert page(maya).count(">visions heard<") == 1


def test_the_guides_own_steps_come_before_the_days(maya, journey, vault, clock):
    journey.set_next(clock.now + timedelta(days=3), now=clock.now)
    put(maya, journey, Action("Show the ovens", "work", "guide", vault.today() + 3))
    seen = page(maya)
    assert 0 < seen.index("Yours to keep") < seen.index("Dates you have set")
