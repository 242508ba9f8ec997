"""bin/yonder on machines that lack something, and on every call after the first."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("sh", "bash", "env", "dirname", "readlink", "cat", "cksum", "rm", "grep")
# Answers like an interpreter of that age, and keeps a list of what it was asked to do.
PYTHON = """#!/bin/sh
echo "$*" >>"$CALLS"
case "$*" in
*version_info*) exit {young} ;;
*ensurepip*) exit {bare} ;;
*python_version*) echo 3.11.2 ;;
"-m venv"*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && cp "$YONDER" "$3/bin/yonder" ;;
*"--editable"*) echo "{said}" && exit {failing} ;;
esac
"""


class Machine:
    """A machine with few programs, and a checkout of Yonder on it."""

    def __init__(self, folder):
        self.folder, self.calls = folder, folder / "calls"
        self.programs, self.checkout = folder / "programs", folder / "checkout"
        self.programs.mkdir()
        shutil.copytree(ROOT / "bin", self.checkout / "bin")
        for name in ("pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, self.checkout)
        for name in (*TOOLS, "mkdir", "cp"):
            (self.programs / name).symlink_to(shutil.which(name))
        self._write(folder / "yonder", "#!/bin/sh\necho Yonder heard: $*\n")

    def add_python(self, *, young=0, bare=0, failing=0, said=""):
        text = PYTHON.format(young=young, bare=bare, failing=failing, said=said)
        self._write(self.programs / "python3", text)

    def call(self, *words):
        variables = {"PATH": self.programs, "CALLS": self.calls, "YONDER": self.folder / "yonder"}
        door = [self.checkout / "bin" / "yonder", *words]
        return subprocess.run(door, env=variables, capture_output=True, text=True, check=False)

    def _write(self, path, text):
        path.write_text(text)
        path.chmod(0o755)


@pytest.fixture
def machine(folder):
    return Machine(folder)


def test_the_first_call_makes_everything_and_tells_what_it_does(machine):
    machine.add_python()

    answer = machine.call("serve", "--port", "1")

    assert answer.stdout == "Yonder heard: serve --port 1\n"
    assert len(answer.stderr.splitlines()) == 2


def test_later_calls_install_nothing_and_say_nothing(machine):
    machine.add_python()
    machine.call()
    done = machine.calls.read_text()

    took = [timed(machine) for _ in range(5)]

    assert machine.calls.read_text() == done
    print(f"bin/yonder costs {min(took) * 1000:.0f} ms")
    assert min(took) < 0.05


def timed(machine):
    began = time.monotonic()
    assert machine.call().stderr == ""
    return time.monotonic() - began


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_changed_list_of_parts_is_installed(name, machine):
    machine.add_python()
    machine.call()
    with (machine.checkout / name).open("a") as file:
        file.write("# one more\n")

    assert "Installing" in machine.call().stderr


def test_a_machine_without_python_is_told_what_to_install(machine):
    answer = machine.call()

    assert_one_sentence(answer, "Yonder needs Python 3.11 or newer")


def test_an_old_python_is_no_python(machine):
    machine.add_python(young=1)

    assert_one_sentence(machine.call(), "Yonder needs Python 3.11 or newer")


def test_a_python_that_cannot_make_environments_is_named(machine):
    machine.add_python(bare=1)

    assert_one_sentence(machine.call(), "apt install python3-venv")


def test_a_machine_without_a_network_is_told_so_and_can_try_again(machine):
    machine.add_python(failing=1, said="NewConnectionError: no route")
    answer = machine.call()
    assert answer.returncode == 1
    assert "does not reach the Python package index" in answer.stderr

    shutil.rmtree(machine.checkout / ".venv")
    machine.add_python()

    assert machine.call("--help").stdout == "Yonder heard: --help\n"


def test_the_doors_can_be_called_from_anywhere_and_by_a_link(machine):
    machine.add_python()
    link = machine.folder / "y"
    link.symlink_to(machine.checkout / "bin" / "yonder")
    variables = {"PATH": machine.programs, "CALLS": machine.calls, "YONDER": link.parent / "yonder"}

    answer = subprocess.run([link], env=variables, cwd="/", capture_output=True, check=False)

    assert answer.stdout == b"Yonder heard:\n"
    assert os.access(machine.checkout / ".venv" / "bin" / "yonder", os.X_OK)


def assert_one_sentence(answer, what):
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1
    assert what in answer.stderr
