"""What a page does before anything is written: a form is opened, an erasing is asked about once,
a draft is put aside."""

import re
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yonder.career import drafts, erasing
from yonder.career.pages import NotHere, OnlyTheOwner
from yonder.career.record import insist
from yonder.vault.refusals import TooBig
from yonder.web import trouble as troubles
from yonder.web.pivots import OneForm
from yonder.web.verbs import Place, Typed, said

FORM = re.compile(r"(turn|sheet|value|vision|note|skill|action|checkin)-(new|[0-9a-f-]{36})")
OURS = ("csrfmiddlewaretoken", "verb", "entry", "draft", "turns", "keep", "serves")


def opened(place: Place) -> HttpResponse | None:
    """The answer to `change`, `ask-erase` and `draft`; None when another verb was pressed."""
    name, data = said(place.request.POST)
    asked = {"change": _change, "ask-erase": _ask_erase, "draft": _draft}.get(name)
    return asked(place, data) if asked else None


def form_opened(place: Place) -> HttpResponse | None:
    """The answer to `change` alone."""
    name, data = said(place.request.POST)
    return _change(place, data) if name == "change" else None


def _change(place: Place, data: Any) -> HttpResponse:
    """Open the form over one entry, or a new one. `rev` is its kind: the button says so."""
    pages = place.read()
    if data.get("entry") == "new":
        return place.draw(pages, Typed(f"{data.get('rev')}-new"))
    entry = _entry(data)
    if not any(record.circle.record.entry(entry) for record in pages.records):
        return place.draw(pages, Typed(trouble=troubles.nothing_here()))
    return place.draw(pages, Typed(f"{data.get('rev')}-{entry}"))


def _ask_erase(place: Place, data: Any) -> HttpResponse:
    pages = place.read()
    try:
        entry = erasing.find(pages, _entry(data))
    except NotHere:
        return place.draw(pages, Typed(trouble=troubles.nothing_here()))
    except OnlyTheOwner:
        raise Http404 from None
    both = not pages.private.circle.record.entry(entry.id)
    context = {"here": place.here, "other": place.other, "entry": entry, "both": both}
    return render(place.request, "record/erase.html", context)


def _draft(place: Place, data: Any) -> HttpResponse:
    """What is typed and not sent yet. The answer is empty; a full record keeps no draft."""
    name = data.get("draft", "")
    fields = {key: data[key] for key in data if key not in OURS}
    if FORM.fullmatch(name) and sum(map(len, fields.values())) < 60_000:
        try:
            insist(place.read, lambda pages: drafts.keep(pages, name, fields))
        except TooBig:
            return HttpResponse(status=413)
    return HttpResponse(status=204)


def _entry(data: Any) -> Any:
    form = OneForm({"entry": data.get("entry")})
    if not form.is_valid():
        raise Http404
    return form.cleaned_data["entry"]
