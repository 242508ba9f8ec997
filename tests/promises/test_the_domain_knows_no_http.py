"""Vault and career know people, circles and journeys: no request, no page, no address."""

import ast

import pytest

from tests.promises.sources import texts

HTTP = ("django.http", "django.shortcuts", "django.urls", "django.template", "django.views")
HTTP += ("django.middleware", "django.forms", "gunicorn", "yonder.web", "yonder.urls")
WORDS = {"request", "response", "session", "cookies"}


def faults(source):
    """What in one file speaks of HTTP."""
    tree = ast.parse(source)
    imported = {name for node in ast.walk(tree) for name in modules(node)}
    names = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    names |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return {name for name in imported if name.startswith(HTTP)} | (names & WORDS)


def modules(node):
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


@pytest.mark.parametrize("layer", ["vault", "career"])
def test_the_domain_knows_no_http(layer):
    sources = texts(f"yonder/{layer}/*.py")
    assert sources
    found = {path: faults(source) for path, source in sources.items()}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_a_request_in_the_domain_would_be_found():
    """The control."""
    source = "from django.http import Http404\n\ndef save(request): ..."
    assert faults(source) == {"django.http", "request"}
