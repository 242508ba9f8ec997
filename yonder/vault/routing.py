"""Keeps unlock store, browser sessions and rate limits out of the database that is copied (2.3)."""

from typing import Any

from django.conf import settings

PASSING = {("vault", "unlock"), ("sessions", "session"), ("django_cache", "cacheentry")}


class UnlockRouter:
    """With SQLite the passing tables lie in a file of their own; PostgreSQL has them UNLOGGED."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return place(model._meta.app_label, model._meta.model_name)

    db_for_write = db_for_read

    def allow_migrate(
        self, db: str, app_label: str, model_name: str | None = None, **hints: Any
    ) -> bool:
        return db == place(app_label, model_name)


def place(app_label: str, model_name: str | None) -> str:
    """The alias of the database in which a table lies."""
    passing = (app_label, model_name) in PASSING and "unlock" in settings.DATABASES
    return "unlock" if passing else "default"
