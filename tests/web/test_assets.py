"""What the first page weighs, and whether everything it asks for is there."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

import yonder.web
from yonder.web.assets import join

WEB = Path(yonder.web.__file__).parent
BUDGET = 120 * 1024
REQUESTS = 8
NAMED = re.compile(r"static\(['\"]([^'\"]+)")
HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that everything was collected into, as before a start."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder, DEBUG=False):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield folder


@pytest.fixture(scope="module")
def paths(collected: Path) -> dict[str, str]:
    """The name of each file, and the name it leaves the server under."""
    found: dict[str, str] = json.loads((collected / "staticfiles.json").read_text())["paths"]
    return found


@pytest.fixture(scope="module")
def first_load(collected: Path, paths: dict[str, str]) -> list[Path]:
    """Every file that the head of a page asks for, as it travels."""
    page = (WEB / "templates/base.html").read_text()
    whole = [collected / paths[name] for name in NAMED.findall(page)]
    return [zipped if (zipped := Path(f"{path}.gz")).exists() else path for path in whole]


def test_the_first_page_is_small_and_asks_for_little(first_load: list[Path]) -> None:
    html = 20 * 1024

    assert len(first_load) + 1 <= REQUESTS
    assert sum(path.stat().st_size for path in first_load) + html <= BUDGET


def test_the_style_is_one_file_that_imports_nothing(collected: Path, paths: dict[str, str]) -> None:
    style = (collected / paths["css/site.css"]).read_text()

    assert "@import" not in style
    assert style.count("{") == style.count("}")


def test_joining_keeps_the_order_of_layers(collected: Path, paths: dict[str, str]) -> None:
    style = (collected / paths["css/site.css"]).read_text()
    source = (WEB / "static/css/site.css").read_text()

    assert style.index("@layer reset, base") < style.index("@layer reset {")
    assert re.findall(r"layer\((\w+)\);", source) == re.findall(r"^@layer (\w+) {", style, re.M)


def test_every_part_is_in_the_whole(collected: Path, paths: dict[str, str]) -> None:
    for kind, whole in (("css", "css/site.css"), ("js", "js/site.js")):
        text = (collected / paths[whole]).read_text()
        parts = set((WEB / "static" / kind).glob(f"*.{kind}")) - {WEB / "static" / whole}
        for part in parts:
            last = part.read_text().strip().splitlines()[-1]
            assert last in text, part.name


def test_the_style_names_fonts_that_are_there(collected: Path, paths: dict[str, str]) -> None:
    asset = collected / paths["css/site.css"]

    fonts = re.findall(r'url\("([^"]+)"\)', asset.read_text())

    assert len(fonts) == 2
    assert all(HASHED.search(font) and (asset.parent / font).exists() for font in fonts)


def test_no_script_asks_for_another_one(collected: Path, paths: dict[str, str]) -> None:
    script = (collected / paths["js/site.js"]).read_text()

    assert not re.search(r"^\s*(import|export)\b", script, re.M)


def test_a_part_that_imports_cannot_be_joined_by_mistake() -> None:
    files = {"js/site.js": 'import "./one.js";\n', "js/one.js": 'import "./two.js";\n'}

    with pytest.raises(ValueError, match=r"one\.js imports"):
        join("js/site.js", files.__getitem__)


def test_every_file_that_a_page_names_is_collected(paths: dict[str, str]) -> None:
    pages = (path.read_text() for path in (WEB / "templates").rglob("*.html"))
    named = {name for page in pages for name in NAMED.findall(page)}

    assert named
    assert named <= paths.keys()


def test_collecting_twice_changes_nothing_and_is_quick(collected: Path) -> None:
    before = {path: path.read_bytes() for path in collected.rglob("*") if path.is_file()}

    began = time.perf_counter()
    call_command("collectstatic", interactive=False, verbosity=0)

    assert time.perf_counter() - began < 1
    assert {path: path.read_bytes() for path in collected.rglob("*") if path.is_file()} == before
