"""Brings the database in step with this Yonder, or says why it must not be touched."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from yonder.cli.troubles import Trouble

SECONDS_TO_ANSWER = 5


def prepare_database() -> None:
    """Every table there and current, in each database. Costs a glance when nothing has changed."""
    for alias in connections:
        connection = connections[alias]
        reach(connection)
        executor = MigrationExecutor(connection)
        _refuse_what_is_not_ours(connection, executor)
        executor.loader.check_consistent_history(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", database=alias, interactive=False, verbosity=0)
        _make_cache_table(connection)


def refuse_unprepared() -> None:
    """For commands that read: a database that was never prepared, or not by this Yonder."""
    for alias in connections:
        connection = connections[alias]
        if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
            if alias == "default":
                raise _nothing_here(connection)
            continue  # a store in memory, which is made at each start
        reach(connection)
        executor = MigrationExecutor(connection)
        _refuse_what_is_not_ours(connection, executor)
        if not executor.loader.applied_migrations:
            raise _nothing_here(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise Trouble(
                "This data was written by an older Yonder.",
                "Nothing was changed.",
                "Start it once with: yonder serve. That brings it up to date.",
            )


def _nothing_here(connection: BaseDatabaseWrapper) -> Trouble:
    return Trouble(
        f"There is no Yonder in {connection.settings_dict['NAME']}.",
        "Nothing was changed.",
        "Name the folder it runs in with --data, and check DATABASE_URL.",
    )


def close_connections() -> None:
    """Before a fork: two processes must never speak on one connection."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()


def reach(connection: BaseDatabaseWrapper) -> None:
    # A pool waits half a minute before it gives up; one plain connection tells at once.
    if connection.vendor == "postgresql":
        import psycopg

        wanted = {**connection.get_connection_params(), "connect_timeout": SECONDS_TO_ANSWER}
        wanted.pop("pool", None)
        try:
            psycopg.connect(**wanted).close()
        except psycopg.OperationalError as error:
            raise Trouble(
                f"The database that DATABASE_URL names does not let Yonder in: {_reason(error)}",
                "Nothing was changed.",
                "Check the address, the name and the password in it, and that the server runs.",
            ) from error
    connection.ensure_connection()


def _reason(error: Exception) -> str:
    said = str(error).strip().splitlines()[0].rpartition(": ")[2]
    return said[:1].lower() + said[1:].rstrip(".") + "."


def _refuse_what_is_not_ours(connection: BaseDatabaseWrapper, executor: MigrationExecutor) -> None:
    known, applied = executor.loader.disk_migrations, executor.loader.applied_migrations
    if set(applied or {}) - set(known or {}):
        raise Trouble(
            "This data was written by a newer Yonder.",
            "Nothing was changed.",
            "Update this Yonder, or bring back a backup from before into another folder.",
        )
    if not applied and connection.introspection.table_names():
        raise Trouble(
            f"{connection.settings_dict['NAME']} is a database, but not one of Yonder's.",
            "Nothing was changed.",
            "Name an empty database, or another folder with --data.",
        )


def _make_cache_table(connection: BaseDatabaseWrapper) -> None:
    table = settings.CACHES["default"]["LOCATION"]
    if table not in connection.introspection.table_names():
        call_command("createcachetable", database=connection.alias, verbosity=0)
