"""A check-in: the two look at the plan again, the guide's steps first, and say what has changed."""

import msgspec

from yonder.career.pages import Kept, Pages
from yonder.career.plans import GUIDE, OPEN, Action, actions

KIND = "checkin"


class CheckIn(msgspec.Struct):
    """`day` is a day number; `changed` what has changed at work, in what one wants, in what
    matters."""

    day: int
    changed: str


def checkins(pages: Pages) -> list[Kept[CheckIn]]:
    """Those that were held, the newest first."""
    return list(reversed(pages.of_kind(KIND, CheckIn)))


def write(pages: Pages, changed: str, today: int) -> None:
    """Put down what has changed. Raises what `Pages.add` raises."""
    pages.add(KIND, CheckIn(today, changed), only_me=pages.shared is None)


def to_look_at(pages: Pages) -> list[Kept[Action]]:
    """The open steps with a date, the guide's first, each by its date (method.md 68)."""
    firm = [kept for kept in actions(pages) if kept.noun.state == OPEN and not kept.noun.is_draft]
    return sorted(firm, key=lambda kept: (kept.noun.who != GUIDE, kept.noun.by))
