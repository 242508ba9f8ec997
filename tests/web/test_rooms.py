"""The room: one step at a time, resumed at the same point, closed with a day for the next talk."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import browser, words
from yonder.career import talks
from yonder.career.journeys import Journey
from yonder.career.pages import open_pages
from yonder.guidebook import prompts, rooms


@pytest.fixture
def room(talks):
    return f"/journey/{talks.id}/room/"


@pytest.fixture
def at_ravis(ravi, talks):
    return browser(ravi)


@pytest.fixture
def at_mayas(maya, talks):
    return browser(maya)


def heading(answer):
    return re.search(r"<h1[^>]*>(.*?)</h1>", words(answer), re.S)[1].strip()


def press(visitor, room, verb, **more):
    """Press the button of the bar with this verb, at the step that is on the page."""
    name = re.search(rf'value="({verb}:[^"]+)"', words(visitor.get(room)))[1]
    visitor.post(room, {"verb": name} | more)
    return visitor.get(room)


def walk_to(visitor, room, wanted):
    for _ in range(20):
        if heading(visitor.get(room)) == wanted:
            return
        press(visitor, room, "next")
    raise AssertionError(wanted)


def test_both_stand_before_the_same_question(room, at_ravis, at_mayas):
    press(at_ravis, room, "next")
    assert heading(at_ravis.get(room)) == heading(at_mayas.get(room))


def test_each_question_says_why_it_is_asked(room, at_ravis):
    press(at_ravis, room, "next")
    page = words(at_ravis.get(room))
    asked = next(one for one in prompts.life_story("en").prompts if one.text in page)
    assert "Why this question" in page
    assert asked.why in page


@pytest.mark.parametrize("start", prompts.STARTS)
def test_the_owner_picks_the_stretch_to_begin_with(room, at_ravis, start, ravi, talks):
    at_ravis.post(room, {"verb": f"start:{start}:1"})
    questions = {one.id: one for one in prompts.life_story("en").prompts}
    steps = talks_course(ravi, talks).steps
    assert all(start in questions[step].starts for step in steps if step in questions)
    assert heading(at_ravis.get(room)) in {one.text for one in questions.values()}


def talks_course(who, journey):
    return talks.course(open_pages(who.keyring, journey.circle))


def test_the_guide_does_not_pick_it(room, at_mayas):
    assert at_mayas.post(room, {"verb": "start:first-job:1"}).status_code == 404


def test_stopping_says_the_same_whether_time_is_up_or_somebody_had_enough(room, at_ravis, at_mayas):
    for visitor in (at_ravis, at_mayas):
        assert heading(visitor.post(room, {"verb": "stop"})) == "That is all for today."


def test_a_part_goes_on_at_the_same_point(room, at_ravis, clock):
    press(at_ravis, room, "next")
    before = heading(press(at_ravis, room, "next"))
    at_ravis.post(room, {"verb": "stop"})
    clock.passes(minutes=14)
    assert heading(at_ravis.get(room)) == before


def test_of_two_who_press_next_at_once_one_is_enough(room, at_ravis, at_mayas):
    name = re.search(r'value="(next:[^"]+)"', words(at_ravis.get(room)))[1]
    at_ravis.post(room, {"verb": name})
    once = heading(at_ravis.get(room))
    at_mayas.post(room, {"verb": name})
    assert heading(at_mayas.get(room)) == once


def test_going_on_keeps_what_was_being_typed_and_shows_it_to_nobody(room, at_ravis, at_mayas):
    press(at_ravis, room, "next", changed="I had nearly", why="because")
    page = words(at_ravis.get(room))
    assert 'value="I had nearly"' in page
    assert "I had nearly" not in words(at_mayas.get(room))


def test_the_cards_are_on_the_guides_screen_and_help_is_on_the_owners(room, at_ravis, at_mayas):
    assert "What not to ask" in words(at_mayas.get(room))
    assert "Only on your screen" not in words(at_ravis.get(room))
    assert "Help, without Maya" in words(at_ravis.get(room))


def test_the_guide_reads_what_to_say(room, at_mayas):
    said = rooms.talk("en", "life-story").say[0]
    assert said in words(at_mayas.get(room))


def test_the_close_asks_for_the_next_day_before_leaving(room, at_mayas, talks):
    walk_to(at_mayas, room, "What was heard")
    page = words(at_mayas.get(room))
    assert "No day is set yet. Many pairs stop here without meaning to." in page
    tomorrow = timezone.localdate() + timedelta(days=1)
    at_mayas.post(room, {"verb": "day", "day": tomorrow.isoformat(), "time": "10:30"})
    assert "See you on" in words(at_mayas.get(room))
    assert timezone.localdate(Journey.objects.get().next_at) == tomorrow


@pytest.mark.parametrize(("day", "time"), [("", "10:00"), ("2020-01-01", "10:00"), ("x", "y")])
def test_a_day_that_cannot_be_is_told_and_nothing_is_set(room, at_mayas, day, time):
    walk_to(at_mayas, room, "What was heard")
    answer = at_mayas.post(room, {"verb": "day", "day": day, "time": time})
    assert "Something is missing or does not fit." in words(answer)
    assert Journey.objects.get().next_at is None


def test_settling_it_by_friday_is_one_line_on_the_guides_own_list(
    room, at_mayas, at_ravis, clock, talks
):
    walk_to(at_mayas, room, "What was heard")
    at_mayas.post(room, {"verb": "settle"})
    assert "You and Ravi have no day for the next talk." in words(at_mayas.get("/"))
    assert "have no day for the next talk" not in words(at_ravis.get("/"))


def test_closing_the_talk_brings_the_next_one(room, at_ravis):
    walk_to(at_ravis, room, "What was heard")
    at_ravis.post(room, {"verb": "close-talk:life-story:1"})
    assert heading(at_ravis.get(room)) == "Visions"


def test_what_is_only_for_me_was_not_heard(room, at_ravis):
    for name, verb in (("A boat line", "vision-write"), ("Back on the coast", "vision-keep")):
        at_ravis.post(room, {"verb": verb, "name": name})
    at_ravis.post(room.replace("room/", ""), {"verb": "talk-choose:visions:1"})
    walk_to(at_ravis, room, "What was heard")
    page = words(at_ravis.get(room))
    assert "A boat line" in page
    assert "Back on the coast" not in page


def test_closing_it_twice_leaves_out_nothing(room, at_ravis, at_mayas):
    walk_to(at_ravis, room, "What was heard")
    for visitor in (at_ravis, at_mayas):
        visitor.post(room, {"verb": "close-talk:life-story:1"})
    assert heading(at_mayas.get(room)) == "Visions"


def test_somebody_alone_walks_through_the_same_steps(ravi):
    mine = browser(ravi)
    mine.post("/pages/room/", {"verb": "start:first-job:1"})
    press(mine, "/pages/room/", "next")
    mine.post("/pages/room/", {"verb": "turn-write", "changed": "Left the bakery"})
    assert "Left the bakery" in words(mine.get("/pages/"))


def test_before_both_can_read_there_is_no_room(maya, ravi):
    from tests.cast import begin

    journey = begin(maya, ravi)
    answer = browser(maya).get(f"/journey/{journey.id}/room/")
    assert answer["Location"] == f"/journey/{journey.id}/"


def test_the_page_stays_open_for_a_talk_and_not_on_a_shared_device(room, at_mayas, clock):
    assert "Stay open for this talk" in words(at_mayas.get(room))
    at_mayas.post(room, {"verb": "stay"})
    clock.passes(minutes=50)
    assert at_mayas.get(room).status_code == 200
    assert "Stay open for this talk" not in words(at_mayas.get(room))


def test_an_open_page_is_told_when_nothing_has_changed(room, at_ravis, at_mayas):
    seen = re.search(r'data-seen="([^"]+)"', words(at_mayas.get(room)))[1]
    asked = {"HTTP_X_WAITING": "yes", "HTTP_X_SEEN": seen}
    assert at_mayas.get(room, **asked).status_code == 204
    at_ravis.post(room, {"verb": "turn-write", "changed": "Left the bakery"})
    answer = at_mayas.get(room, **asked)
    assert answer.status_code == 200
    assert "Left the bakery" in words(answer)


def test_asking_by_itself_does_not_keep_a_page_open(room, at_mayas, clock):
    for _ in range(20):
        clock.passes(minutes=1)
        answer = at_mayas.get(room, HTTP_X_WAITING="yes")
    assert "Open with my password" in words(answer)
