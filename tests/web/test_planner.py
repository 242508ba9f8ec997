"""The planner: calendars to look at, and a running one, without scripts."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import browser, words
from yonder.career import recovery
from yonder.career.invitations import Invitation
from yonder.career.people import Person, add_person
from yonder.vault.circles import Circle

TYPED = {"people": "52", "per_week": "1", "minutes": "60", "weekday": "1", "time": "10:00"}


@pytest.fixture
def fifty_two(maya):
    """The people who report to Maya; nobody of them is here yet."""
    names = [f"{chr(65 + at % 26)}{chr(97 + at // 26)}na" for at in range(52)]
    return [add_person(name=name, manager=maya.person) for name in names]


def typed(clock, **more):
    monday = clock().date()
    return TYPED | {"start": monday.isoformat(), "verb": "look"} | more


def plain(answer):
    return " ".join(words(answer).split())


def test_somebody_without_people_is_asked_how_many(maya):
    page = plain(browser(maya).get("/planner/"))
    assert "Say how many people you have and how much time. You will see three calendars." in page
    assert '<svg class="weeks' not in page


def test_a_boss_sees_the_calendars_before_anything_begins(maya, fifty_two):
    page = plain(browser(maya).get("/planner/"))
    assert "104 talks. At two a week that is 1 year, until" in page
    assert "After half a year, 26 people have a plan. Life stories can come later." in page
    assert page.index("Visions and plan") < page.index("All three talks")


def test_three_years_for_all_three_talks_at_one_a_week(maya, clock):
    page = plain(browser(maya).post("/planner/", typed(clock)))
    assert "156 talks. At one a week that is 3 years, until" in page
    assert "Check-ins come on top." in page
    assert "is one hour a week for 52 people." in page
    assert "after 1 year you would have 52 stories and no plan." in page
    assert "That is 22 weeks if all say yes and nobody is away." in page


@pytest.mark.parametrize(
    ("people", "said"), [("1", "a week for one person."), ("2", "one person has a plan.")]
)
def test_a_calendar_speaks_of_one_person_and_counts_nobody(maya, clock, people, said):
    page = plain(browser(maya).post("/planner/", typed(clock, people=people)))
    assert said in page
    assert not re.search(r"\b[01] people\b", page)


def test_looking_stores_nothing(maya, fifty_two, clock):
    at_mayas = browser(maya)
    before = list(Circle.objects.values_list("tag", flat=True))
    at_mayas.get("/planner/")
    at_mayas.post("/planner/", typed(clock))
    assert list(Circle.objects.values_list("tag", flat=True)) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("people", "0"),
        ("people", "many"),
        ("per_week", "-1"),
        ("minutes", "9999"),
        ("start", "31 February"),
        ("start", "1999-01-01"),
        ("weekday", "9"),
        ("time", "25:00"),
        ("off", "when it rains"),
        ("off", "2027-02-30"),
        ("off", "2027-03-01 to 2027-02-01"),
        ("off", "2027-01-01 to 2099-01-01"),
    ],
)
def test_what_does_not_fit_is_told_and_stays(maya, clock, field, value):
    answer = browser(maya).post("/planner/", typed(clock, **{field: value}))
    page = plain(answer)
    assert answer.status_code == 200
    assert "What you typed is still on this page." in page
    assert value in page


@pytest.mark.parametrize("off", ["9999-12-31", "31.12.9999", "0001-01-01"])
def test_the_first_and_the_last_week_of_all_are_weeks(maya, clock, off):
    answer = browser(maya).post("/planner/", typed(clock, off=off))
    assert answer.status_code == 200
    assert "names no day" not in plain(answer)


def test_what_takes_more_than_fifty_years_is_said(maya, clock):
    page = plain(browser(maya).post("/planner/", typed(clock, people="2000")))
    assert "At this pace it takes more than fifty years." in page


def test_weeks_off_make_it_longer(maya, clock):
    at_mayas = browser(maya)
    without = plain(at_mayas.post("/planner/", typed(clock)))
    year = clock().date().year + 1
    off = f"{year}-07-05 to {year}-07-23\n24.12.{year}"
    assert plain(at_mayas.post("/planner/", typed(clock, off=off))) != without


@pytest.fixture
def at_mayas(maya, fifty_two, clock):
    """Maya's calendar of 52 people runs."""
    at_mayas = browser(maya)
    begun = at_mayas.post("/planner/", typed(clock, per_week="2", verb="begin:visions-plan:1"))
    assert begun.status_code == 302, words(begun)
    return at_mayas


