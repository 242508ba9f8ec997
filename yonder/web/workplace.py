"""The workplace: its name, and how its keys are copied. Only then may pages say "within 8 days"."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.people import Workplace
from yonder.web.told import tell
from yonder.web.trouble import refused_form
from yonder.web.unlocking import freshly_confirmed
from yonder.web.wording import WordedForm


class WorkplaceForm(WordedForm):
    """The two questions of vault-protocols 2.9. A no to one of them changes what pages promise."""

    name = forms.CharField(label=_("What is your workplace called?"), max_length=80)
    ring_only = forms.BooleanField(
        label=_("The ring folder is copied by “yonder ring copy” only."),
        help_text=_("Ordinary backups, file syncs and machine images leave it out."),
        required=False,
    )
    machine_week = forms.BooleanField(
        label=_("Copies of this whole machine are kept no longer than 7 days."),
        help_text=_("Or there are none."),
        required=False,
    )


@require_http_methods(["GET", "POST"])
def workplace(request: Any) -> HttpResponse:
    if not request.user.runs_server:
        raise Http404
    found = Workplace.objects.get()
    sure = found.ring_confirmed
    start = {"name": found.name, "ring_only": sure, "machine_week": sure}
    form = WorkplaceForm(request.POST or None, initial=start)
    if form.is_valid():
        freshly_confirmed(request)
        _save(found, form.cleaned_data)
        tell(request, "saved")
        return redirect("workplace")
    context = {"form": form, "trouble": refused_form(form), "ring_confirmed": sure}
    return render(request, "workplace/page.html", context)


def _save(found: Workplace, given: dict[str, Any]) -> None:
    found.name = given["name"]
    found.ring_confirmed = given["ring_only"] and given["machine_week"]
    found.save(update_fields=["name", "ring_confirmed"])
