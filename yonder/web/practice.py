"""Ten minutes of practice, one scene at a time. What is chosen is answered, and never kept."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.journeys import Journey
from yonder.career.pages import Pages
from yonder.career.people import Person, Workplace
from yonder.career.practice import comes_first, has_practised, is_asked_for, remember
from yonder.career.record import open_private
from yonder.guidebook.practice import Practice
from yonder.guidebook.practice import practice as guidebook
from yonder.web.languages import language_of
from yonder.web.record import typed_words
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import Place, said

LETTERS = ("A", "B", "C")


@require_http_methods(["GET", "POST"])
def practice(request: Any) -> HttpResponse:
    book = guidebook(language_of(request.user))
    verb, data = said(request.POST)
    if verb == "done":
        remember(keyring_of(request))
        return render(request, "practice/done.html", {"practice": book})
    scene = _scene(book, data.get("entry", "")) if verb in ("scene", "reply") else None
    if scene is None:
        return _before(request, book)
    chosen = data.get("rev", "") if verb == "reply" else ""
    return _shown(request, book, scene, chosen if chosen in LETTERS else "")


def before_the_room(place: Place, journey: Journey) -> HttpResponse | None:
    """What a guide finds in place of the room until the practice is done; None for all others."""
    request = place.request
    if not room_waits(journey, request.user, place.read):
        return None
    context = {"owner": journey.owner.name, "journey": journey, "echo": typed_words(request)}
    return render(request, "practice/first.html", context)


def room_waits(journey: Journey, me: Person, read: Callable[[], Pages]) -> bool:
    """Is the room still closed for `me`? Nothing is read for those of whom nothing is asked."""
    if journey.guide_id != me.id:
        return False
    required = Workplace.objects.filter(practice_required=True).exists()
    return is_asked_for(journey, required=required) and comes_first(read())


def _before(request: Any, book: Practice) -> HttpResponse:
    done = has_practised(open_private(keyring_of(request)))
    return render(request, "practice/page.html", {"practice": book, "done": done})


def _shown(request: Any, book: Practice, number: int, chosen: str) -> HttpResponse:
    """The scene; after a reply the same one, with what Yonder would choose, and why."""
    last = number == len(book.scenes)
    context = {
        "scene": book.scenes[number - 1],
        "number": number,
        "count": len(book.scenes),
        "chosen": chosen,
        "next_verb": "done" if last else f"scene:{number + 1}:1",
        "next_word": _("To the end") if last else _("Next"),
    }
    return render(request, "practice/scene.html", context)


def _scene(book: Practice, number: str) -> int | None:
    known = {str(place): place for place in range(1, len(book.scenes) + 1)}
    return known.get(number)
