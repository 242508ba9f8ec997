"""One journey as a page draws it: who is who in it, and all that the two have written."""

import uuid
from typing import Any

from yonder.career import talks
from yonder.career.journeys import Journey
from yonder.career.pages import Pages
from yonder.career.pairings import State
from yonder.career.people import Person
from yonder.career.record import GUIDE, OWNER
from yonder.web import changing, closed
from yonder.web.ahead import Ahead
from yonder.web.drawing import Drawing
from yonder.web.verbs import Typed

# Fields in which nobody types a sentence.
NO_WORDS = {*changing.OURS, "rev", "stage", "pillar", "who", "by", "kind", "day", "time"}
NO_WORDS |= closed.OURS | closed.SECRETS  # a page that had closed was opened with the same form


def record_of(
    found: Journey, pages: Pages, me: Person, today: int, typed: Typed | None = None
) -> dict[str, Any]:
    """What the record part of the page needs, as `me` reads it: journeys/record.html."""
    drawing = Drawing(pages, names_of(found), typed or Typed())
    ahead = Ahead(drawing, names_in_plan(found), today, found)
    context = _named(found, me) | drawing.context() | ahead.context()
    return context | {"talk": talks.talk_of(pages), "note_form": drawing.note_form()}


def names_of(found: Journey) -> dict[uuid.UUID, str]:
    return {found.owner_id: found.owner.name, found.guide_id: found.guide.name}


def names_in_plan(found: Journey) -> dict[str, str]:
    """Who does a step: first names."""
    return {OWNER: found.owner.name, GUIDE: found.guide.name}


def named(request: Any, found: Journey) -> dict[str, Any]:
    """Who is who, for every page of a journey."""
    return _named(found, request.user)


def _named(found: Journey, me: Person) -> dict[str, Any]:
    return {
        "journey": found,
        "other": found.other(me).name,
        "owner_name": found.owner.name,
        "guide_name": found.guide.name,
        "State": State,
    }


def typed_words(request: Any) -> list[str]:
    """What somebody wrote into a form that cannot be taken any more: to be copied."""
    words = [text for name, text in request.POST.items() if name not in NO_WORDS]
    return [text for text in words if text.strip()]
