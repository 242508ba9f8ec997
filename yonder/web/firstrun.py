"""The very first visit: three things, and the person is signed in. There is no default password."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.people import Person, Workplace, add_person, first_run_open
from yonder.vault import identities
from yonder.vault.keyrings import Keyring
from yonder.web.choosing import NewPassword, SignInName, refuse_own_name
from yonder.web.links import expired
from yonder.web.signin import enter
from yonder.web.trouble import refused_form
from yonder.web.wording import WordedForm


class FirstRunForm(WordedForm):
    workplace = forms.CharField(label=_("What is your workplace called?"), max_length=80)
    login = SignInName(_("Two to 32 letters, numbers, dots or dashes."))
    password = NewPassword(_("Your password"))

    def clean(self) -> dict[str, Any]:
        login = self.cleaned_data.get("login", "")
        refuse_own_name(self, "password", name=login, login=login)
        return self.cleaned_data


@login_not_required
@require_http_methods(["GET", "POST"])
def first_run(request: Any, token: str) -> HttpResponse:
    if not first_run_open(token):
        return expired(request)
    form = FirstRunForm(request.POST or None)
    if form.is_valid():
        person, keyring = _begin(request, form.cleaned_data)
        return enter(request, person, keyring)
    return render(request, "firstrun/page.html", {"form": form, "trouble": refused_form(form)})


@transaction.atomic
def _begin(request: Any, given: dict[str, str]) -> tuple[Person, Keyring]:
    Workplace.objects.create(name=given["workplace"])
    name = given["login"][:1].upper() + given["login"][1:]
    person = add_person(name=name, login=given["login"], runs_server=True)
    return person, identities.join(request.vault, person.id, person.name, given["password"])
