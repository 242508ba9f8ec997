"""`yonder people import`: looked at, asked about, and then all of it or nothing."""

import json

import pytest

from tests.elsewhere import elsewhere
from tests.interchange.listing import LIST
from tests.serving import assert_refused, yonder
from yonder.cli.schema import prepare_database


def here():
    """Everybody in this process's folder, and who leads them."""
    from yonder.career.people import Person

    found = Person.objects.select_related("manager").order_by("name")
    return [[one.name, one.manager and one.manager.name] for one in found]


class Works:
    """A workplace without anybody, on a machine of its own."""

    def __init__(self, folder, variables):
        self.folder, self.variables = folder, variables
        self.run(prepare_database)

    def lists(self, text, *words, file=""):
        written = self.folder / "people.csv"
        written.write_bytes(text if isinstance(text, bytes) else text.encode())
        words = ("people", "import", file or str(written), *words)
        return yonder(*words, folder=self.folder, **self.variables)

    def run(self, function):
        return elsewhere(function, folder=self.folder, **self.variables)

    def here(self):
        return self.run(here)


@pytest.fixture
def works(folder, database):
    return Works(folder, database)


LED = [
    ["Ines Ortega", None],
    ["Maya Sharma", "Ines Ortega"],
    ["Omar Haddad", "Maya Sharma"],
    ["Ravi Patel", "Maya Sharma"],
]


def test_a_list_is_loaded_with_who_leads_whom(works):
    answer = works.lists(LIST, "--yes")
    assert answer.returncode == 0, answer.stderr
    assert "4 people in the file: 4 new, 0 changed, 0 as they are." in answer.stdout
    assert "  Ines Ortega: leads 1, 3 in all\n    Maya Sharma: leads 2, 2 in all" in answer.stdout
    assert "Loaded. 4 people, 4 of them new." in answer.stdout
    assert works.here() == LED


def test_a_look_writes_nothing(works):
    answer = works.lists(LIST, "--dry-run")
    assert (answer.returncode, works.here()) == (0, [])
    assert "Nothing was loaded: this was only a look." in answer.stdout


def test_without_a_yes_nothing_is_loaded(works):
    answer = works.lists(LIST)
    assert answer.returncode == 1
    assert "Nobody is here to say yes. Nothing was loaded." in answer.stderr
    assert works.here() == []


def test_the_same_file_again_has_nothing_to_do(works):
    works.lists(LIST, "--yes")
    figures = json.loads(works.lists(LIST, "--yes", "--json").stdout)
    assert (figures["rows"], figures["new"], figures["changed"], figures["same"]) == (4, 0, 0, 4)
    assert figures["columns"]["Manager ID"] == "manager"


def test_who_is_led_by_somebody_else_and_who_is_not_there_are_counted(works):
    works.lists(LIST, "--yes")
    rest = "\n".join(LIST.splitlines()[:4]).replace("early,2", "early,1")
    answer = works.lists(rest, "--dry-run")
    assert "1 person led by somebody else than before. No talk moves." in answer.stdout
    assert "Here and not in the file: 1. (Omar Haddad)" in answer.stdout


@pytest.mark.parametrize(
    ("text", "what", "do"),
    [
        (
            LIST + "5,Ana,,,,9\n",
            "Row 6 cannot be read: nobody is called “9” to lead them.",
            "Nothing was loaded, not even rows 1 to 5. Correct row 6 and load the file again.",
        ),
        ("Wer;Was\na;b\n", "No column says who it is.", "Add --mapping, such as"),
        ("Name\nJörg\n".encode("cp1252"), "These letters are not UTF-8.", "Add --encoding"),
        ("Name,A;B\na,b;c\n", "What stands between two cells", "Add --delimiter"),
        (b"\xd0\xcf\x11\xe0", "Yonder cannot read this kind of file.", "Save it as CSV or XLSX"),
        ("", "There is nobody in this file.", "Save it as CSV or XLSX"),
    ],
)
def test_what_cannot_be_read_is_told_in_sentences(works, text, what, do):
    answer = works.lists(text, "--yes")
    assert_refused(answer, what)
    assert do in answer.stderr
    assert works.here() == []


def test_what_was_asked_can_be_said(works):
    rows = "Wer|Chef\nJörg|\nAna|Jörg\n".encode("cp1252")
    said = ["--encoding", "windows-1252", "--delimiter", "|", "--mapping", "Wer=name"]
    answer = works.lists(rows, "--yes", *said)
    assert answer.returncode == 0, answer.stderr
    assert works.here() == [["Ana", "Jörg"], ["Jörg", None]]


@pytest.mark.parametrize("mapping", ["Wer", "Wer=boss", "=name"])
def test_a_mapping_that_says_nothing_is_told(works, mapping):
    assert_refused(works.lists(LIST, "--mapping", mapping), "--mapping takes COLUMN=FIELD")


def test_what_can_be_read_only_once_is_refused(works):
    answer = works.lists(LIST, "--yes", file="/dev/null")
    assert_refused(answer, "/dev/null is no file that can be read twice.")


def test_no_file_and_no_folder_are_told(works, folder, tmp_path):
    answer = yonder(
        "people",
        "import",
        str(tmp_path / "none.csv"),
        "--data",
        str(tmp_path / "no"),
        folder=folder,
    )
    assert_refused(answer, "There is no data folder")


def test_who_is_not_in_the_file_gets_a_last_day_only_when_asked(works):
    works.lists(LIST, "--yes")
    rest = "\n".join(LIST.splitlines()[:4])
    works.lists(rest, "--yes")
    assert works.run(leaving) == []
    works.lists(rest, "--yes", "--leavers", "--last-day", "2099-12-31")
    assert works.run(leaving) == [["Omar Haddad", "2099-12-31"]]


def leaving():
    from yonder.career.people import Person

    found = Person.objects.exclude(leaves_on=None)
    return [[one.name, one.leaves_on.isoformat()] for one in found]


def test_a_last_day_that_is_past_is_refused(works):
    works.lists(LIST, "--yes")
    rest = "\n".join(LIST.splitlines()[:4])
    answer = works.lists(rest, "--yes", "--leavers", "--last-day", "2001-01-01")
    assert "That day is past. Nothing was loaded." in answer.stderr
    assert works.run(leaving) == []
