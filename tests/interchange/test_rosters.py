"""A list of people: everything is named that could mean two things, and nothing is guessed."""

from datetime import date

import pytest
from allauth.account.models import EmailAddress
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.interchange.listing import LIST, TODAY, looked_at, taken, told, tree
from tests.interchange.tables import book_of
from yonder.career.leaving import erase
from yonder.career.people import NobodyLeft, Person, add_person
from yonder.career.roster_loading import ChangedMeanwhile

pytestmark = pytest.mark.django_db


def test_everybody_on_the_list_is_here_and_led_as_it_says():
    counts = taken(LIST)
    assert (counts.rows, counts.new, counts.away) == (4, 4, 0)
    assert tree() == {
        ("1", "Ines Ortega", "Office", "", None),
        ("2", "Maya Sharma", "Ovens", "early", "Ines Ortega"),
        ("3", "Ravi Patel", "Ovens", "early", "Maya Sharma"),
        ("4", "Omar Haddad", "Ovens", "late", "Maya Sharma"),
    }
    assert set(EmailAddress.objects.values_list("email", "verified", "primary")) == {
        ("ines@example.org", False, True),
        ("maya@example.org", False, True),
    }


def test_the_same_list_once_more_changes_nothing():
    taken(LIST)
    before = sorted(Person.objects.values_list())
    counts = taken(LIST)
    assert (counts.new, counts.changed, counts.same) == (0, 0, 4)
    assert sorted(Person.objects.values_list()) == before


rows = LIST.splitlines()
moved = [
    st.permutations(rows[1:]),
    st.permutations(range(6)),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
]


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(*moved)
def test_in_whatever_order_the_same_people_are_led_by_the_same(order, columns, between, end):
    Person.objects.all().delete()
    cells = [row.split(",") for row in [rows[0], *order]]
    lines = [between.join(row[at] for at in columns) for row in cells]
    taken(end.join(lines) + end)
    shuffled = tree()

    Person.objects.all().delete()
    taken(LIST)
    assert shuffled == tree()


@pytest.mark.parametrize(
    "head",
    [
        "Personalnummer;Name;E-Mail-Adresse;Abteilung;Schicht;Vorgesetzter Personalnummer",
        "PERS.NR;Mitarbeiter;Mail;Bereich;Schichtgruppe;Führungskraft",
        "Número de empleado;Nombre y apellidos;Correo electrónico;Área;Turno;ID del jefe",
        "employee_id;full name;Work E-mail;Team;Crew;Reports to",
        "Staff number;Display Name;EMAIL ADDRESS;Org.Unit;Shift pattern;Supervisor ID",
    ],
)
def test_columns_are_known_by_their_names_in_exports_of_today(head):
    body = LIST.partition("\n")[2].replace(",", ";")
    assert taken(f"{head}\n{body}").new == 4
    assert ("3", "Ravi Patel", "Ovens", "early", "Maya Sharma") in tree()


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Vorname,Nachname", "Ravi Patel"),
        ("Vorname,Name", "Ravi Patel"),
        ("Nombre,Apellidos", "Ravi Patel"),
        ("First name,Surname", "Ravi Patel"),
        ("Name,Wage", "Ravi"),
    ],
)
def test_a_name_in_two_columns_is_one_name(head, name):
    taken(f"{head}\nRavi,Patel\n")
    assert Person.objects.get().name == name


@pytest.mark.parametrize("leader", ["2", "maya@example.org", "MAYA@Example.org", "Maya Sharma"])
def test_a_leader_is_a_number_an_address_or_a_name_that_one_has(leader):
    taken(LIST.replace("late,2", f"late,{leader}"))
    assert ("4", "Omar Haddad", "Ovens", "late", "Maya Sharma") in tree()


def test_somebody_who_is_here_and_not_on_the_list_can_lead():
    add_person(name="Lena Ott", number="77")
    taken("Number,Name,Manager\n1,Ines Ortega,77\n2,Ana Gil,Lena Ott\n")
    assert {row[4] for row in tree()} == {None, "Lena Ott"}


def test_what_a_column_does_not_say_stays():
    taken(LIST)
    taken("Number,Name\n3,Ravi Patel\n")
    assert ("3", "Ravi Patel", "Ovens", "early", "Maya Sharma") in tree()
    taken("Number,Name,Shift,Manager\n3,Ravi Patel,,\n")
    assert ("3", "Ravi Patel", "Ovens", "", None) in tree()


