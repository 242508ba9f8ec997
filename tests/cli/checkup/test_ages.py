"""Parts that get no more mends."""

from datetime import UTC, datetime

from django.db import connection

from yonder.cli.checkup.ages import AGES


def test_old_parts_are_found_when_their_time_is_over(found, clock):
    clock.now = datetime(2040, 1, 1, tzinfo=UTC)

    assert len(found(AGES)) == (3 if connection.vendor == "postgresql" else 2)


def test_until_then_they_are_well(found, clock):
    clock.now = datetime(2026, 6, 1, tzinfo=UTC)

    assert found(AGES) == []
