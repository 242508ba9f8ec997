"""Ten minutes of practice: one scene at a time, answered at once, and before the first talk."""

import re

import pytest

from tests.career.stage import change
from tests.cast import browser, join, talk, words
from yonder.career import practice, talks
from yonder.career.people import Workplace
from yonder.career.record import open_private
from yonder.guidebook.practice import practice as guidebook

SCENES = guidebook("en").scenes
FIRST = "Ten minutes of practice come first"
HERE = "/practice/"


@pytest.fixture
def room(talks):
    return f"/journey/{talks.id}/room/"


@pytest.fixture
def required(workplace):
    Workplace.objects.update(practice_required=True)


def practises(visitor, letter="A"):
    """All of it, pressing what is on the page; gives every page."""
    pages = [visitor.get(HERE), visitor.post(HERE, {"verb": "scene:1:1"})]
    while verb := re.search(r'value="((?:reply|scene|done)[^"]*)"', words(pages[-1])):
        pressed = re.sub(r"^(reply:\d+:)\w", rf"\g<1>{letter}", verb[1])
        pages.append(visitor.post(HERE, {"verb": pressed}))
        if pressed == "done":
            break
    return pages


def test_each_scene_is_shown_alone_and_answered_with_a_reason(maya):
    pages = [words(page) for page in practises(browser(maya))]
    assert len(pages) == 2 + 2 * len(SCENES)
    for number, scene in enumerate(SCENES):
        asked, answered = pages[1 + 2 * number], pages[2 + 2 * number]
        assert scene.line in asked
        assert scene.why not in asked
        assert scene.why in answered
        assert sum(one.line in asked for one in SCENES) == 1
    assert "That was all. Which one sentence do you take with you today?" in pages[-1]


def test_the_answer_says_what_was_chosen_and_what_yonder_would_say(maya):
    at_mayas = browser(maya)
    for letter in "ABC":
        page = words(at_mayas.post(HERE, {"verb": f"reply:1:{letter}"}))
        replies = re.findall(r'<li class="scene__reply">(.*?)</li>', page, re.S)
        yours = [reply for reply in replies if "You chose this." in reply]
        ours = [reply for reply in replies if "Yonder would choose this." in reply]
        assert [getattr(SCENES[0], letter) in reply for reply in yours] == [True]
        assert [SCENES[0].B in reply for reply in ours] == [True]


def test_whatever_was_chosen_nothing_praises_or_counts(maya):
    pages = "".join(words(page) for page in practises(browser(maya), "C"))
    assert not re.search(
        r"\b(right|wrong|correct|well done|points?|score)\b|!(?!doctype)", pages, re.I
    )


def test_the_last_question_has_no_field(maya):
    page = words(browser(maya).post(HERE, {"verb": "done"}))
    assert not re.search(r"<textarea|<input(?! type=.hidden)", page)


def test_done_is_kept_once_however_often_it_is_done(maya):
    assert not practice.has_practised(open_private(maya.keyring))
    at_mayas = browser(maya)
    for _ in range(2):
        practises(at_mayas)
    private = open_private(maya.keyring)
    assert len(private.of_kind(practice.KIND, practice.Practised)) == 1
    assert "You have done it before. Only you can see that." in words(at_mayas.get(HERE))


def test_half_of_it_keeps_nothing(maya):
    before = open_private(maya.keyring).circle.tag
    at_mayas = browser(maya)
    at_mayas.post(HERE, {"verb": "scene:1:1"})
    at_mayas.post(HERE, {"verb": "reply:1:A"})
    assert open_private(maya.keyring).circle.tag == before


@pytest.mark.parametrize(
    "verb",
    ["", "scene", "scene:0:1", "scene:13:1", "scene:-1:1", "scene:x:1", "scene:²:1", "reply:99:A"]
    + ["reply::", "\x00", "scene:1", "nothing:1:1", "scene:1e0:1", "scene:" + "9" * 5000 + ":1"],
)
def test_a_scene_that_is_not_there_begins_at_the_beginning(maya, verb):
    answer = browser(maya).post(HERE, {"verb": verb})
    assert answer.status_code == 200
    assert "Ten minutes of practice" in words(answer) or SCENES[0].line in words(answer)


