"""How often everything is done: enough for a figure, or just enough for a glance."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """Counts for one database. `seconds` is when the whole run is ended, whatever it is at."""

    rounds: int
    requests: int
    sign_ins: int
    starts: int
    people: int
    kinds: tuple[str, ...]
    browser: bool
    guides: int
    peers: int
    seconds: int


FULL = Plan(
    rounds=9,
    requests=80,
    sign_ins=6,
    starts=5,
    people=1_000_000,
    kinds=("SQLite", "PostgreSQL"),
    browser=True,
    guides=100_000,
    peers=1_000_000,
    seconds=2700,
)
QUICK = Plan(
    rounds=2,
    requests=25,
    sign_ins=2,
    starts=1,
    people=20_000,
    kinds=("SQLite",),
    browser=False,
    guides=2_000,
    peers=20_000,
    seconds=140,
)
