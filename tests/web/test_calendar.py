"""Planned days in one's own calendar: two first names, a time, a link, and nothing else."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from tests.cast import begin, browser, join, talk, words, write
from yonder.career import endings, letterboxes, pivots, values
from yonder.career.journeys import Journey
from yonder.career.pages import opener
from yonder.career.people import Person
from yonder.career.pivots import Pivot
from yonder.career.record import insist

DAY = datetime(2031, 3, 14, 10, tzinfo=UTC)
TURN, VALUE = "I left the shop floor for the ovens", "Quiet mornings"


@pytest.fixture
def monday(clock, vault):
    clock.now = datetime(2031, 3, 10, 9, tzinfo=UTC)
    vault.ring.extend()
    return clock


@pytest.fixture
def planned(monday, talks):
    set_next(talks, monday, DAY)
    return talks


def set_next(journey, clock, moment):
    Journey.objects.get(id=journey.id).set_next(moment, now=clock.now)


def switch_on(who):
    """The address, as the page shows it once."""
    page = browser(who).post("/me/letters/", {"verb": "feed"}).content.decode()
    return re.search(r"/calendar/[\w-]+\.ics", page.replace("<wbr>", ""))[0]


def events(answer):
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).walk("VEVENT")


def of_talk(who, journey):
    return browser(who).get(f"/journey/{journey.id}/calendar/")


def test_a_planned_day_is_a_file_for_the_calendar(planned, maya, ravi):
    for who in (maya, ravi):
        answer = of_talk(who, planned)
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer["Content-Disposition"] == 'attachment; filename="yonder.ics"'
        (event,) = events(answer)
        assert event["SUMMARY"] == "Ravi / Maya"
        assert event["CLASS"] == "PRIVATE"
        assert event.start == DAY
        assert event["DESCRIPTION"] == event["URL"] == "http://testserver/"


def test_both_have_it_under_the_same_name(planned, maya, ravi):
    (hers,), (his,) = events(of_talk(maya, planned)), events(of_talk(ravi, planned))
    assert hers["UID"] == his["UID"]
    assert str(planned.id) not in hers["UID"]


def test_a_day_that_moves_is_the_same_event_with_a_higher_number(planned, ravi, monday):
    (before,) = events(of_talk(ravi, planned))
    set_next(planned, monday, DAY + timedelta(hours=3))
    (after,) = events(of_talk(ravi, planned))
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after.start == DAY + timedelta(hours=3)


def test_a_day_that_is_taken_away_can_be_struck_and_set_again(planned, ravi, monday):
    (before,) = events(of_talk(ravi, planned))
    visitor = browser(ravi)
    visitor.post(f"/journey/{planned.id}/", {"verb": "no-day"})
    assert "Take it out of your calendar" in words(visitor.get(f"/journey/{planned.id}/"))
    answer = of_talk(ravi, planned)
    assert Calendar.from_ical(answer.content)["METHOD"] == "CANCEL"
    (struck,) = events(answer)
    assert (struck["UID"], struck["STATUS"]) == (before["UID"], "CANCELLED")
    set_next(planned, monday, DAY)
    (again,) = events(of_talk(ravi, planned))
    assert again["UID"] == before["UID"]
    assert before["SEQUENCE"] < struck["SEQUENCE"] < again["SEQUENCE"]


def test_the_next_talk_is_another_event(planned, ravi, monday):
    (before,) = events(of_talk(ravi, planned))
    monday.now = DAY + timedelta(hours=2)
    set_next(planned, monday, DAY + timedelta(days=20))
    (after,) = events(of_talk(ravi, planned))
    assert after["UID"] != before["UID"]
    assert after["SEQUENCE"] == 0


def test_without_a_day_there_is_no_file(talks, ravi):
    assert of_talk(ravi, talks).status_code == 404


def test_nobody_else_gets_it(planned, omar, hana, olga):
    assert [of_talk(who, planned).status_code for who in (omar, hana, olga)] == [404] * 3


def test_a_time_in_summer_is_right_everywhere(talks, ravi, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    year, visitor = datetime.now(UTC).year + 1, browser(ravi)
    said = {"verb": "day", "day": f"{year}-07-04", "time": "10:00"}
    assert visitor.post(f"/journey/{talks.id}/", said).status_code == 302
    answer = of_talk(ravi, talks)
    assert events(answer)[0].start == datetime(year, 7, 4, 8, tzinfo=UTC)
    assert f"DTSTART:{year}0704T080000Z" in answer.content.decode()


# ---- the feed ------------------------------------------------------------------------------------


def test_a_calendar_fetches_all_planned_days_without_a_sign_in(planned, monday, vault, ravi):
    nora = join(vault, "Nora")
    listening = talk(ravi, nora)
    set_next(listening, monday, DAY + timedelta(days=1))
    answer = Client().get(switch_on(ravi))
    assert [event["SUMMARY"] for event in events(answer)] == ["Ravi / Maya", "Nora / Ravi"]
    assert answer["Cache-Control"] == "no-store"


def test_the_address_is_shown_once_and_only_its_hash_is_kept(planned, ravi):
    word = switch_on(ravi).removeprefix("/calendar/").removesuffix(".ics")
    box = letterboxes.letterbox(ravi.person)
    assert len(box.feed_hash) == 64
    assert word not in box.feed_hash
    assert word not in words(browser(ravi).get("/me/letters/"))


def test_a_new_address_ends_the_one_before_and_off_ends_it_too(planned, ravi):
    first = switch_on(ravi)
    second = switch_on(ravi)
    assert [Client().get(one).status_code for one in (first, second)] == [404, 200]
    browser(ravi).post("/me/letters/", {"verb": "no-feed"})
    assert Client().get(second).status_code == 404


def test_a_wrong_word_is_answered_like_any_address_that_is_not_there(planned, ravi):
    switch_on(ravi)
    wrong, nowhere = Client().get(f"/calendar/{'a' * 43}.ics"), Client().get("/calendar/nowhere/")
    assert wrong.status_code == nowhere.status_code == 404
    assert wrong.content == nowhere.content


def test_whoever_tries_words_is_slowed_down_and_the_right_one_goes_on(planned, ravi):
    right, thief = switch_on(ravi), Client()
    tried = [thief.get(f"/calendar/{number}.ics").status_code for number in range(105)]
    assert tried[:100] == [404] * 100
    assert tried[-1] == 429
    assert thief.get(right).status_code == 200


def test_a_day_taken_away_and_talks_that_ended_leave_the_feed(planned, monday, vault, ravi, maya):
    nora = join(vault, "Nora")
    second = talk(nora, ravi)
    set_next(second, monday, DAY)
    address = switch_on(ravi)
    assert len(events(Client().get(address))) == 2
    set_next(planned, monday, None)
    assert [event["SUMMARY"] for event in events(Client().get(address))] == ["Ravi / Nora"]
    endings.end(ravi.keyring, second, on=monday.now.date())
    assert events(Client().get(address)) == []


def test_who_has_left_has_no_feed_any_more(planned, monday, ravi):
    address = switch_on(ravi)
    Person.objects.filter(id=ravi.person.id).update(leaves_on=monday.now.date())
    assert Client().get(address).status_code == 404


def test_a_feed_shows_nothing_but_names_and_times(planned, maya, ravi, omar, monday):
    """Whatever the two have written, and whichever talk it is for."""
    begin(maya, omar)
    read = opener(ravi.keyring, planned.circle)
    insist(read, lambda pages: pivots.write(pages, Pivot(TURN), only_me=False))
    insist(read, lambda pages: values.propose(pages, VALUE, [], only_me=False))
    write(maya, planned, "We begin with the ovens.")
    told = Client().get(switch_on(ravi)).content.decode()
    lines = {line.partition(":")[0] for line in told.splitlines()}
    assert lines == {
        "BEGIN", "END", "PRODID", "VERSION", "X-WR-CALNAME", "REFRESH-INTERVAL;VALUE=DURATION",
        "X-PUBLISHED-TTL", "UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "CLASS", "STATUS", "URL",
        "DESCRIPTION", "DTSTART", "DURATION",
    }  # fmt: skip
    assert "SUMMARY:Ravi / Maya" in told
    assert not [word for word in (TURN, VALUE, "ovens", "story", "vision") if word in told.lower()]


@pytest.mark.parametrize(
    "name", ["Maya\r\nEND:VEVENT\r\nX: y", "Maya\u2028BEGIN:VEVENT", "M;a,\\n"]
)
def test_a_name_cannot_change_a_calendar(planned, maya, ravi, name):
    Person.objects.filter(id=maya.person.id).update(name=name)
    (event,) = events(of_talk(ravi, planned))
    assert event["SUMMARY"] == f"Ravi / {' '.join(name.split())}"