# ---- what is named and not guessed ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("3,Ana Gil,,,,1", [("number-twice", 6, "4")]),
        ("5,Ana Gil,Maya@Example.org,,,1", [("email-twice", 6, "3")]),
        (",Ana Gil,,,,1\n,Ana Gil,,,,1", [("name-twice", 7, "6")]),
        ("5,Ana Gil,,,,99", [("no-leader", 6, "99")]),
        ("5,Ana Gil,,,,Nobody Here", [("no-leader", 6, "Nobody Here")]),
        ("5,Ravi Patel,,,,1\n6,Ana,,,,Ravi Patel", [("many-leaders", 7, "Ravi Patel")]),
        ("5,Ana Gil,,,,5", [("circle", 6, "Ana Gil → Ana Gil")]),
        ("5,Ana,,,,6\n6,Bo,,,,5", [("circle", 6, "Ana → Bo → Ana")]),
        ("5,,,,,1", [("no-name", 6, "")]),
        ("5,Ana Gil,,,,1,more", [("wide", 6, "")]),
        ("5,Ana Gil,no address,,,1", [("address", 6, "no address")]),
        ("5,=1+1,,,,1", [("formula", 6, "=1+1")]),
        ("5,Ana\u0007Gil,,,,1", [("letters", 6, "Ana\u0007Gil")]),
        ("5," + "a" * 81 + ",,,,1", [("long", 6, "a" * 40)]),
        ("5,Ana,,,,@" + "ﷺ" * 15, [("long", 6, "@" + "ﷺ" * 15)]),
        (f"5,Ana,z@{'ﷺ' * 15}.org,,,1", [("long", 6, f"z@{'ﷺ' * 15}.org")]),
        ('5,"Ana,,,,1', [("torn", 6, "")]),
        ('5,"Ana" Gil,,,,1', [("torn", 6, "")]),
    ],
)
def test_each_row_that_cannot_be_read_is_named(more, said):
    assert told(f"{LIST}{more}\n") == said


def test_all_rows_to_correct_are_named_at_once():
    found = told(f"{LIST}5,,,,,1\n6,Ana,nothing,,,\n\n8,Bo,,,,\n9,,,,,\n")
    assert [line for _, line, _ in found] == [6, 7, 10]


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        ("31.12.2026", date(2026, 12, 31)),
        ("1. 8. 2026", date(2026, 8, 1)),
        ("2026-12-31 00:00:00", date(2026, 12, 31)),
        ("", None),
    ],
)
def test_a_last_day_is_taken(day, kept):
    taken(f"Number,Name,Last day\n1,Ana,{day}\n")
    assert Person.objects.get().leaves_on == kept


@pytest.mark.parametrize("day", ["31.02.2026", "03/04/2026", "tomorrow", "2026", "46387"])
def test_a_day_that_could_be_two_is_not_guessed(day):
    assert told(f"Number,Name,Last day\n1,Ana,{day}\n") == [("day", 2, day)]


def test_who_had_left_before_does_not_come():
    counts = taken("Number,Name,Last day\n1,Ana,2026-06-30\n2,Bo,2026-07-02\n")
    assert (counts.new, counts.gone) == (1, 1)
    assert [one.name for one in Person.objects.all()] == ["Bo"]


def test_a_day_that_is_past_takes_no_time_away():
    ana = add_person(name="Ana", number="1")
    for _ in range(2):
        taken("Number,Name,Last day\n1,Ana,2020-01-01\n")
        ana.refresh_from_db()
        assert ana.leaves_on == TODAY


def test_two_columns_for_one_field_are_asked_about():
    assert told("Name,Full name\nAna,Ana Gil\n") == [("field-twice", 1, "name")]
    taken("Name,Full name\nAna,Ana Gil\n", chosen={"Name": ""})
    assert Person.objects.get().name == "Ana Gil"


def test_a_column_can_be_given_its_field():
    assert told("Who,Boss number\nAna,\n") == [("no-names", 1, "Who, Boss number")]
    taken("Who,Boss number\nAna,\nBo,Ana\n", chosen={"who": "name", "Boss number": "manager"})
    assert {row[1]: row[4] for row in tree()} == {"Ana": None, "Bo": "Ana"}
    assert told(LIST, chosen={"Wage": "name"}) == [("no-column", 1, "Wage")]


# ---- who is meant --------------------------------------------------------------------------------


def test_somebody_without_a_number_gets_it_by_their_address():
    add_person(name="Maya", email="maya@example.org")
    assert taken(LIST).new == 3
    assert Person.objects.get(number="2").name == "Maya Sharma"


def test_two_people_are_not_made_one():
    add_person(name="Maya", number="2")
    add_person(name="Maya", email="maya@example.org")
    assert told(LIST) == [("two-people", 3, "maya@example.org")]


def test_one_person_does_not_change_the_number_unseen():
    add_person(name="Maya", number="9", email="maya@example.org")
    assert told(LIST) == [("other-number", 3, "9")]


def test_a_name_alone_is_enough_while_one_person_has_it():
    assert taken("Name\nAna Gil\n").new == 1
    assert taken("Name\nAna Gil\n").by_name == 1
    add_person(name="Ana Gil")
    assert told("Name\nAna Gil\n") == [("name-here", 2, "Ana Gil")]


