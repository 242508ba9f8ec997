"""One dangerous thing and its mend, and where a check may look."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yonder.vault.here import Vault


@dataclass(frozen=True)
class Finding:
    """`what` is dangerous, `mend` makes it good: a sentence each. Without `red` it can wait."""

    what: str
    mend: str
    red: bool = True


@dataclass(frozen=True)
class Surroundings:
    """Everything a group may look at. `proc` and `etc` are those of this machine."""

    vault: Vault
    data: Path
    state: Path
    proc: Path = Path("/proc")
    etc: Path = Path("/etc")


Check = Callable[[Any], Iterator[Finding]]


@dataclass(frozen=True)
class Group:
    """What is known to a few checks, and the checks."""

    gather: Callable[[Surroundings], Any]
    checks: tuple[Check, ...]


def days(count: int) -> str:
    """ "1 day", "3 days"."""
    return f"{count} day" if count == 1 else f"{count} days"
