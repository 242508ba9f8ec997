"""Bring a `.yonder` file in: looked at first, then taken in by one press, all of it or nothing.

Between the two the file waits in the form of the page that shows it, and nowhere on the server.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from yonder.career import taking
from yonder.career.pages import Pages, open_pages, opener
from yonder.career.record import insist
from yonder.interchange import taking_in, yonder_files
from yonder.interchange.grids import Misfit, Unfit
from yonder.interchange.shapes import Whole
from yonder.vault.refusals import ChangedOutside, NewerRecord, TooBig
from yonder.web import trouble as troubles
from yonder.web.misfits import sentences
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.unlocking import keyring_of
from yonder.web.wording import WordedForm
from yonder.web.yonder_files import counted, said

VERBS = ("look", "take-in")
REFUSED: dict[type[Exception], Callable[[], Trouble]] = {
    TooBig: troubles.no_room_for_file,
    NewerRecord: troubles.newer_record,
    ChangedOutside: troubles.changed_outside,
}


class BringForm(WordedForm):
    file = forms.FileField(label=_("A file that ends in .yonder"), allow_empty_file=True)


def answered(request: Any, verb: str) -> HttpResponse:
    """Look at the file that came, or take in the one that was looked at."""
    try:
        if verb == "take-in":
            return _taken_in(request, yonder_files.unpacked(request.POST.get("file", "")))
        return _looked(request)
    except Unfit as unfit:
        return drawn(request, {"misfits": sentences(unfit, said)})
    except tuple(REFUSED) as refusal:
        return drawn(request, {"trouble": REFUSED[type(refusal)]()})


def drawn(request: Any, more: dict[str, Any]) -> HttpResponse:
    """The page for one's own files, with what there is to say about the one that came."""
    context: dict[str, Any] = {"form": BringForm(), "trouble": None, "misfits": [], "closed": ()}
    return render(request, "taking/own.html", context | more)


def _looked(request: Any) -> HttpResponse:
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        # More than fits into memory is not read at all, and then no file has come.
        if int(request.META.get("CONTENT_LENGTH") or 0) > yonder_files.LARGEST:
            raise Unfit(Misfit("big"))
        return drawn(request, {"form": form, "trouble": troubles.refused_form(form)})
    whole = yonder_files.read(form.cleaned_data["file"].read())
    packed = yonder_files.packed(whole)
    arrived = _put(request, open_pages(keyring_of(request)), whole)
    context = {
        "whole": whole,
        "new": counted(arrived.new),
        "already": arrived.already,
        "packed": packed,
    }
    return render(request, "taking/look.html", context)


def _taken_in(request: Any, whole: Whole) -> HttpResponse:
    insist(opener(keyring_of(request)), lambda pages: _put(request, pages, whole))
    tell(request, "taken-in")
    return redirect("pages")


def _put(request: Any, pages: Pages, whole: Whole) -> taking_in.Arrived:
    others = taking.own(pages.private.circle.keyring, request.user).shared_ids
    return taking_in.put(pages, whole, others)
