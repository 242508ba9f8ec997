"""Every place a running Yonder writes to, as folders of files that can be searched."""

from pathlib import Path

import psycopg

from tests.post_office import PostOffice
from tests.serving import Served


def everything(served: Served, office: PostOffice, database: dict[str, str]) -> list[Path]:
    """Its own folder, what it said and sent, and the database server's files."""
    (served.folder / "said.txt").write_text("\n".join(served.said))
    letters = "\n".join(letter.as_string() for letter in office.messages)
    (served.folder / "letters.txt").write_text(letters)
    address = database.get("DATABASE_URL")
    return [served.folder, *(_of_server(served.folder, address) if address else [])]


def _of_server(folder: Path, address: str) -> list[Path]:
    """Every row as text, and where the server lets us look, every file it has written."""
    with psycopg.connect(address, autocommit=True) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        with (folder / "rows.txt").open("wb") as file:
            for (table,) in tables:
                with connection.cursor().copy(f'COPY "{table}" TO STDOUT') as rows:
                    file.writelines(rows)
        try:
            connection.execute("CHECKPOINT")
            row = connection.execute("SHOW data_directory").fetchone()
        except psycopg.errors.InsufficientPrivilege:
            return []
    return [Path(row[0])] if row else []
