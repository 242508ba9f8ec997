"""What `pip install .` brings along: the whole product, not only its Python."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("pyproject.toml", "README.md", "LICENSE")


@pytest.fixture
def sources(folder):
    """A copy to build from, because building leaves its traces beside the sources."""
    copy = folder / "sources"
    shutil.copytree(ROOT / "yonder", copy / "yonder", ignore=shutil.ignore_patterns("__pycache__"))
    for name in NEEDED:
        shutil.copy(ROOT / name, copy)
    return copy


def test_the_wheel_holds_everything_that_lies_under_yonder(sources, folder):
    lying = {str(p.relative_to(sources)) for p in (sources / "yonder").rglob("*") if p.is_file()}

    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, sources]
    subprocess.run(pip, check=True, timeout=300)

    (wheel,) = folder.glob("yonder-*.whl")
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("yonder/")}
    assert inside == lying
    assert {Path(name).suffix for name in inside} >= {".py", ".html", ".css", ".js", ".woff2"}
