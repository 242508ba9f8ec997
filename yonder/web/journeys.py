"""You and the other one: the page of a journey. For now, one sentence of each to the other."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career import notes
from yonder.career.journeys import Journey
from yonder.career.notes import LONGEST, Moved, OnlyBothCanRead, Written
from yonder.career.pairings import State, state_of
from yonder.career.record import JourneyRecord, insist, open_record
from yonder.vault.refusals import (
    ChangedOutside,
    Damaged,
    NewerRecord,
    NotForYou,
    RingMissing,
    TooBig,
)
from yonder.web import trouble as troubles
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.unlocking import keyring_of
from yonder.web.wording import WordedForm


class NoteForm(WordedForm):
    text = forms.CharField(
        label=_("Your sentence"),
        max_length=LONGEST,
        widget=forms.Textarea(
            attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false", "autocorrect": "off"}
        ),
    )
    rev = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


@require_http_methods(["GET", "POST"])
def journey(request: Any, journey: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)
    keyring = keyring_of(request)
    verbs = {"write": _write, "ask-erase": _ask_erase, "erase": _erase}
    verb = verbs.get(request.POST.get("verb", ""), _read)
    typed = NoteForm(request.POST) if verb is _write else None
    try:
        return verb(request, keyring, found)
    except NotForYou:
        return _page(request, found, None, typed)
    except (Damaged, RingMissing):
        return _page(request, found, None, typed, troubles.damaged())


def _read(request: Any, keyring: Any, found: Journey) -> HttpResponse:
    return _page(request, found, open_record(keyring, found))


def _write(request: Any, keyring: Any, found: Journey) -> HttpResponse:
    form, name = NoteForm(request.POST), found.other(request.user).name
    record = open_record(keyring, found)
    if not form.is_valid():
        return _page(request, found, record, form, troubles.refused_form(form))
    try:
        given = form.cleaned_data
        words = {"by": keyring.person, "rev": given["rev"]}
        insist(
            lambda: open_record(keyring, found),
            lambda record: notes.write(record, given["text"], **words),
        )
    except Moved as moved:
        return _conflict(request, found, open_record(keyring, found), given["text"], moved.now)
    except OnlyBothCanRead:
        return _page(request, found, record, form, troubles.not_both_yet(name))
    except (TooBig, NewerRecord, ChangedOutside) as refusal:
        return _page(request, found, record, form, _REFUSED[type(refusal)]())
    tell(request, "saved")
    return redirect("journey", found.id)


def _ask_erase(request: Any, keyring: Any, found: Journey) -> HttpResponse:
    open_record(keyring, found)
    return render(request, "journeys/erase.html", _named(request, found))


def _erase(request: Any, keyring: Any, found: Journey) -> HttpResponse:
    try:
        insist(
            lambda: open_record(keyring, found),
            lambda record: notes.erase(record, by=keyring.person),
        )
    except (NewerRecord, ChangedOutside) as refusal:
        trouble = _REFUSED[type(refusal)]()
        return _page(request, found, open_record(keyring, found), trouble=trouble)
    tell(request, "erased-for-both")
    return redirect("journey", found.id)


def _conflict(
    request: Any, found: Journey, record: JourneyRecord, typed: str, now: Written | None
) -> HttpResponse:
    """What was typed stays in the field, over what stands there now and is shown above it."""
    form = NoteForm({"text": typed, "rev": now.rev if now else 0})
    texts = {"now": now.text if now else ""}
    return _page(request, found, record, form, troubles.changed_elsewhere(), texts)


def _page(
    request: Any,
    found: Journey,
    record: JourneyRecord | None,
    form: NoteForm | None = None,
    trouble: Trouble | None = None,
    conflict: dict[str, Any] | None = None,
) -> HttpResponse:
    written = notes.notes(record) if record else []
    mine = next((note for note in written if note.by == request.user.id), None)
    start = {"text": mine.text if mine else "", "rev": mine.rev if mine else 0}
    names = {found.owner_id: found.owner.name, found.guide_id: found.guide.name}
    context = {
        **_named(request, found),
        "state": _state(request, found, record, trouble),
        "notes": [
            {"name": names.get(note.by, ""), "text": note.text, "mine": note is mine}
            for note in written
        ],
        "form": form or NoteForm(initial=start),
        "trouble": trouble,
        "conflict": conflict,
        "can_write": bool(record and record.is_shared and record.circle.writable),
    }
    return render(request, "journeys/page.html", context)


def _state(
    request: Any, found: Journey, record: JourneyRecord | None, trouble: Trouble | None
) -> State:
    if record:
        return state_of(record, found, request.user)
    return State.DAMAGED if trouble else State.WAIT


def _named(request: Any, found: Journey) -> dict[str, Any]:
    return {"journey": found, "other": found.other(request.user).name, "State": State}


_REFUSED = {
    TooBig: troubles.record_full,
    NewerRecord: troubles.newer_record,
    ChangedOutside: troubles.changed_outside,
}