def test_one_person_cannot_stand_in_two_rows():
    add_person(name="Maya", number="2", email="maya@example.org")
    rows = "Number,Name,E-mail\n2,Maya,\n,Maya S,maya@example.org\n"
    assert told(rows) == [("same-person", 3, "2")]


def test_an_address_that_somebody_only_claims_makes_nobody_the_boss():
    claimer = add_person(name="Omar", login="omar", email="ines@example.org")
    before = Person.objects.filter(id=claimer.id).values().get()
    taken(LIST)
    assert Person.objects.filter(id=claimer.id).values().get() == before
    assert Person.objects.get(number="2").manager.name == "Ines Ortega"


def test_the_same_address_confirmed_is_the_same_person():
    """The control."""
    owner = add_person(name="Ines", login="ines", email="ines@example.org")
    owner.emailaddress_set.update(verified=True)
    taken(LIST)
    assert Person.objects.get(number="1") == owner


def test_who_was_erased_is_not_found_again(vault):
    taken(LIST)
    erase(vault, Person.objects.get(number="3"), TODAY)
    assert taken(LIST).new == 1


# ---- leaving, and changes at the same moment -----------------------------------------------------


def test_who_is_not_on_the_list_stays_until_somebody_says_so():
    add_person(name="Lena Ott")
    assert taken(LIST).away == 1
    assert not Person.objects.exclude(leaves_on=None).exists()
    taken(LIST, leavers=TODAY)
    assert [one.name for one in Person.objects.filter(leaves_on=TODAY)] == ["Lena Ott"]


def test_whoever_has_a_role_is_never_let_go_by_a_list():
    add_person(name="Olga", login="olga", runs_server=True)
    add_person(name="Hana", login="hana", people_operations=True)
    assert taken(LIST, leavers=TODAY).away == 0
    assert not Person.objects.exclude(leaves_on=None).exists()


def test_somebody_has_to_run_the_server():
    add_person(name="Olga", login="olga", number="1", runs_server=True)
    before = tree()
    with pytest.raises(NobodyLeft):
        taken("Number,Name,Last day\n1,Olga,2026-08-01\n2,Ana,\n")
    assert tree() == before


def test_nothing_else_is_loaded_than_what_was_shown():
    seen = looked_at(LIST)
    add_person(name="Somebody else")
    with pytest.raises(ChangedMeanwhile):
        taken(LIST, shown=seen)
    assert Person.objects.count() == 1


# ---- files from everywhere -----------------------------------------------------------------------


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_are_told_by_their_mark(coding):
    taken("Name;Unit\nJörg Ñáñez;Öfen\n".encode(coding))
    assert Person.objects.get().name == "Jörg Ñáñez"


def test_letters_that_cannot_be_told_are_asked_about():
    file = "Name;Unit\nJörg;Öfen\n".encode("cp1252")
    assert told(file) == [("coding", 0, "")]
    taken(file, coding="windows-1252")
    assert Person.objects.get().unit == "Öfen"


@pytest.mark.parametrize("coding", ["no-such-letters", "ascii", "utf-16"])
def test_the_wrong_letters_are_refused(coding):
    assert [one[0] for one in told("Name\nJörg\n", coding=coding)] == ["coding"]


def test_what_stands_between_cells_is_told_or_asked():
    assert told("Name,Unit;Shift\na,b;c\n") == [("between", 0, "")]
    taken("sep=;\nName;Unit\nAna, the first;Ovens\n")
    assert Person.objects.get().name == "Ana, the first"


def test_an_excel_file_is_a_list_too():
    cells = {"A1": "Number", "B1": "Name", "C1": "Last day", "A2": 1001, "B2": "Ana"}
    taken(book_of(cells | {"C2": date(2026, 12, 31)}))
    ana = Person.objects.get()
    assert (ana.number, ana.leaves_on) == ("1001", date(2026, 12, 31))


HOSTILE = {
    "nothing": (b"", "empty"),
    "a heading": (b"Name,Unit\n", "empty"),
    "blank rows": (b"Name\n\n  \n", "empty"),
    "zeros": (b"Name\nA\0na\n", "kind"),
    "an old Excel file": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "kind"),
    "a broken archive": (b"PK\x03\x04 and nothing more", "kind"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "kind"),
    "a huge cell": (b"Name\n" + b"a" * 200_000 + b"\n", "torn"),
    "no end of line": (b"Name\n" + b"a," * 900_000, "torn"),
    "many columns": (b"Name," * 1_000 + b"\n" + b"a," * 1_000 + b"\n", "columns"),
    "a formula": (book_of({"A1": "Name", "A2": "=1+1"}), "formula"),
}


@pytest.mark.parametrize("trap", HOSTILE)
def test_a_file_that_is_a_trap_is_refused_in_one_word(trap):
    file, what = HOSTILE[trap]
    assert [one[0] for one in told(file)] == [what]


def test_one_column_is_a_list():
    """The control."""
    assert taken("Name\nAna\nBo\n").new == 2
