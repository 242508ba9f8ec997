"""PostgreSQL writes no log of unlock rows: after a delete they are in no file (vault-protocols 2.3)."""

from typing import Any

from django.db import migrations


def unlogged(apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE vault_unlock SET UNLOGGED")


class Migration(migrations.Migration):
    dependencies = [("vault", "0001_first_tables")]
    operations = [migrations.RunPython(unlogged, migrations.RunPython.noop)]
