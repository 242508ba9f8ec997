"""Examples for skills and steps, from an office and from a shop floor."""

import msgspec

from yonder.guidebook.reading import read


class Steps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Steps of one kind, as people said them."""

    office: tuple[str, ...]
    floor: tuple[str, ...]


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`skills` can be watched; `not_like_this` cannot, and is followed by what helps then. The
    four kinds of steps are named as in `career.plans`."""

    skills: tuple[str, ...]
    not_like_this: tuple[str, ...]
    not_like_this_ask: str
    learn: Steps
    people: Steps
    work: Steps
    next: Steps

    def steps(self, pillar: str) -> Steps:
        """The examples for one kind of steps."""
        found: Steps = getattr(self, pillar)
        return found


def examples(language: str) -> Examples:
    """All examples as this reader gets them. Raises `Unreadable`."""
    return read(language, "plan.toml", Examples)
