"""`yonder schedule`: how long one way to get to everyone takes, before anything begins."""

import json as as_json
from typing import Annotated, Any, Literal

import typer

from yonder.cli import paces
from yonder.planning.calendars import YEAR, Calendar, calendar, without
from yonder.planning.replanning import Move, Spot
from yonder.planning.schedule import Sitting
from yonder.planning.ways import CASCADE, LIFE_STORY, PLAN, VISIONS

Way = Annotated[
    Literal["full", "visions-first", "visions-plan", "cascade"],
    typer.Option(
        help="full: life story, visions, plan. visions-first: the same, visions before the life "
        "story. visions-plan: these two. cascade: five who listen to five."
    ),
]
TALKS = {LIFE_STORY: "life story", VISIONS: "visions", PLAN: "plan"}


def schedule(
    people: paces.People,
    per_week: paces.PerWeek,
    way: Way = "visions-plan",
    minutes: paces.Minutes = 60,
    first: paces.First = None,
    off: paces.Off = None,
    ill: paces.Ill = None,
    json: paces.Json = False,
) -> None:
    """Show when each talk would be, and when all are done. Needs no data and changes none."""
    with paces.refusals():
        pace = paces.pace(per_week, minutes, first, off)
        made = calendar(way, people, pace)
        moves = without(made, pace, paces.weeks(ill)).moves
    if json:
        typer.echo(as_json.dumps(figures(made) | {"moves": [_moved(one) for one in moves]}))
    else:
        typer.echo(said(made, per_week, minutes) + (said_of(moves) if ill else ""))


def figures(made: Calendar) -> dict[str, Any]:
    return {
        "way": made.way,
        "people": made.people,
        "talks": made.talks,
        "weeks": made.weeks,
        "hours_a_week": made.hours,
        "begin": made.schedule.sittings[0].week.isoformat(),
        "finish": made.finish.isoformat(),
        "first_done": made.first_done.isoformat(),
        "last_begins": made.last_begins.isoformat(),
        "plans_after_a_year": made.plans_by(YEAR),
        "sittings": [_figures(one) for one in made.schedule.sittings],
    }


def said(made: Calendar, per_week: int, minutes: int) -> str:
    begin = made.schedule.sittings[0].week
    talks = paces.counted(made.talks, "talk")
    lines = [
        f"{talks} for you, {per_week} a week: {paces.hours(per_week * minutes)} of your week.",
        f"{paces.counted(made.weeks, 'week')} with time for it, from {paces.day(begin)} until the "
        f"week of {paces.day(made.finish)}.",
        f"The first person is done in the week of {paces.day(made.first_done)}, the last begins "
        f"in the week of {paces.day(made.last_begins)}.",
    ]
    if made.way == CASCADE:
        lines.append("These are your own talks. yonder cascade shows what comes after them.")
    rows = [_row(one) for one in made.schedule.sittings]
    return "\n".join([*lines, "", paces.table(("week of", "person", "talk"), rows)])


def said_of(moves: tuple[Move, ...]) -> str:
    rows: list[tuple[str, ...]] = [
        (f"{int(one.key) + 1}", TALKS[one.talk], _week(one.before), _week(one.after))
        for one in moves
    ]
    title = f"\n\n{paces.counted(len(moves), 'talk')} would move, and no other."
    return f"{title}\n\n{paces.table(('person', 'talk', 'from the week of', 'to'), rows)}"


def _moved(one: Move) -> dict[str, Any]:
    before, after = (spot[0].isoformat() if spot else None for spot in (one.before, one.after))
    return {"person": int(one.key) + 1, "talk": one.talk, "from": before, "to": after}


def _week(spot: Spot | None) -> str:
    return paces.day(spot[0]) if spot else ""


def _figures(one: Sitting) -> dict[str, Any]:
    return {
        "person": int(one.key) + 1,
        "talk": one.talk,
        "week": one.week.isoformat(),
        "slot": one.slot + 1,
    }


def _row(one: Sitting) -> tuple[str, ...]:
    return paces.day(one.week), f"{int(one.key) + 1}", TALKS[one.talk]
