"""Skills as a file on the page: out, in again, and what keeps a file out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import browser, words
from yonder.career import skills, visions
from yonder.career.pages import open_pages, opener
from yonder.career.record import insist
from yonder.career.visions import Vision
from yonder.interchange import csv_tables, xlsx_tables
from yonder.interchange.grids import grid_of

TABLE = [["Skill", "My own bakery", "Own"], ["Knead by hand", "3", "1"], ["Read a budget", "2", ""]]


@pytest.fixture
def page(talks, ravi):
    insist(
        opener(ravi.keyring, talks.circle),
        lambda pages: visions.add(pages, Vision("My own bakery"), only_me=False),
    )
    return f"/journey/{talks.id}/file/"


def load(visitor, page, file, verb="load-write"):
    return visitor.post(page, {"verb": verb, "file": SimpleUploadedFile("skills", file)})


def seen(who, talks):
    pages = open_pages(who.keyring, talks.circle)
    weights = skills.weights(pages)
    return {
        kept.noun.name: (list(weights[kept.origin].values()), kept.noun.own)
        for kept in skills.skills(pages)
    }


WHOLE = {"Knead by hand": ([3], 1), "Read a budget": ([2], skills.UNSAID)}


@pytest.mark.parametrize("form", [csv_tables, xlsx_tables])
def test_a_table_that_comes_in_is_there_for_both(page, ravi, maya, talks, form):
    load(browser(ravi), page, form.written(TABLE))
    assert seen(ravi, talks) == seen(maya, talks) == WHOLE


def test_a_table_kept_for_oneself_is_nowhere_on_the_other_side(page, ravi, maya, talks):
    load(browser(ravi), page, csv_tables.written(TABLE), "load-keep")
    assert set(seen(ravi, talks)) == set(WHOLE)
    assert seen(maya, talks) == {}


@pytest.mark.parametrize(("kind", "form"), [("csv", csv_tables), ("xlsx", xlsx_tables)])
def test_what_goes_out_is_what_stands_there(page, ravi, maya, kind, form):
    load(browser(ravi), page, csv_tables.written(TABLE))
    answer = browser(maya).post(page, {"verb": kind})
    assert grid_of(form.read(answer.content), {}) == grid_of(TABLE, {})
    assert answer["Content-Disposition"] == f'attachment; filename="skills.{kind}"'


def test_a_file_that_goes_out_has_nothing_of_what_is_for_the_owner_alone(page, ravi, maya):
    load(browser(ravi), page, csv_tables.written(TABLE), "load-keep")
    assert "Knead" in browser(ravi).post(page, {"verb": "csv"}).content.decode()
    assert "Knead" not in browser(maya).post(page, {"verb": "csv"}).content.decode()


def test_the_same_file_twice_changes_nothing(page, ravi, talks):
    for _ in range(2):
        load(browser(ravi), page, csv_tables.written(TABLE))
    assert seen(ravi, talks) == WHOLE


def test_one_wrong_cell_keeps_the_whole_file_out_and_says_where(page, ravi, talks):
    wrong = [*TABLE, ["Bake at night", "often", ""]]
    text = words(load(browser(ravi), page, csv_tables.written(wrong)))
    assert "Nothing was loaded." in text
    assert "Line 4, “My own bakery”: “often” is not 0, 1, 2 or 3." in text
    assert seen(ravi, talks) == {}


def test_a_column_for_a_vision_nobody_wrote_is_named(page, ravi, talks):
    unknown = [["Skill", "Sail to Norway"], ["Tie a knot", "1"]]
    text = words(load(browser(ravi), page, csv_tables.written(unknown)))
    assert "No vision here is called “Sail to Norway”." in text
    assert seen(ravi, talks) == {}


def test_the_words_of_the_grid_are_taken_as_well_as_numbers(page, ravi, talks):
    said = [["Skill", "My own bakery", "Own"], ["Knead by hand", "It matters", "On my own"]]
    load(browser(ravi), page, csv_tables.written(said))
    assert seen(ravi, talks) == {"Knead by hand": ([2], 2)}


def test_only_the_owner_brings_a_table_in(page, maya, ravi, talks):
    assert load(browser(maya), page, csv_tables.written(TABLE)).status_code == 404
    assert "Bring a table in" not in words(browser(maya).get(page))
    assert seen(ravi, talks) == {}


def test_somebody_alone_has_the_same(ravi):
    own = "/pages/file/"
    load(browser(ravi), own, csv_tables.written([["Skill"], ["Knead by hand"]]))
    assert "Knead by hand" in browser(ravi).post(own, {"verb": "csv"}).content.decode()


def test_no_file_is_a_sentence(page, ravi):
    answer = browser(ravi).post(page, {"verb": "load-write"})
    assert "Something is missing or does not fit." in words(answer)
