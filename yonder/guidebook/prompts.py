"""The questions of the first two talks. A record keeps ids; each person reads in their language."""

from typing import Literal, get_args

import msgspec

from yonder.guidebook.languages import ENGLISH
from yonder.guidebook.reading import read

Start = Literal["kindergarten", "first-job", "since-joining"]
STARTS: tuple[str, ...] = get_args(Start)


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question. `name` is a heading, if it has one; `why` is "why this question".

    `topics` are what a person can turn off, `starts` the ways into the life story it belongs to,
    and `last` says that nothing comes after it.
    """

    id: str
    text: str
    why: str
    name: str = ""
    topics: tuple[str, ...] = ()
    starts: tuple[Start, ...] = ()
    last: bool = False


class LifeStory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All prompts in the order of a life; how many are drawn is for whoever draws."""

    prompts: tuple[Prompt, ...]


class NotYet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For "I do not know yet": what is said first, the ways in, and what is said if none helps."""

    text: str
    ways_in: tuple[Prompt, ...]
    still_nothing: str


class VisionPrompts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What brings the pictures. `whose` is for the guide, who asks one of them at most."""

    opening: Prompt
    pictures: tuple[Prompt, ...]
    tuesday: Prompt
    what_then: Prompt
    not_yet: NotYet
    focus: tuple[Prompt, ...]
    holding: Prompt
    little_room: tuple[Prompt, ...]
    fits_nowhere: Prompt
    whose: tuple[Prompt, ...]

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """All of them, in the order of the talk."""
        first = (self.opening, *self.pictures, self.tuesday, self.what_then)
        held = (self.holding, *self.little_room, self.fits_nowhere)
        return (*first, *self.not_yet.ways_in, *self.focus, *held, *self.whose)


class Topics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    topics: dict[str, str]


def life_story(language: str) -> LifeStory:
    """The prompts of the first talk. Raises `Unreadable`."""
    return read(language, "life-story.toml", LifeStory)


def visions(language: str) -> VisionPrompts:
    """The prompts of the second talk. Raises `Unreadable`."""
    return read(language, "visions.toml", VisionPrompts)


def topics(language: str) -> dict[str, str]:
    """Every tag a person can turn off, and what it is called. Raises `Unreadable`."""
    return dict(read(language, "topics.toml", Topics).topics)


def prompt(language: str, id: str) -> Prompt | None:
    """The prompt a record names, in English where a translation has none yet; None if unknown."""
    return next((found for found in both(language, ENGLISH) if found.id == id), None)


def both(*languages: str) -> tuple[Prompt, ...]:
    """The prompts of both talks, language after language."""
    return tuple(
        found
        for language in languages
        for found in (*life_story(language).prompts, *visions(language).prompts)
    )
