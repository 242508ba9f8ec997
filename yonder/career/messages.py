"""What somebody writes to ask another to listen: to be copied, printed or said. Yonder sends it to
nobody (decision 11), and it lies where only its writer reads."""

import msgspec

from yonder.career.pages import Pages
from yonder.career.record import JourneyRecord

KIND = "message"
FORMS = ("mail", "chat", "card")


class Message(msgspec.Struct):
    """`form`: how it is going to be said, one of FORMS. `to`: the first name of who is asked."""

    form: str
    to: str
    text: str


def message(private: JourneyRecord) -> Message | None:
    """What this person has written and not erased, or None. There is one at a time."""
    kept = private.of_kind(KIND, Message)
    return kept[-1][1] if kept else None


def write(pages: Pages, fresh: Message) -> None:
    """Keep it. It takes the place of an earlier one."""
    kept = pages.private.of_kind(KIND, Message)
    if kept:
        pages.touch(pages.private).reword(kept[-1][0], fresh)
    else:
        pages.touch(pages.private).add(KIND, fresh, pages.me)


def erase(pages: Pages) -> None:
    """Nothing of it stays."""
    for entry, _ in pages.private.of_kind(KIND, Message):
        pages.touch(pages.private).circle.record.drop(entry.id)
