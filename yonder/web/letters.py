"""What I want to be told from outside: letters, my own reminders, and my calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career import letterboxes
from yonder.career.journeys import Journey
from yonder.career.letterboxes import letterbox
from yonder.career.pairings import glances
from yonder.web.mail import can_send
from yonder.web.promised import next_day
from yonder.web.told import tell
from yonder.web.trouble import refused_form
from yonder.web.unlocking import keyring_of
from yonder.web.wording import WordedForm

FURTHEST = timedelta(days=730)


class OwnDayForm(WordedForm):
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, today: date, *given: Any, **words: Any):
        super().__init__(*given, **words)
        self.today = today
        self.fields["day"].error_messages["invalid"] = _("Write it like the example.")

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not self.today < day <= self.today + FURTHEST:
            raise forms.ValidationError(_("Choose a day from tomorrow on, within two years."))
        return day


@require_http_methods(["GET", "POST"])
def letters(request: Any) -> HttpResponse:
    verb = request.POST.get("verb", "")
    if verb == "feed":
        return _page(request, address=_feed(request))
    if verb == "remind":
        return _remind(request)
    if verb in SWITCHES:
        SWITCHES[verb](request)
        tell(request, "saved")
        return redirect("letters")
    return _page(request)


def next_promise(request: Any) -> date | None:
    """The day of my own next step, out of the faces I can open."""
    me, today = request.user, request.vault.today()
    return next_day(glances(keyring_of(request), me, Journey.objects.of(me)), me, today)


def _remind(request: Any) -> HttpResponse:
    form = OwnDayForm(_today(request), request.POST)
    if not form.is_valid():
        return _page(request, form)
    letterboxes.remind(request.user, form.cleaned_data["day"])
    tell(request, "saved")
    return redirect("letters")


def _promises(request: Any) -> None:
    # Without a step that has a day there is nothing to switch on, and no button for it.
    if day := next_promise(request):
        letterboxes.change(request.user, promise_on=day)


def _feed(request: Any) -> str:
    word = letterboxes.new_feed(request.user)
    return request.build_absolute_uri(reverse("calendar", args=[word]))


SWITCHES: dict[str, Callable[[Any], None]] = {
    "letters": lambda request: letterboxes.change(request.user, wanted=True),
    "no-letters": lambda request: letterboxes.change(request.user, wanted=False),
    "no-remind": lambda request: letterboxes.remind(request.user, None),
    "promises": _promises,
    "no-promises": lambda request: letterboxes.change(request.user, promise_on=None),
    "no-feed": lambda request: letterboxes.change(request.user, feed_hash=None),
}


def _page(request: Any, form: OwnDayForm | None = None, address: str = "") -> HttpResponse:
    verified = EmailAddress.objects.filter(user=request.user, verified=True)
    context = {
        "box": letterbox(request.user),
        "form": form or OwnDayForm(_today(request)),
        "trouble": refused_form(form) if form else None,
        "address": address,
        "can_send": can_send(),
        "has_address": verified.exists(),
        "next_promise": next_promise(request),
    }
    return render(request, "me/letters.html", context)


def _today(request: Any) -> date:
    return timezone.localdate(request.vault.clock())
