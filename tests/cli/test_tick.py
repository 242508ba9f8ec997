"""`yonder tick` for people who have a timer of their own."""

from tests.serving import assert_refused, serving, yonder


def test_a_tick_does_what_is_due_and_says_nothing(folder, database):
    with serving(folder=folder, **database):
        answer = yonder("tick", folder=folder, **database)

    assert (answer.returncode, answer.stdout) == (0, "")


def test_a_tick_never_makes_a_ring(folder, database):
    answer = yonder("tick", folder=folder, **database)

    assert_refused(answer, "The ring, or one of its keys, is not there")
    assert not (folder / "data" / "ring").exists()
