"""A list of people, pasted or as a file: looked at with all it would change, then loaded whole.

Nothing of it is kept between the two: it goes to the browser of whoever brings it, and back.
"""

import csv
import io
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yonder.career import roster_loading, rosters
from yonder.career.people import NobodyLeft
from yonder.career.roster_loading import ChangedMeanwhile, Doubtful
from yonder.career.rosters import Counts
from yonder.interchange import csv_tables, roster_sentences
from yonder.interchange import rosters as files
from yonder.interchange.grids import Misfit, Unfit
from yonder.interchange.roster_files import Source
from yonder.interchange.roster_trees import drawing
from yonder.interchange.rosters import Column
from yonder.web import trouble_with_people
from yonder.web.leaving import today_of
from yonder.web.roster_forms import LABELS, BringForm, LoadForm, as_words, chosen
from yonder.web.told import tell
from yonder.web.trouble import Trouble, refused_form
from yonder.web.unlocking import freshly_confirmed

MOST_ROWS, LARGEST, NAMED = 10_000, 10_000_000, 10
SAMPLE = ["Number", "Name", "E-mail", "Unit", "Shift", "Manager", "Last day"]


class NotAgreed(Exception):
    """Who leads whom changes, and that line was not ticked."""


@require_http_methods(["GET", "POST"])
def roster(request: Any) -> HttpResponse:
    if not request.user.administers:
        raise Http404
    verbs = {"look": _look, "choose": _choose, "load": _load, "sample": _sample}
    verb = verbs.get(request.POST.get("verb", ""))
    return verb(request) if verb else _page(request)


def _page(request: Any, form: Any = None, **more: Any) -> HttpResponse:
    context = {"form": form or BringForm(), "trouble": None, "misfits": [], **more}
    return render(request, "rosters/page.html", context)


def _sample(request: Any) -> HttpResponse:
    answer = HttpResponse(csv_tables.written([SAMPLE]), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="people.csv"'
    return answer


def _look(request: Any) -> HttpResponse:
    """The first look: the columns are what their headings say."""
    freshly_confirmed(request)
    form = BringForm(request.POST, request.FILES)
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
            raise Unfit(Misfit("many"))
        if not form.is_valid():
            return _page(request, form, trouble=refused_form(form))
        source = Source(lambda: io.BytesIO(form.bytes), form.cleaned_data["coding"])
        text = _text(source)
        return _shown(request, text, files.columns(_source(text), {}))
    except Unfit as unfit:
        return _page(request, form, **_refused(unfit))


def _choose(request: Any, trouble: Trouble | None = None) -> HttpResponse:
    """Another look, with other words for the columns."""
    form = LoadForm(request.POST)
    if not form.is_valid():
        return _page(request, trouble=refused_form(form))
    text = form.cleaned_data["text"]
    try:
        return _shown(request, text, chosen(request.POST, _columns(text)), trouble)
    except Unfit as unfit:
        return _page(request, **_refused(unfit))


def _load(request: Any) -> HttpResponse:
    """All of it or nothing, and only what was shown."""
    freshly_confirmed(request)
    form = LoadForm(request.POST)
    if not form.is_valid():
        return _page(request, trouble=refused_form(form))
    given, today = form.cleaned_data, today_of(request)
    try:
        columns = chosen(request.POST, _columns(given["text"]))
        with rosters.roster():
            files.read(_source(given["text"]), columns, today, most=MOST_ROWS)
            _agreed(given, today)
    except (Unfit, Doubtful):
        return _choose(request)
    except NotAgreed:
        return _choose(request, trouble_with_people.not_agreed())
    except ChangedMeanwhile:
        return _choose(request, trouble_with_people.people_changed())
    except NobodyLeft:
        return _choose(request, trouble_with_people.nobody_left())
    tell(request, "saved")
    return redirect("people")


def _agreed(given: dict[str, Any], today: date) -> None:
    """Load, unless somebody gets another leader and nobody said yes to that."""
    counts: Counts = given["counts"]
    if counts.moved > 0 and not given["moves"]:
        raise NotAgreed
    roster_loading.load(today, shown=counts, leavers=today if given["leavers"] else None)


def _shown(
    request: Any, text: str, columns: list[Column], trouble: Trouble | None = None
) -> HttpResponse:
    context: dict[str, Any] = {"text": text, "columns": columns, "trouble": trouble}
    context |= {"labels": LABELS, "as_words": as_words, "misfits": []}
    try:
        with rosters.roster():
            compared = files.read(_source(text), columns, today_of(request), most=MOST_ROWS)
            assert compared.counts is not None
            context |= {"counts": compared.counts, "tree": drawing(compared)}
            context |= {"away": rosters.away(NAMED)}
    except Unfit as unfit:
        context |= _refused(unfit) | {"counts": None}
    return render(request, "rosters/look.html", context)


def _refused(unfit: Unfit) -> dict[str, Any]:
    found = unfit.misfits
    trouble = Trouble("", roster_sentences.safe(found), roster_sentences.do(found))
    return {"misfits": roster_sentences.what(found), "because": trouble}


def _columns(text: str) -> list[Column]:
    return files.columns(_source(text), {})


def _source(text: str) -> Source:
    return Source(lambda: io.BytesIO(text.encode()), "utf-8", ",")


def _text(source: Source) -> str:
    """The whole table as one text, in which commas stand between the cells."""
    out = io.StringIO(newline="")
    written = csv.writer(out)
    for line, row in enumerate(source.rows()):
        if line > MOST_ROWS or out.tell() > LARGEST // 2:
            raise Unfit(Misfit("many"))
        written.writerow(row)
    return out.getvalue()
