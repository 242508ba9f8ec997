"""`yonder cascade`: five who listen to five, on paper: how many each tier reaches, and when."""

import json as as_json
from collections.abc import Sequence
from datetime import date
from typing import Any

import typer

from yonder.cli import paces
from yonder.planning.calendars import calendar
from yonder.planning.tiers import FAN_OUT, Tier, spread
from yonder.planning.ways import CASCADE


def cascade(
    people: paces.People,
    fan_out: paces.FanOut = FAN_OUT,
    per_week: paces.PerWeek = 1,
    minutes: paces.Minutes = 60,
    first: paces.First = None,
    off: paces.Off = None,
    json: paces.Json = False,
) -> None:
    """Show the tiers if all say yes. Needs no data and changes none."""
    with paces.refusals():
        pace = paces.pace(per_week, minutes, first, off)
        made = calendar(CASCADE, people, pace, fan_out)
        tiers = spread(people, fan_out)
    if json:
        typer.echo(as_json.dumps(figures(people, fan_out, tiers, made.weeks, made.finish)))
    else:
        typer.echo(said(tiers, made.weeks, made.finish))


def figures(
    people: int, fan_out: int, tiers: Sequence[Tier], weeks: int, finish: date
) -> dict[str, Any]:
    return {
        "people": people,
        "fan_out": fan_out,
        "weeks": weeks,
        "finish": finish.isoformat(),
        "tiers": [
            {
                "tier": tier.number,
                "people": tier.people,
                "room": tier.room,
                "reached": tier.reached,
                "capacity": tier.capacity,
                "talks_each": tier.each,
            }
            for tier in tiers
        ],
    }


def said(tiers: Sequence[Tier], weeks: int, finish: date) -> str:
    heads = ("tier", "people", "room for", "reached by then", "talks for each who listens")
    rows = [
        tuple(f"{one:,}" for one in (tier.number, tier.people, tier.room, tier.reached, tier.each))
        for tier in tiers
    ]
    until = f"{paces.counted(weeks, 'week')} if all say yes, until the week of {paces.day(finish)}."
    return "\n".join([paces.table(heads, rows), "", until, "Some will say no, so plan for more."])
