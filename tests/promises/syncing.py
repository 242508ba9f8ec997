"""Ten saves, each with a word after it, for somebody who watches when the disk is waited for."""

import os
import uuid

from django.db import connection

from tests.promises.crashes import begin, moving
from tests.vault import stage
from tests.vault.stage import MAYA


def save_ten(synchronous: str) -> int:
    """Gives the setting in force: 2 is FULL. An empty one leaves the product's own."""
    circle = uuid.UUID(begin())
    if synchronous:
        connection.cursor().execute(f"PRAGMA synchronous={synchronous}")
    maya = stage.sign_in(moving(), MAYA)
    for _ in range(10):
        stage.add(maya, circle, "a line")
        os.write(1, b"answer\n")
    return connection.cursor().execute("PRAGMA synchronous").fetchone()[0]
