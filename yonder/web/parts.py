"""The pen is down: what the room and the table refuse until the next step."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse

from yonder.career import parts
from yonder.career.pages import Pages
from yonder.career.record import insist
from yonder.web import trouble as troubles
from yonder.web.verbs import Place, Typed, Verb, said
from yonder.web.wording import WordedForm

# A no, an erasing and an ending write nothing, and nobody has to wait for them.
ALWAYS = {"erase", "only-me", "value-no", "earlier-erase", "rest"}


def while_notes_are_on(verbs: dict[str, Verb]) -> dict[str, Verb]:
    """The same verbs, of which those that write are refused while notes are off."""
    return {
        name: verb if name in ALWAYS else replace(verb, do=_asking_first(verb.do))
        for name, verb in verbs.items()
    }


def pen_down(place: Place) -> HttpResponse | None:
    """The answer to opening a form, and to a guide's draft, while notes are off; else None.

    What an owner has half-typed goes on being kept: it lies where only the owner reads.
    """
    name, _ = said(place.request.POST)
    if name not in ("change", "draft"):
        return None
    pages = place.read()
    if not parts.notes_are_off(pages) or (name == "draft" and pages.owns):
        return None
    if name == "draft":
        return HttpResponse(status=204)
    return place.draw(pages, Typed(trouble=troubles.notes_are_off()))


def part_over(place: Place) -> None:
    """Somebody has stopped for today: next time the two write again."""
    if place.request.POST.get("verb") == "stop":
        insist(place.read, parts.end_part)


def _asking_first(do: Callable[[Pages, dict[str, Any]], str | None]) -> Any:
    def done(pages: Pages, given: dict[str, Any]) -> str | None:
        parts.refuse_a_note(pages)
        return do(pages, given)

    return done


def _notes_off(pages: Pages, _said: dict[str, Any]) -> None:
    parts.turn_notes_off(pages)


VERBS = {"notes-off": Verb(_notes_off, WordedForm, told="")}
