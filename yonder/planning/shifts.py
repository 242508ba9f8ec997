"""The hours of a shift, as far as its name tells them: "6-14", "22:00 to 06:00"."""

import re

DAY = 24 * 60  # minutes
HOURS = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:h|Uhr)?\s*(?:-|–|to|bis|a)\s*(\d{1,2})(?:[:.](\d{2}))?"
)


def hours_of(shift: str) -> tuple[int, int] | None:
    """(first minute, last minute) of the day; the last one may be on the next day. None when the
    name tells no hours.

    >>> hours_of("Early, 6-14"), hours_of("22:00 to 06:30"), hours_of("early")
    ((360, 840), (1320, 1830), None)
    """
    found = HOURS.search(shift)
    if not found:
        return None
    first, last = (int(found[at]) * 60 + int(found[at + 1] or 0) for at in (1, 3))
    if first >= DAY or last > DAY:
        return None
    return (first, last) if last > first else (first, last + DAY)


def outside(shift: str, minute: int, length: int) -> bool:
    """Is a talk from this minute of the day outside the shift? Not when nobody can tell."""
    hours = hours_of(shift)
    if hours is None:
        return False
    return not any(
        hours[0] <= begins and begins + length <= hours[1] for begins in (minute, minute + DAY)
    )


def within(shift: str, minute: int, length: int) -> int:
    """The minute of the day at which a talk is usual, moved to the shift's beginning if it has to
    be."""
    hours = hours_of(shift)
    return hours[0] if hours and outside(shift, minute, length) else minute
