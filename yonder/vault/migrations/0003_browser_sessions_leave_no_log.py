"""Browser sessions go the way of unlock rows: a seed that is not confirmed yet waits in one."""

from typing import Any

from django.db import migrations


def unlogged(apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE django_session SET UNLOGGED")


class Migration(migrations.Migration):
    dependencies = [("vault", "0002_unlocks_leave_no_log"), ("sessions", "0001_initial")]
    operations = [migrations.RunPython(unlogged, migrations.RunPython.noop)]
