"""A reset: a link by mail or on a slip gives a fresh, empty key. The former one rests 90 days."""

import uuid
from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.people import Person
from yonder.vault import identities, limits
from yonder.vault.refusals import TooManyTries
from yonder.web.afterwards import Afterwards
from yonder.web.choosing import NewPassword, OwnForm
from yonder.web.links import expired
from yonder.web.mail import addresses_of, can_send, send, tell_readers_of_new_key
from yonder.web.passwords import with_new_key
from yonder.web.trouble import refused_form
from yonder.web.wording import WordedForm


class AskForm(WordedForm):
    name = forms.CharField(label=_("Sign-in name or e-mail address"), max_length=254)


class ResetForm(OwnForm):
    password = NewPassword(_("New password"))


@login_not_required
@require_http_methods(["GET", "POST"])
def ask_reset(request: Any) -> HttpResponse:
    """Known and unknown names get the same page after the same time: letters go out later."""
    form = AskForm(request.POST or None)
    if not form.is_valid():
        return render(request, "signin/reset_ask.html", {"form": form, "trouble": None})
    page = render_to_string("signin/reset_sent.html", {"can_send": can_send()}, request)
    return Afterwards(page, lambda: _mail_link(request, form.cleaned_data["name"]))


@login_not_required
@require_http_methods(["GET", "POST"])
def reset(request: Any, token: str) -> HttpResponse:
    person = person_behind(token)
    if person is None:
        return expired(request)
    form = ResetForm(request.POST or None, person=person)
    if form.is_valid():
        return _was_reset(request, person, form.cleaned_data["password"])
    context = {"form": form, "who": person.name, "trouble": refused_form(form)}
    return render(request, "signin/reset.html", context)


def reset_link(request: HttpRequest, person: Person) -> str:
    """A link that gives this person a fresh, empty key; good once, for three days."""
    name = urlsafe_base64_encode(person.id.bytes)
    token = f"{name}.{default_token_generator.make_token(person)}"
    return request.build_absolute_uri(reverse("reset", args=[token]))


def person_behind(token: str) -> Person | None:
    """Whose reset link this is, or None: wrong, used or too old."""
    name, _, proof = token.partition(".")
    try:
        wanted = uuid.UUID(bytes=urlsafe_base64_decode(name))
        person = Person.objects.filter(id=wanted, is_active=True).exclude(login=None).first()
    except ValueError:
        return None
    return person if person and default_token_generator.check_token(person, proof) else None


def _was_reset(request: Any, person: Person, password: str) -> HttpResponse:
    keyring = identities.reset(request.vault, person.id, person.name, password)
    Authenticator.objects.filter(user=person).delete()  # it may be what was lost
    tell_readers_of_new_key(person)
    return with_new_key(request, person, keyring)


def _may_ask_again(request: Any, person: Person) -> bool:
    # The page reads the same, but nobody can fill somebody else's mailbox.
    bucket = f"reset {person.id}"
    try:
        limits.spend(request.vault, bucket)
    except TooManyTries:
        return False
    return True


def _mail_link(request: HttpRequest, name: str) -> None:
    person = Person.objects.called(name)
    addresses = addresses_of(person) if person else []
    if person and addresses and _may_ask_again(request, person):
        context = {"name": person.name, "link": reset_link(request, person)}
        send(_g("Your new start in Yonder"), "mail/reset.txt", context, addresses)
