"""Pictures of where somebody would like to go: first their own, shown when they like."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career import visions
from yonder.career.pages import Pages
from yonder.career.visions import FOCUS, Vision
from yonder.web.pivots import OneForm
from yonder.web.quiet import QUIET, OverForm, line, lines
from yonder.web.verbs import Verb
from yonder.web.wording import WordedForm

BACK = "visions"
FOCUS_NAMES = {
    "size": (_("Size"), _("Alone, a few people, hundreds, thousands?")),
    "stage": (_("Stage"), _("Build it up, keep it running, or put it right?")),
    "field": (_("Field"), _("What is it about: food, machines, care, money, music?")),
    "trade": (_("Trade"), _("Is there a trade or a licence in it?")),
    "role": (_("Role"), _("What would people come to you for?")),
    "lead": (
        _("Expert or lead"),
        _("Would you know the most, or bring the others along, or neither?"),
    ),
    "whose": (_("Whose"), _("Your own business, or somebody else’s?")),
    "place": (
        _("Place"),
        _("Which town or country? Indoors or out, at home or on the road?"),
    ),
    "hours": (_("Hours"), _("Days, nights, shifts, part of the week? What stays free?")),
}


class VisionForm(OverForm, WordedForm):
    name = line(_("A name for it"), longest=80)
    text = lines(
        _("What do you do on a normal Tuesday, and what do you like about it?"),
        needed=False,
        help_text=_("Two or three lines are enough."),
    )


class WholeVisionForm(VisionForm):
    """The same picture with what comes after it and the questions that sharpen it."""

    then = lines(_("And if that came true, what then?"), needed=False, rows=2)
    keep = forms.BooleanField(
        label=_("Keep the words of before as an earlier picture, for me alone"), required=False
    )

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        for name in FOCUS:
            label, question = FOCUS_NAMES[name]
            field = forms.CharField(label=label, help_text=question, required=False, max_length=500)
            field.widget.attrs |= QUIET
            self.fields[f"focus_{name}"] = field

    @property
    def focus(self) -> list[Any]:
        """The focusing questions, as fields."""
        return [self[f"focus_{name}"] for name in FOCUS]


class HoldForm(WordedForm):
    """One picture against one thing that matters; the button says which, what and how."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    rev = forms.CharField(max_length=60, widget=forms.HiddenInput)

    def clean_rev(self) -> tuple[Any, str]:
        """(value, answer) out of `<value>:<answer>`."""
        value, _colon, answer = self.cleaned_data["rev"].partition(":")
        return forms.UUIDField().clean(value), answer


def initial(vision: Vision) -> dict[str, str]:
    """What a form about this picture begins with."""
    focus = {f"focus_{name}": vision.focus.get(name, "") for name in FOCUS}
    return {"name": vision.name, "text": vision.text, "then": vision.then} | focus


def _write(pages: Pages, said: dict[str, Any]) -> None:
    visions.add(pages, Vision(said["name"], said["text"]), only_me=False)


def _keep(pages: Pages, said: dict[str, Any]) -> None:
    visions.add(pages, Vision(said["name"], said["text"]), only_me=True)


def _edit(pages: Pages, said: dict[str, Any]) -> None:
    focus = {name: said[f"focus_{name}"] for name in FOCUS if said[f"focus_{name}"].strip()}
    fresh = Vision(said["name"], said["text"], said["then"], focus)
    visions.edit(pages, said["entry"], said["rev"] or 0, fresh, keep=said["keep"])


def _hold(pages: Pages, said: dict[str, Any]) -> None:
    value, answer = said["rev"]
    visions.hold(pages, said["entry"], value, answer)


def _erase_earlier(pages: Pages, said: dict[str, Any]) -> None:
    visions.erase_earlier(pages, said["entry"])


VERBS = {
    "vision-write": Verb(_write, VisionForm, "vision", BACK),
    "vision-keep": Verb(_keep, VisionForm, "vision", BACK),
    "vision-edit": Verb(_edit, WholeVisionForm, "vision", BACK),
    "hold": Verb(_hold, HoldForm, "", BACK, told=""),
    "earlier-erase": Verb(_erase_earlier, OneForm, "", BACK),
}
