"""What the made-up people have written down, through the verbs that real people use."""

from collections.abc import Callable
from datetime import datetime, timedelta

from yonder.career import keenness, pivots, talks, values, visions
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.pivots import Pivot
from yonder.career.record import insist
from yonder.career.visions import Vision
from yonder.demo import ahead
from yonder.demo.texts import Matter, Picture, Talk, Turn
from yonder.vault.here import day_number
from yonder.vault.keyrings import Keyring

Change = Callable[[Pages], object]


def fill(journey: Journey, talk: Talk, keyrings: dict[str, Keyring], now: datetime) -> None:
    """Everything of one journey, in the order in which two people come to it."""

    def change(who: str, verb: Change) -> None:
        insist(opener(keyrings[who], journey.circle), verb)

    for turn in talk.turns:
        change(turn.by, _turn(turn))
    for place, matter in enumerate(talk.values):
        change(matter.by, _matter(matter, talk))
        if matter.confirmed and matter.by == "guide":
            change("owner", _confirm(place))
    for picture in talk.visions:
        change("owner", _picture(picture))
        for value, answer in picture.room.items():
            change("owner", _hold(picture.name, int(value), answer))
    ahead.fill(change, talk, today=day_number(now))
    for held in talk.held:
        change("owner", _close(held, day_number(now) - talk.days_ago))
    if talk.keen:
        change("owner", lambda pages: keenness.say(pages, day_number(now)))
    if talk.in_days:
        day = (now + timedelta(days=talk.in_days)).replace(hour=10, minute=0, second=0)
        journey.set_next(day.replace(microsecond=0), now=now)


def _turn(turn: Turn) -> Change:
    pivot = Pivot(turn.changed, turn.why, turn.better, turn.stage)
    return lambda pages: pivots.write(pages, pivot, only_me=turn.only_me)


def _matter(matter: Matter, talk: Talk) -> Change:
    wanted = {talk.turns[place].changed for place in matter.turns}

    def propose(pages: Pages) -> None:
        turns = [one.id for one in pivots.pivots(pages) if one.noun.changed in wanted]
        values.propose(pages, matter.words, turns, only_me=False)

    return propose


def _confirm(place: int) -> Change:
    def confirm(pages: Pages) -> None:
        value = values.values(pages)[place]
        values.confirm(pages, value.id, value.rev)

    return confirm


def _picture(picture: Picture) -> Change:
    vision = Vision(picture.name, picture.text, picture.then, picture.focus)
    return lambda pages: visions.add(pages, vision, only_me=picture.only_me)


def _hold(name: str, value: int, answer: str) -> Change:
    def hold(pages: Pages) -> None:
        picture = next(one for one in visions.visions(pages) if one.noun.name == name)
        matter = visions.held_against(pages)[value]
        visions.hold(pages, picture.id, matter.id, answer)

    return hold


def _close(held: str, day: int) -> Change:
    return lambda pages: talks.close(pages, held, day)
