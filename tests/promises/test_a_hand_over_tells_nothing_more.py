"""A new guide learns what was ticked, the former one learns nothing, and nobody learns of a no."""

import datetime
import uuid

import pytest

from tests.career.copies import days_pass
from tests.career.stage import change, found, matter, pages_of, put
from tests.cast import Somebody, browser, pair, words
from tests.promises.doors import undone
from tests.web.test_handover import address, hands_over, opens_for
from yonder.career import (
    handovers,
    invitations,
    leading,
    partings,
    pivots,
    showing,
    skills,
    talks,
    ties,
    values,
)
from yonder.career.boundaries import TALK, leave_out
from yonder.career.invitations import Invitation, accept
from yonder.career.journeys import Journey
from yonder.career.people import Person, add_person
from yonder.career.pivots import Pivot
from yonder.career.plans import Action
from yonder.career.visions import Vision
from yonder.vault.circle_rows import Circle

BAKERY, VAN, SECRET = "Left the bakery", "My own van", "What nobody else is to know"
PAPERS = "Ask for the test papers"


@pytest.fixture
def told(ravi, talks):
    """What was written with Maya, and what Ravi kept for himself."""
    put(ravi, talks, Pivot(BAKERY))
    put(ravi, talks, Pivot(SECRET), only_me=True)
    put(ravi, talks, Vision(VAN))
    put(ravi, talks, Action(PAPERS, "learn", who="owner", by=22000))
    return talks


@pytest.fixture
def at_ravis(ravi):
    return browser(ravi)


def hands(ravi: Somebody, omar: Somebody, journey: Journey, *names: str) -> Journey:
    """Handed over and said yes to, but for the twelve digits."""
    ids = [found(ravi, journey, name).id for name in names]
    now = ravi.vault.clock()
    made = handovers.hand_over(ravi.keyring, journey, omar.person, ids, until=None, on=now)
    return accept(made)


def opened(ravi: Somebody, omar: Somebody, journey: Journey, *names: str) -> Journey:
    fresh = hands(ravi, omar, journey, *names)
    pair(fresh, ravi, omar)
    return fresh


def entries_of(who: Somebody, journey: Journey) -> list:
    return pages_of(who, journey).common.circle.record.entries


def test_the_whole_sealed_record_holds_nothing_that_was_not_ticked(ravi, omar, maya, told):
    matter(ravi, told, "Evenings at home", found(ravi, told, SECRET), only_me=True)
    sealed = entries_of(omar, opened(ravi, omar, told, BAKERY))

    raw = b"".join(one.data for one in sealed)
    left_behind = (SECRET, VAN, PAPERS, "Evenings at home", "Maya")
    assert sorted(one.kind for one in sealed) == ["course", "handed", "pivot"]
    assert BAKERY.encode() in raw
    assert [name for name in left_behind if name.encode() in raw] == []
    assert {who for one in sealed for who in (one.by, one.last)} == {ravi.person.id, None}


def test_how_often_a_thing_was_edited_before_does_not_travel(ravi, omar, told):
    it = found(ravi, told, BAKERY)
    for rev, text in enumerate(("Once more", "And again", BAKERY), it.rev):
        _say(ravi, told, it.id, rev, text)
    assert found(ravi, told, BAKERY).rev == 4
    assert found(omar, opened(ravi, omar, told, BAKERY), BAKERY).rev == 1


def _say(ravi, told, it, rev, text):
    change(ravi, told, lambda pages: pivots.edit(pages, it, rev, Pivot(text)))


@pytest.mark.parametrize("names", [(), (BAKERY,), (PAPERS,)])
def test_a_life_story_that_was_turned_off_and_one_that_was_not_begin_alike(ravi, omar, told, names):
    """Nobody can pick where a hand-over begins, so a beginning must not tell what is missing."""
    with undone():
        change(ravi, told, lambda pages: leave_out(pages, TALK, talks.LIFE_STORY))
        without = talks.course(pages_of(omar, opened(ravi, omar, told, *names)))
    assert talks.course(pages_of(omar, opened(ravi, omar, told, *names))) == without


