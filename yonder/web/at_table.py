"""What the owner can do on the guide's screen: say yes or no to what was heard, and write.

The keys are the guide's, so nothing here is for the owner alone: "leave it out" stores nothing, and
no draft is kept. What was agreed here is marked, and the owner can undo it (decision 22).
"""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yonder.career import parts as career_parts
from yonder.career import talks, values
from yonder.career.journeys import Journey
from yonder.career.pages import Pages
from yonder.career.waiting import word_of
from yonder.guidebook import cards, rooms
from yonder.vault.refusals import NotForYou
from yonder.web import changing, journeys, parts, pivots, visions
from yonder.web.drawing import Drawing
from yonder.web.languages import language_of
from yonder.web.pivots import OneForm
from yonder.web.record import named, names_of
from yonder.web.values import BACK, ValueForm
from yonder.web.verbs import Typed, Verb, answered
from yonder.web.waiting import unchanged


def at_table(request: Any, found: Journey) -> HttpResponse:
    """The one page that answers while the screen lies on the table."""
    place = journeys.place_of(request, found, _draw, "table")
    try:
        return (
            unchanged(request, place)
            or parts.pen_down(place)
            or changing.form_opened(place)
            or answered(place, VERBS)
        )
    except NotForYou:
        raise Http404 from None


def _draw(request: Any, found: Journey, pages: Pages, typed: Typed) -> HttpResponse:
    drawing = Drawing(pages, names_of(found), typed, ("vision",))
    # What the guide was typing before is not for the eyes of the owner.
    drawing.drafts = {}
    context = named(request, found) | drawing.context()
    notes_off = career_parts.notes_are_off(pages)
    language = language_of(request.user)
    context |= {
        "can_write": context["can_write"] and not notes_off,
        "notes_off": notes_off,
        "texts": rooms.texts(language),
        "deck": cards.deck(language),
        "owns": True,
        "alone": True,
        "in_room": True,
        "talk": talks.talk_of(pages),
        "trouble": typed.trouble,
        "seen": word_of(pages),
    }
    return render(request, "table/page.html", context)


def _yes(pages: Pages, said: dict[str, Any]) -> None:
    values.agree_at_table(pages, said["entry"], said["rev"] or 0)


def _in_my_words(pages: Pages, said: dict[str, Any]) -> None:
    values.agree_at_table(pages, said["entry"], said["rev"] or 0, said["words"])
    values.point(pages, said["entry"], said["turns"])


def _no(pages: Pages, said: dict[str, Any]) -> None:
    values.take_away_at_table(pages, said["entry"], said["rev"] or 0)


AT_TABLE = {
    "turn-write": pivots.VERBS["turn-write"],
    "vision-write": visions.VERBS["vision-write"],
    "value-yes": Verb(_yes, OneForm, "", BACK, told=""),
    "value-edit": Verb(_in_my_words, ValueForm, "value", BACK, told=""),
    "value-no": Verb(_no, OneForm, "", BACK, told=""),
}
VERBS = parts.while_notes_are_on(AT_TABLE)
