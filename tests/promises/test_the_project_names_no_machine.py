"""No file says on which machine it was written, or from where its parts were fetched."""

import re

from tests.promises.sources import files, texts

HOMES = r"/(?:home|Users)/(?!you\b|yonder\b)\w+/|[A-Z]:\\Users\\|/root/|/work/(?:main|shared)"
HOSTS = r"\b(?:registry|mirror|proxy|nexus|artifactory|index)\.[\w.-]+\.\w+|--(?:extra-)?index-url"
HOSTS += r"|\b\d{1,3}(?:\.\d{1,3}){3}:\d+/(?:simple|pypi)"
SECRETS = r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{20,}"
KINDS = (".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".svg", ".json", ".cff")


def hits(pattern, found):
    return [
        f"{path}:{number}: {match[0]}"
        for path, content in found.items()
        for number, line in enumerate(content.splitlines(), 1)
        if (match := re.search(pattern, line))
    ]


def project():
    return {path: text for path, text in texts().items() if path != f"tests/{_here()}"}


def _here():
    return "promises/test_the_project_names_no_machine.py"


def test_no_home_of_anybody():
    assert hits(HOMES, project()) == []


def test_no_host_parts_were_fetched_from():
    assert hits(HOSTS, project()) == []


def test_no_secret_lies_in_the_project():
    assert hits(SECRETS, project()) == []


def test_no_data_and_nothing_built_is_kept():
    odd = {".sqlite3", ".log", ".pyc", ".whl", ".dump", ".zip"}
    assert [str(path) for path in files() if path.suffix in odd] == []


def test_such_lines_would_be_found():
    """The control."""
    bad = {"x": "see /home/maya/yonder/\npip --index-url https://registry.corp.example/simple"}
    assert len(hits(HOMES, bad)) == len(hits(HOSTS, bad)) == 1
