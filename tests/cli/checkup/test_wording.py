"""What `yonder doctor` says: what is dangerous in short sentences, and the mend in one."""

import ast
import re
from pathlib import Path

from yonder.cli import checkup

SOURCES = sorted(Path(checkup.__file__).parent.glob("*.py"))
MOST_WORDS = 20


def findings(source):
    """(what, mend) of each finding in a Python text, with {…} for what is filled in."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Finding":
            what, mend = (ast.unparse(word).strip("f\"'") for word in call.args[:2])
            yield what, mend


def every():
    return [pair for path in SOURCES for pair in findings(path.read_text())]


def sentences(text):
    return re.split(r"(?<=[.?]) (?=[A-Z])", text)


def test_each_mend_is_one_sentence():
    assert len(every()) > 40
    assert [mend for _, mend in every() if len(sentences(mend)) > 1] == []


def test_no_sentence_is_long():
    said = [one for pair in every() for text in pair for one in sentences(text)]
    assert [one for one in said if len(one.split()) > MOST_WORDS] == []


def test_nobody_is_shouted_at_or_praised():
    assert [text for pair in every() for text in pair if re.search(r"!|\bplease\b", text)] == []


def test_two_sentences_for_a_mend_would_be_found():
    """The control."""
    source = 'yield Finding(f"{path} is open.", "Close it. Then open it again.", red=False)'
    assert list(findings(source)) == [("{path} is open.", "Close it. Then open it again.")]
    assert len(sentences("Close it. Then open it again.")) == 2
