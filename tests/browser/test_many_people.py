"""The boss with 52: from the list that an office already has to times that people can take."""

import csv
import time
from collections.abc import Sequence
from pathlib import Path

from tests.browser.steps import Visitor
from tests.browser.test_planner import writes_down_the_code

PATIENCE = 180  # seconds of clicks, from the list to the first offered times
HEADINGS = ["Personalnummer", "Vorname", "Schicht", "Vorgesetzter"]
SHIFTS = ["Früh", "Spät", "Nacht"]


def written(rows: Sequence[Sequence[str]], file: Path) -> Path:
    """As a personnel office saves it: semicolons, and a mark of order before the first letter."""
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter=";").writerows([HEADINGS, *rows])
    return file


def fifty_two() -> list[list[str]]:
    return [[f"{1000 + at}", f"Person {at}", SHIFTS[at % 3], "Olga"] for at in range(1, 53)]


def test_52_people_go_from_a_list_to_a_running_plan_in_three_minutes(
    olga: Visitor, tmp_path: Path
) -> None:
    began = time.monotonic()
    olga.goes("/people/")
    olga.page.get_by_role("link", name="A list of people").click()
    olga.page.get_by_label("A file").set_input_files(written(fifty_two(), tmp_path / "people.csv"))
    olga.presses("Look at it")
    olga.reads("52 people are on the list.")
    olga.presses("Load it")
    olga.goes("/planner/")
    olga.reads("104 talks. At two a week that is 1 year")
    olga.presses("Begin with “Visions and plan”")
    writes_down_the_code(olga)
    olga.presses("Offer these times")
    olga.stands_before("Slips to hand over")
    olga.page.get_by_role("link", name="Your next weeks").click()
    olga.reads(", offered until ")
    assert time.monotonic() - began < PATIENCE
