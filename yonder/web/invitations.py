"""Inviting somebody, and being invited: every question is answered before anything is given."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from yonder.career import askings
from yonder.career.invitations import (
    Invitation,
    already,
    invite,
    newcomer,
    token_of,
)
from yonder.career.journeys import Journey
from yonder.career.offers import along_with
from yonder.career.people import Person, in_turn
from yonder.career.recovery import CodeFirst, ask_for_code
from yonder.vault import codes
from yonder.web.accounts import qr
from yonder.web.mail import addresses_of, send
from yonder.web.trouble import refused_form
from yonder.web.unlocking import keyring_of
from yonder.web.wording import WordedForm, address


class InviteForm(WordedForm):
    who = forms.ModelChoiceField(
        label=_("One of your people"),
        empty_label=_("Someone else"),
        queryset=Person.objects.none(),
        required=False,
    )
    name = forms.CharField(label=_("First name"), max_length=80, required=False)
    email = forms.CharField(
        label=_("E-mail address or sign-in name"),
        help_text=_("Leave it empty to show a slip."),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    listens = forms.ChoiceField(
        label=_("Whose talks would these be?"),
        help_text=_("If they are yours, you ask for about three hours. A no is fine."),
        choices=[("me", _("Theirs. I listen.")), ("they", _("Mine. They listen."))],
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any, inviter: Person, first: dict[str, str]):
        super().__init__(data, initial=first)
        own = inviter.reports.filter(is_active=True)
        if own.exists():
            self.fields["who"].queryset = own  # type: ignore[attr-defined]
            self.fields["name"].help_text = _("If they are not in the list above.")
        else:
            del self.fields["who"]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not given.get("who") and not given.get("name"):
            self.add_error("name", _("Whom would you like to invite?"))
        if self.data.get("verb") == "send" and not given.get("email") and not self._has_address():
            self.add_error("email", _("To send it, Yonder needs an address. Or show the slip."))
        return given

    def _has_address(self) -> bool:
        who = self.cleaned_data.get("who")
        return bool(who and addresses_of(who)) or "email" in self.errors

    def clean_email(self) -> str:
        typed: str = self.cleaned_data["email"].strip().lower()
        if "@" in typed:
            return address(typed)
        if typed and Person.objects.called(typed) is None:
            raise forms.ValidationError(_("Nobody here signs in by this name."))
        return typed


@require_http_methods(["GET", "POST"])
def new(request: Any) -> HttpResponse:
    keyring = keyring_of(request)
    pick = request.POST.get("pick", "")  # of the team page: chosen, and not asked yet
    listens = "they" if request.GET.get("listens") == "they" else "me"
    first = {"who": pick, "listens": listens}
    form = InviteForm(None if pick else request.POST or None, request.user, first)
    if not form.is_valid():
        context = {"form": form, "trouble": refused_form(form)}
        return render(request, "invitations/new.html", context)
    try:
        ask_for_code(keyring)
    except CodeFirst:
        return redirect(f"{reverse('recovery-code')}?next={reverse('invite')}")
    return _sent(request, keyring, form.cleaned_data)


@require_safe
def sent(request: Any, invitation: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Invitation.objects.by(request.user), id=invitation)
    keyring = keyring_of(request)
    token = token_of(keyring, found.id)
    context = {
        "times": along_with(keyring, [found], request.vault.clock())[found.id],
        "invitation": found,
        "who": found.invitee.name,
        "until": found.expires,
        **slip_of(request, token),
        "mailed": request.session.pop(f"mailed-{found.id}", None),
        "only_here": settings.LOOPBACK_ONLY,
    }
    return render(request, "invitations/page.html", context)


def _sent(request: Any, keyring: Any, given: dict[str, Any]) -> HttpResponse:
    me, typed = request.user, given["email"]
    with transaction.atomic():
        in_turn(me.id)
        them = given.get("who") or Person.objects.invitable(typed)
        them = them or newcomer(given["name"], typed)
        owner = them if given["listens"] == "me" else me
        if them == me:
            return redirect("home")
        if before := already(me, them, owner=owner, on=request.vault.clock().date()):
            return to_what_is_there(before)
        made, token = invite(keyring, me, them, owner=owner, on=request.vault.clock())
        if owner == me:
            askings.remember(keyring, made)
    if request.POST.get("verb") != "slip":
        post(request, made, token, [typed] if "@" in typed else None)
    return redirect("invitation-sent", made.id)


def to_what_is_there(before: Journey | Invitation) -> HttpResponse:
    """Where two people go on who have talks, or an invitation that still waits."""
    return redirect("journey" if isinstance(before, Journey) else "invitation-sent", before.id)


def post(request: Any, made: Invitation, token: str, to: list[str] | None = None) -> None:
    """Send the link where the invitee has an address; the page with the slip is there anyway."""
    to = to or addresses_of(made.invitee)
    if to:
        request.session[f"mailed-{made.id}"] = _mail(made, link_of(request, token), to)


def slip_of(request: Any, token: str) -> dict[str, Any]:
    """What a slip has on it: the square, its link, and what is typed by hand instead."""
    link = link_of(request, token)
    return {
        "link": link,
        "qr": qr(link, _g("Scan this square")),
        "address": request.build_absolute_uri(reverse("slip")),
        "letters": codes.written(token),
    }


def link_of(request: Any, token: str) -> str:
    link: str = request.build_absolute_uri(reverse("invitation", args=[token]))
    return link


def _mail(made: Invitation, link: str, to: list[str]) -> bool:
    name = made.inviter.name
    subject = _g("%(name)s has invited you to Yonder") % {"name": name}
    context = {"name": name, "until": made.expires, "link": link}
    return send(subject, "mail/invitation.txt", context, to)