def test_what_is_turned_off_while_a_hand_over_waits_does_not_come_up(ravi, omar, told):
    fresh = hands(ravi, omar, told)
    change(ravi, None, lambda pages: leave_out(pages, TALK, talks.VISIONS))
    pair(fresh, ravi, omar)
    assert talks.VISIONS not in talks.course(pages_of(omar, fresh)).talks


def test_without_it_the_talk_would_have_come(ravi, omar, told):
    """The control."""
    assert talks.VISIONS in talks.course(pages_of(omar, opened(ravi, omar, told))).talks


def test_a_button_pressed_twice_hands_over_once_and_says_no_untruth(at_ravis, omar, told):
    first, given = hands_over(at_ravis, told, [VAN])
    second = at_ravis.post(address(told), given | {"verb": "hand"}, follow=True)
    assert (first.status_code, second.status_code) == (302, 200)
    assert "Nothing was changed" not in words(second)
    assert Invitation.objects.filter(invitee=omar.person).count() == 1


def test_the_second_press_opens_no_door_for_the_former_guide(at_ravis, maya, omar, told):
    _, given = hands_over(at_ravis, told, [VAN])
    for who in (maya, omar):
        again = browser(who).post(address(told), given | {"verb": "hand"})
        assert again.status_code == 404


def test_the_day_is_counted_from_the_days_of_the_vault(ravi, omar, told, vault, clock):
    """Not from the clock on the wall of another time zone: a day off would be a broken page."""
    days_pass(vault, clock, 3)
    at_ravis, today = browser(ravi), clock.now.date()
    for days, said in {1: "You both agreed", 30: "You both agreed", 31: "Choose a day"}.items():
        until = str(today + datetime.timedelta(days=days))
        given = {"verb": "look", "who": "omar", "ends": "day", "until": until}
        assert said in words(at_ravis.post(address(told), given))


CRAFTED = {
    "somebody else's private turn": lambda ids: [ids["omar"]],
    "a tie": lambda ids: [ids["tie"]],
    "no id": lambda ids: ["x", "", "\x00", "1" * 5000],
    "an id that is nowhere": lambda ids: [str(uuid.uuid4())],
}


@pytest.mark.parametrize("what", CRAFTED)
@pytest.mark.parametrize("verb", ["look", "hand"])
def test_a_crafted_tick_carries_nothing_and_ends_nothing(at_ravis, ravi, omar, told, what, verb):
    matter(ravi, told, "Evenings at home", found(ravi, told, BAKERY))
    entries = entries_of(ravi, told)
    ids = {
        "omar": str(put(omar, None, Pivot("Omar's own"), only_me=True).id),
        "tie": str(next(one.id for one in entries if one.kind == ties.KIND)),
    }
    given = {"who": "omar", "ends": "today", "carry": CRAFTED[what](ids), "verb": verb}
    answer = at_ravis.post(address(told), given)
    assert answer.status_code == 200
    assert "Omar's own" not in words(answer)
    assert not Invitation.objects.filter(invitee=omar.person).exists()
    assert Journey.objects.get(id=told.id).ends_on is None


@pytest.mark.parametrize(
    "strange",
    [
        {"carry": [str(uuid.uuid4()) for _ in range(10_000)]},
        {"who": "o" * 100_000},
        {"who": "om\x00ar"},
        {"who": "omar@" + "x" * 300},
        {"ends": "never"},
        {"ends": "day", "until": "9999-12-31"},
        {"ends": "day", "until": "0001-01-01"},
        {"ends": "day", "until": "2026-02-31"},
        {"ends": "day", "until": ""},
        {"ends": ["today", "day"], "until": "x" * 9000},
    ],
)
@pytest.mark.parametrize("verb", ["carry", "look", "change", "hand", "nothing"])
def test_nothing_strange_breaks_the_page_or_ends_the_talks(at_ravis, omar, told, strange, verb):
    given = {"who": "omar", "ends": "today", "carry": []} | strange | {"verb": verb}
    assert at_ravis.post(address(told), given).status_code in (200, 400)
    assert Journey.objects.get(id=told.id).ends_on is None