def turns(page):
    """The fields of everybody whose turn it is, as the page has them."""
    found = re.findall(r'<input type="(\w+)" name="([\w-]+-(?:chosen|day|time))"([^>]*)>', page)
    values = [(name, re.search(r'value="([^"]*)"', rest), kind) for kind, name, rest in found]
    return {name: "on" if kind == "checkbox" else value[1] for name, value, kind in values}


def offer_all(visitor):
    fields = turns(words(visitor.get("/planner/")))
    assert fields
    return visitor.post("/planner/", fields | {"verb": "offer"}, follow=True)


def test_who_leads_nobody_and_listens_to_somebody_can_begin_too(talks, maya, clock):
    at_mayas = browser(maya)
    assert "Begin with “All three talks”" in plain(at_mayas.get("/planner/"))
    at_mayas.post("/planner/", typed(clock, people="1", verb="begin:full:1"))
    assert "Ravi" in plain(at_mayas.get("/planner/"))


def test_begin_and_the_next_weeks_say_whom_to_offer_which_time(at_mayas):
    page = plain(at_mayas.get("/planner/"))
    assert "Visions and plan, two a week, until" in page
    people = {name.rpartition("-")[0] for name in turns(words(at_mayas.get("/planner/")))}
    assert 4 <= len(people) <= 6


def test_five_who_listen_to_five_begin_with_the_keenest_five(maya, fifty_two, clock):
    at_mayas = browser(maya)
    at_mayas.post("/planner/", typed(clock, per_week="5", verb="begin:cascade:1"))
    page = words(at_mayas.get("/planner/"))
    assert 'href="/cascade/"' in page
    assert len({name.rpartition("-")[0] for name in turns(page)}) == 5


def test_the_recovery_code_comes_before_many_invitations(at_mayas):
    page = plain(at_mayas.get("/planner/"))
    assert "Before you offer these times, write down your recovery code." in page
    answer = offer_all(at_mayas)
    assert answer.redirect_chain == [("/me/recovery-code/?next=/planner/", 302)]
    assert not Invitation.objects.exists()


@pytest.fixture
def with_code(maya):
    """Maya has written down her recovery code."""
    recovery.type_back(maya.keyring, recovery.new_code(maya.keyring))


def test_one_button_offers_the_next_times_and_gives_a_sheet_of_slips(at_mayas, with_code):
    answer = offer_all(at_mayas)
    assert answer.redirect_chain == [("/planner/slips/", 302)]
    page = plain(answer)
    invited = Invitation.objects.count()
    assert invited >= 4
    assert page.count('class="slip"') == page.count("There is time for you on") == invited
    assert page.count("slip__letters") == invited  # for those who have no camera
    assert "It is kept for you until" in page
    running = plain(at_mayas.get("/planner/"))
    assert running.count(", offered until ") == invited


def test_the_same_form_sent_twice_invites_nobody_twice(at_mayas, with_code):
    fields = turns(words(at_mayas.get("/planner/"))) | {"verb": "offer"}
    at_mayas.post("/planner/", fields)
    invited = Invitation.objects.count()
    at_mayas.post("/planner/", fields)
    assert Invitation.objects.count() == invited


def test_two_people_are_not_offered_the_same_time(at_mayas, with_code):
    fields = turns(words(at_mayas.get("/planner/")))
    days = [name for name in fields if name.endswith("-day")]
    same = dict.fromkeys(days, fields[days[0]])
    same |= {name.replace("-day", "-time"): "09:00" for name in days}
    page = plain(at_mayas.post("/planner/", fields | same | {"verb": "offer"}))
    assert "Two of these talks would be at the same time." in page
    assert page.count('value="09:00"') == len(days)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(("day", "time"), [("", ""), ("soon", "10:00"), ("2001-01-01", "10:00")])
