"""Being asked: every question is answered before anything is given, and a no leaves no trace."""

import uuid
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career import boundaries
from yonder.career.hearing import listens_as_peer, next_free
from yonder.career.invitations import Invitation, accept, begun_by
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.career.starts import remember
from yonder.guidebook.starter import starter
from yonder.vault import identities
from yonder.vault.keyrings import Keyring
from yonder.web.choosing import NewPassword, SharedDevice, SignInName, refuse_own_name
from yonder.web.homecoming import bring_home
from yonder.web.links import expired
from yonder.web.shared_devices import is_marked, mark
from yonder.web.signin import enter
from yonder.web.trouble import refused_form
from yonder.web.unlocking import keyring_of
from yonder.web.wording import WordedForm

# Where the owner would like to start: the word of the button → what is remembered.
STARTS = {"join": "", "join-story": "story", "join-visions": "visions", "join-some": "some"}

# The words for no: what somebody would rather have instead.
NOES = {"no": "", "someone-else": "someone-else", "my-boss": "my-boss"}


class JoinForm(WordedForm):
    name = forms.CharField(label=_("Your first name"), max_length=80)
    login = SignInName(_("A short name that you choose. You need no e-mail."))
    password = NewPassword(_("Your password"))
    shared = SharedDevice()
    start = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def clean_login(self) -> str:
        login: str = self.cleaned_data["login"]
        if Person.objects.filter(login=login).exists():
            raise forms.ValidationError(_("This sign-in name is taken. Choose another one."))
        return login

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        names = {"name": given.get("name", ""), "login": given.get("login", "")}
        refuse_own_name(self, "password", **names)
        return given


@login_not_required
@require_http_methods(["GET", "POST"])
def welcome(request: Any, token: str) -> HttpResponse:
    """Behind the link or the slip: what is asked, and a no that leaves nothing behind."""
    found = Invitation.objects.behind(token, request.vault.clock())
    if found is None:
        return expired(request)
    if _is_for_another(request, found):
        return render(request, "invitations/another.html", {}, status=404)
    return _answered(request, found, token)


@require_http_methods(["GET", "POST"])
def asked(request: Any, invitation: uuid.UUID) -> HttpResponse:
    """The same page for somebody who is here already and has no link at hand."""
    open_now = Invitation.objects.to(request.user).filter(expires__gt=request.vault.clock())
    return _answered(request, get_object_or_404(open_now, id=invitation))


@login_not_required
@require_http_methods(["GET", "POST"])
def join(request: Any, token: str) -> HttpResponse:
    found = Invitation.objects.behind(token, request.vault.clock())
    if found is None or request.user.is_authenticated or found.invitee.login:
        return redirect("invitation", token)
    form = JoinForm(request.POST or None, initial=_beforehand(request, found))
    if form.is_valid():
        try:
            return _joined(request, found, form.cleaned_data)
        except IntegrityError:
            form.add_error("login", _("This sign-in name is taken. Choose another one."))
    return _join_page(request, found, token, form)


def _answered(request: Any, found: Invitation, token: str = "") -> HttpResponse:
    if begun := begun_by(found):
        return _begun(request, begun, token)
    verb = request.POST.get("verb")
    if verb in NOES:
        return _no(request, found, NOES[verb])
    if verb in STARTS:
        return _yes(request, found, token, STARTS[verb])
    return render(request, "invitations/welcome.html", _context(found) | {"more": verb == "more"})


def _begun(request: Any, begun: Journey, token: str) -> HttpResponse:
    """Yes was said. From here on the talks themselves are the place for a no."""
    if request.user.is_authenticated:
        return redirect("journey", begun.id)
    here = reverse("invitation", args=[token])
    return render(request, "invitations/begun.html", {"here": here})


def _no(request: Any, found: Invitation, rather: str) -> HttpResponse:
    """Whatever would be liked instead, the same is stored: a no, for oneself alone."""
    if request.user.is_authenticated:
        boundaries.decline(keyring_of(request), found.id)
    instead: dict[str, Any] = {"rather": rather, "boss": None, "next_free": None}
    if request.user.is_authenticated and rather:
        instead["boss"] = found.invitee.manager
        instead["next_free"] = next_free(found.invitee, found.inviter)
    return render(request, "invitations/declined.html", _context(found) | instead)


def _yes(request: Any, found: Invitation, token: str, start: str) -> HttpResponse:
    if request.user.is_authenticated:
        _remember(keyring_of(request), found, start)
        bring_home(request)  # former talks of the same two, or they could not begin anew
        return redirect("key", accept(found).id)
    if found.invitee.login:
        return redirect(f"{reverse('sign-in')}?next={reverse('invitation', args=[token])}")
    # Drawn here and not led to: the choice travels in the form, where no log sees it.
    form = JoinForm(initial=_beforehand(request, found) | {"start": start})
    return _join_page(request, found, token, form)


def _remember(keyring: Keyring, found: Invitation, start: str) -> None:
    """`some` is Visions too, and the life story is turned off for good: only the owner can tell."""
    without_story = start == "some"
    first = "visions" if without_story else start
    remember(keyring, found.circle, first, without_story=without_story)


def _beforehand(request: Any, found: Invitation) -> dict[str, Any]:
    return {"name": found.invitee.name, "shared": is_marked(request)}


def _join_page(request: Any, found: Invitation, token: str, form: JoinForm) -> HttpResponse:
    here = reverse("join", args=[token])
    context = _context(found) | {"form": form, "trouble": refused_form(form), "here": here}
    return render(request, "invitations/join.html", context)


def _joined(request: Any, found: Invitation, given: dict[str, Any]) -> HttpResponse:
    person = found.invitee
    with transaction.atomic():
        person.name, person.login = given["name"].strip(), given["login"]
        person.save(update_fields=["name", "login"])
        keyring = identities.join(request.vault, person.id, person.name, given["password"])
        _remember(keyring, found, given["start"])
        journey = accept(found)
    enter(request, person, keyring, shared=given["shared"])
    response = redirect("key", journey.id)
    mark(request, response, shared=given["shared"])
    return response


def _is_for_another(request: Any, found: Invitation) -> bool:
    return request.user.is_authenticated and request.user.id != found.invitee_id


def _context(found: Invitation) -> dict[str, Any]:
    return {
        "inviter": found.inviter.name,
        "owner_is_me": found.owner_id == found.invitee_id,
        "peer": found.owner_id == found.invitee_id and listens_as_peer(found.inviter, found.owner),
        "until": found.expires,
        "starter": starter(get_language() or "en"),
        "accepted_already": bool(found.invitee.login),
        "has_no_desk": found.invitee.has_no_desk,
    }
