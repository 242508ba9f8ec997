"""What `yonder schedule` and `yonder cascade` ask alike, and how they say no."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import typer

from yonder.cli.troubles import Trouble
from yonder.planning.calendars import MOST_PEOPLE, NobodyToTalkWith, TooManyPeople
from yonder.planning.tiers import MOST_FAN_OUT, NoFan
from yonder.planning.weeks import NoTime, NoWeekLeft, Pace, TooMuch, monday, next_monday

DAY = ["%Y-%m-%d"]
UNTOUCHED = "Nothing was changed."

People = Annotated[int, typer.Option(help="How many people there are to talk with.")]
PerWeek = Annotated[
    int, typer.Option(help="How many talks a week somebody can keep up, even in a bad week.")
]
Minutes = Annotated[int, typer.Option(help="How long a talk is.")]
First = Annotated[
    datetime | None,
    typer.Option(formats=DAY, help="Not before this day. Without it: next Monday."),
]
Off = Annotated[
    list[datetime] | None,
    typer.Option(formats=DAY, help="A day in a week without talks. As often as needed."),
]
Ill = Annotated[
    list[datetime] | None,
    typer.Option(formats=DAY, help="A day in a week that falls out after all: says what moves."),
]
FanOut = Annotated[int, typer.Option(help="To how many each listens at most.")]
Json = Annotated[bool, typer.Option("--json", help="Figures for programs.")]

TEXTS: dict[type[Exception], tuple[str, str]] = {
    NobodyToTalkWith: ("There is nobody to talk with.", "Name one person at least."),
    TooManyPeople: (
        f"A calendar holds {MOST_PEOPLE:,} people at most.",
        "Make one for each who listens.",
    ),
    NoTime: (
        "Without one talk a week of five minutes nobody would ever be reached.",
        "Name one talk a week at least, and five minutes.",
    ),
    TooMuch: (
        "A week has no room for that.",
        "Name 100 talks a week at most, and 480 minutes.",
    ),
    NoFan: (
        "That is nobody to listen to, or too many.",
        f"Name one at least, and {MOST_FAN_OUT} at most.",
    ),
    NoWeekLeft: (
        "That takes longer than 50 years, or every week is a week off.",
        "Name more talks a week, fewer people, or fewer weeks off.",
    ),
}


def pace(per_week: int, minutes: int, first: datetime | None, off: list[datetime] | None) -> Pace:
    """Full weeks: the first one begins on the first Monday from `first` on. Raises as `Pace`."""
    begins = first.date() if first else datetime.now(UTC).date() + timedelta(days=1)
    return Pace(per_week, minutes, next_monday(begins), weeks(off))


def weeks(days: list[datetime] | None) -> frozenset[date]:
    """The Mondays of the weeks that these days lie in."""
    return frozenset(monday(day.date()) for day in days or [])


@contextmanager
def refusals() -> Iterator[None]:
    """Turns what planning says no to into sentences."""
    try:
        yield
    except tuple(TEXTS) as error:
        what, do = TEXTS[type(error)]
        raise Trouble(what, UNTOUCHED, do) from error


def day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def hours(minutes: int) -> str:
    """As somebody says it: "1 hour", "2 hours 30 minutes"."""
    whole, rest = divmod(minutes, 60)
    words = [counted(whole, "hour")] if whole else []
    return " ".join([*words, counted(rest, "minute")] if rest or not whole else words)


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Plain columns, wide enough for the longest word in each."""
    wide = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    lines = (map(str.ljust, row, wide) for row in (heads, *rows))
    return "\n".join("  ".join(cells).rstrip() for cells in lines)
