"""`yonder schedule`: what a boss reads before anything begins. It needs no data folder at all."""

import json

import pytest

from tests.serving import assert_refused, yonder


def figures(folder, *words):
    answer = yonder("schedule", *words, "--json", folder=folder)
    assert (answer.returncode, answer.stderr) == (0, "")
    return json.loads(answer.stdout)


def test_all_three_talks_with_52_people_at_one_a_week_take_156_weeks(folder):
    said = figures(folder, "--people", "52", "--per-week", "1", "--way", "full")

    assert (said["talks"], said["weeks"], len(said["sittings"])) == (156, 156, 156)
    assert said["plans_after_a_year"] == 17
    assert list(folder.iterdir()) == []


def test_visions_and_plan_at_two_a_week_take_52_weeks(folder):
    said = figures(folder, "--people", "52", "--per-week", "2", "--way", "visions-plan")

    assert (said["talks"], said["weeks"], said["hours_a_week"]) == (104, 52, 2)


def test_the_cascade_reaches_52_people_in_22_weeks(folder):
    said = figures(folder, "--people", "52", "--per-week", "1", "--way", "cascade")

    assert (said["talks"], said["weeks"]) == (10, 22)


def test_weeks_off_are_named_by_any_day_in_them(folder):
    words = ["--people", "2", "--per-week", "1", "--first", "2026-12-01", "--off", "2026-12-17"]
    said = figures(folder, *words)

    weeks = ["2026-12-07", "2026-12-21", "2026-12-28", "2027-01-04"]
    assert [one["week"] for one in said["sittings"]] == weeks
    assert (said["begin"], said["finish"], said["weeks"]) == ("2026-12-07", "2027-01-04", 4)


def test_without_a_form_for_programs_it_is_a_table_that_people_can_read(folder):
    words = ["--people", "2", "--per-week", "1", "--minutes", "90", "--first", "2026-12-07"]
    answer = yonder("schedule", *words, folder=folder)

    lines = answer.stdout.splitlines()
    assert lines[0] == "4 talks for you, 1 a week: 1 hour 30 minutes of your week."
    assert lines[4].split() == ["week", "of", "person", "talk"]
    assert lines[-1].split() == ["28", "December", "2026", "2", "plan"]


def test_a_week_of_illness_moves_its_own_talks_and_no_other(folder):
    words = ["--people", "2", "--per-week", "2", "--first", "2026-12-07"]
    said = figures(folder, *words, "--ill", "2026-12-16")

    fallen = [one for one in said["sittings"] if one["week"] == "2026-12-14"]
    assert len(fallen) == 2
    assert [one["from"] for one in said["moves"]] == ["2026-12-14", "2026-12-14"]
    assert all(one["to"] > "2026-12-14" for one in said["moves"])
    assert figures(folder, *words)["moves"] == []


def test_what_moves_is_a_table_too(folder):
    words = ["--people", "2", "--per-week", "2", "--first", "2026-12-07", "--ill", "2026-12-14"]
    answer = yonder("schedule", *words, folder=folder)

    assert "2 talks would move, and no other." in answer.stdout
    assert answer.stdout.splitlines()[-1].split()[-3:] == ["21", "December", "2026"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--people", "0", "--per-week", "1"], "There is nobody to talk with."),
        (["--people", "52", "--per-week", "0"], "nobody would ever be reached"),
        (["--people", "52", "--per-week", "101"], "A week has no room for that."),
        (["--people", "52", "--per-week", "1", "--minutes", "0"], "nobody would ever be reached"),
        (["--people", "100001", "--per-week", "1"], "100,000 people at most"),
        (["--people", "9000", "--per-week", "1"], "longer than 50 years"),
        (["--people", "1", "--per-week", "1", "--first", "9999-12-30"], "longer than 50 years"),
    ],
)
def test_what_cannot_be_is_said_in_words(folder, words, said):
    assert_refused(yonder("schedule", *words, folder=folder), said)


@pytest.mark.parametrize(
    "words",
    [
        ["--people", "many", "--per-week", "1"],
        ["--people", "52"],
        ["--people", "52", "--per-week", "1", "--way", "fast"],
        ["--people", "52", "--per-week", "1", "--first", "2026-02-30"],
    ],
)
def test_a_word_that_is_not_understood_is_named(folder, words):
    answer = yonder("schedule", *words, folder=folder)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert "Error: " in answer.stderr
    assert "Traceback" not in answer.stderr
