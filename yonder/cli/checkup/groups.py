"""All groups in the order in which `yonder doctor` tells them, and the one way through them."""

from collections.abc import Iterator

from django.db import DatabaseError

from yonder.cli.answers import answer
from yonder.cli.checkup.access import ACCESS
from yonder.cli.checkup.ages import AGES
from yonder.cli.checkup.copies import COPIES
from yonder.cli.checkup.databases import DATABASES
from yonder.cli.checkup.erased import ERASED
from yonder.cli.checkup.findings import Finding, Group, Surroundings
from yonder.cli.checkup.machine import MACHINE
from yonder.cli.checkup.people import PEOPLE
from yonder.cli.checkup.places import PLACES
from yonder.cli.checkup.proxies import PROXIES
from yonder.cli.checkup.reach import REACH
from yonder.cli.checkup.turns import TURNS
from yonder.vault.refusals import Refusal

GROUPS = (
    COPIES,
    PLACES,
    TURNS,
    ERASED,
    ACCESS,
    REACH,
    PROXIES,
    MACHINE,
    DATABASES,
    AGES,
    PEOPLE,
)


def findings(where: Surroundings) -> dict[Finding, str]:
    """Finding → the name of its check. What stops a group from looking is a finding as well."""
    return {finding: name for group in GROUPS for name, finding in of(group, where)}


def of(group: Group, where: Surroundings) -> Iterator[tuple[str, Finding]]:
    """(name of the check, what it found), for one group."""
    try:
        facts = group.gather(where)
    except (Refusal, OSError, DatabaseError) as error:
        yield "cannot_look", _hindrance(error)
        return
    for check in group.checks:
        for finding in check(facts):
            yield check.__name__, finding


def _hindrance(error: Exception) -> Finding:
    if trouble := answer(error):
        return Finding(trouble.what, trouble.do)
    return Finding(
        f"Yonder could not look at everything ({type(error).__name__}).",
        "Run yonder verify-vault, and call this as the account that runs Yonder.",
    )
