"""A no in one tap: what its button is called, and what is read afterwards."""

import msgspec

from yonder.guidebook.reading import read


class Boundary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`guide_reads` is empty where the guide's page looks as after any answer.

    In place of `owner_reads`, `when_confirmed` is read where backups are known to forget in time,
    and `alone` by somebody without a guide; empty means that nothing is different then.
    """

    button: str
    owner_reads: str
    guide_reads: str = ""
    when_confirmed: str = ""
    alone: str = ""


class Boundaries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One for each button; `mine` opens the owner's own page, `guides_too` the guide's."""

    mine: str
    guides_too: str
    not_this_one: Boundary
    not_this_topic: Boundary
    not_this_talk: Boundary
    stop_for_today: Boundary
    only_me_again: Boundary
    erase: Boundary
    not_with_before_the_start: Boundary
    not_with_later: Boundary


def texts(language: str) -> Boundaries:
    """The boundaries as this reader gets them. Raises `Unreadable`."""
    return read(language, "boundaries.toml", Boundaries)
