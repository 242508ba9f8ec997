"""The team of whoever asks: days that are set, what they promised, everybody, and who is next.

It shows what the two have done, and never what somebody did not do (decision 49).
"""

import uuid
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yonder.career import keenness, stalling
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.record import JourneyRecord, insist, open_private
from yonder.career.team import Member, next_ones, team
from yonder.web.promised import guides
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import id_in

LARGE = 12  # people; from here on a name can be looked for

Verb = Callable[[Pages, Any, uuid.UUID], None]


@require_http_methods(["GET", "POST"])
def page(request: Any) -> HttpResponse:
    name, _, said = request.POST.get("verb", "").partition(":")
    if verb := VERBS.get(name):
        do, back = verb
        whom = id_in(said or request.POST.get("who", ""))
        insist(opener(keyring_of(request)), partial(_do, do, request.user, whom))
        return redirect(f"{reverse('team')}#{back}")
    return _shown(request)


def _shown(request: Any) -> HttpResponse:
    keyring, now = keyring_of(request), request.vault.clock()
    members, private = team(keyring, request.user), open_private(keyring)
    named = request.GET.get("name", "").replace("\x00", "").strip()
    context = {
        "members": members,
        "days": _days(members, now),
        "promised": guides(members, request.vault.today()),
        "more": [one for one in members if one.face and one.face.more],
        "stalled": [one for one in members if stalling.stalls(one, private, now)],
        "everybody": [one for one in members if _begins(one, named)],
        "named": named,
        "is_large": len(members) > LARGE,
        **_next(members, private, now),
    }
    return render(request, "team/page.html", context)


def _days(members: list[Member], now: Any) -> list[Member]:
    """Those with a day, the next one first."""
    return sorted((one for one in members if one.has_day(now)), key=attrgetter("next_at"))


def _next(members: list[Member], private: JourneyRecord, now: Any) -> dict[str, Any]:
    first = next_ones(members, private, now)
    others = [one for one in members if one.may_be_asked and one not in first]
    return {"next": first, "others": others}


def _begins(member: Member, named: str) -> bool:
    return member.name.casefold().startswith(named.casefold())


def _do(do: Verb, me: Any, whom: uuid.UUID, pages: Pages) -> None:
    do(pages, me, whom)


def _not_now(pages: Pages, me: Any, journey: uuid.UUID) -> None:
    mine = Journey.objects.of(me).filter(guide=me)
    stalling.not_now(pages, get_object_or_404(mine, id=journey))


def _of_mine(do: Callable[[Pages, uuid.UUID], None]) -> Verb:
    def verb(pages: Pages, me: Any, person: uuid.UUID) -> None:
        do(pages, get_object_or_404(me.reports, id=person).id)

    return verb


VERBS: dict[str, tuple[Verb, str]] = {
    "not-now": (_not_now, "yours"),
    "keen": (_of_mine(keenness.put_last), "next"),
    "keen-up": (_of_mine(keenness.put_earlier), "next"),
    "keen-off": (_of_mine(keenness.put_off), "next"),
}
