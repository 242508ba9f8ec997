"""One button pressed on a page of a record: form → verb → answer. Every page with one is a Place.

A button names its verb, and its entry with the revision that was seen: `turn-up:<entry>:<rev>`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect

from yonder.career import drafts
from yonder.career.pages import Moved, NotHere, OnlyBothCanRead, OnlyTheOwner, Pages
from yonder.career.parts import NotesAreOff
from yonder.career.plans import NoStepByTheGuide, NoStepYet
from yonder.career.record import insist
from yonder.career.skills import FourAreALot
from yonder.career.visions import Enough
from yonder.vault.refusals import ChangedOutside, NewerRecord, TooBig
from yonder.web import trouble as troubles
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.wording import WordedForm


@dataclass(frozen=True)
class Verb:
    """`do` gets the pages and what the form says, and may give a word to be told once instead of
    `told`. `back` is the place on the page to return to, `noun` what the form is called."""

    do: Callable[[Pages, dict[str, Any]], str | None]
    form: type[WordedForm]
    noun: str = ""
    back: str = ""
    told: str = "saved"


@dataclass
class Typed:
    """What somebody sent that could not be done: it stays on the page, and nothing is lost.

    `name` says which form of the page it is. `now` is what stands there when somebody else was
    quicker; `echo` are texts whose entry is not there, to be copied.
    """

    name: str = ""
    form: WordedForm | None = None
    trouble: Trouble | None = None
    now: Any = None
    echo: list[str] = field(default_factory=list)


@dataclass
class Place:
    """A page of a record, for one request. `draw` shows it; `here` is its address."""

    request: Any
    read: Callable[[], Pages]
    draw: Callable[[Pages, Typed], HttpResponse]
    here: str
    other: str = ""
    guide: str = ""


def answered(place: Place, verbs: dict[str, Verb]) -> HttpResponse:
    """Do what was pressed, or show the page; with what was typed when it could not be done."""
    name, data = said(place.request.POST)
    verb = verbs.get(name)
    if verb is None:
        return place.draw(place.read(), Typed())
    form = verb.form(data)
    if not form.is_valid():
        return place.draw(place.read(), _typed(verb, form, troubles.refused_form(form)))
    return _done(place, verb, form)


def said(post: Any) -> tuple[str, Any]:
    """(verb, fields) of a form that was sent."""
    verb, _, over = post.get("verb", "").partition(":")
    if not over:
        return verb, post
    entry, _, rev = over.partition(":")
    data = post.copy()
    data["entry"], data["rev"] = entry, rev
    return verb, data


def id_in(sent: str) -> UUID:
    """The id that a button has sent. What is none is nothing that is here (404)."""
    try:
        return UUID(sent)
    except ValueError:
        raise Http404 from None


def form_name(noun: str, entry: object = None) -> str:
    """What a form is called on its page and in its draft."""
    return f"{noun}-{entry or 'new'}"


def _done(place: Place, verb: Verb, form: WordedForm) -> HttpResponse:
    told: list[str] = []
    try:
        insist(place.read, lambda pages: told.append(_do(pages, verb, form)))
    except Moved as moved:
        return place.draw(place.read(), _over(place, verb, form, moved.now))
    except NotHere:
        return place.draw(place.read(), _echoed(form, troubles.nothing_here()))
    except NotesAreOff:
        return place.draw(place.read(), _echoed(form, troubles.notes_are_off()))
    except OnlyTheOwner:
        raise Http404 from None
    except REFUSED as refusal:
        return place.draw(place.read(), _typed(verb, form, _refused(refusal, place)))
    if told[-1]:
        tell(place.request, told[-1])
    return redirect(f"{place.here}#{verb.back}" if verb.back else place.here)


def _do(pages: Pages, verb: Verb, form: WordedForm) -> str:
    told = verb.do(pages, form.cleaned_data)
    if verb.noun:
        drafts.forget(pages, form_name(verb.noun, form.cleaned_data.get("entry")))
    return told or verb.told


def _typed(verb: Verb, form: WordedForm, trouble: Trouble | None) -> Typed:
    entry = form["entry"].value() if "entry" in form.fields else None
    return Typed(form_name(verb.noun, entry), form, trouble)


def _over(place: Place, verb: Verb, form: WordedForm, now: Any) -> Typed:
    """The same words again, over what stands there now and is shown above them."""
    data = cast(QueryDict, form.data).copy()
    data["entry"], data["rev"] = str(now.id), str(now.rev)
    fresh = verb.form(data)
    mine = now.last_by == place.request.user.id
    trouble = troubles.changed_elsewhere() if mine else troubles.changed_by(place.other)
    return Typed(form_name(verb.noun, now.id), fresh, trouble, now)


def _echoed(form: WordedForm, trouble: Trouble) -> Typed:
    texts = [
        str(form.cleaned_data[name])
        for name, field_ in form.fields.items()
        if not field_.widget.is_hidden and form.cleaned_data.get(name)
    ]
    return Typed(trouble=trouble, echo=texts)


def _refused(refusal: Exception, place: Place) -> Trouble:
    if isinstance(refusal, OnlyBothCanRead):
        return troubles.not_both_yet(place.other)
    if isinstance(refusal, NoStepByTheGuide):
        return troubles.no_step_by_the_guide(place.guide)
    return SENTENCES[type(refusal)]()


SENTENCES: dict[type[Exception], Callable[[], Trouble]] = {
    Enough: troubles.enough_pictures,
    FourAreALot: troubles.four_are_a_lot,
    NoStepYet: troubles.no_step_yet,
    TooBig: troubles.record_full,
    NewerRecord: troubles.newer_record,
    ChangedOutside: troubles.changed_outside,
}
REFUSED: tuple[type[Exception], ...] = (OnlyBothCanRead, NoStepByTheGuide, *SENTENCES)
