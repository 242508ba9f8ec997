"""What a machine may write to a disk behind our back, and a disk without room."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from yonder.cli.checkup.machine import MACHINE, ROOM, gather, no_room


def test_opened_keys_on_a_disk_are_found(well, found):
    if connection.vendor != "sqlite":
        return  # there the table is unlogged
    well.mount("xfs")

    assert found(MACHINE) == ["keys_on_disk"]


def test_a_database_file_on_a_network_drive_is_found(well, found):
    if connection.vendor != "sqlite":
        return
    well.mount("tmpfs", f"server:/x {well.data.parent.resolve()} nfs4 rw 0 0\n")

    assert found(MACHINE) == ["database_over_network"]


@pytest.mark.parametrize(
    ("device", "names"),
    [("/dev/sda2", ["open_swap"]), ("/swap.img", ["open_swap"]), ("/dev/zram0", [])],
)
def test_memory_that_may_go_to_a_disk_is_found(well, found, device, names):
    well.write("proc/swaps", f"Filename Type Size Used Priority\n{device} file 1 0 -2\n")

    assert found(MACHINE) == names


def test_a_program_that_keeps_crashed_memory_is_found(well, found):
    well.write("proc/sys/kernel/core_pattern", "|/usr/bin/keeps-it %P\n")

    assert found(MACHINE) == ["kept_dumps"]


def test_a_full_disk_is_found(well):
    facts = gather(well.where)
    assert list(no_room(facts)) == []

    assert len(list(no_room(replace(facts, free=ROOM - 1)))) == 1


def test_another_kind_of_machine_is_no_trouble(well):
    facts = gather(replace(well.where, proc=Path("/nowhere")))

    assert (facts.swap, facts.dumps) == ((), "")
