"""Home: whom I talk with, and what waits for my word."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yonder.career.askings import run_out
from yonder.career.boundaries import declined
from yonder.career.cascade import questions_to
from yonder.career.hearing import stopped
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.leading import new_manager
from yonder.career.letterboxes import keep_up, letterbox
from yonder.career.pairings import Glance, glances
from yonder.career.practice import has_practised
from yonder.career.record import JourneyRecord, open_private
from yonder.career.recovery import is_typed_back
from yonder.career.settling import to_settle
from yonder.guidebook.starter import starter
from yonder.vault.identities import former_until
from yonder.web.homecoming import bring_home
from yonder.web.languages import language_of
from yonder.web.offers import for_me
from yonder.web.promised import next_day, promised, promised_to_me
from yonder.web.talks import NAMES
from yonder.web.unlocking import keyring_of


@require_safe
def home(request: Any) -> HttpResponse:
    keyring, me = keyring_of(request), request.user
    trouble, on = bring_home(request), request.vault.clock().date()
    private = open_private(keyring)
    begun = glances(keyring, me, Journey.objects.of(me))
    keep_up(letterbox(me), next_day(begun, me, request.vault.today()))
    waiting = _waiting(me, declined(private))
    context = {
        "trouble": trouble,
        "journeys": [_listed(journey, seen, me) for journey, seen in begun.items()],
        "offered": for_me(begun, private, me, request.vault.clock()),
        "talk_names": NAMES,
        **_new_manager(private, begun, me),
        "promised": promised(begun, me, request.vault.today()),
        "promised_to_me": promised_to_me(begun, me, request.vault.today()),
        "ended": Journey.objects.ended_for(me, on),
        "parting": Journey.objects.parting(me, on),
        "to_settle": _to_settle(request, private, begun),
        "invited": [one for one in waiting if one.inviter_id == me.id],
        "asked": [one for one in waiting if one.invitee_id == me.id],
        "run_out": run_out(private, me, request.vault.clock()),
        "starter": starter(language_of(me)),
        "own_talks": any(journey.owner_id == me.id for journey in begun),
        "listening": questions_to(me, private, request.vault.clock()),
        "no_more_time": stopped(me),
        "practice": _listens(me, begun) and not has_practised(private),
        "needs_code": len(keyring.keys) > 1 and not is_typed_back(keyring, private),
        "former": former_until(request.vault, me.id) is not None,
    }
    return render(request, "home/page.html", context)


def _listed(journey: Journey, seen: Glance, me: Any) -> dict[str, Any]:
    role = "owner" if journey.owner_id == me.id else "guide"
    who = {"journey": journey, "other": journey.other(me).name, "role": role}
    return who | {"state": seen.state, "talk": seen.talk, "waits": seen.waits and role == "owner"}


def _new_manager(private: JourneyRecord, begun: Iterable[Journey], me: Any) -> dict[str, Any]:
    """Somebody else leads this person by now. It moves nothing, and it asks (decision 46)."""
    mine = [journey for journey in begun if journey.owner_id == me.id]
    manager = new_manager(private, me) if mine else None
    return {"new_manager": manager, "carry_from": mine[0] if mine else None}


def _listens(me: Any, begun: Iterable[Journey]) -> bool:
    return any(journey.guide_id == me.id for journey in begun)


def _to_settle(request: Any, private: JourneyRecord, begun: Iterable[Journey]) -> list[Journey]:
    """Talks without a next day that this person wanted to settle: their own list, nobody else's."""
    circles = to_settle(private, request.vault.today())
    return [one for one in begun if one.circle in circles and not one.next_at]


def _waiting(me: Any, no: set[UUID]) -> list[Invitation]:
    """Open questions: not those that led to talks, also when these have ended. What I said no to
    is not one of them either, and only I know."""
    begun = Journey.objects.ever(me).values("circle")
    every = Invitation.objects.concerning(me).exclude(circle__in=begun)
    return [one for one in every if one.id not in no]
