"""Files of Yonder that another account of the machine can read."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from yonder.cli.checkup.access import ACCESS


@pytest.mark.parametrize("name", ["data", "secret-key", "ring", "keys", "backup", "copy"])
@pytest.mark.parametrize("more", [0o040, 0o004, 0o001])
def test_each_place_that_others_can_reach_is_found(well, found, mends, name, more):
    path = {
        "data": well.data,
        "secret-key": well.data / "secret-key",
        "ring": well.ring,
        "keys": well.ring / "keys",
        "backup": well.backup,
        "copy": well.copy / "keys",
    }[name]
    path.chmod(path.stat().st_mode | more)

    assert found(ACCESS) == ["open_to_others"]
    assert mends(ACCESS) == [f"Close it: chmod go= {path}"]


def test_a_database_file_that_others_can_read_is_found(well, found):
    if connection.vendor != "sqlite":
        return  # a server keeps its own files
    Path(settings.DATABASES["default"]["NAME"]).chmod(0o644)

    assert found(ACCESS) == ["open_to_others"]
