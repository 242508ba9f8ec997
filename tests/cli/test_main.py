"""The command line: help comes fast, and whatever goes wrong is said in one line."""

import time

import pytest

from tests.serving import yonder


def test_help_is_there_in_a_blink(folder):
    began = time.monotonic()

    answer = yonder("--help", folder=folder)

    print(f"yonder --help: {time.monotonic() - began:.2f} s")
    assert answer.returncode == 0
    assert "serve" in answer.stdout
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("command", ["serve", "demo", "tick"])
def test_every_command_has_help_and_a_data_folder(command, folder):
    answer = yonder(command, "--help", folder=folder)

    assert answer.returncode == 0
    assert "--data DIR" in answer.stdout


@pytest.mark.parametrize(
    "words", [["sevre"], ["serve", "--prot", "1"], ["serve", "--port", "x"], []]
)
def test_wrong_words_are_answered_without_a_trace(words, folder):
    answer = yonder(*words, folder=folder)

    assert answer.returncode == 2
    assert "Traceback" not in answer.stderr
    assert "Usage: yonder" in answer.stderr


def test_the_version_can_be_asked(folder):
    assert yonder("--version", folder=folder).stdout.startswith("Yonder 0.")
