"""A new password: with the old one, with the recovery code, or after a reset."""

import uuid
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.people import Person
from yonder.career.recovery import has_code
from yonder.vault import codes, identities, limits, unlocks
from yonder.vault.refusals import Busy, TooManyTries, WrongSecret
from yonder.web import trouble as troubles
from yonder.web.choosing import NewPassword, OwnForm, old_password
from yonder.web.guessing import Guesser
from yonder.web.mail import send, tell_readers_of_new_key
from yonder.web.signin import enter
from yonder.web.trouble import refused_form
from yonder.web.unlocking import keyring_of
from yonder.web.wording import WordedForm

TOO_OLD = "invitations/expired.html"


class ChangeForm(OwnForm):
    chosen = "new"
    old = old_password(_("Your password now"))
    new = NewPassword(_("New password"))
    someone_may_know = forms.BooleanField(
        label=_("Someone may know my old password"),
        help_text=_("Then it opens nothing from today on, not even in an old backup."),
        required=False,
    )


class RecoverForm(WordedForm):
    name = forms.CharField(
        label=_("Sign-in name or e-mail address"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    code = forms.CharField(
        label=_("Recovery code"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    password = NewPassword(_("New password"))


class AskForm(WordedForm):
    name = forms.CharField(label=_("Sign-in name or e-mail address"), max_length=254)


class ResetForm(OwnForm):
    password = NewPassword(_("New password"))


@require_http_methods(["GET", "POST"])
def change(request: Any) -> HttpResponse:
    keyring, trouble = keyring_of(request), None
    form = ChangeForm(request.POST or None, person=request.user)
    if form.is_valid():
        try:
            return _changed(request, keyring, form.cleaned_data)
        except WrongSecret:
            trouble = troubles.wrong_password_again()
        except TooManyTries as error:
            trouble = troubles.too_many_tries(error.minutes)
    context = {
        "form": form,
        "trouble": trouble or refused_form(form),
        "has_code": has_code(keyring),
    }
    return render(request, "me/password.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def recover(request: Any) -> HttpResponse:
    form, trouble = RecoverForm(request.POST or None), None
    if form.is_valid():
        try:
            return _recovered(request, form.cleaned_data)
        except WrongSecret:
            trouble = troubles.wrong_code()
        except TooManyTries as error:
            trouble = troubles.too_many_tries(error.minutes)
        except Busy:
            trouble = troubles.busy()
    context = {"form": form, "trouble": trouble or refused_form(form)}
    return render(request, "signin/recover.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def ask_reset(request: Any) -> HttpResponse:
    """Known and unknown names get the same page."""
    form = AskForm(request.POST or None)
    if not form.is_valid():
        return render(request, "signin/reset_ask.html", {"form": form, "trouble": None})
    person = Person.objects.called(form.cleaned_data["name"])
    address = EmailAddress.objects.filter(user=person, verified=True).first() if person else None
    if person and address and _may_ask_again(request, person):
        _mail_link(request, person, address.email)
    return render(request, "signin/reset_sent.html", {})


@login_not_required
@require_http_methods(["GET", "POST"])
def reset(request: Any, token: str) -> HttpResponse:
    person = person_behind(token)
    if person is None:
        return render(request, TOO_OLD, {}, status=404)
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


def _changed(request: Any, keyring: Any, given: dict[str, Any]) -> HttpResponse:
    guesser = Guesser(request, request.vault, request.user.login, request.user)
    guesser.refuse()
    known = given["someone_may_know"]
    try:
        identities.change_password(keyring, given["old"], given["new"], known_to_others=known)
    except WrongSecret:
        guesser.was_wrong()
        raise
    unlocks.end(request.user.id, but=request.row.id)
    request.user.new_credential()
    update_session_auth_hash(request, request.user)
    return redirect("me")


def _recovered(request: Any, given: dict[str, Any]) -> HttpResponse:
    person = Person.objects.called(given["name"])
    guesser = Guesser(request, request.vault, given["name"], person, "code")
    guesser.refuse()
    code = codes.secret(given["code"]) or b""
    try:
        keyring = identities.recover(
            request.vault, person.id if person else None, code, given["password"]
        )
    except WrongSecret:
        guesser.was_wrong()
        raise
    assert person is not None
    Authenticator.objects.filter(user=person).delete()  # it may be what was lost (decision 16)
    return _with_new_key(request, person, keyring)


def _was_reset(request: Any, person: Person, password: str) -> HttpResponse:
    keyring = identities.reset(request.vault, person.id, person.name, password)
    tell_readers_of_new_key(person)
    return _with_new_key(request, person, keyring)


def _with_new_key(request: Any, person: Person, keyring: Any) -> HttpResponse:
    unlocks.end(person.id)
    person.new_credential()
    return enter(request, person, keyring)


def _may_ask_again(request: Any, person: Person) -> bool:
    # The page reads the same, but nobody can fill somebody else's mailbox.
    bucket = f"reset {person.id}"
    try:
        limits.refuse_guessing(request.vault, bucket)
    except TooManyTries:
        return False
    limits.count_wrong(request.vault, bucket)
    return True


def _mail_link(request: HttpRequest, person: Person, address: str) -> None:
    context = {"name": person.name, "link": reset_link(request, person)}
    send(_g("Your new start in Yonder"), "mail/reset.txt", context, [address])
