"""The files of the project, as git lists them: what is tracked, and what is about to be."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def files(*patterns: str) -> list[Path]:
    """Those that fit one of the patterns (git's own), and exist."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    said = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in said.splitlines() if (ROOT / name).is_file()]


def texts(*patterns: str) -> dict[str, str]:
    """Path → content, of the files that are text."""
    found = {}
    for path in files(*patterns):
        try:
            found[str(path.relative_to(ROOT))] = path.read_text()
        except UnicodeDecodeError:
            continue
    return found
