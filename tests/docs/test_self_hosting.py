"""What the people who run a server are told to type does what the page says."""

import re
from pathlib import Path

import pytest
import typer.main
from django.db import connection

from tests.cast import browser
from yonder.career import letterboxes
from yonder.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs" / "self-hosting.md").read_text()
QUESTION = re.compile(r"SELECT [^;]+;")
PAIRS = "ring copy|people import"  # commands of two words
CALL = re.compile(rf"\byonder ({PAIRS}|[a-z]+(?:-[a-z]+)?)((?: [^\s`#]+)*)", re.M)


def questions():
    return [" ".join(one.split()) for one in QUESTION.findall(PAGE)]


def answers(question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


def test_there_are_questions_for_each_table_that_names_a_person():
    named = {re.search(r"FROM (\w+)", question)[1] for question in questions()}
    assert named == {
        "account_emailaddress",
        "career_invitation",
        "career_journey",
        "career_letterbox",
        "career_person",
        "vault_identity",
        "vault_securityevent",
    }


@pytest.mark.parametrize("question", questions())
def test_each_question_is_understood_and_answers_about_nobody_else(talks, ravi, omar, question):
    browser(ravi)
    letterboxes.new_feed(ravi.person)

    assert answers(question.replace("'ravi'", "'nobody'")) == []
    found = answers(question)
    assert found or "emailaddress" in question
    assert "Omar" not in str(found)


def test_every_command_on_the_page_is_one():
    known = typer.main.get_command(app).commands
    called = {words.split()[0] for words, _ in CALL.findall(code())}

    assert called <= known.keys()
    assert {"backup", "restore", "ring", "verify-vault", "doctor", "serve"} <= called


def code():
    """What stands in blocks to be typed, without notes."""
    blocks = re.findall(r"^ *```\n(.*?)^ *```", PAGE, re.S | re.M)
    return "\n".join(re.sub(r"#.*", "", block) for block in blocks)


def test_every_option_on_the_page_is_one():
    for words, options in CALL.findall(code()):
        command = typer.main.get_command(app)
        for word in words.split():
            command = command.commands[word]
        known = {name for one in command.params for name in one.opts}
        assert set(re.findall(r"--[a-z-]+", options)) <= known, words
