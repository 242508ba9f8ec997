"""The published description of a `.yonder` file, and the files: one is true of the other."""

import json
from pathlib import Path

import pytest

from tests.interchange.carrying import file_of, live
from tests.interchange.hostile_yonder import SKILL, TURN, made
from tests.interchange.schemas import faults
from yonder.interchange import shapes, yonder_files

PUBLISHED = Path(__file__).parents[2] / "docs" / "yonder-file.schema.json"
TOLD_IN_WORDS = PUBLISHED.with_name("yonder-file.md")


@pytest.fixture
def schema():
    return json.loads(PUBLISHED.read_text())


def test_the_published_schema_is_the_one_that_files_are_read_with():
    assert PUBLISHED.read_bytes() == yonder_files.schema()


def test_a_file_of_a_whole_life_fits_the_schema(maya, ravi, talks, schema):
    live(ravi, maya, talks)
    assert faults(json.loads(file_of(ravi)), schema, schema) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"turns": [TURN | {"only_me": True}]},
        {"turns": [TURN | {"stage": "prison"}]},
        {"turns": [TURN | {"id": "7"}]},
        {"turns": [TURN | {"changed": " "}]},
        {"turns": [{"id": TURN["id"]}]},
        {"skills": [SKILL | {"own": 4}]},
        {"skills": [SKILL | {"own": True}]},
        {"taken_on": "yesterday"},
        {"version": 2},
        {"readers": []},
    ],
)
def test_control_what_yonder_refuses_does_not_fit_the_schema_either(schema, wrong):
    assert faults(json.loads(made(**wrong)), schema, schema) != []


def test_every_noun_of_the_file_is_told_in_words():
    told = TOLD_IN_WORDS.read_text()
    fields = [name for name in shapes.Whole.__struct_fields__ if f"`{name}`" not in told]
    assert fields == []
