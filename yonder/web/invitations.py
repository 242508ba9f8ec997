"""Inviting somebody, and being invited: every question is answered before anything is given."""

import uuid
from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from yonder.career import boundaries
from yonder.career.invitations import (
    Invitation,
    accept,
    already,
    invite,
    newcomer,
    token_of,
)
from yonder.career.journeys import Journey
from yonder.career.people import LOGIN, Person
from yonder.career.recovery import CodeFirst, ask_for_code
from yonder.vault import identities
from yonder.web.accounts import qr
from yonder.web.choosing import NewPassword, refuse_own_name
from yonder.web.mail import can_send, send
from yonder.web.passwords import TOO_OLD
from yonder.web.signin import enter
from yonder.web.trouble import refused_form
from yonder.web.unlocking import keyring_of


class InviteForm(forms.Form):
    who = forms.ModelChoiceField(
        label=_("One of your people"),
        empty_label=_("Someone else"),
        queryset=Person.objects.none(),
        required=False,
    )
    name = forms.CharField(label=_("First name"), max_length=80, required=False)
    email = forms.CharField(
        label=_("E-mail address or sign-in name"),
        help_text=_("Leave it empty to print a slip or show a square."),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    listens = forms.ChoiceField(
        label=_("Whose talks would these be?"),
        choices=[("me", _("Theirs. I listen.")), ("they", _("Mine. They listen."))],
        initial="me",
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any, inviter: Person):
        super().__init__(data)
        own = inviter.reports.filter(is_active=True)
        if own.exists():
            self.fields["who"].queryset = own  # type: ignore[attr-defined]
        else:
            del self.fields["who"]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not given.get("who") and not given.get("name"):
            self.add_error("name", _("Whom would you like to invite?"))
        return given

    def clean_email(self) -> str:
        typed: str = self.cleaned_data["email"].strip().lower()
        if "@" in typed:
            validate_email(typed)
        elif typed and Person.objects.called(typed) is None:
            raise forms.ValidationError(_("Nobody here signs in by this name."))
        return typed


class JoinForm(forms.Form):
    name = forms.CharField(label=_("Your first name"), max_length=80)
    login = forms.RegexField(
        LOGIN,
        label=_("Your sign-in name"),
        help_text=_("A short name that you choose. You need no e-mail."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = NewPassword(_("Your password"))

    def clean_login(self) -> str:
        login: str = self.cleaned_data["login"].lower()
        if Person.objects.filter(login=login).exists():
            raise forms.ValidationError(_("This sign-in name is taken. Choose another one."))
        return login

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        names = {"name": given.get("name", ""), "login": given.get("login", "")}
        refuse_own_name(self, "password", **names)
        return given


@require_http_methods(["GET", "POST"])
def new(request: Any) -> HttpResponse:
    keyring = keyring_of(request)
    form = InviteForm(request.POST or None, request.user)
    if not form.is_valid():
        context = {"form": form, "trouble": refused_form(form)}
        return render(request, "invitations/new.html", context)
    try:
        ask_for_code(keyring)
    except CodeFirst:
        return redirect("recovery-code")
    return _sent(request, keyring, form.cleaned_data)


@require_safe
def sent(request: Any, invitation: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Invitation.objects.by(request.user), id=invitation)
    link = _link(request, token_of(keyring_of(request), found.id))
    context = {
        "invitation": found,
        "who": found.invitee.name,
        "until": found.expires,
        "link": link,
        "qr": qr(link, _g("Scan this square")),
        "mailed": can_send() and EmailAddress.objects.filter(user=found.invitee).exists(),
    }
    return render(request, "invitations/page.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def welcome(request: Any, token: str) -> HttpResponse:
    """What the invited person reads first. A no stores nothing outside their own circle."""
    found = Invitation.objects.behind(token, request.vault.clock())
    if found is None or _is_for_another(request, found):
        return render(request, TOO_OLD, {}, status=404)
    verb = request.POST.get("verb")
    if verb == "no":
        return _no(request, found, token)
    if verb == "join":
        return _yes(request, found, token)
    context = _context(request, found, token) | {"more": verb == "more"}
    return render(request, "invitations/welcome.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def join(request: Any, token: str) -> HttpResponse:
    found = Invitation.objects.behind(token, request.vault.clock())
    if found is None or request.user.is_authenticated or found.invitee.login:
        return redirect("invitation", token)
    form = JoinForm(request.POST or None, initial={"name": found.invitee.name})
    if form.is_valid():
        try:
            return _joined(request, found, form.cleaned_data)
        except IntegrityError:
            form.add_error("login", _("This sign-in name is taken. Choose another one."))
    context = _context(request, found, token) | {"form": form, "trouble": refused_form(form)}
    return render(request, "invitations/join.html", context)


def _sent(request: Any, keyring: Any, given: dict[str, Any]) -> HttpResponse:
    me, typed = request.user, given["email"]
    with transaction.atomic():
        them = given.get("who") or Person.objects.invitable(typed)
        them = them or newcomer(given["name"], typed)
        owner = them if given["listens"] == "me" else me
        if them == me:
            return redirect("home")
        if before := already(me, them, owner=owner):
            place = "journey" if isinstance(before, Journey) else "invitation-sent"
            return redirect(place, before.id)
        made, token = invite(keyring, me, them, owner=owner, on=request.vault.clock())
    if "@" in typed:
        _mail(made, _link(request, token), typed)
    return redirect("invitation-sent", made.id)


def _link(request: Any, token: str) -> str:
    link: str = request.build_absolute_uri(reverse("invitation", args=[token]))
    return link


def _mail(made: Invitation, link: str, email: str) -> bool:
    name = made.inviter.name
    subject = _g("%(name)s has invited you to Yonder") % {"name": name}
    context = {"name": name, "until": made.expires, "link": link}
    return send(subject, "mail/invitation.txt", context, [email])


def _no(request: Any, found: Invitation, token: str) -> HttpResponse:
    if request.user.is_authenticated:
        boundaries.decline(keyring_of(request), found.id)
    return render(request, "invitations/declined.html", _context(request, found, token))


def _yes(request: Any, found: Invitation, token: str) -> HttpResponse:
    if request.user.is_authenticated:
        keyring_of(request)
        return redirect("key", accept(found).id)
    if found.invitee.login:
        return redirect(f"{reverse('sign-in')}?next={reverse('invitation', args=[token])}")
    return redirect("join", token)


def _joined(request: Any, found: Invitation, given: dict[str, str]) -> HttpResponse:
    person = found.invitee
    with transaction.atomic():
        person.name, person.login = given["name"].strip(), given["login"]
        person.save(update_fields=["name", "login"])
        keyring = identities.join(request.vault, person.id, person.name, given["password"])
        journey = accept(found)
    enter(request, person, keyring)
    return redirect("key", journey.id)


def _is_for_another(request: Any, found: Invitation) -> bool:
    return request.user.is_authenticated and request.user.id != found.invitee_id


def _context(request: Any, found: Invitation, token: str) -> dict[str, Any]:
    return {
        "token": token,
        "inviter": found.inviter.name,
        "owner_is_me": found.owner_id == found.invitee_id,
        "until": found.expires,
        "accepted_already": bool(found.invitee.login),
    }
