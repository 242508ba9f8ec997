"""What signs in for a while lies in the store that is never copied, and goes when it is over."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, connections

from tests.cast import PASSWORD, browser, words
from tests.promises.canaries import found_in
from tests.promises.rows import every_row
from yonder.career import ticking

PASSING = {"vault_unlock", "django_session", "rate_limit"}


@pytest.fixture
def pending(ravi):
    """Ravi looks at the seed of a second factor and has not confirmed it yet."""
    at_ravis = browser(ravi)
    at_ravis.post("/me/confirm/", {"password": PASSWORD})
    page = words(at_ravis.get("/me/factor/on/"))
    return at_ravis, re.search(r"\b[A-Z2-7]{32}\b", re.sub(r"<wbr>|\s", "", page))[0]


def copied():
    """Each row that a copy of the database would hold, as one text."""
    return "\n".join(row for table, rows in every_row().items() for row in rows if kept(table))


def kept(table):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = %s", [table])
            return cursor.fetchone()[0] == "p"
    return table not in connections["unlock"].introspection.table_names()


def test_the_passing_tables_are_in_no_copy(db):
    assert not any(kept(table) for table in PASSING - {"rate_limit"})
    assert kept("vault_circle")  # the control


def test_a_seed_that_is_not_confirmed_yet_is_in_no_copy(pending):
    _, seed = pending
    assert not found_in(copied().encode(), seed)
    everything = "\n".join(row for rows in every_row().values() for row in rows)
    assert found_in(everything.encode(), seed)  # the control: it does lie in the passing store


def test_a_seed_in_use_is_sealed(ravi, pending):
    from tests.promises.test_closed_means_closed import digits

    at_ravis, seed = pending
    at_ravis.post("/me/factor/on/", {"code": digits(seed)})
    assert Authenticator.objects.count() == 1
    assert not found_in(copied().encode(), seed)


def test_a_browser_session_goes_when_its_sign_in_is_over(ravi, vault, clock):
    browser(ravi)
    clock.passes(seconds=settings.SESSION_COOKIE_AGE + 60)
    ticking.tick(vault)
    assert not Session.objects.exists()
