"""The room: one step at a time, for both on their own screens, and for somebody alone."""

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career import drafts, talks
from yonder.career import parts as career_parts
from yonder.career.journeys import Journey
from yonder.career.pages import Pages
from yonder.career.record import GUIDE, OWNER
from yonder.career.waiting import word_of
from yonder.guidebook import cards, prompts, rooms
from yonder.vault import unlocks
from yonder.vault.refusals import NotForYou
from yonder.web import changing, dates, journeys, pages, parts, practice
from yonder.web import talks as talk_verbs
from yonder.web.ahead import Ahead
from yonder.web.chance import CHANCE
from yonder.web.content import CONTENT
from yonder.web.drawing import Drawing
from yonder.web.languages import language_of
from yonder.web.record import named, names_of
from yonder.web.verbs import Place, Typed, Verb, answered, form_name
from yonder.web.waiting import unchanged
from yonder.web.wording import WordedForm

# What is being typed at a step, and the fields of it that are worth keeping.
CAPTURES = {
    talks.MATTERS: ("value", ("words",)),
    talks.PICTURES: ("vision", ("name", "text")),
    talks.SKILLS: ("skill", ("name",)),
    talks.CHANGED: ("checkin", ("changed",)),
}
A_TURN = ("turn", ("changed", "why", "better", "stage"))
TALK_LASTS = 60  # minutes; the longest a page stays open for a talk (decision 23)
# The forms that stand open at a step of the room.
OPENED = {
    talks.MATTERS: ("value",),
    talks.PICTURES: ("vision",),
    talks.SKILLS: ("skill",),
    talks.ACTIONS: ("action",),
    talks.CHANGED: ("checkin",),
}
START_NAMES = {
    "kindergarten": _("With kindergarten"),
    "first-job": _("With my first job"),
    "since-joining": _("With the day I came here"),
}


class StepForm(WordedForm):
    """A button of the bar: the step it was pressed at, and what was being typed there."""

    entry = forms.SlugField(max_length=60)

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        for _noun, names in (*CAPTURES.values(), A_TURN):
            self.fields |= {name: forms.CharField(required=False) for name in names}


class StartForm(WordedForm):
    entry = forms.ChoiceField(choices=[(start, start) for start in prompts.STARTS])


@require_http_methods(["GET", "POST"])
def room(request: Any, journey: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)
    place = journeys.place_of(request, found, _draw_shared, "room")
    try:
        if first := practice.before_the_room(place, found):
            return first
        parts.part_over(place)
        return (
            unchanged(request, place)
            or _stay(request, place)
            or dates.set_day(request, place, found)
            or parts.pen_down(place)
            or changing.opened(place)
            or answered(place, VERBS)
        )
    except NotForYou:
        if request.method == "POST":
            return journeys.closed(request, found)
        return redirect("journey", found.id)


@require_http_methods(["GET", "POST"])
def own_room(request: Any) -> HttpResponse:
    place = pages.place_of(request, _draw_own, "own-room")
    return unchanged(request, place) or changing.opened(place) or answered(place, VERBS)


def _stay(request: Any, place: Place) -> HttpResponse | None:
    """Two people look at each other and not at the screen: it need not close meanwhile."""
    if request.POST.get("verb") != "stay":
        return None
    unlocks.stay_open(request.vault, request.row, TALK_LASTS)
    return redirect(place.here)


def _draw_shared(request: Any, found: Journey, shared: Pages, typed: Typed) -> HttpResponse:
    context = named(request, found) | {
        "no_desk": found.owner.has_no_desk,
        "out": reverse("journey", args=[found.id]),
        "here": reverse("room", args=[found.id]),
        "day": dates.shown(request, shared, found, typed),
        "may_stay": not request.row.shared and request.row.idle < timedelta(minutes=TALK_LASTS),
    }
    return _draw(request, shared, typed, names_of(found), context)


def _draw_own(request: Any, own: Pages, typed: Typed) -> HttpResponse:
    me = request.user
    context = {
        "no_desk": me.has_no_desk,
        "out": reverse("pages"),
        "here": reverse("own-room"),
        "day": None,
        "journey": None,
        "may_stay": False,
    }
    names = {"other": "", "owner_name": me.name, "guide_name": ""}
    return _draw(request, own, typed, {me.id: me.name}, context | names)


def _draw(
    request: Any, open_: Pages, typed: Typed, names: dict[uuid.UUID, str], context: dict[str, Any]
) -> HttpResponse:
    if not open_.both_read and open_.shared:
        return redirect(context["out"])
    language, step = language_of(request.user), talks.step_of(open_)
    drawing = Drawing(open_, names, typed, OPENED.get(step, ()))
    in_plan = {OWNER: context["owner_name"], GUIDE: context["guide_name"]}
    ahead = Ahead(drawing, in_plan, request.vault.today(), context["journey"])
    context |= drawing.context() | ahead.context()
    notes_off = career_parts.notes_are_off(open_)
    context |= {
        "can_write": context["can_write"] and not notes_off,
        "notes_off": notes_off,
        "in_room": True,
        "trouble": typed.trouble,
        "seen": word_of(open_),
        "talk": talks.talk_of(open_),
        "talk_names": talk_verbs.NAMES,
        "step": step,
        "first": talks.course(open_).at == 0,
        "prompt": prompts.prompt(language, step),
        "texts": rooms.texts(language),
        "opening": rooms.talk(language, talks.talk_of(open_)),
        "whose": prompts.visions(language).whose,
        "deck": cards.deck(language),
        "starts": START_NAMES,
        "stopped": request.POST.get("verb") == "stop",
    }
    return render(request, "room/page.html", context)


# ---- the bar -------------------------------------------------------------------------------------


def _next(own: Pages, said: dict[str, Any]) -> None:
    _put_aside(own, said)
    talks.next_step(own, said["entry"])


def _not_this(own: Pages, said: dict[str, Any]) -> None:
    _put_aside(own, said)
    talks.not_this_one(own, said["entry"])


def _back(own: Pages, said: dict[str, Any]) -> None:
    _put_aside(own, said)
    talks.earlier_step(own, said["entry"])


def _put_aside(own: Pages, said: dict[str, Any]) -> None:
    """What was being typed is not sent by going on, and it is not lost either."""
    noun, names = CAPTURES.get(said["entry"], A_TURN)
    fields = {name: said[name] for name in names if said[name]}
    if fields and (own.owns or not career_parts.notes_are_off(own)):
        drafts.keep(own, form_name(noun), fields)


def _start(own: Pages, said: dict[str, Any]) -> None:
    talks.start_at(own, said["entry"], CHANCE)


def _close(own: Pages, said: dict[str, Any]) -> None:
    talks.close(own, said["entry"], own.common.circle.keyring.vault.today())


VERBS = parts.while_notes_are_on(CONTENT) | parts.VERBS
VERBS |= {
    "next": Verb(_next, StepForm, told=""),
    "not-this": Verb(_not_this, StepForm, told=""),
    "back": Verb(_back, StepForm, told=""),
    "start": Verb(_start, StartForm, told=""),
    "close-talk": Verb(_close, StepForm, told=""),
}
