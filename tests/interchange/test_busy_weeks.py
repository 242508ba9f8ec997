"""Weeks away out of a calendar file: what people export, and what somebody hostile writes."""

from contextlib import suppress
from datetime import date, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from yonder.interchange.busy_weeks import LARGEST, NoCalendar, TooMuchInIt, weeks_away

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = date(2027, 1, 4)
DAYS = "DTSTART;VALUE=DATE:20270705\nDTEND;VALUE=DATE:20270724"
EIGHT_HOURS = "DTSTART;TZID=Europe/Berlin:20270104T080000\nDTEND;TZID=Europe/Berlin:20270104T160000"


def file(*events):
    inner = "".join(f"BEGIN:VEVENT\nUID:{at}\n{one}\nEND:VEVENT\n" for at, one in enumerate(events))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{inner}END:VCALENDAR\n".encode()


def away(*events):
    return sorted(weeks_away(file(*events), FIRST, BERLIN))


def test_three_weeks_of_holidays_are_three_weeks():
    assert away(DAYS) == [date(2027, 7, 5), date(2027, 7, 12), date(2027, 7, 19)]


def test_a_meeting_is_no_week_away():
    assert away("DTSTART:20270104T090000Z\nDTEND:20270104T100000Z\nRRULE:FREQ=WEEKLY") == []


def test_five_full_working_days_are_a_week():
    assert away(f"{EIGHT_HOURS}\nRRULE:FREQ=DAILY;COUNT=5") == [FIRST]
    assert away(f"{EIGHT_HOURS}\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;UNTIL=20270110") == [FIRST]


def test_days_that_were_left_out_do_not_count():
    skipped = "EXDATE;TZID=Europe/Berlin:20270105T080000,20270106T080000"
    assert away(f"{EIGHT_HOURS}\nRRULE:FREQ=DAILY;COUNT=5\n{skipped}") == []


@pytest.mark.parametrize("word", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED"])
def test_what_is_free_or_cancelled_takes_no_time(word):
    assert away(f"{DAYS}\n{word}") == []


def test_what_overlaps_counts_once():
    half = "DTSTART:2027010{d}T080000\nDTEND:2027010{d}T110000"
    assert away(*(half.format(d=4 + at // 2) for at in range(10))) == []


def test_a_yearly_and_a_monthly_rule_are_followed():
    week = "DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261228"
    assert date(2027, 12, 20) in away(f"{week}\nRRULE:FREQ=YEARLY")
    monthly = "DTSTART;VALUE=DATE:20270104\nDTEND;VALUE=DATE:20270109\nRRULE:FREQ=MONTHLY;COUNT=2"
    assert away(monthly)[0] == FIRST


def test_a_time_zone_out_of_the_file_is_not_believed():
    zone = "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
    zone += "RRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\n"
    text = file(DAYS).decode().replace("BEGIN:VEVENT", f"{zone}END:VTIMEZONE\nBEGIN:VEVENT")
    assert len(weeks_away(text.encode(), FIRST, BERLIN)) == 3


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00" * 1000,
        b"PK\x03\x04",
        b"BEGIN:VCALENDAR",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
        b"BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR",
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 3000,
        "BEGIN:VCALENDAR\nDTSTART:übermorgen".encode("latin-1"),
        file("DTSTART:99999999T999999Z"),
        file("DTSTART;VALUE=DATE:00000000"),
        file("DTSTART;TZID=Nowhere/Else:20270104T080000\nDTEND:20270103T080000"),
        file("SUMMARY:no beginning"),
        file("DTSTART:20270104T080000Z\nDURATION:P99999999D"),
        file("DTSTART:20270104T080000Z\nDURATION:-P9D"),
        file(f"{DAYS}\nEXDATE:rubbish"),
        file(f"{DAYS}\nRRULE:FREQ=DAILY\nEXDATE:2027"),
        file(f"{DAYS}\nRRULE:FREQ=DAILY\nEXDATE:20270105T080000Z\nEXDATE:rubbish"),
        file("DTSTART:99991201T080000Z\nDURATION:PT8H"),
        file("DTSTART;VALUE=DATE:99991231\nDURATION:PT8H\nRRULE:FREQ=DAILY"),
        file("DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=DAILY;COUNT=5"),
    ],
)
def test_whatever_is_in_it_gives_weeks_or_a_refusal(raw):
    with suppress(NoCalendar, TooMuchInIt):
        assert len(weeks_away(raw, FIRST, BERLIN)) < 160


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYSETPOS=1",
        "FREQ=DAILY;BYHOUR=1,2,3",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=NEVER",
        "FREQ=DAILY;INTERVAL=x",
    ],
)
def test_a_rule_that_no_meeting_has_is_refused(rule):
    with pytest.raises((TooMuchInIt, NoCalendar)):
        away(f"{EIGHT_HOURS}\nRRULE:{rule}")


def test_too_much_is_refused():
    with pytest.raises(TooMuchInIt):
        weeks_away(b"BEGIN:VCALENDAR" + b" " * LARGEST, FIRST, BERLIN)
    with pytest.raises(TooMuchInIt):
        away(*[f"{EIGHT_HOURS}\nRRULE:FREQ=DAILY"] * 201)


def test_rules_that_never_come_true_take_no_time():
    never = (
        "DTSTART:20270104T080000\nDTEND:20270104T160000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    )
    before = process_time()
    assert away(*[never] * 200) == []
    assert process_time() - before < 5


def test_time_zones_without_an_end_take_no_time():
    before = process_time()
    with pytest.raises(NoCalendar):
        weeks_away(b"BEGIN:VCALENDAR\n" + b"BEGIN:VTIMEZONE\n" * 100_000, FIRST, BERLIN)
    assert process_time() - before < 5


def test_a_week_is_named_by_its_monday_and_lies_within_three_years():
    found = away("DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20450101")
    assert all(week.weekday() == 0 for week in found)
    assert max(found, default=FIRST) < FIRST + timedelta(days=3 * 366)
