"""Where nothing is dangerous, nothing is said."""

from django.db import connection

from yonder.cli.checkup.ages import AGES
from yonder.cli.checkup.groups import GROUPS

# Which versions still get mends depends on the day of the test, and has tests of its own.
TODAYS = [group for group in GROUPS if group is not AGES]
# The tests' own PostgreSQL is on this machine, and waits for no disk.
ON_POSTGRESQL = ["ring_beside_server", "does_not_wait", "does_not_wait", "does_not_wait"]


def test_a_workplace_that_is_well_looked_after_hears_nothing(found):
    assert found(*TODAYS) == (ON_POSTGRESQL if connection.vendor == "postgresql" else [])


def test_there_are_many_dangers_that_would_be_found():
    """The control."""
    checks = {check.__name__ for group in GROUPS for check in group.checks}
    assert len(checks) == sum(len(group.checks) for group in GROUPS)
    assert len(checks) > 30