def test_a_time_that_does_not_fit_offers_nothing_to_anybody(at_mayas, with_code, day, time):
    fields = turns(words(at_mayas.get("/planner/")))
    name = next(name for name in fields if name.endswith("-day"))
    wrong = {name: day, name.replace("-day", "-time"): time}
    page = plain(at_mayas.post("/planner/", fields | wrong | {"verb": "offer"}))
    assert "What you typed is still on this page." in page
    assert not Invitation.objects.exists()


def test_somebody_elses_people_cannot_be_invited_by_their_id(at_mayas, with_code, omar, ravi):
    strange = {f"{ravi.person.id}-chosen": "on", f"{ravi.person.id}-day": "2027-01-05"}
    strange[f"{ravi.person.id}-time"] = "10:00"
    at_mayas.post("/planner/", strange | {"verb": "offer"})
    assert not Invitation.objects.exists()


def test_a_week_away_takes_back_its_times_and_moves_nobody_else(at_mayas, with_code, maya):
    offer_all(at_mayas)
    page = words(at_mayas.get("/planner/"))
    before = page.count(", offered until ")
    week = re.findall(r'value="(away:[\d-]+:1)"', page)[1]
    said = plain(at_mayas.post("/planner/", {"verb": week}))
    assert "You moved two talks. Everybody else keeps their time." in said
    assert "You moved two talks this week. Plan one a week from now on?" in said
    assert "You are away." in said
    assert words(at_mayas.get("/planner/")).count(", offered until ") == before - 2
    assert turns(words(at_mayas.get("/planner/")))  # those who moved are next in a later week
    again = plain(at_mayas.post("/planner/", {"verb": week}))
    assert "Nothing moved." in again


def test_a_slower_calendar_is_one_press(at_mayas):
    at_mayas.post("/planner/", {"verb": "slower:1:1"})
    assert "Visions and plan, one a week, until" in plain(at_mayas.get("/planner/"))


@pytest.mark.parametrize(
    "verb",
    ["away:never:1", "away:2001-01-01:1", "slower:0:1", "slower:9:1", "slower:x:1", "x"]
    + ["away::1", "slower:²:1", "slower:-1:1", f"slower:{'9' * 5000}:1"],
)
def test_a_verb_that_says_nothing_changes_nothing(at_mayas, verb):
    before = list(Circle.objects.values_list("tag", flat=True))
    assert at_mayas.post("/planner/", {"verb": verb}).status_code in (200, 302)
    assert list(Circle.objects.values_list("tag", flat=True)) == before


def test_no_calendar_any_more_is_one_press_and_leaves_what_is_offered(at_mayas, with_code):
    offer_all(at_mayas)
    invited = Invitation.objects.count()
    at_mayas.post("/planner/", {"verb": "stop"})
    assert "Ways to get to everyone" in plain(at_mayas.get("/planner/"))
    assert Invitation.objects.count() == invited


def test_weeks_away_come_out_of_a_calendar_file_and_the_file_is_not_kept(maya, clock):
    year = clock().date().year + 1
    event = f"UID:1\nDTSTART;VALUE=DATE:{year}0705\nDTEND;VALUE=DATE:{year}0724\nSUMMARY:Secret"
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n{event}\nEND:VEVENT\nEND:VCALENDAR\n"
    file = SimpleUploadedFile("busy.ics", text.encode(), "text/calendar")
    page = plain(browser(maya).post("/planner/", typed(clock, busy=file)))
    assert f"{year}-07-" in page
    assert "Secret" not in page


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"BEGIN:VCALENDAR\nrubbish"])
def test_what_is_no_calendar_file_is_said(maya, clock, raw):
    file = SimpleUploadedFile("busy.ics", raw or b" ", "text/calendar")
    page = plain(browser(maya).post("/planner/", typed(clock, busy=file)))
    assert "This is no calendar file, or it breaks off." in page


def test_the_running_page_takes_as_many_statements_for_six_as_for_fifty_two(maya, fifty_two, clock):
    at_mayas = browser(maya)
    at_mayas.post("/planner/", typed(clock, per_week="2", verb="begin:visions-plan:1"))
    many = statements(at_mayas)
    Person.objects.filter(id__in=[one.id for one in fifty_two[6:]]).update(manager=None)
    assert statements(at_mayas) == many


def statements(visitor):
    with CaptureQueriesContext(connection) as seen:
        assert visitor.get("/planner/").status_code == 200
    print(len(seen))
    return len(seen)
