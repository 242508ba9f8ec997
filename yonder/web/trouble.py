"""Errors for the person who meets them: what happened, what is safe, what to do (words.md 8)."""

from dataclasses import dataclass
from typing import Any

from django.forms import PasswordInput
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Trouble:
    what: str
    safe: str = ""
    do: str = ""


def wrong_password() -> Trouble:
    return Trouble(
        _("Name and password do not match."),
        _("Nothing has changed."),
        _("Check for capital letters, or use your recovery code."),
    )


def wrong_password_again() -> Trouble:
    return Trouble(
        _("This is not your password."),
        _("Nothing has changed."),
        _("Check for capital letters, or use your recovery code."),
    )


def too_many_tries(minutes: int) -> Trouble:
    return Trouble(
        _("Too many tries."),
        _("Your account is not blocked. Yonder slows down whoever is guessing."),
        ngettext(
            "Wait one minute. If it was not you, change your password.",
            "Wait %(minutes)s minutes. If it was not you, change your password.",
            minutes,
        )
        % {"minutes": minutes},
    )


def busy() -> Trouble:
    return Trouble(
        _("Many people are signing in at this moment."),
        _("Nothing has changed."),
        _("Try again in a minute."),
    )


def wrong_code() -> Trouble:
    return Trouble(
        _("This recovery code is not right."),
        _("Your notes are as they were."),
        _("Check each letter and number. O and 0 count as the same, and so do I, L and 1."),
    )


def wrong_digits(name: str, left: int) -> Trouble:
    if not left:
        return third_try()
    more = _("one more try") if left == 1 else _("two more tries")
    return Trouble(
        _("These are not the right digits."),
        _("Nothing was opened."),
        _("Ask %(name)s to say them once more. You have %(more)s.") % {"name": name, "more": more},
    )


def not_the_old_one() -> Trouble:
    return Trouble(
        _("This is neither your old password nor your recovery code."),
        _("What rests is as it was."),
        _("Check for capital letters, and try once more."),
    )


def third_try() -> Trouble:
    return Trouble(
        _("That was the third try."),
        _("Your notes are as they were."),
        _("Meet in person, and start again with a new code."),
    )


def digits_too_old() -> Trouble:
    return Trouble(
        _("This code has run out. It is good for one day."),
        _("Nothing was opened."),
        _("Ask for a new one. It takes a moment."),
    )


def changed_elsewhere() -> Trouble:
    return Trouble(
        _("You changed this in another window."),
        _("What you typed is below, and what stands there now too. Nothing was overwritten."),
        _("Save yours, keep the other, or make one out of both."),
    )


def changed_by(name: str) -> Trouble:
    return Trouble(
        _("%(name)s changed this at the same moment.") % {"name": name},
        _("You can see both texts below. Nothing was overwritten."),
        _("Take yours, take %(name)s’s, or make one out of both.") % {"name": name},
    )


def nothing_here() -> Trouble:
    return Trouble(
        _("There is nothing here for you."),
        _("Nothing was changed."),
        _("What you typed is below. Copy it if you want to keep it."),
    )


def enough_pictures() -> Trouble:
    return Trouble(
        _("Five pictures are enough to look at."),
        _("What you typed is still on this page. It is not saved."),
        _("Erase one, or put two together."),
    )


def four_are_a_lot() -> Trouble:
    return Trouble(
        _("Four is a lot to carry."),
        _("Nothing was changed."),
        _("Which one can wait? Let one wait first, then choose this one."),
    )


def no_step_yet() -> Trouble:
    return Trouble(
        _("There is no step with a name and a date yet."),
        _("Nothing was changed."),
        _("What could you begin in the next 30 days?"),
    )


def no_step_by_the_guide(name: str) -> Trouble:
    return Trouble(
        _("%(name)s has no step yet.") % {"name": name},
        _("Nothing was changed."),
        _("What will %(name)s do? At least one step is theirs, with a date.") % {"name": name},
    )


def not_both_yet(name: str) -> Trouble:
    return Trouble(
        _("You two cannot both read this yet."),
        _("What you typed is still on this page. It is not saved."),
        _("First open it for %(name)s. Then you can write here.") % {"name": name},
    )


def notes_are_off() -> Trouble:
    return Trouble(
        _("Notes are off in this part of the talk."),
        _("What was there before stays. What you typed is below, and is not saved."),
        _("Copy it if you want to keep it. From the next step on you two can write again."),
    )


def record_full() -> Trouble:
    return Trouble(
        _("There is no room left here."),
        _("What you typed is still on this page. What was saved before is safe."),
        _("Take out something first."),
    )


def no_room_for_file() -> Trouble:
    return Trouble(
        _("Your own pages have no room for all of this file."),
        _("Nothing was taken in, and nothing was changed."),
        _("Erase what you do not want to keep. Then bring the file again."),
    )


def no_room_to_end() -> Trouble:
    return Trouble(
        _("Your own pages have no room for all that stands here."),
        _("Nothing was changed, and nothing is lost."),
        _("Erase what you do not want to keep, here or on your own pages. Then end these talks."),
    )


def no_room_at_home() -> Trouble:
    return Trouble(
        _("Your own pages have no room for all that you and a guide who has left wrote."),
        _("It is safe, and only you can read it."),
        _("Erase what you do not want to keep on your own pages. Then come back to Home."),
    )


def newer_record() -> Trouble:
    return Trouble(
        _("A newer Yonder wrote this page."),
        _("You can read it here. Nothing was changed."),
        _("Ask the people who run this server to finish the update."),
    )


def changed_outside() -> Trouble:
    return Trouble(
        _("Somebody changed this record outside Yonder."),
        _("What you typed is still on this page. What was saved before is safe."),
        _("Tell the other one, and the people who run this server."),
    )


def damaged() -> Trouble:
    return Trouble(
        _("This box is damaged and does not open."),
        _("Nothing was changed."),
        _("Tell the people who run this server. They can bring back a backup."),
    )


def crowded() -> Trouble:
    return Trouble(
        _("Somebody else saved here again and again at this moment."),
        _("What was saved before is safe. The last step was not saved."),
        _("Go back and send it once more."),
    )


def ring_missing() -> Trouble:
    return Trouble(
        _("The keys of this server are not where they should be."),
        _("Nothing was changed."),
        _("Tell the people who run this server. Until then, Yonder opens nothing."),
    )


def code_first() -> Trouble:
    return Trouble(
        _("Before you go on, write down your recovery code."),
        _("Nothing was lost."),
        _("Without it, a lost password would close all your talks at once."),
    )


def refused_form(form: Any) -> Trouble | None:
    """One quiet sentence above a form whose fields say the rest."""
    if not form.errors:
        return None
    secret = any(isinstance(field.widget, PasswordInput) for field in form.fields.values())
    return Trouble(
        _("Something is missing or does not fit."),
        _("What you typed is still here, but not the password.")
        if secret
        else _("What you typed is still on this page."),
        _("The lines below say what."),
    )
