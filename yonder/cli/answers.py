"""Failures that every command can meet, and the three sentences for each."""

import errno
import sqlite3

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, NotSupportedError, OperationalError
from django.db.migrations.exceptions import InconsistentMigrationHistory

from yonder.cli.troubles import CALM, Trouble
from yonder.vault import refusals
from yonder.vault.manifests import NewerBackup

UNTOUCHED = "Nothing was changed."

VAULT: dict[type[Exception], tuple[str, str, str]] = {
    refusals.RingMissing: (
        "The ring, or one of its keys, is not there, so nothing can be opened.",
        UNTOUCHED,
        "Put the ring folder back where it was, or set YONDER_RING to where it is now.",
    ),
    refusals.RingDamaged: (
        "The ring is not as Yonder wrote it.",
        UNTOUCHED,
        "Put the copy of the ring back, and keep this one, so that someone can look at it.",
    ),
    refusals.GoneListMissing: (
        "The list of erased things is missing, so Yonder does not start.",
        "Nothing that people erased has come back.",
        "Add the list to the ring folder. Or start with --accept-lost-list: everybody then reads "
        "for 14 days that they should check what they had erased.",
    ),
    refusals.GoneListDamaged: (
        "The list of erased things is damaged, so Yonder does not start.",
        "Nothing that people erased has come back.",
        "Put the copy of the list back into the ring folder, and keep this one, so that someone "
        "can look at it.",
    ),
    refusals.Damaged: (
        "Something sealed is not as Yonder wrote it.",
        CALM,
        "Run yonder verify-vault. It tells what is damaged.",
    ),
    NewerBackup: (
        "This backup was made by a newer Yonder.",
        UNTOUCHED,
        "Update this Yonder, then try again.",
    ),
    refusals.NewerRecord: (
        "A newer Yonder wrote this.",
        UNTOUCHED,
        "Update Yonder, then try again.",
    ),
}


def answer(error: Exception) -> Trouble | None:
    """The sentences for `error`, or None when it is not known."""
    if texts := VAULT.get(type(error)):
        return Trouble(*texts)
    if isinstance(error, refusals.Hindered):
        return Trouble(error.what, error.safe, error.do)
    if isinstance(error, ImproperlyConfigured):
        return Trouble(str(error), UNTOUCHED, "Correct it, then start again.")
    if isinstance(error, OSError):
        return _of_the_machine(error)
    if isinstance(error, NotSupportedError | InconsistentMigrationHistory | DatabaseError):
        return _of_the_database(error)
    return None


def _of_the_machine(error: OSError) -> Trouble | None:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble("The machine has no room left.", CALM, "Make room, then try again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) and error.filename:
        return Trouble(
            f"{error.filename} belongs to somebody else or cannot be written.",
            CALM,
            "Call this as the person it belongs to, or name another folder with --data.",
        )
    return None


def _of_the_database(error: Exception) -> Trouble | None:
    if isinstance(error, NotSupportedError):
        return Trouble(
            "The database server is too old for this Yonder.",
            UNTOUCHED,
            "Use PostgreSQL 14 or newer, or leave out DATABASE_URL for SQLite.",
        )
    if isinstance(error, InconsistentMigrationHistory):
        return Trouble(
            "The database is not one that a Yonder release has made.",
            UNTOUCHED,
            "Name its own data folder with --data, or bring back a backup.",
        )
    reason = error.__cause__
    if isinstance(reason, sqlite3.DatabaseError) and "not a database" in str(reason):
        return Trouble(
            "yonder.sqlite3 in the data folder is not a database, or is damaged.",
            UNTOUCHED,
            "Keep the file, so that someone can look at it, and bring back a backup.",
        )
    if isinstance(reason, sqlite3.OperationalError) and "locked" in str(reason):
        return Trouble("The database is busy with something else.", CALM, "Try again in a minute.")
    if isinstance(reason, sqlite3.OperationalError) and "full" in str(reason):
        return Trouble("The machine has no room left.", CALM, "Make room, then try again.")
    if isinstance(error, OperationalError) and not isinstance(reason, sqlite3.Error):
        return Trouble(
            "The database that DATABASE_URL names does not answer.",
            CALM,
            "Check the address, the name and the password in it, and that the server runs.",
        )
    return None
