"""Which folder a reader's language is read from: their own, the one it is a form of, or English."""

from pathlib import Path

HERE = Path(__file__).parent
ENGLISH = "en"


def page(language: str, name: str, home: Path = HERE) -> Path:
    """The file `name` for somebody who reads `language` (`es-mx` falls back to `es`, then `en`)."""
    there = {folder.name for folder in home.iterdir() if (folder / name).is_file()}
    wanted = (language.lower(), language.lower().partition("-")[0])
    return home / next((known for known in wanted if known in there), ENGLISH) / name
