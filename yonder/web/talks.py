"""Which talk comes next, and the day for it: buttons of the page and of the room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career import keenness, talks
from yonder.career.pages import Pages
from yonder.career.talks import CHECK_IN, LIFE_STORY, PLAN, VISIONS
from yonder.web.chance import CHANCE
from yonder.web.verbs import Verb
from yonder.web.wording import WordedForm

NAMES = {
    LIFE_STORY: _("Life Story"),
    VISIONS: _("Visions"),
    PLAN: _("Plan"),
    CHECK_IN: _("Check-in"),
}
BACK = "next"


class TalkForm(WordedForm):
    """The button names the talk in the place of an entry."""

    entry = forms.ChoiceField(choices=list(NAMES.items()), widget=forms.HiddenInput)


def _choose(pages: Pages, said: dict[str, Any]) -> None:
    talks.choose(pages, said["entry"], CHANCE)


def _not_this(pages: Pages, said: dict[str, Any]) -> None:
    talks.not_this_talk(pages, said["entry"], CHANCE)


def _nothing(pages: Pages, said: dict[str, Any]) -> None:
    talks.done_for_now(pages)


def _soon(pages: Pages, said: dict[str, Any]) -> None:
    keenness.say(pages, pages.private.circle.keyring.vault.today())


def _not_soon(pages: Pages, said: dict[str, Any]) -> None:
    keenness.take_back(pages)


VERBS = {
    "soon": Verb(_soon, WordedForm, back=BACK, told=""),
    "not-soon": Verb(_not_soon, WordedForm, back=BACK, told=""),
    "talk-choose": Verb(_choose, TalkForm, back=BACK, told=""),
    "talk-none": Verb(_nothing, WordedForm, back=BACK, told=""),
    "talk-not": Verb(_not_this, TalkForm, told="left-out"),
}
