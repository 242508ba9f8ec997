"""`yonder cascade`: five who listen to five, on paper. It needs no data folder at all."""

import json

import pytest

from tests.serving import assert_refused, yonder


def figures(folder, *words):
    answer = yonder("cascade", *words, "--json", folder=folder)
    assert (answer.returncode, answer.stderr) == (0, "")
    return json.loads(answer.stdout)


def test_the_tiers_of_five_are_5_25_and_125_and_reach_155(folder):
    said = figures(folder, "--people", "155", "--fan-out", "5")

    assert [tier["people"] for tier in said["tiers"]] == [5, 25, 125]
    assert [tier["capacity"] for tier in said["tiers"]] == [5, 30, 155]
    assert list(folder.iterdir()) == []


def test_52_people_need_a_third_tier_of_22_and_22_weeks(folder):
    said = figures(folder, "--people", "52")

    assert [tier["people"] for tier in said["tiers"]] == [5, 25, 22]
    assert [tier["talks_each"] for tier in said["tiers"]] == [10, 10, 2]
    assert said["weeks"] == 22


def test_without_a_form_for_programs_it_is_a_table_that_people_can_read(folder):
    answer = yonder("cascade", "--people", "52", "--first", "2026-12-07", folder=folder)

    lines = answer.stdout.splitlines()
    assert lines[3].split() == ["3", "22", "125", "52", "2"]
    assert lines[-2] == "22 weeks if all say yes, until the week of 3 May 2027."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--people", "0"], "There is nobody to talk with."),
        (["--people", "52", "--fan-out", "0"], "nobody to listen to, or too many"),
        (["--people", "52", "--per-week", "0"], "nobody would ever be reached"),
        (["--people", "9999", "--fan-out", "1"], "longer than 50 years"),
    ],
)
def test_what_cannot_be_is_said_in_words(folder, words, said):
    assert_refused(yonder("cascade", *words, folder=folder), said)
