"""Five who listen to five: asking somebody to listen, answering, and asking somebody to talk."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career import cascade as five
from yonder.career import hearing
from yonder.career.cascade import Listening, Question
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.career.record import faces_of, open_private
from yonder.career.shares import share_of
from yonder.planning.crowd import crowd
from yonder.planning.tiers import FAN_OUT
from yonder.planning.ways import CASCADE, TALKS
from yonder.web import trouble as troubles
from yonder.web import trouble_with_times
from yonder.web.speakers import SpeakerForm, sent
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import id_in, said

HOURS = FAN_OUT * len(TALKS[CASCADE])  # of an hour each, one in a week


@require_http_methods(["GET", "POST"])
def cascade(request: Any) -> HttpResponse:
    verb, data = said(request.POST)
    if verb == "speaker":
        return _speaker(request)
    if verb == "hear":
        return _hear(request, id_in(data.get("entry", "")))
    if verb == "wish":
        return _wish(request, id_in(data.get("entry", "")))
    if verb in ANSWERS:
        return ANSWERS[verb](request, data)
    return _page(request)


def _ask(request: Any, data: Any) -> HttpResponse:
    """Only those can be asked who have walked with the one who asks."""
    wanted, now = id_in(data.get("entry", "")), request.vault.clock()
    listener = next((one for one in _walked(request) if one.id == wanted), None)
    if listener is None:
        raise Http404
    try:
        five.ask(request.user, listener, on=now)
    except five.EnoughAsked:
        return _page(request, trouble_with_times.enough_asked())
    return _back(request, "asked-to-listen")


def _yes(request: Any, data: Any) -> HttpResponse:
    room = data.get("room", "")
    five.accept(_question(request, data), int(room) if room in "12345" and room else FAN_OUT)
    return _back(request, "listening")


def _no(request: Any, data: Any) -> HttpResponse:
    return _refused(request, data, for_good=True)


def _not_yet(request: Any, data: Any) -> HttpResponse:
    return _refused(request, data, for_good=False)


def _refused(request: Any, data: Any, *, for_good: bool) -> HttpResponse:
    five.refuse(keyring_of(request), _question(request, data), for_good=for_good)
    return render(request, "cascade/declined.html")


def _stop(request: Any, data: Any) -> HttpResponse:
    five.stop(request.user)
    return _back(request, "stopped")


def _speaker(request: Any) -> HttpResponse:
    form = SpeakerForm(request.POST, request.user)
    if not form.is_valid():
        return _page(request, troubles.refused_form(form), form)
    them = form.cleaned_data["who"]
    return sent(request, them, owner=them)


def _hear(request: Any, wanted: UUID) -> HttpResponse:
    """One tap on a name of one's own share; the invitation is the ordinary one."""
    them = next((one for one in share_of(request.user) if one.id == wanted), None)
    if them is None:
        raise Http404
    if hearing.room_left(request.user) < 1:
        return _page(request)
    return sent(request, them, owner=them)


def _wish(request: Any, wanted: UUID) -> HttpResponse:
    """Somebody who would rather talk with this one asks them in the ordinary way."""
    listener = Person.objects.filter(id=wanted, is_active=True).exclude(login=None).first()
    if listener is None or not hearing.can_hear(listener, request.user):
        raise Http404
    return sent(request, listener, owner=request.user)


def _page(
    request: Any, trouble: Trouble | None = None, form: SpeakerForm | None = None
) -> HttpResponse:
    me, now = request.user, request.vault.clock()
    listens = hearing.listens(me)
    left = hearing.room_left(me) if listens else 0
    context = {
        "questions": five.questions_to(me, open_private(keyring_of(request)), now),
        "fewer": range(1, FAN_OUT),
        "hours": HOURS,
        "chosen": _chosen(request),
        "listens": listens,
        "share": share_of(me) if left else [],
        "left": left,
        "form": form or SpeakerForm(None, me),
        "tiers": crowd(begun := hearing.begun(me)),
        "tier_names": TIERS,
        "total": sum(begun),
        "trouble": trouble,
    }
    return render(request, "cascade/page.html", context)


def _chosen(request: Any) -> list[dict[str, Any]]:
    """Everybody who could be asked, and how it stands: the same for a no and for silence."""
    asked = Question.objects.filter(boss=request.user, expires__gt=request.vault.clock())
    until = dict(asked.values_list("listener", "expires"))
    rooms = dict(
        Listening.objects.filter(boss=request.user, room__gt=0).values_list("listener", "room")
    )
    return [
        {"person": one, "room": rooms.get(one.id, 0), "until": until.get(one.id)}
        for one in _walked(request)
    ]


def _walked(request: Any) -> list[Person]:
    journeys = list(Journey.objects.of(request.user))
    faces = faces_of(keyring_of(request), journeys)
    return five.walked_with(request.user, [(one, faces.get(one.circle)) for one in journeys])


def _question(request: Any, data: Any) -> Question:
    """One that was asked of this person and has not run out. Whatever was said before, a yes is
    possible until then."""
    own = Question.objects.filter(listener=request.user, expires__gt=request.vault.clock())
    found = own.select_related("boss", "listener").filter(id=id_in(data.get("entry", ""))).first()
    if not isinstance(found, Question):
        raise Http404
    return found


def _back(request: Any, word: str) -> HttpResponse:
    tell(request, word)
    return redirect("cascade")


TIERS = (_("You listen"), _("They listen"), _("And these listen"))
ANSWERS = {
    "listener": _ask,
    "yes": _yes,
    "fewer": _yes,
    "not-yet": _not_yet,
    "no": _no,
    "no-more": _stop,
}
