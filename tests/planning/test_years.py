"""The picture of a calendar: every talk is in it once, nothing overlaps, and it is small."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from yonder.planning.calendars import calendar
from yonder.planning.ways import CASCADE, FULL, WAYS
from yonder.planning.weeks import WEEK, NoWeekLeft, Pace
from yonder.planning.years import BROAD, COLUMN, LEFT, NARROW, SINGLE, drawn

MONDAY = date(2026, 11, 30)
MARK = re.compile(r"M([\d.]+) (\d+)(?:v-(\d+)h([\d.]+)|l([\d.]+)-(\d+) ([\d.]+))")


def marks(picture):
    """(kind, left, right, ground) of every mark."""
    for kind, path in picture.marks.items():
        for x, y, _, wide, half, _, _ in MARK.findall(path):
            width = float(wide) if wide else 2 * float(half)
            yield kind, float(x), float(x) + width, int(y)


def pictures(way, people, pace):
    made = calendar(way, people, pace)
    return made, [drawn(made, pace, columns) for columns in (BROAD, NARROW)]


weeks_off = some.frozensets(some.integers(0, 60).map(lambda at: MONDAY + at * WEEK), max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    way=some.sampled_from(WAYS),
    people=some.integers(1, 90),
    per_week=some.integers(1, 9),
    off=weeks_off,
)
def test_every_mark_has_a_place_of_its_own(way, people, per_week, off):
    made, both = pictures(way, people, Pace(per_week, 60, MONDAY, off))
    for picture in both:
        assert drawn(made, Pace(per_week, 60, MONDAY, off), _columns(picture, way)) == picture
        seen = sorted(marks(picture), key=lambda one: (one[3], one[1]))
        for (_, _, right, ground), (_, left, _, other) in zip(seen, seen[1:], strict=False):
            assert ground != other or left >= right - 0.05
        assert all(left >= LEFT and right <= picture.width for _, left, right, _ in seen)
        assert {row.y for row in picture.rows} >= {ground for *_, ground in seen}


@settings(max_examples=40, deadline=None)
@given(people=some.integers(1, 60), per_week=some.integers(1, SINGLE), off=weeks_off)
def test_every_talk_is_drawn_once_and_counted(people, per_week, off):
    made, both = pictures(FULL, people, Pace(per_week, 60, MONDAY, off))
    wanted = Counter(one.talk for one in made.schedule.sittings)
    for picture in both:
        assert Counter(kind for kind, *_ in marks(picture)) == wanted
        assert sum((Counter(row.talks) for row in picture.rows), Counter()) == wanted


def test_no_talk_stands_in_a_week_off():
    off = frozenset({MONDAY + WEEK, MONDAY + 3 * WEEK})
    _, (picture, _) = pictures(FULL, 3, Pace(1, 60, MONDAY, off))
    columns = {int((left - LEFT) // COLUMN) for _, left, _, _ in marks(picture)}
    assert not columns & {1, 3}
    assert picture.off.count("M") == 2


def test_three_years_are_three_rows_and_few_bytes():
    _, (broad, narrow) = pictures(FULL, 52, Pace(1, 60, MONDAY))
    assert [row.number for row in broad.rows] == [1, 2, 3]
    assert [row.number for row in narrow.rows] == [1, 0, 2, 0, 3, 0]
    size = sum(len(path) for one in (broad, narrow) for path in one.marks.values())
    assert size < 8_000


def test_a_calendar_for_a_lifetime_is_cut_and_stays_small():
    made, both = pictures(FULL, 600, Pace(1, 60, MONDAY))
    assert all(picture.cut for picture in both)
    assert all(len("".join(picture.marks.values())) < 20_000 for picture in both)
    assert made.finish > MONDAY + timedelta(days=365 * 20)


def test_five_who_listen_to_five_have_a_row_for_each_tier():
    made, (picture, _) = pictures(CASCADE, 52, Pace(1, 60, MONDAY))
    assert [(row.number, row.people) for row in picture.rows] == [(1, 5), (2, 25), (3, 22)]
    assert picture.ends.count("M") == 3
    assert made.weeks == 22


def test_one_talk_is_a_finished_picture():
    _, (picture, _) = pictures(CASCADE, 1, Pace(1, 15, MONDAY))
    assert len(picture.rows) == 1
    assert picture.ends.count("M") == 1


def test_what_never_ends_is_refused_before_it_is_drawn():
    with pytest.raises(NoWeekLeft):
        pictures(FULL, 2000, Pace(1, 60, MONDAY))


def _columns(picture, way):
    if way == CASCADE:
        return (picture.width - LEFT) // COLUMN
    return BROAD if picture.width > 600 else NARROW
