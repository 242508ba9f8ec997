"""The planner: calendars to look at, and a running one, without scripts."""

import pytest

from tests.cast import browser, words
from yonder.career.people import add_person
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


def test_what_takes_more_than_fifty_years_is_said(maya, clock):
    page = plain(browser(maya).post("/planner/", typed(clock, people="2000")))
    assert "At this pace it takes more than fifty years." in page


def test_weeks_off_make_it_longer(maya, clock):
    at_mayas = browser(maya)
    without = plain(at_mayas.post("/planner/", typed(clock)))
    year = clock().date().year + 1
    off = f"{year}-07-05 to {year}-07-23\n24.12.{year}"
    assert plain(at_mayas.post("/planner/", typed(clock, off=off))) != without
