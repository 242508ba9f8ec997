"""bin/bench itself: the environment of the tests first, then every word goes on."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Installs without a word, and says what it was called with.
PYTHON = """#!/bin/sh
case "$*" in
"-m pip"*) exit 0 ;;
esac
echo "$PYTHONPATH $*"
"""


@pytest.fixture
def checkout(folder):
    shutil.copytree(ROOT / "bin", folder / "checkout" / "bin")
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, folder / "checkout")
    python = folder / "checkout" / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON)
    python.chmod(0o755)
    return folder / "checkout"


def test_the_door_can_be_called_from_anywhere_and_hands_every_word_over(checkout):
    words = [checkout / "bin" / "bench", "--quick", "--json", "a file"]
    said = subprocess.run(words, cwd="/", capture_output=True, text=True, check=True).stdout

    assert said == f"{checkout} -P -m bench --quick --json a file\n"
    assert (checkout / ".venv" / "installed-test").exists()
