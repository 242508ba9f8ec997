"""What went well is said once, on the next page: a fixed sentence, no word of the content."""

from contextlib import suppress
from typing import Any

from django.utils.translation import gettext_lazy as _

from yonder.vault import asides
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import Damaged

TOLD = "told"  # the browser session holds the short word until the next page
SENTENCES = {
    "saved": _("Saved."),
    "password": _("Your new password works from now on. Nothing was lost."),
    "erased": _("Erased."),
    "shown": _("Shown."),
    "only-me": _("Only you can read this again. What was read, was read."),
    "taken-in": _("All of it is here. Only you can read it."),
    "date": _("The day is set."),
    "offered": _("The times are offered."),
    "talk": _("That is what comes next."),
    "left-out": _("Left out. No reminder will come."),
    "topics": _("Your list is saved. It is yours alone."),
    "listening": _("You listen. Ask one person face to face, then come back."),
    "asked-to-listen": _("The question is there. Ask in person too."),
    "stopped": _("Thank you for listening."),
    "rest": _("Good. The plan stays here for both of you, and Yonder does not remind you."),
    "settle": _("It is on your own list until Friday, and nowhere else."),
    "talks-ended": _("These talks have ended. You keep everything, and only you can read it."),
    "handed-over": _("Done. It opens for them once you have said the twelve digits."),
    "nothing-carried": _("All right. Nothing is shown to anybody."),
    "erased-for-both": _("Erased for both of you."),
    "written-down": _("You have written it down."),
    "guide-left": _("A guide of yours has left. You keep everything, and only you can read it."),
    "still-here": _("You were away for long, and your pages were to be erased. They stay."),
    "ended": _("That sign-in has ended."),
    "others-ended": _("All other sign-ins have ended."),
    "link-sent": _("A link is on its way. Open it, and the address is confirmed."),
    "link-sent-before": _("A link went out a moment ago. Look into your mail first."),
    "no-letter": _("No mail could be sent. Nothing was changed. Try again later."),
}


def tell(request: Any, what: str) -> None:
    """`what` is one of the words above. Where a key is open it lies closed in the session: the
    word of a no is nobody else's to read, not even for a moment."""
    assert what in SENTENCES
    keyring = getattr(request, "keyring", None)
    request.session[TOLD] = asides.closed(keyring, what) if keyring else what


def told(request: Any) -> Any:
    """The sentence that waits for this browser; None when there is none. This page has it alone."""
    if TOLD in request.session:
        request.told = SENTENCES.get(_word(request, request.session.pop(TOLD)))
    return getattr(request, "told", None)


def _word(request: Any, kept: str) -> str:
    if kept in SENTENCES:
        return kept
    keyring: Keyring | None = getattr(request, "keyring", None)
    with suppress(Damaged):  # after a new start there is another key, and the word is old by now
        return asides.opened(keyring, kept) if keyring else ""
    return ""
