"""One sentence of each to the other, at the head of their page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career import notes
from yonder.career.pages import Kept, Moved, NotHere, Pages
from yonder.web.quiet import OverForm, lines
from yonder.web.verbs import Verb
from yonder.web.wording import WordedForm


class NoteForm(OverForm, WordedForm):
    text = lines(_("Your sentence"))
    rev = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


def _write(pages: Pages, said: dict[str, Any]) -> None:
    if pages.shared is None:
        raise NotHere
    try:
        notes.write(pages.touch(pages.shared), said["text"], by=pages.me, rev=said["rev"])
    except notes.OtherWords as other:
        raise _moved(pages, other.now) from None


def _moved(pages: Pages, now: Any) -> Exception:
    if now is None:
        return NotHere()
    entry = pages.common.circle.record.entry(now.entry)
    return Moved(Kept(entry, notes.Note(now.text), only_me=False)) if entry else NotHere()


VERBS = {"write": Verb(_write, NoteForm, "note")}
