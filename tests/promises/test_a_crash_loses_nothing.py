"""Protocol test 6: whatever dies, what was answered holds: saved is there, erased is gone."""

import errno
import re
import shutil
import subprocess
import sys

import pytest

from tests.elsewhere import ROOT, elsewhere, with_postgres_tools
from tests.promises import busy, crashes, faults, halves, syncing
from tests.serving import environment, own_database, yonder

NOTHING = {"lost": 0, "resurrected": 0, "unreadable": 0}


def broken(figures):
    return {name: figures[name] for name in NOTHING}


def test_killed_at_any_moment_nothing_answered_is_lost(folder, database, counts):
    figures = elsewhere(crashes.kill_at_any_moment, counts(100, 1000), folder=folder, **database)

    print(figures)
    assert broken(figures) == NOTHING
    assert figures["answers"] > 500
    assert figures["days"] > 100


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, None], ids=["EIO", "ENOSPC", "killed"])
def test_a_fault_at_any_step_of_writing_the_ring_harms_nothing(folder, error):
    figures = elsewhere(faults.at_every_step, error, folder=folder)

    print(figures)
    assert broken(figures) == NOTHING
    assert figures["steps"] >= 10


def test_keys_written_in_place_would_be_caught(folder):
    """Control: half a file of keys is a lost record, and this test would notice."""
    assert elsewhere(faults.at_every_step, None, True, folder=folder)["unreadable"]


@pytest.mark.parametrize(
    ("synchronous", "unsafe"), [("FULL", False), ("NORMAL", True), ("OFF", True)]
)
def test_every_answer_waits_for_the_disk(folder, synchronous, unsafe):
    """FULL is what the product sets; the other two are the controls."""
    assert (answers_before_the_disk(folder, synchronous) > 0) is unsafe


def answers_before_the_disk(folder, synchronous):
    """How many saves were answered without a wait for the disk since the answer before."""
    if not shutil.which("strace"):
        return elsewhere(syncing.save_ten, synchronous, folder=folder) != 2
    trace, word = folder / "trace", "tests.promises.syncing:save_ten"
    calls = ["strace", "-f", "-e", "trace=fsync,fdatasync,write", "-o", trace]
    python = [sys.executable, "-m", "tests.elsewhere", word, f'["{synchronous}"]']
    subprocess.run([*calls, *python], env=environment(folder), cwd=ROOT, check=True, timeout=120)
    answers = re.split(r'write\(\d+, "answer', trace.read_text())
    assert len(answers) == 11
    return sum("sync(" not in waited for waited in answers[1:-1])


def test_the_product_waits_for_the_disk(folder):
    assert elsewhere(syncing.save_ten, "", folder=folder) == 2  # FULL


@pytest.mark.parametrize("end", ["today", "later"])
def test_a_hand_over_that_dies_before_any_of_its_writes_is_all_or_nothing(folder, database, end):
    figures = elsewhere(halves.hand_over, end, folder=folder, **database)

    print(figures)
    assert (figures["lost"], figures["half"]) == (0, 0)
    assert figures["deaths"] >= 10


def test_a_hand_over_in_parts_would_be_caught(folder, database):
    """Control: without one transaction around it, some deaths leave a half."""
    assert elsewhere(halves.hand_over, "today", True, folder=folder, **database)["half"]


def test_an_erasing_that_dies_before_any_of_its_writes_is_gone_everywhere_or_nowhere(
    folder, database
):
    figures = elsewhere(halves.erase, folder=folder, **database)

    print(figures)
    assert (figures["lost"], figures["half"]) == (0, 0)
    assert figures["deaths"] >= 5


def test_offered_times_that_die_before_any_of_their_writes_are_all_or_none(folder, database):
    figures = elsewhere(halves.ask, folder=folder, **database)

    print(figures)
    assert (figures["lost"], figures["half"]) == (0, 0)
    assert figures["deaths"] >= 8


def test_offered_times_in_parts_would_be_caught(folder, database):
    """Control: without one transaction around them, some deaths leave a half."""
    assert elsewhere(halves.ask, True, folder=folder, **database)["half"]


def test_a_backup_while_people_write_fails_no_save_and_lacks_none(folder, database):
    with_postgres_tools()
    figures = elsewhere(busy.back_up_while_writing, str(folder), folder=folder, **database)
    print({name: figures[name] for name in ("saved", "failed", "slowest_ms")})
    assert figures["failed"] == 0
    assert figures["saved"] >= busy.SAVES * busy.BACKUPS

    with own_database() as other:
        new = ["--data", str(folder / "new"), "--ring", str(folder / "r")]
        answer = yonder("restore", figures["backup"], *new, folder=folder, **other)
        assert answer.returncode == 0, answer.stderr
        variables = {**other, "YONDER_DATA": str(folder / "new")}
        seen = elsewhere(busy.read, figures["circle"], folder=folder, **variables)

    assert set(figures["heard"]) <= set(seen)
