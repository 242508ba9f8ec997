"""Who helps when the guide cannot: a text for the workplace that has named somebody, and one for
the workplace that has not."""

from typing import Literal

import msgspec


class Routed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`text` names a route of the workplace; `otherwise` is said where that route is empty."""

    needs: Literal["route", "other_route", "health_route", "emergency"]
    text: str
    otherwise: str = ""


def spoken(line: str | Routed, routes: dict[str, str]) -> str:
    """The text of `line` where these routes are named; empty when there is nothing to say."""
    if isinstance(line, str):
        return line
    return line.text if routes.get(line.needs) else line.otherwise


def lines(text: tuple[str | Routed, ...], routes: dict[str, str]) -> list[str]:
    """What is said of `text` here, paragraph by paragraph."""
    return [said for line in text if (said := spoken(line, routes))]
