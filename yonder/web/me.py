"""My own page: name, language, addresses, keys."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career import recovery
from yonder.career.people import Person
from yonder.vault import codes, security
from yonder.vault.here import date_of
from yonder.vault.identities import former_until
from yonder.vault.refusals import TooManyTries, WrongSecret
from yonder.web import trouble as troubles
from yonder.web.choosing import old_password
from yonder.web.guessing import Guesser
from yonder.web.told import tell
from yonder.web.trouble import refused_form
from yonder.web.unlocking import freshly_confirmed, keyring_of
from yonder.web.wording import WordedForm, in_our_words


class MeForm(forms.ModelForm):
    language = forms.ChoiceField(label=_("Language"))

    class Meta:
        model = Person
        fields = ("name", "language")
        labels = {"name": _("Your first name")}

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]
        if len(settings.LANGUAGES) < 2:
            del self.fields["language"]
        in_our_words(self)


class CodeForm(WordedForm):
    code = forms.CharField(
        label=_("Recovery code"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class FormerForm(WordedForm):
    secret = old_password(_("Your old password, or your recovery code"))


@require_http_methods(["GET", "POST"])
def me(request: Any) -> HttpResponse:
    keyring = keyring_of(request)
    form = MeForm(request.POST or None, instance=request.user)
    if form.is_valid():
        request.user.save(update_fields=["name", "language"])
        tell(request, "saved")
        return redirect("me")
    context = {
        "form": form,
        "trouble": refused_form(form),
        "addresses": EmailAddress.objects.filter(user=request.user).order_by("email"),
        "second_factor": is_mfa_enabled(request.user),
        "has_code": recovery.has_code(keyring),
        "former": former_until(request.vault, request.user.id) is not None,
    }
    return render(request, "me/page.html", context)


@require_http_methods(["GET", "POST"])
def code(request: Any) -> HttpResponse:
    """Make a code, see it once, type it back."""
    keyring, made, onward = keyring_of(request), None, _next(request)
    trouble = troubles.code_first() if onward and request.method == "GET" else None
    form = CodeForm(request.POST if request.POST.get("verb") == "type-back" else None)
    if request.POST.get("verb") == "make":
        made = codes.written(recovery.new_code(freshly_confirmed(request)))
        security.note(request.vault, request.user.id, "code")
    elif form.is_valid():
        if recovery.type_back(keyring, form.cleaned_data["code"]):
            tell(request, "written-down")
            return redirect(onward or "home")
        trouble = troubles.wrong_code()
    context = {
        "form": form,
        "code": made,
        "next": onward,
        "trouble": trouble,
        "has_code": recovery.has_code(keyring),
    }
    context["typed_back"] = recovery.is_typed_back(keyring)
    return render(request, "me/code.html", context)


def _next(request: Any) -> str:
    """Where the person came from, when it was on our own pages."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if url_has_allowed_host_and_scheme(wanted, None) else ""


@require_http_methods(["GET", "POST"])
def former(request: Any) -> HttpResponse:
    """After a reset: open with the old password or code what only I could read."""
    keyring, until = keyring_of(request), former_until(request.vault, request.user.id)
    form, trouble = FormerForm(request.POST or None), None
    if until is None:
        return redirect("me")
    if form.is_valid():
        try:
            return _reopened(request, keyring, form.cleaned_data["secret"])
        except WrongSecret:
            trouble = troubles.not_the_old_one()
        except TooManyTries as error:
            trouble = troubles.too_many_tries(error.minutes)
    context = {"form": form, "until": date_of(until), "trouble": trouble}
    return render(request, "me/former.html", context)


def _reopened(request: Any, keyring: Any, typed: str) -> HttpResponse:
    guesser = Guesser(request, request.vault, request.user.login, request.user, "former")
    with guesser.one_try():
        recovery.reopen(keyring, codes.secret(typed) or typed)
    return redirect("home")
