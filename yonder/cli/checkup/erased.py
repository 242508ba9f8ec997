"""Does the list of erased things hold all of them, so that nothing comes back?"""

import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass

from yonder.cli.checkup.findings import Finding, Group, Surroundings, days
from yonder.vault.circle_rows import Circle, Unchecked
from yonder.vault.gone import LOOKED_BACK, GoneList
from yonder.vault.gone_numbers import current_number
from yonder.vault.refusals import GoneListDamaged


@dataclass(frozen=True)
class Erased:
    """`number` is the database's count of removals, `highest` the list's; None: it is damaged."""

    records: bool
    there: bool
    writable: bool
    number: int
    highest: int | None
    oldest: int  # age of the oldest file, in days
    unchecked: int


def gather(where: Surroundings) -> Erased:
    gone, today = where.vault.gone, where.vault.today()
    files = gone.files()
    return Erased(
        records=Circle.objects.exists(),
        there=bool(files),
        writable=_can_be_written(gone, today),
        number=current_number(),
        highest=_highest(gone),
        oldest=max((today - day for day in files.values()), default=0),
        unchecked=Unchecked.objects.count(),
    )


def list_missing(facts: Erased) -> Iterator[Finding]:
    if facts.records and not facts.there:
        yield Finding(
            "The list of erased things is missing.",
            "Put its files back into the ring folder from the copy of the ring.",
        )


def list_damaged(facts: Erased) -> Iterator[Finding]:
    if facts.highest is None:
        yield Finding(
            "The list of erased things is damaged.",
            "Put its files back from the copy of the ring, and keep the damaged ones.",
        )


def list_not_writable(facts: Erased) -> Iterator[Finding]:
    if facts.there and not facts.writable:
        yield Finding(
            "The list of erased things cannot be written.",
            "Let the account that runs Yonder write into the ring folder.",
        )


def list_behind(facts: Erased) -> Iterator[Finding]:
    if facts.highest and facts.number > facts.highest:
        yield Finding(
            "Things were erased that are not on the list, so an older backup has them.",
            "Run yonder backup now, then delete all backups from before.",
        )


def long_unchecked(facts: Erased) -> Iterator[Finding]:
    if facts.unchecked and facts.oldest > LOOKED_BACK:
        yield Finding(
            f"Records from a backup were not opened by anybody for {days(facts.oldest)}.",
            "Ask people to sign in once, for then what they had erased leaves.",
            red=False,
        )


def _can_be_written(gone: GoneList, today: int) -> bool:
    listed = gone.folder / f"gone-{today}-{socket.gethostname()}"
    if not listed.exists():
        return os.access(gone.folder, os.W_OK | os.X_OK)
    try:
        with listed.open("ab"):  # as erasing does, and left as it is
            return True
    except OSError:
        return False


def _highest(gone: GoneList) -> int | None:
    try:
        return gone.highest()
    except (GoneListDamaged, OSError):
        return None


ERASED = Group(gather, (list_missing, list_damaged, list_not_writable, list_behind, long_unchecked))
