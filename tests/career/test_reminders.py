"""What is due costs the same among ten people and among ten thousand."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test.utils import CaptureQueriesContext

from yonder.career import letterboxes, reminders
from yonder.career.journeys import Journey
from yonder.career.people import Person

NOW = datetime(2031, 3, 10, 9, tzinfo=UTC)
MANY = 10_000


def fill(count, *, in_days):
    """So many pairs with a planned day, and an address for everybody."""
    people = [
        Person(name=f"P{number}", login=f"{in_days}-{number}", password=str(number))
        for number in range(2 * count)
    ]
    Person.objects.bulk_create(people, 1000)
    addresses = [
        EmailAddress(user=one, email=f"{one.login}@example.org", verified=True) for one in people
    ]
    EmailAddress.objects.bulk_create(addresses, 1000)
    at = NOW + timedelta(days=in_days)
    Journey.objects.bulk_create(
        [
            Journey(owner=owner, guide=guide, circle=uuid.uuid4(), next_at=at)
            for owner, guide in zip(people[::2], people[1::2], strict=True)
        ],
        1000,
    )


def asked(most=100):
    """The statements of looking what is due, and how many letters that makes."""
    with CaptureQueriesContext(
        connection,
    ) as seen:
        found = reminders.due(NOW, most)
    return [one["sql"] for one in seen.captured_queries], len(found)


def test_ten_thousand_people_cost_no_more_statements_than_ten(db):
    fill(5, in_days=2)
    few, letters = asked()
    assert letters == 10
    fill(MANY // 2, in_days=40)
    many, letters = asked()
    assert letters == 10
    assert len(many) == len(few)


@pytest.fixture
def crowd(db):
    fill(5, in_days=2)
    fill(MANY // 2, in_days=40)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def plans():
    statements, _ = asked()
    with connection.cursor() as cursor:
        how = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
        for statement in statements:
            cursor.execute(how + statement)
            yield "\n".join(" ".join(map(str, line)) for line in cursor.fetchall())


def reads_all(plan):
    """Does this plan go through a whole table that grows with the workplace?"""
    return any(f"{how} {table}" in plan for how in ("SCAN", "Seq Scan on") for table in GROWING)


GROWING = ("career_journey", "career_person", "account_emailaddress")


def test_only_what_is_due_is_read(crowd):
    assert [plan for plan in plans() if reads_all(plan)] == []


def test_control_without_an_index_everything_would_be_read(crowd):
    index = next(
        name
        for name, one in connection.introspection.get_constraints(
            connection.cursor(), "career_journey"
        ).items()
        if one["columns"] == ["next_at"]
    )
    with connection.cursor() as cursor:
        cursor.execute(f'DROP INDEX "{index}"')
    assert [plan for plan in plans() if reads_all(plan)] != []


def test_when_everybody_has_been_told_nothing_is_left_to_do(db):
    fill(5, in_days=2)
    for digest in reminders.due(NOW, 100):
        assert letterboxes.claim(digest.person, NOW.date())
        letterboxes.was_told(digest.person, NOW.date())
    assert reminders.due(NOW, 100) == []
    assert reminders.due(NOW + timedelta(days=1), 100) == []


def test_a_tick_takes_no_more_than_it_may(db):
    fill(20, in_days=2)
    assert len(reminders.due(NOW, 7)) == 7


def test_only_one_of_two_who_claim_a_letter_gets_it(db, ravi):
    assert letterboxes.claim(ravi.person, NOW.date())
    assert not letterboxes.claim(ravi.person, NOW.date())
    assert letterboxes.claim(ravi.person, NOW.date() + timedelta(days=1))
