"""Puts names into a text. What a person is called is put in as it is, and never read as a place."""

import re

PLACE = re.compile(r"\{([a-z_]+)\}")


def fill(text: str, **names: object) -> str:
    """`text` with `{owner}`, `{date}` and so on filled in. Raises `KeyError` for one not given."""
    return PLACE.sub(lambda place: str(names[place[1]]), text)
