"""What goes wrong where one listens to many: calendars, offered times, five who listen."""

from django.utils.translation import gettext as _

from yonder.web.trouble import Trouble


def enough_asked() -> Trouble:
    return Trouble(
        _("Five are asked, or listen already."),
        _("Nothing has changed."),
        _("A place gets free when a question has run out on its date."),
    )


def fifty_years() -> Trouble:
    return Trouble(
        _("At this pace it takes more than fifty years."),
        _("Nothing was changed."),
        _("Take more talks a week, fewer people, or five who listen to five."),
    )


def three_times() -> Trouble:
    return Trouble(
        _("Three times are offered to one of them already."),
        _("Nothing was offered to anybody."),
        _("Wait until one is taken or free again."),
    )


def times_meet() -> Trouble:
    return Trouble(
        _("Two of these talks would be at the same time."),
        _("Nothing was offered to anybody. What you typed is still on this page."),
        _("Change one of the times."),
    )


def time_is_gone() -> Trouble:
    return Trouble(
        _("This time is not free any more."),
        _("Nothing was changed."),
        _("Take another one, or say a time that suits you when you meet."),
    )


def day_is_set() -> Trouble:
    return Trouble(
        _("You two have another day already."),
        _("Nothing was changed."),
        _("Take that day away first, then take this time."),
    )
