"""Which skill would open the most: the order, and that it follows from what was said alone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from yonder.planning.ranking import FULL, Row, rank

level = st.integers(0, FULL)


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    pictures = draw(st.integers(1, 5))
    return [
        Row(
            str(at),
            f"skill {at}",
            draw(st.one_of(st.none(), level)),
            tuple(draw(level) for _ in range(pictures)),
        )
        for at in range(draw(st.integers(1, 8)))
    ]


def place(rows: list[Row], wanted: str) -> int:
    return [one.row.id for one in rank(rows)].index(wanted)


def told(row: Row) -> tuple[int, int]:
    """What the order may look at when the scores are the same."""
    return (FULL - (row.competence or 0)) * sum(row.importance), row.importance.count(FULL)


def test_what_two_visions_will_not_work_without_comes_first() -> None:
    weld = Row("weld", "Weld an upright seam", 1, (3, 3, 1))
    budget = Row("budget", "Read a budget", 0, (0, 2, 1))
    first, second = rank([budget, weld])
    assert (first.row, first.not_without, first.pictures) == (weld, 2, 3)
    assert (first.score, second.score) == (14, 9)


@given(tables(), st.data())
def test_what_becomes_more_important_never_goes_down(rows: list[Row], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[at].importance) - 1))
    more = list(rows[at].importance)
    more[column] = min(FULL, more[column] + 1)
    changed = [*rows[:at], replace(rows[at], importance=tuple(more)), *rows[at + 1 :]]
    assert place(changed, rows[at].id) <= place(rows, rows[at].id)


@given(tables(), st.data())
def test_what_goes_better_never_comes_nearer_to_the_top(
    rows: list[Row], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    known = rows[at].competence
    if known is not None:
        better = replace(rows[at], competence=min(FULL, known + 1))
        changed = [*rows[:at], better, *rows[at + 1 :]]
        assert place(changed, better.id) >= place(rows, better.id)


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_counts_only_between_rows_that_say_the_same(
    rows: list[Row], chance: object
) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    before, after = ([told(one.row) for one in rank(these)] for these in (rows, mixed))
    assert before == after


@given(tables())
def test_nothing_is_lost_and_nothing_comes_twice(rows: list[Row]) -> None:
    assert sorted(one.row.id for one in rank(rows)) == sorted(row.id for row in rows)


@given(tables())
def test_a_skill_nobody_needs_stands_below_every_one_that_counts(rows: list[Row]) -> None:
    idle = Row("idle", "Not needed anywhere", 0, (0,) * len(rows[0].importance))
    order = [one.row for one in rank([idle, *rows])]
    below = order[order.index(idle) + 1 :]
    assert all(told(row) == (0, 0) for row in below)
