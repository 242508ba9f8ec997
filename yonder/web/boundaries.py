"""What I turned off: a list on one's own page that nobody else has."""

from typing import Any

from django import forms

from yonder.career import boundaries, talks
from yonder.career.boundaries import PROMPT, TALK, TOPIC
from yonder.career.pages import Pages
from yonder.guidebook import prompts
from yonder.web.chance import CHANCE
from yonder.web.languages import language_of
from yonder.web.talks import NAMES, TalkForm
from yonder.web.verbs import Verb
from yonder.web.wording import WordedForm

BACK = "boundaries"


class TopicsForm(WordedForm):
    """Ticked: it will not come up."""

    topics = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        self.fields["topics"].choices = list(prompts.topics("en").items())  # type: ignore[attr-defined]


class PromptForm(WordedForm):
    entry = forms.SlugField(max_length=60, widget=forms.HiddenInput)


def shown(pages: Pages, request: Any) -> dict[str, Any]:
    """What the list says, for its owner."""
    language = language_of(request.user)
    off = boundaries.left_out(pages.private, PROMPT)
    found = [prompts.prompt(language, name) for name in sorted(off)]
    without = boundaries.left_out(pages.private, TOPIC)
    topics = prompts.topics(language).items()
    return {
        "topics": [(name, title, name in without) for name, title in topics],
        "prompts_off": [one for one in found if one],
        "talks_off": [
            (talk, NAMES[talk])
            for talk in NAMES
            if talk in boundaries.left_out(pages.private, TALK)
        ],
    }


def _topics(pages: Pages, said: dict[str, Any]) -> None:
    for topic in prompts.topics("en"):
        if topic in said["topics"]:
            boundaries.leave_out(pages, TOPIC, topic)
        else:
            boundaries.take_in_again(pages, TOPIC, topic)
    talks.draw_again(pages, CHANCE)


def _prompt_on(pages: Pages, said: dict[str, Any]) -> None:
    boundaries.take_in_again(pages, PROMPT, said["entry"])


def _talk_on(pages: Pages, said: dict[str, Any]) -> None:
    boundaries.take_in_again(pages, TALK, said["entry"])


VERBS = {
    "topics": Verb(_topics, TopicsForm, told="topics"),
    "prompt-on": Verb(_prompt_on, PromptForm, back=BACK, told=""),
    "talk-on": Verb(_talk_on, TalkForm, back=BACK, told=""),
}
