"""Hand over to a new guide: pick, look at it as the other one will, then show it (decision 46)."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yonder.career import carrying, handovers
from yonder.career.invitations import Invitation, already, token_of
from yonder.career.journeys import Journey
from yonder.career.leading import new_manager
from yonder.career.pages import OnlyTheOwner, Pages, open_pages
from yonder.career.recovery import CodeFirst, ask_for_code
from yonder.vault.refusals import NotForYou, TooBig
from yonder.web import invitations
from yonder.web import trouble as troubles
from yonder.web.chance import CHANCE
from yonder.web.mail import tell_of_end
from yonder.web.picking import HandoverForm, groups
from yonder.web.record import named, record_of
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.unlocking import keyring_of

VERBS = ("carry", "look", "change", "hand", "nothing")


def asked(request: Any, found: Journey) -> HttpResponse | None:
    """The answer to one of VERBS, which only the owner has; None when another was pressed.

    They have no address of their own: a log would tell who thinks about somebody else.
    """
    verb = request.POST.get("verb")
    if verb not in VERBS:
        return None
    try:
        pages = open_pages(keyring_of(request), found.circle)
    except NotForYou:
        raise Http404 from None
    if not pages.owns:
        raise Http404
    return _answer(request, found, pages, verb)


def is_done(request: Any, journey: uuid.UUID) -> bool:
    """Was the button pressed twice? Then the first press has ended these talks, or set their day,
    and "nothing was changed" would not be true."""
    over = Journey.objects.filter(id=journey, owner=request.user).exclude(ends_on=None)
    return request.POST.get("verb") == "hand" and over.exists()


def _answer(request: Any, found: Journey, pages: Pages, verb: str) -> HttpResponse:
    manager, keyring = new_manager(pages.private, request.user), keyring_of(request)
    if verb == "nothing" and manager:
        handovers.settle(keyring, manager)
        tell(request, "nothing-carried")
        return redirect("home")
    try:
        ask_for_code(keyring)
    except CodeFirst:
        here = reverse("readers", args=[found.id])
        return redirect(f"{reverse('recovery-code')}?next={here}")
    data, on = None if verb == "carry" else request.POST, request.vault.clock().date()
    form = HandoverForm(data, found, pages, manager, on)
    if verb in ("look", "hand") and form.is_valid() and not _have_something(request, form):
        return (_hand if verb == "hand" else _look)(request, found, pages, form)
    return _pick(request, found, pages, form)


def _pick(
    request: Any, found: Journey, pages: Pages, form: HandoverForm, trouble: Trouble | None = None
) -> HttpResponse:
    context = named(request, found) | {
        "form": form,
        "groups": groups(pages, form.ticked()),
        "manager": new_manager(pages.private, request.user),
        "trouble": trouble or troubles.refused_form(form),
    }
    return render(request, "handover/page.html", context)


def _look(request: Any, found: Journey, pages: Pages, form: HandoverForm) -> HttpResponse:
    """Nothing is written yet: the very page, drawn for the new guide out of what was ticked."""
    keyring, guide = keyring_of(request), form.cleaned_data["who"]
    made = handovers.id_of(keyring, found, guide)
    record = carrying.drawn(
        keyring, pages, found.owner, guide, made, form.cleaned_data["carry"], CHANCE
    )
    drawn = Journey(id=made, owner=found.owner, guide=guide, circle=made)
    theirs = carrying.as_read_by(guide, record)
    context = record_of(drawn, theirs, guide, request.vault.today())
    context |= {"form": form, "former": found, "new_guide": guide.name, "given": form.cleaned_data}
    return render(request, "handover/preview.html", context)


def _hand(request: Any, found: Journey, pages: Pages, form: HandoverForm) -> HttpResponse:
    keyring, given = keyring_of(request), form.cleaned_data
    try:
        made = handovers.hand_over(
            keyring,
            found,
            given["who"],
            given["carry"],
            until=given["until"],
            on=request.vault.clock(),
        )
    except OnlyTheOwner:
        raise Http404 from None
    except TooBig:
        return _pick(request, found, pages, form, troubles.no_room_to_end())
    return _told(request, found, made, given["until"] is None)


def _told(request: Any, found: Journey, made: Invitation, ended: bool) -> HttpResponse:
    invitations.post(request, made, token_of(keyring_of(request), made.id))
    if ended:
        tell_of_end(found.guide)
    tell(request, "handed-over")
    return redirect("invitation-sent", made.id)


def _have_something(request: Any, form: HandoverForm) -> bool:
    """Do these two talk already, or does a question wait? Then that is the place to go on."""
    guide, on = form.cleaned_data["who"], request.vault.clock().date()
    if already(request.user, guide, owner=request.user, on=on) is None:
        return False
    said = _("%(guide)s listens to you already, or you have asked them.") % {"guide": guide.name}
    form.add_error("who", said)
    return True
