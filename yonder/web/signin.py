"""Signing in is opening a slot; signing out and closing put the key away again."""

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django import forms
from django.contrib.auth import logout
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from yonder.career.idleness import came_back
from yonder.career.people import Person
from yonder.career.team import with_team
from yonder.vault import identities, security, unlocks
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import Busy, TooManyTries, WrongSecret
from yonder.web import trouble as troubles
from yonder.web.choosing import SharedDevice
from yonder.web.guessing import Guesser, address_of
from yonder.web.shared_devices import forget, is_marked, mark
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.unlocking import also_while_closed, begin, device_label, proven
from yonder.web.wording import WordedForm


class SlotBackend(BaseBackend):
    """The accounts library asks for the password again through this."""

    def authenticate(self, request: Any, password: str = "", **names: str) -> Person | None:
        person = Person.objects.called(names.get("username") or names.get("email") or "")
        try:
            proven(request, person, password) if person else None
        except (WrongSecret, TooManyTries, Busy):
            return None
        return person

    def get_user(self, user_id: str) -> Person | None:
        return with_team(Person.objects.filter(id=user_id, is_active=True)).first()


class SignInForm(WordedForm):
    name = forms.CharField(
        label=_("Sign-in name or e-mail address"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    shared = SharedDevice()


@login_not_required
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("home")
    form = SignInForm(request.POST or None, initial={"shared": is_marked(request)})
    trouble = None
    if form.is_valid():
        try:
            return _opened(request, form.cleaned_data)
        except WrongSecret:
            trouble = troubles.wrong_password()
        except TooManyTries as error:
            trouble = troubles.too_many_tries(error.minutes)
        except Busy:
            trouble = troubles.busy()
    return _asked(request, form, trouble)


@also_while_closed
@require_POST
def sign_out(request: Any) -> HttpResponse:
    """Ends this sign-in and clears the browser: the next one at this device finds nothing."""
    if request.row:
        request.row.delete()
    after = _next(request) if "next" in request.POST else reverse("sign-in")
    logout(request)
    response = redirect(after)
    response["Clear-Site-Data"] = '"cache", "storage"'
    forget(response)
    return response


@also_while_closed
@require_POST
def close(request: Any) -> HttpResponse:
    """Put the key away, stay signed in."""
    if request.row:
        unlocks.close(request.row)
    response = redirect("home")
    response["Clear-Site-Data"] = '"cache"'
    return response


def enter(request: Any, person: Person, keyring: Keyring, *, shared: bool = False) -> HttpResponse:
    """Complete a sign-in that a slot has opened; a second factor is asked for if there is one."""
    begin(request, keyring, shared=shared)
    where, agent = address_of(request), request.headers.get("User-Agent", "")
    security.note(request.vault, person.id, "signed-in", where, device_label(agent))
    if came_back(person):
        tell(request, "still-here")
    login = Login(user=person, redirect_url=_next(request))
    return perform_password_login(request, {"username": person.login}, login)


def _opened(request: Any, given: dict[str, Any]) -> HttpResponse:
    person = Person.objects.called(given["name"])
    guesser = Guesser(request, request.vault, given["name"], person)
    known = person.id if person else None
    with guesser.one_try():
        keyring = identities.sign_in(request.vault, known, given["password"])
    assert person is not None
    response = enter(request, person, keyring, shared=given["shared"])
    mark(request, response, shared=given["shared"])
    return response


def _asked(request: HttpRequest, form: SignInForm, trouble: Trouble | None) -> HttpResponse:
    context = {"form": form, "trouble": trouble, "next": _next(request)}
    return render(request, "signin/page.html", context, status=403 if trouble else 200)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe else reverse("home")


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """The accounts library sends people to a page of its own name; ours is the only one."""
    return HttpResponseRedirect(reverse("sign-in"))
