"""docs/settings.md lists every environment variable Yonder reads, and no other."""

import ast
import re

from tests.promises.sources import ROOT, texts

READERS = {"text", "number", "flag", "hours"}
DOCUMENT = ROOT / "docs" / "settings.md"
SETS_ITSELF = {"DJANGO_SETTINGS_MODULE"}


def read_in(source):
    """The names asked of the environment in one Python file."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _asks(node.func) and node.args:
            found |= _name(node.args[0])
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            found |= _name(node.slice)
    return found


def _asks(function):
    name = ast.unparse(function)
    return name in READERS or name in ("os.environ.get", "os.getenv")


def _name(node):
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return {node.value} if is_text else set()


def read_anywhere():
    python = texts("yonder/*.py", "tests/browsing.py")
    return set().union(*map(read_in, python.values())) - SETS_ITSELF


def listed():
    return set(re.findall(r"^\| `([A-Z][A-Z_]+)`", DOCUMENT.read_text(), re.M))


def test_every_variable_is_in_the_document():
    assert read_anywhere() - listed() == set()


def test_the_document_names_no_variable_that_nobody_reads():
    assert listed() - read_anywhere() == set()


def test_a_new_variable_would_be_found():
    """The control."""
    source = 'a = text("YONDER_NEW")\nb = os.environ["YONDER_BARE"]\nc = flag("YONDER_YES")'
    assert read_in(source) == {"YONDER_NEW", "YONDER_BARE", "YONDER_YES"}
    assert "YONDER_DATA" in read_anywhere()
