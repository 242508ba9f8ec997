"""However a run of the bench ends, nothing of it goes on."""

import subprocess
import sys
from pathlib import Path

import psutil

from tests.serving import environment

ROOT = Path(__file__).parents[2]
QUICK = [sys.executable, "-P", "-m", "bench", "--quick"]
MEASURES = "in 2 rounds"  # said when all servers of a quick run are up


def variables(folder):
    return environment(folder, PYTHONPATH=str(ROOT), TMPDIR=str(folder))


def test_a_run_that_is_ended_early_ends_its_servers(folder):
    words = {"env": variables(folder), "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(QUICK, **words) as run:
        assert any(MEASURES in line for line in run.stderr)
        servers = psutil.Process(run.pid).children(recursive=True)
        run.terminate()
        run.wait(30)

    assert len(servers) > 2
    assert psutil.wait_procs(servers, timeout=10)[1] == []
    assert list(folder.iterdir()) == []


def test_a_file_that_cannot_be_written_is_refused_before_anything_is_measured(folder):
    words = [*QUICK, "--json", folder / "nowhere" / "figures.json"]
    answer = subprocess.run(
        words, env=variables(folder), capture_output=True, text=True, check=False
    )

    assert answer.returncode == 2
    assert "There is no folder" in answer.stderr
    assert answer.stdout == ""
