"""Skills as a file: out as CSV or XLSX, and in again. A file is read in memory and never kept."""

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.journeys import Journey
from yonder.career.pages import OnlyBothCanRead, OnlyTheOwner, Pages
from yonder.career.record import insist
from yonder.interchange import csv_tables, xlsx_tables
from yonder.interchange import skills as skill_files
from yonder.interchange.grids import Grid, Table, Unfit, grid_of, table_of
from yonder.vault.refusals import ChangedOutside, NewerRecord, NotForYou, TooBig
from yonder.web import journeys, pages
from yonder.web import trouble as troubles
from yonder.web.misfits import sentences
from yonder.web.record import named
from yonder.web.skills import COMPETENCE, IMPORTANCE
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.verbs import Place, Typed
from yonder.web.wording import WordedForm

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS: dict[str, tuple[str, Callable[[Table], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", csv_tables.written),
    "xlsx": (XLSX, xlsx_tables.written),
}
REFUSED: dict[type[Exception], Callable[[], Trouble]] = {
    TooBig: troubles.record_full,
    NewerRecord: troubles.newer_record,
    ChangedOutside: troubles.changed_outside,
}


class FileForm(WordedForm):
    file = forms.FileField(label=_("A table, as CSV or XLSX"))


@require_http_methods(["GET", "POST"])
def skills(request: Any, journey: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)

    def draw(request: Any, found: Journey, open_: Pages, typed: Typed) -> HttpResponse:
        more = named(request, found) | {"alone": False}
        return _draw(request, open_, typed, more | {"out": reverse("journey", args=[found.id])})

    try:
        return _answered(journeys.place_of(request, found, draw, "file"))
    except NotForYou:
        return redirect("journey", found.id)


@require_http_methods(["GET", "POST"])
def own_skills(request: Any) -> HttpResponse:
    def draw(request: Any, own: Pages, typed: Typed) -> HttpResponse:
        return _draw(request, own, typed, {"out": reverse("pages"), "alone": True, "other": ""})

    return _answered(pages.place_of(request, draw, "own-file"))


def _answered(place: Place) -> HttpResponse:
    verb = place.request.POST.get("verb", "")
    if verb in KINDS:
        return _file(place.read(), verb)
    if verb in ("load-write", "load-keep"):
        return _load(place, only_me=verb == "load-keep")
    return place.draw(place.read(), Typed())


def _file(open_: Pages, kind: str) -> HttpResponse:
    content_type, written = KINDS[kind]
    answer = HttpResponse(written(table_of(skill_files.grid(open_))), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="skills.{kind}"'
    return answer


def _load(place: Place, *, only_me: bool) -> HttpResponse:
    """All of the file or nothing of it."""
    form = FileForm(place.request.POST, place.request.FILES)
    if not form.is_valid():
        return place.draw(place.read(), Typed(form=form, trouble=troubles.refused_form(form)))
    try:
        read = _read(form.cleaned_data["file"].read())
        insist(place.read, lambda open_: skill_files.put(open_, read, only_me=only_me))
    except Unfit as unfit:
        return place.draw(place.read(), Typed(form=form, echo=sentences(unfit)))
    except OnlyTheOwner:
        raise Http404 from None
    except OnlyBothCanRead:
        trouble = troubles.not_both_yet(place.other)
        return place.draw(place.read(), Typed(form=form, trouble=trouble))
    except tuple(REFUSED) as refusal:
        return place.draw(place.read(), Typed(form=form, trouble=REFUSED[type(refusal)]()))
    tell(place.request, "saved")
    return redirect(place.here)


def _read(file: bytes) -> Grid:
    """A ZIP is an Excel file, everything else a text: the bytes say so, whatever the name is."""
    table = xlsx_tables.read(file) if file.startswith(b"PK") else csv_tables.read(file)
    return grid_of(table, level_words())


def level_words() -> dict[str, int]:
    """The words of the grid in the reader's language, in small letters, as 0 to 3."""
    both = (IMPORTANCE, COMPETENCE)
    return {gettext(str(word)).lower(): level for row in both for level, word in enumerate(row)}


def _draw(request: Any, open_: Pages, typed: Typed, more: dict[str, Any]) -> HttpResponse:
    own = open_.owns
    context = more | {
        "owns": own,
        "here": request.path,
        "form": typed.form or FileForm(),
        "trouble": typed.trouble,
        "misfits": typed.echo,
        "grid": skill_files.grid(open_),
        "may_load": own and (more["alone"] or open_.both_read),
    }
    return render(request, "skills/file.html", context)
