"""The workplace: its name and how its keys are copied, who helps, and whether guides practise."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.people import ROUTES, Workplace
from yonder.web.quiet import line
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


class ListeningForm(WordedForm):
    """Who helps when a guide cannot. Sentences put a full stop behind what is typed here."""

    route = line(
        _("Who helps with harassment or threats?"),
        help_text=_("A name and a way to reach them, such as: Hana Kim, room 12, extension 40."),
        needed=False,
    )
    other_route = line(
        _("Who helps if it is about the one who listens?"),
        help_text=_("Somebody else, and best not a boss."),
        needed=False,
    )
    health_route = line(
        _("Who helps when health asks for a change at work?"),
        help_text=_("Such as: the works doctor, Tuesdays in room 3."),
        needed=False,
    )
    emergency = line(
        _("Whom does one call in danger?"),
        help_text=_("Such as: 112, and then the gate, extension 11."),
        needed=False,
    )
    practice_required = forms.BooleanField(
        label=_("Everybody who listens practises before the first talk."),
        help_text=_("Ten minutes. Who listens without being the boss does so in any case."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        return given | {name: given[name].rstrip(" .") for name in ROUTES if name in given}


@require_http_methods(["GET", "POST"])
def workplace(request: Any) -> HttpResponse:
    """Who runs the server sees all of it; people operations name who helps."""
    if not request.user.administers:
        raise Http404
    found = Workplace.objects.get()
    if request.method == "GET":
        return _page(request, found, {})
    return _listening(request, found) if "listening" in request.POST else _keys(request, found)


def _keys(request: Any, found: Workplace) -> HttpResponse:
    if not request.user.runs_server:
        raise Http404
    form = WorkplaceForm(request.POST)
    if not form.is_valid():
        return _page(request, found, {"form": form, "trouble": refused_form(form)})
    given = form.cleaned_data
    confirmed = given["ring_only"] and given["machine_week"]
    return _saved(request, found, {"name": given["name"], "ring_confirmed": confirmed})


def _listening(request: Any, found: Workplace) -> HttpResponse:
    form = ListeningForm(request.POST)
    if not form.is_valid():
        return _page(request, found, {"listening": form, "trouble": refused_form(form)})
    return _saved(request, found, form.cleaned_data)


def _saved(request: Any, found: Workplace, given: dict[str, Any]) -> HttpResponse:
    freshly_confirmed(request)
    for name, value in given.items():
        setattr(found, name, value)
    found.save(update_fields=list(given))
    tell(request, "saved")
    return redirect("workplace")


def _page(request: Any, found: Workplace, refused: dict[str, Any]) -> HttpResponse:
    sure = found.ring_confirmed
    start = {"name": found.name, "ring_only": sure, "machine_week": sure}
    named = found.routes | {"practice_required": found.practice_required}
    context = {
        "form": WorkplaceForm(initial=start) if request.user.runs_server else None,
        "listening": ListeningForm(initial=named),
        "ring_confirmed": sure,
        "trouble": None,
    }
    return render(request, "workplace/page.html", context | refused)
