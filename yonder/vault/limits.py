"""Slowing down whoever guesses, without shutting out a person on a known device (dec. 18)."""

import hashlib
from datetime import timedelta

from django.db import models
from django.db.models import F

from yonder.vault.here import Vault
from yonder.vault.refusals import TooManyTries

FREE = 5  # tries before the first wait
ATTEMPTS = 20  # of counting, while others count at the same moment
LONGEST = 60  # minutes; with it, ten tries fit into an hour
FORGOTTEN = timedelta(hours=24)


class Attempt(models.Model):
    """How often a bucket failed. Its name is a hash: the table tells nobody's sign-in name."""

    bucket = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last = models.DateTimeField(db_index=True)


def wait_after(failures: int, free: int = FREE) -> timedelta:
    """How long after the last of `failures` wrong tries the next one may come."""
    beyond = failures - free
    return timedelta(minutes=min(2**beyond, LONGEST) if beyond >= 0 else 0)


def spend(vault: Vault, bucket: str, free: int = FREE) -> None:
    """Count one try of `bucket` before it is made; `TooManyTries` says how long it has to wait.

    Counted before, and in the database: a burst over all processes costs no more checks than
    the same tries one after the other.
    """
    now, name = vault.clock(), _name(bucket)
    for _ in range(ATTEMPTS):
        row, _ = Attempt.objects.get_or_create(bucket=name, defaults={"last": now})
        left = row.last + wait_after(row.failures, free) - now
        if row.failures and left > timedelta(0):
            raise TooManyTries(_minutes(left))
        seen = Attempt.objects.filter(bucket=name, failures=row.failures)
        if seen.update(failures=F("failures") + 1, last=now):
            return
    raise TooManyTries(1)


def give_back(bucket: str) -> None:
    """The try was right, or was never made: it does not count."""
    spent = Attempt.objects.filter(bucket=_name(bucket), failures__gt=0)
    spent.update(failures=F("failures") - 1)


def forgive(bucket: str) -> None:
    """The right secret came: this bucket starts afresh."""
    Attempt.objects.filter(bucket=_name(bucket)).delete()


def forget_old(vault: Vault) -> None:
    Attempt.objects.filter(last__lt=vault.clock() - FORGOTTEN).delete()


def _name(bucket: str) -> str:
    return hashlib.sha256(bucket.encode()).hexdigest()


def _minutes(left: timedelta) -> int:
    return max(1, -(-int(left.total_seconds()) // 60))
