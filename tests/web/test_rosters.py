"""A list of people on its page: looked at first, then loaded whole, by those who may."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import browser, join, words
from tests.interchange.tables import book_of
from yonder.career.people import Person, add_person

LIST = "Personalnummer;Name;Abteilung;Vorgesetzter\n1;Lena Ott;Leitung;\n2;Kofi Mensah;Werk;1\n"
PATH = "/people/file/"


def look(at, text=LIST, **more):
    return at.post(PATH, {"verb": "look", "pasted": text, **more})


def brought(answer):
    """What the page would send if its button were pressed."""
    page = words(answer)
    fields = {"text": re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.S)[1]}
    if found := re.search(r'name="counts" value="([^"]*)"', page):
        fields["counts"] = found[1]
    for name, options in re.findall(r'<select[^>]*name="(column-\d+)">(.*?)</select>', page, re.S):
        fields[name] = re.search(r'value="([^"]*)" selected', options)[1]
    return fields


def load(at, answer, **more):
    return at.post(PATH, {"verb": "load", **brought(answer), **more})


def everybody():
    return {one.name: one.manager and one.manager.name for one in Person.objects.all()}


def test_ordinary_people_have_no_such_page(ravi):
    assert browser(ravi).get(PATH).status_code == 404
    assert look(browser(ravi)).status_code == 404


def test_looking_writes_nothing_and_says_what_would_be(hana):
    before = everybody()
    page = words(look(browser(hana)))

    assert "2 are new." in page
    assert "Who would lead whom" in page
    assert everybody() == before


def test_what_was_looked_at_is_loaded(hana):
    at = browser(hana)
    assert load(at, look(at)).status_code == 302
    assert everybody()["Kofi Mensah"] == "Lena Ott"
    assert Person.objects.get(number="2").unit == "Werk"


def test_a_file_is_as_good_as_pasted_rows(hana):
    at = browser(hana)
    cells = {"A1": "Number", "B1": "Name", "A2": 7, "B2": "Lena Ott"}
    sheet = SimpleUploadedFile("people.xlsx", book_of(cells))
    assert load(at, at.post(PATH, {"verb": "look", "file": sheet})).status_code == 302
    assert Person.objects.get(number="7").name == "Lena Ott"


def test_another_leader_has_to_be_agreed_to(hana):
    at = browser(hana)
    load(at, look(at))
    answer = look(at, LIST.replace("Werk;1", "Werk;") + "3;Ana Gil;Werk;2\n")
    assert "One person is led by somebody else from now on." in words(answer)

    assert "Somebody would be led by somebody else." in words(load(at, answer))
    assert "Ana Gil" not in everybody()
    assert load(at, answer, moves="on").status_code == 302
    assert everybody()["Kofi Mensah"] is None


def test_who_is_not_on_the_list_stays_unless_it_is_ticked(hana, ravi):
    at = browser(hana)
    answer = look(at)
    assert "One person here is not on the list." in words(answer)
    load(at, answer)
    ravi.person.refresh_from_db()
    assert ravi.person.leaves_on is None

    load(at, look(at), leavers="on")
    ravi.person.refresh_from_db()
    assert ravi.person.leaves_on is not None


def test_a_column_can_be_named_by_hand(hana):
    at = browser(hana)
    answer = look(at, "Who,Badge\nLena Ott,9\n")
    assert "No column says who it is." in words(answer)
    sent = brought(answer) | {"verb": "choose", "column-0": "name", "column-1": "number"}
    assert load(at, at.post(PATH, sent)).status_code == 302
    assert Person.objects.get(number="9").name == "Lena Ott"


def test_a_row_that_does_not_fit_is_named_and_nothing_is_loaded(hana):
    before = everybody()
    page = words(look(browser(hana), LIST + "3;Ana Gil;Werk;99\n"))
    assert "Row 4 cannot be read: nobody is called “99” to lead them." in page
    assert "Nothing was loaded, not even rows 1 to 3." in page
    assert "Correct row 4 and load the file again." in page
    assert everybody() == before


def test_what_changed_meanwhile_is_looked_at_again(hana):
    at = browser(hana)
    answer = look(at)
    add_person(name="Somebody else")
    assert "Somebody changed who is here meanwhile." in words(load(at, answer))
    assert "Lena Ott" not in everybody()


def test_counts_that_were_made_up_load_nothing(hana):
    at = browser(hana)
    answer = look(at)
    for made_up in ("", "x", "9 9 9 9 9 9 9 9", "-1"):
        load(at, answer, counts=made_up)
    assert "Lena Ott" not in everybody()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Choose a file, or paste some rows."),
        ("Name\n", "There is nobody in this file."),
        ("Name\n" + "Lena Ott\n" * 10_001, "This page takes 10,000 people"),
        ("a,b;c\n1,2;3\n", "What stands between two cells cannot be told for sure."),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(hana, text, said):
    assert said in words(look(browser(hana), text))


def test_letters_that_are_not_told_are_asked_for(hana):
    at = browser(hana)
    file = "Name\nJörg\n".encode("cp1252")

    def sent(**more):
        return at.post(PATH, {"verb": "look", "file": io.BytesIO(file), **more})

    assert "These letters are not UTF-8." in words(sent())
    assert "Jörg" in words(sent(coding="windows-1252"))


def test_an_empty_sample_is_a_list_that_would_be_read(hana):
    answer = browser(hana).post(PATH, {"verb": "sample"})
    head = answer.content.decode("utf-8-sig").strip()
    rows = head + '\n"1","Lena Ott","","","","","2026-12-31"\n'
    page = words(look(browser(hana), rows))
    assert page.count(" selected") == 7


def test_loading_needs_a_fresh_password(hana, clock):
    at = browser(hana)
    answer = look(at)
    clock.passes(minutes=6)
    closed = load(at, answer)
    assert closed.status_code == 403
    assert "What you typed is still on this page." in words(closed)
    assert "Lena Ott" not in everybody()


def test_who_has_joined_keeps_the_name_and_the_addresses(hana, vault):
    kofi = join(vault, "Kofi", number="2")
    at = browser(hana)
    load(
        at,
        look(
            at,
            LIST.replace("Name;", "Name;E-Mail;")
            .replace("Ott;", "Ott;;")
            .replace("Mensah;", "Mensah;kofi@example.org;"),
        ),
        moves="on",
    )
    kofi.person.refresh_from_db()
    assert (kofi.person.name, kofi.person.unit) == ("Kofi", "Werk")
    assert not kofi.person.emailaddress_set.exists()


@pytest.mark.parametrize("counts", ["²", "٣", "9" * 5000, "-1", "\x00"])
def test_counts_that_are_no_numbers_load_nothing(hana, counts):
    """They never are, out of the page: somebody made them up, and is shown the list again."""
    at, before = browser(hana), everybody()
    answer = load(at, look(at), counts=counts)
    assert answer.status_code == 200
    assert everybody() == before


def test_a_wrong_row_is_corrected_on_the_page(hana):
    at = browser(hana)
    refused = look(at, LIST + "3;Emil Roth;Werk;9\n")
    assert "Correct them here" in words(refused)
    mended = brought(refused) | {"verb": "choose"}
    mended["text"] = mended["text"].replace("Werk,9", "Werk,1")
    shown = at.post(PATH, mended)
    assert "3 are new." in words(shown)
    assert "Correct them here" not in words(shown)
    assert load(at, shown).status_code == 302
    assert everybody()["Emil Roth"] == "Lena Ott"
