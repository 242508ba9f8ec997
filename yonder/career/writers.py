"""Who wrote what came in by a file: somebody of another workplace is a first name, and no person.

It lies where only the one who took the file in can read it.
"""

import uuid

import msgspec

from yonder.career.pages import Pages
from yonder.career.record import JourneyRecord

KIND = "writer"


class Writer(msgspec.Struct):
    """`person` stands in entries where a person's id stands otherwise, and is nobody's."""

    person: uuid.UUID
    name: str


def writers(record: JourneyRecord) -> dict[uuid.UUID, str]:
    """Id → first name."""
    return {noun.person: noun.name for _, noun in record.of_kind(KIND, Writer)}


def called(pages: Pages, name: str) -> uuid.UUID:
    """The id of the writer with this name; a new one for a name that was not here before."""
    known = {one: person for person, one in writers(pages.private).items()}
    if name not in known:
        known[name] = uuid.uuid4()
        pages.touch(pages.private).add(KIND, Writer(known[name], name), pages.me)
    return known[name]
