"""A new password: with the old one, or with the recovery code. Nothing is lost."""

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.people import Person
from yonder.career.recovery import has_code
from yonder.vault import codes, identities, unlocks
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import Busy, TooManyTries, WrongSecret
from yonder.web import trouble as troubles
from yonder.web.choosing import NewPassword, OwnForm, old_password
from yonder.web.guessing import Guesser
from yonder.web.signin import enter
from yonder.web.told import tell
from yonder.web.trouble import refused_form
from yonder.web.unlocking import keyring_of
from yonder.web.wording import WordedForm


class ChangeForm(OwnForm):
    chosen = "new"
    old = old_password(_("Your password now"))
    new = NewPassword(_("New password"))
    someone_may_know = forms.BooleanField(
        label=_("Someone may know my old password"),
        help_text=_("Then it opens nothing from today on, not even in an old backup."),
        required=False,
    )

    def __init__(self, *given: Any, has_code: bool, **words: Any):
        super().__init__(*given, **words)
        self.has_code = has_code

    def clean_someone_may_know(self) -> bool:
        # A restored backup would then open with neither password: the code is the way back.
        known: bool = self.cleaned_data["someone_may_know"]
        if known and not self.has_code:
            raise forms.ValidationError(_("For this you need a recovery code. Make one first."))
        return known


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


@require_http_methods(["GET", "POST"])
def change(request: Any) -> HttpResponse:
    keyring, trouble = keyring_of(request), None
    form = ChangeForm(request.POST or None, person=request.user, has_code=has_code(keyring))
    if form.is_valid():
        try:
            return _changed(request, keyring, form.cleaned_data)
        except WrongSecret:
            trouble = troubles.wrong_password_again()
        except TooManyTries as error:
            trouble = troubles.too_many_tries(error.minutes)
        except Busy:
            trouble = troubles.busy()
    context = {
        "form": form,
        "trouble": trouble or refused_form(form),
        "has_code": form.has_code,
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


def _changed(request: Any, keyring: Any, given: dict[str, Any]) -> HttpResponse:
    guesser = Guesser(request, request.vault, request.user.login, request.user)
    known = given["someone_may_know"]
    with guesser.one_try():
        identities.change_password(keyring, given["old"], given["new"], known_to_others=known)
    unlocks.end(request.user.id, but=request.row.id)
    request.user.new_credential()
    update_session_auth_hash(request, request.user)
    tell(request, "password")
    return redirect("me")


def _recovered(request: Any, given: dict[str, Any]) -> HttpResponse:
    person = Person.objects.called(given["name"])
    guesser = Guesser(request, request.vault, given["name"], person, "code")
    code, known = codes.secret(given["code"]) or b"", person.id if person else None
    with guesser.one_try():
        keyring = identities.recover(request.vault, known, code, given["password"])
    assert person is not None
    Authenticator.objects.filter(user=person).delete()  # it may be what was lost (decision 16)
    with_new_key(request, person, keyring)
    tell(request, "password")
    return redirect("recovery-code")  # the one just used opens nothing any more


def with_new_key(request: Any, person: Person, keyring: Keyring) -> HttpResponse:
    """Every sign-in and link from before ends; this one begins."""
    unlocks.end(person.id)
    person.new_credential()
    return enter(request, person, keyring)
