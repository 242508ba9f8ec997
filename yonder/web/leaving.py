"""Leaving: a day, then the pages to take along and nothing else, then nothing at all."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career import leaving as domain
from yonder.career.people import NobodyLeft, Person
from yonder.web import trouble_with_people
from yonder.web.told import tell
from yonder.web.trouble import Trouble, refused_form
from yonder.web.unlocking import freshly_confirmed, keyring_of
from yonder.web.wording import WordedForm

FURTHEST = timedelta(days=730)


class LeavingForm(WordedForm):
    """`sure` says that a day which is today was asked about: it cannot be taken back in full."""

    sure = forms.BooleanField(required=False)
    day = forms.DateField(
        label=_("Last day here"), widget=forms.DateInput(attrs={"type": "date"}), required=False
    )

    def __init__(self, data: Any, today: date, **words: Any):
        super().__init__(data, **words)
        self.today = today
        self.fields["day"].error_messages["invalid"] = _("Write it like the example.")

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        if day and not self.today <= day <= self.today + FURTHEST:
            raise forms.ValidationError(_("Choose a day from today on, within two years."))
        return day

    @property
    def asks(self) -> bool:
        given = self.cleaned_data
        return given["day"] == self.today and not given["sure"]


def asked_about_today(request: Any, person: Person) -> HttpResponse:
    """From this moment talks end for good, so a slip of the hand must not do it."""
    context = {"who": person, "today": today_of(request), "here": request.get_full_path()}
    return render(request, "leaving/today.html", context)


@require_http_methods(["GET", "POST"])
def leaving(request: Any) -> HttpResponse:
    keyring_of(request)
    verbs = {"leaves": _set_day, "ask-erase": _ask, "erase": _erase}
    verb = verbs.get(request.POST.get("verb", ""))
    return verb(request) if verb else page(request)


def page(request: Any, trouble: Trouble | None = None, form: Any = None) -> HttpResponse:
    """Before the last day a form; from that day on what is left to do."""
    me, today = request.user, today_of(request)
    form = form or LeavingForm(None, today, initial={"day": me.leaves_on})
    context = {"form": form, "trouble": trouble or refused_form(form)}
    last = until(me, today)
    context |= {
        "until": last,
        "days": settings.LEAVING_DAYS,
        "left": max((last - today).days, 1),
    }
    return render(request, f"leaving/{'gone' if me.has_left(today) else 'page'}.html", context)


def until(person: Person, today: date) -> date:
    """The day on which everything of this person's is erased."""
    return (person.leaves_on or today) + timedelta(days=settings.LEAVING_DAYS)


def today_of(request: Any) -> date:
    day: date = request.vault.clock().date()
    return day


def _set_day(request: Any) -> HttpResponse:
    """One's own day. Once it has come, people operations alone can take it back."""
    form = LeavingForm(request.POST, today_of(request))
    if request.user.has_left(today_of(request)) or not form.is_valid():
        return page(request, form=form)
    if form.asks:
        return asked_about_today(request, request.user)
    try:
        domain.set_day(request.user, form.cleaned_data["day"], on=today_of(request))
    except NobodyLeft:
        return page(request, trouble_with_people.nobody_left())
    tell(request, "saved")
    return redirect("leaving")


def _ask(request: Any) -> HttpResponse:
    if not request.user.has_left(today_of(request)):
        return page(request)
    return render(request, "leaving/erase.html")


def _erase(request: Any) -> HttpResponse:
    """Everything, now. Asked once, and the password was typed a moment ago."""
    freshly_confirmed(request)
    if not request.user.has_left(today_of(request)):
        return page(request)
    if domain.runs_alone(request.user):
        return page(request, trouble_with_people.nobody_left())
    domain.erase(request.vault, request.user, today_of(request))
    logout(request)
    request.row = None
    response = render(request, "leaving/erased.html")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