@pytest.mark.parametrize("letter", ["", "D", "a", "A" * 9000, "<b>", "\x00"])
def test_a_reply_that_is_not_there_asks_again(maya, letter):
    page = words(browser(maya).post(HERE, {"verb": f"reply:1:{letter}"}))
    assert SCENES[0].line in page
    assert SCENES[0].why not in page


def test_who_listens_is_offered_it_until_it_is_done(maya, ravi, talks):
    at_mayas, at_ravis = browser(maya), browser(ravi)
    assert "Before you listen" in words(at_mayas.get("/"))
    assert "Before you listen" not in words(at_ravis.get("/"))
    at_mayas.post(HERE, {"verb": "done"})
    assert "Before you listen" not in words(at_mayas.get("/"))


def test_it_can_be_done_again_before_each_talk(maya, ravi, talks):
    page = f"/journey/{talks.id}/"
    at_mayas = browser(maya)
    at_mayas.post(HERE, {"verb": "done"})
    assert f'href="{HERE}"' in words(at_mayas.get(page))
    assert f'href="{HERE}"' not in words(browser(ravi).get(page))


# ---- before the first talk -----------------------------------------------------------------------


def test_a_workplace_that_does_not_ask_for_it_opens_the_room(maya, room):
    assert FIRST not in words(browser(maya).get(room))


def test_where_it_is_asked_for_the_room_opens_for_the_guide_after_it(required, maya, ravi, room):
    at_mayas = browser(maya)
    for answer in (at_mayas.get(room), at_mayas.post(room, {"verb": "next:open:1"})):
        assert FIRST in words(answer)
    assert "The room opens for you" in words(at_mayas.get(room.replace("room/", "")))
    assert FIRST not in words(browser(ravi).get(room))

    practises(at_mayas)

    assert FIRST not in words(at_mayas.get(room))
    assert "The room opens for you" not in words(at_mayas.get(room.replace("room/", "")))


def test_until_then_the_screen_does_not_go_across_the_table(required, maya, room):
    at_mayas, table = browser(maya), room.replace("room", "table")
    assert at_mayas.post(table, {"verb": "pass"})["Location"] == room
    practises(at_mayas)
    assert at_mayas.post(table, {"verb": "pass"})["Location"] == table


def test_what_was_typed_as_it_began_to_be_asked_for_is_not_lost(required, maya, room):
    answer = browser(maya).post(room, {"verb": "turn-write", "changed": "Left the bakery"})
    assert "Left the bakery" in words(answer)


def test_who_listens_to_somebody_elses_report_always_does_it(vault, workplace, maya, ravi, room):
    ines = join(vault, "Ines")
    ravi.person.manager = ines.person
    ravi.person.save()
    at_mayas = browser(maya)
    assert FIRST in words(at_mayas.get(room))
    practises(at_mayas)
    assert FIRST not in words(at_mayas.get(room))


def test_a_manager_does_it_only_where_it_is_asked_for(maya, ravi, room):
    ravi.person.manager = maya.person
    ravi.person.save()
    assert FIRST not in words(browser(maya).get(room))
    Workplace.objects.update(practice_required=True)
    assert FIRST in words(browser(maya).get(room))


def test_once_is_enough_for_everybody_one_listens_to(required, vault, maya, ravi, omar):
    practises(browser(maya))
    for owner in (ravi, omar):
        journey = talk(maya, owner)
        assert FIRST not in words(browser(maya).get(f"/journey/{journey.id}/room/"))


def test_after_a_first_talk_nobody_is_asked_for_it(required, maya, ravi, talks, room):
    change(ravi, talks, held)
    assert FIRST not in words(browser(maya).get(room))


def held(pages):
    talks.close(pages, talks.talk_of(pages), 20_000)


def test_an_open_room_hears_of_it_too(maya, room):
    at_mayas = browser(maya)
    at_mayas.get(room)
    Workplace.objects.update(practice_required=True)
    assert FIRST in words(at_mayas.get(room, HTTP_X_WAITING="yes", HTTP_X_SEEN="x"))
