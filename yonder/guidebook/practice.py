"""Ten minutes of practice for the one who listens: somebody says a line, and three replies."""

from typing import Literal

import msgspec

from yonder.guidebook.reading import read

Letter = Literal["A", "B", "C"]


class Scene(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`line` is what is said or done, `note` what one knows besides. `ours` is the reply that
    Yonder would choose, and `why` says what each of the three does."""

    line: str
    A: str
    B: str
    C: str
    ours: Letter
    why: str
    note: str = ""

    @property
    def replies(self) -> dict[str, str]:
        """The three replies by their letters."""
        return {"A": self.A, "B": self.B, "C": self.C}


class Practice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All scenes, in their order, with what is said before and after."""

    before: tuple[str, ...]
    after: str
    kept: str
    scenes: tuple[Scene, ...]


def practice(language: str) -> Practice:
    """The practice as this reader gets it. Raises `Unreadable`."""
    return read(language, "practice.toml", Practice)