def test_the_page_stays_whole_with_what_the_former_guide_wrote(at_ravis, ravi, maya, omar, told):
    """It lies at home with Maya's hand on it, and Omar's page knows no Maya."""
    put(maya, told, Pivot("As Maya heard it"))
    put(maya, told, Vision("As Maya saw it"))
    change(maya, told, lambda pages: values.propose(pages, "Quiet", [], only_me=False))
    hands_over(at_ravis, told, [VAN])
    fresh = opens_for(ravi, omar)
    for place in ("", "line/", "readers/", "room/"):
        assert at_ravis.get(f"/journey/{fresh.id}/{place}").status_code == 200
    assert "As Maya" not in words(browser(omar).get(f"/journey/{fresh.id}/"))


def test_a_manager_who_has_left_is_not_asked_about(at_ravis, ravi, omar, told):
    leading.lead(ravi.person, omar.person)
    Person.objects.filter(id=omar.person.id).update(is_active=False)
    assert "is your new manager" not in words(at_ravis.get("/"))


def test_somebody_who_has_left_cannot_be_asked(at_ravis, told):
    gone = add_person(name="Gone", email="gone@example.org", is_active=False)
    answer, _ = hands_over(at_ravis, told, [], who="gone@example.org")
    assert answer.status_code == 200
    assert not Invitation.objects.filter(invitee=gone).exists()


def test_two_who_lead_each_other_by_mistake_stop_nobodys_page(ravi, omar, maya):
    """Two forms at once can make such a circle; whoever comes next must not wait for ever."""
    Person.objects.filter(id=omar.person.id).update(manager=maya.person)
    Person.objects.filter(id=maya.person.id).update(manager=omar.person)
    with pytest.raises(leading.InACircle):
        leading.lead(ravi.person, Person.objects.get(id=omar.person.id))


def test_what_a_new_guide_unties_stays_tied_at_its_owners_home(ravi, omar, told):
    change(ravi, told, lambda pages: skills.add(pages, "Fit a panel", only_me=False))
    _weigh(ravi, told, 3)
    skill = skills.skills(pages_of(ravi, told))[0]
    ids, now = [skill.id, found(ravi, told, VAN).id], ravi.vault.clock()
    made = handovers.hand_over(ravi.keyring, told, omar.person, ids, until=None, on=now)
    fresh = accept(made)
    pair(fresh, ravi, omar)
    for level, word in ((1, {"1"}), (0, set())):
        _weigh(omar, fresh, level)
        assert _tied(ravi, fresh) == _tied(omar, fresh) == word
        assert _tied(ravi) == {"3"}
    _weigh(ravi, fresh, 3)
    assert _tied(omar, fresh) == _tied(ravi, fresh) == {"3"}
    _weigh(omar, fresh, 2)
    change(ravi, fresh, lambda pages: showing.only_me(pages, found(ravi, fresh, VAN).id))
    assert (_tied(omar, fresh), _tied(ravi)) == (set(), {"2"})
    change(ravi, fresh, lambda pages: showing.show(pages, [found(ravi, fresh, VAN).id]))
    assert _tied(omar, fresh) == _tied(ravi, fresh) == {"2"}


def _weigh(who, journey, level):
    pages = pages_of(who, journey)
    skill, picture = skills.skills(pages)[0].id, found(who, journey, VAN).id
    change(who, journey, lambda pages: skills.weigh(pages, skill, picture, level))


def _tied(who, journey=None):
    return {word for row in ties.ties(pages_of(who, journey)).values() for word in row.values()}


def test_a_second_yes_does_not_keep_the_door_open_for_who_is_parting(ravi, maya, vault):
    """Both had asked each other; the other question is answered when the last day is set."""
    now = vault.clock()
    asked = {"owner": ravi.person, "on": now}
    first, _ = invitations.invite(maya.keyring, maya.person, ravi.person, **asked)
    second, _ = invitations.invite(ravi.keyring, ravi.person, maya.person, **asked)
    journey = accept(first)
    pair(journey, maya, ravi)
    day = now.date() + datetime.timedelta(days=14)
    partings.part(ravi.keyring, journey, until=day, on=now.date())

    assert accept(second) == journey
    partings.end_due(vault, day)
    assert not Circle.objects.filter(id=journey.circle).exists()
    assert accept(second).circle == second.circle
