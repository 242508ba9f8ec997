"""`yonder verify-vault`, and a start that stops before anything lost is made anew."""

import json
import shutil

import pytest

from tests import workplaces
from tests.serving import assert_refused, serving


def found(bakery):
    """What `yonder verify-vault` says, and whether its exit code agrees."""
    answer = bakery.call("verify-vault", "--json")
    findings = json.loads(answer.stdout)["findings"]
    assert answer.returncode == bool(findings), answer.stderr
    return findings


def test_a_whole_workplace_is_well(bakery):
    assert found(bakery) == []
    assert "All is well with 3 records." in bakery.call("verify-vault").stdout


@pytest.mark.parametrize(
    ("harm", "what"),
    [
        ("damage", "The box of circle {talks} is damaged."),
        ("lose_key", "The ring has no key for the day of circle {talks}."),
        ("cut_face", "The face of circle {talks} has a wrong size."),
        ("cut_body", "The record of circle {talks} has a wrong size."),
        ("lose_body", "Circle {talks} has no record."),
        ("lose_members", "Circle {talks} has 0 readers."),
        ("bring_back", "Circle {talks} was erased, but is still there."),
        ("get_ahead", "The list of erased things lacks the latest ones."),
    ],
)
def test_each_kind_of_harm_is_found_and_nothing_else(bakery, harm, what):
    bakery.run(getattr(workplaces, harm), bakery.talks)

    assert found(bakery) == [what.format(talks=bakery.talks)]


def test_a_damaged_slot_and_a_damaged_second_factor_are_found(bakery):
    slot, factor = bakery.run(workplaces.damage_what_signs_in)

    assert found(bakery) == [
        f"The box of slot {slot} is damaged.",
        f"The box of second factor {factor} is damaged.",
    ]


def test_a_lost_private_circle_and_a_lost_slot_are_found(bakery):
    identity = bakery.run(workplaces.lose_private_circle_and_slots)

    assert found(bakery) == [
        f"Identity {identity} has no private circle.",
        f"Identity {identity} has no slot, so nothing opens it.",
    ]


def test_a_damaged_line_of_the_list_is_found(bakery):
    bakery.listed.write_bytes(b"1 and something else\n")

    assert found(bakery) == [f"Line 1 of {bakery.listed} is damaged."]


def test_a_missing_list_is_found(bakery):
    bakery.listed.unlink()

    assert found(bakery) == ["The list of erased things is missing."]


def test_a_damaged_page_of_the_database_is_found(bakery, sqlite):
    if not sqlite:
        return  # a server checks its own pages
    path = bakery.folder / "data" / "yonder.sqlite3"
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 3 + 8] = b"\xff" * 8
    path.write_bytes(content)

    answer = bakery.call("verify-vault")

    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr


def test_without_a_ring_nothing_starts_and_its_copy_is_named(bakery):
    assert bakery.call("ring", "copy").returncode == 0
    workplace = (bakery.ring / "workplace").read_text()
    shutil.rmtree(bakery.ring)

    answer = bakery.call("serve", "--port", "0")

    assert_refused(answer, f"The ring is not in {bakery.ring}")
    assert f"its copy back from {bakery.folder / 'state' / 'yonder' / workplace}" in answer.stderr
    assert not bakery.ring.exists()


def test_the_copy_put_in_place_opens_everything(bakery):
    bakery.back_up()
    shutil.rmtree(bakery.ring)
    shutil.copytree(bakery.copy, bakery.ring)

    with serving(folder=bakery.folder, **bakery.variables):
        pass

    assert bakery.read() == ["kept"]


def test_a_missing_list_stops_the_start_unless_it_is_accepted(bakery):
    bakery.listed.unlink()

    answer = bakery.call("serve", "--port", "0")

    assert_refused(answer, "The list of erased things is missing, so Yonder does not start.")
    with serving("serve", "--accept-lost-list", folder=bakery.folder, **bakery.variables):
        told = json.loads((bakery.ring / "went-back").read_bytes())
    assert (told["to"], told["all_erased"]) == (None, False)
    assert bakery.listed.exists()


def test_a_damaged_line_stops_the_start(bakery):
    bakery.listed.write_bytes(b"1 and something else\n")

    answer = bakery.call("serve", "--port", "0")

    assert_refused(answer, "The list of erased things is damaged, so Yonder does not start.")
    assert bakery.listed.read_bytes() == b"1 and something else\n"


def test_a_line_torn_by_a_crash_does_not_stop_the_start(bakery):
    with bakery.listed.open("ab") as listed:
        listed.write(b"\n2 0123")

    with serving(folder=bakery.folder, **bakery.variables):
        pass

    assert bakery.read() == ["kept"]


def test_after_a_month_switched_off_everything_opens_at_once(begun):
    bakery = begun(-30)

    with serving(folder=bakery.folder, **bakery.variables):
        assert bakery.read() == ["kept"]
    assert found(bakery) == []


def test_one_damaged_box_does_not_keep_everybody_out(begun):
    bakery = begun(-1)
    bakery.run(workplaces.damage, bakery.talks)

    with serving(folder=bakery.folder, **bakery.variables) as served:
        assert served.ready
    assert found(bakery) == [f"The box of circle {bakery.talks} is damaged."]
