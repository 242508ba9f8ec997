"""Two browsers in one test: what two people write to each other, and who else can read it."""

from pathlib import Path

from tests.browser.conftest import Come
from tests.browser.steps import Visitor, invite, join, see_digits, write

TO_RAVI = "I would like to hear where you want to go."
TO_MAYA = "One day I want to train the new ones."
NOTHING = "There is nothing here for you."


def test_two_people_are_paired_by_the_digits_and_read_each_other(
    paired: tuple[Visitor, Visitor],
) -> None:
    maya, ravi = paired

    write(maya, "Ravi", TO_RAVI)
    write(ravi, "Maya", TO_MAYA)

    ravi.reads(TO_RAVI)
    maya.page.reload()
    maya.reads(TO_MAYA)
    maya.reads("You and Ravi can read this.")


def test_people_operations_and_whoever_runs_the_server_cannot_read_it(
    paired: tuple[Visitor, Visitor], olga: Visitor, come: Come, folder: Path
) -> None:
    maya, ravi = paired
    write(maya, "Ravi", TO_RAVI)
    journey = maya.page.url.removeprefix(maya.address)
    hana = come("hana")
    join(hana, invite(olga, "Hana"))
    _make_people_operations(olga, "Hana")

    for stranger in (hana, olga):
        for path in (journey, f"{journey}key/", f"{journey}readers/"):
            stranger.goes(path)
            stranger.stands_before(NOTHING)
        stranger.goes("/people/")
        assert TO_RAVI not in stranger.page.content()
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert "yonder.sqlite3" in {path.name for path in written}
    assert not [path for path in written if TO_RAVI.encode() in path.read_bytes()]


def test_a_wrong_digit_is_told_at_once_and_wrong_digits_open_nothing(
    maya: Visitor, ravi: Visitor
) -> None:
    digits = see_digits(maya, "Ravi")
    ravi.stands_before("Type the twelve digits that Maya says to you.")

    ravi.fills("The twelve digits", digits[:-1] + str((int(digits[-1]) + 1) % 10))
    ravi.reads("One digit is off. Look at them once more.")

    ravi.fills("The twelve digits", "0000 0000 0000")
    ravi.presses("Open")
    ravi.reads("You have two more tries.")
    ravi.fills("The twelve digits", digits)
    ravi.presses("Open")
    ravi.stands_before("Open. You two can read this from now on.")


def test_without_scripts_every_step_works_by_pressing_buttons(maya: Visitor, come: Come) -> None:
    quiet_maya, ravi = come("maya", javascript=False), come("ravi", javascript=False, width=360)
    quiet_maya.signs_in()
    join(ravi, invite(quiet_maya, "Ravi"))
    digits = see_digits(quiet_maya, "Ravi")

    ravi.presses("Maya has the digits now")
    ravi.fills("The twelve digits", digits)
    ravi.presses("Open")
    quiet_maya.presses("I have said them")
    quiet_maya.stands_before("Open. You two can read this from now on.")
    ravi.presses("Look again")
    ravi.stands_before("Open. You two can read this from now on.")

    write(ravi, "Maya", TO_MAYA)
    quiet_maya.goes("/")
    quiet_maya.page.get_by_role("link", name="You and Ravi").click()
    quiet_maya.reads(TO_MAYA)


def _make_people_operations(olga: Visitor, name: str) -> None:
    olga.goes("/people/")
    row = olga.page.get_by_role("listitem").filter(has_text=name)
    row.get_by_text("Roles").click()
    row.get_by_label("People operations").check()
    row.get_by_role("button", name="Save").click()
