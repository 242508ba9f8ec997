"""Skills, steps, agreement and check-ins on the page: what two people do with them."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import browser, words
from yonder.career import plans, skills, visions
from yonder.career.pages import open_pages, opener
from yonder.career.record import insist
from yonder.career.visions import Vision


@pytest.fixture
def page(talks, ravi):
    insist(opener(ravi.keyring, talks.circle), _pictures)
    return f"/journey/{talks.id}/"


def _pictures(pages):
    visions.add(pages, Vision("My own bakery"), only_me=False)
    visions.add(pages, Vision("Teach the new ones"), only_me=False)


@pytest.fixture
def at_ravis(ravi, page):
    return browser(ravi)


@pytest.fixture
def at_mayas(maya, page):
    return browser(maya)


def button(visitor, page, verb):
    return re.search(rf'value="({verb}:[^"]+)"', words(visitor.get(page)))[1]


def skill(visitor, page, name):
    return visitor.post(page, {"verb": "skill-write", "name": name})


def step(visitor, page, text, **more):
    by = (timezone.localdate() + timedelta(days=20)).isoformat()
    given = {"verb": "action-write", "text": text, "pillar": "learn", "who": "owner", "by": by}
    return visitor.post(page, given | more)


def pages_of(who, talks):
    return open_pages(who.keyring, talks.circle)


def test_a_press_on_a_cell_goes_round(page, at_ravis, ravi, talks):
    skill(at_ravis, page, "Knead by hand")
    for level in ("1", "2", "3", "0"):
        name = button(at_ravis, page, "weigh")
        assert name.endswith(f":{level}")
        at_ravis.post(page, {"verb": name})
    assert list(skills.weights(pages_of(ravi, talks)).values()) == [{}]


def test_the_first_row_says_why_it_is_the_first(page, at_ravis):
    for name in ("Write a bill", "Knead by hand"):
        skill(at_ravis, page, name)
    opened = words(at_ravis.get(page))
    row = re.findall(r'value="weigh:([^:]+):([^:]+):\d"', opened)
    knead = row[-1][0]
    for _, column in row[:2]:
        at_ravis.post(page, {"verb": f"weigh:{knead}:{column}:3"})
    at_ravis.post(page, {"verb": f"own:{knead}:1"})
    found = words(at_ravis.get(page))
    names = re.findall(r'<span id="w-[^"]+">([^<]+)</span>', found)
    assert names[0] == "Knead by hand"
    assert "2 of 2 pictures will not work without it. How well: With help." in found


def test_moving_a_row_overrides_the_suggestion_and_can_be_taken_back(page, at_ravis):
    for name in ("Write a bill", "Knead by hand"):
        skill(at_ravis, page, name)
    before = re.findall(r'<span id="w-[^"]+">([^<]+)</span>', words(at_ravis.get(page)))
    first = re.search(r'value="change:([^:]+):skill"', words(at_ravis.get(page)))[1]
    at_ravis.post(page, {"verb": f"skill-down:{first}:1"})
    moved = re.findall(r'<span id="w-[^"]+">([^<]+)</span>', words(at_ravis.get(page)))
    assert moved == before[::-1]
    at_ravis.post(page, {"verb": "skill-suggested:0:1"})
    back = re.findall(r'<span id="w-[^"]+">([^<]+)</span>', words(at_ravis.get(page)))
    assert back == before


def test_how_well_is_for_the_owner_to_say(page, at_ravis, at_mayas, ravi, talks):
    skill(at_ravis, page, "Knead by hand")
    one = skills.skills(pages_of(ravi, talks))[0]
    assert at_mayas.post(page, {"verb": f"own:{one.id}:3"}).status_code == 404
    at_ravis.post(page, {"verb": f"own:{one.id}:1"})
    assert skills.skills(pages_of(ravi, talks))[0].noun.own == 1


def test_the_guide_adds_a_view_only_where_asked(page, at_ravis, at_mayas, ravi, talks):
    skill(at_ravis, page, "Knead by hand")
    one = skills.skills(pages_of(ravi, talks))[0]
    at_mayas.post(page, {"verb": f"view:{one.id}:2"})
    assert skills.skills(pages_of(ravi, talks))[0].noun.guide == skills.UNSAID
    at_ravis.post(page, {"verb": f"view-ask:{one.id}:1"})
    at_mayas.post(page, {"verb": f"view:{one.id}:2"})
    assert skills.skills(pages_of(ravi, talks))[0].noun.guide == 2


def test_a_fifth_asks_which_one_can_wait(page, at_ravis, at_mayas, ravi, talks):
    for number in range(5):
        skill(at_ravis, page, f"Skill {number}")
    found = skills.skills(pages_of(ravi, talks))
    for one in found[:4]:
        at_mayas.post(page, {"verb": f"skill-choose:{one.id}:1"})
    answer = words(at_ravis.post(page, {"verb": f"skill-choose:{found[4].id}:1"}))
    assert "Four is a lot to carry." in answer
    assert "Which one can wait?" in answer


def test_a_step_without_a_date_is_a_draft_and_says_so(page, at_ravis):
    step(at_ravis, page, "Ask for the course", by="")
    assert "A draft: add a name and a date" in words(at_ravis.get(page))


def test_nobody_agrees_to_a_plan_with_steps_for_one_side(page, at_ravis):
    step(at_ravis, page, "Ask for the course")
    answer = words(at_ravis.post(page, {"verb": "agree"}))
    assert "Maya has no step yet." in answer


def test_the_plan_counts_once_both_have_agreed_and_a_day_is_set(
    page, at_ravis, at_mayas, ravi, talks
):
    step(at_ravis, page, "Ask for the course")
    step(at_mayas, page, "Free two hours a week", who="guide", pillar="work")
    for visitor in (at_ravis, at_mayas):
        visitor.post(page, {"verb": "agree"})
    assert not plans.is_agreed(pages_of(ravi, talks), dated=False)
    assert plans.is_agreed(pages_of(ravi, talks), dated=True)
    assert "Ravi has agreed" in words(at_mayas.get(page))


def test_under_every_plan_stands_what_it_is_not(page, at_ravis):
    step(at_ravis, page, "Ask for the course")
    found = words(at_ravis.get(page))
    assert "It is not a promise of a promotion, of pay or of a job, from Maya" in found


def test_a_step_is_moved_with_a_date_and_a_reason(page, at_ravis, ravi, talks):
    step(at_ravis, page, "Ask for the course")
    one = plans.actions(pages_of(ravi, talks))[0]
    later = (timezone.localdate() + timedelta(days=60)).isoformat()
    given = {"verb": "action-move", "entry": one.id, "by": later, "reason": "it was full"}
    at_ravis.post(page, given)
    assert "Moved, because it was full" in words(at_ravis.get(page))


def test_a_step_off_the_list_stays_readable_with_its_reason(page, at_ravis, ravi, talks):
    step(at_ravis, page, "Ask for the course")
    one = plans.actions(pages_of(ravi, talks))[0]
    at_ravis.post(page, {"verb": "action-off", "entry": one.id, "reason": "not mine any more"})
    assert "Off the list, because not mine any more" in words(at_ravis.get(page))


def test_an_introduction_is_asked_introduced_met(page, at_mayas, ravi, talks):
    step(at_mayas, page, "Meet a baker", kind="introduction", whom="a baker", who="guide")
    one = plans.actions(pages_of(ravi, talks))[0]
    for stage, state in (("asked", "open"), ("introduced", "open"), ("met", "done")):
        at_mayas.post(page, {"verb": f"action-{stage}:{one.id}:1"})
        found = plans.actions(pages_of(ravi, talks))[0].noun
        assert (found.stage, found.state) == (stage, state)


def test_an_ask_is_one_line_to_copy_and_nothing_is_sent(page, at_ravis, ravi, talks, post_office):
    step(at_ravis, page, "May I sit in on the yearly plan?", kind="ask", whom="Ines")
    one = plans.actions(pages_of(ravi, talks))[0]
    opened = words(at_ravis.post(page, {"verb": f"change:{one.id}:action"}))
    assert "For Ines: May I sit in on the yearly plan?" in opened
    assert post_office.messages == []


def test_a_check_in_begins_with_the_guides_steps(page, at_ravis, at_mayas, talks):
    step(at_ravis, page, "Ask for the course")
    step(at_mayas, page, "Free two hours a week", who="guide", pillar="work")
    at_ravis.post(page, {"verb": "talk-choose:plan:1"})
    room = f"{page}room/"
    at_ravis.post(room, {"verb": "close-talk:plan:1"})
    at_ravis.post(room, {"verb": "next:open:1"})
    found = words(at_ravis.get(room))
    assert "Maya’s steps come first." in found
    assert found.index("Free two hours a week") < found.index("Ask for the course")


def test_what_changed_is_put_down_with_its_day(page, at_ravis, at_mayas):
    step(at_ravis, page, "Ask for the course")
    at_ravis.post(page, {"verb": "checkin-write", "changed": "I like nights less."})
    assert "I like nights less." in words(at_mayas.get(page))


def test_two_quick_questions_come_after_a_talk_and_the_answers_are_ones_own(
    page, at_ravis, at_mayas
):
    assert "Two quick questions" not in words(at_ravis.get(page))
    at_ravis.post(f"{page}room/", {"verb": "close-talk:life-story:1"})
    assert "Was it about you?" in words(at_ravis.get(page))
    assert "Did you listen more than you talked?" in words(at_mayas.get(page))

    given = {"verb": "pulse", "talk": "life-story", "first": "no", "second": "out"}
    at_ravis.post(page, given)

    assert "Two quick questions" not in words(at_ravis.get(page))
    assert "Two quick questions" in words(at_mayas.get(page))


def test_the_next_check_in_is_suggested_at_the_pace_the_two_have_chosen(page, at_ravis):
    step(at_ravis, page, "Ask for the course")
    at_ravis.post(page, {"verb": "ahead", "horizon": "12", "weeks": "8"})
    at_ravis.post(page, {"verb": "talk-choose:plan:1"})
    at_ravis.post(f"{page}room/", {"verb": "close-talk:plan:1"})

    opened = words(at_ravis.post(page, {"verb": "change:new:day"}))

    assert (timezone.localdate() + timedelta(weeks=8)).isoformat() in opened
