"""What goes wrong where people are listed: names, who leads whom, and who runs the server."""

from django.utils.translation import gettext as _

from yonder.web.trouble import Trouble


def nobody_called(typed: str) -> Trouble:
    return Trouble(
        _("Nobody here signs in as “%(typed)s”, or has that number.") % {"typed": typed},
        _("Nothing was changed."),
        _("Write a sign-in name or a number, or leave the line empty for nobody."),
    )


def leads_in_a_circle() -> Trouble:
    return Trouble(
        _("Then somebody would lead themselves."),
        _("Nothing was changed."),
        _("Look at who leads whom, and begin at the top."),
    )


def nobody_left() -> Trouble:
    return Trouble(
        _("Then nobody would run this server."),
        _("Nothing was changed."),
        _("Give this role to someone else first."),
    )


def not_agreed() -> Trouble:
    return Trouble(
        _("Somebody would be led by somebody else."),
        _("Nothing was loaded."),
        _("Look at how many, tick the line, and load it again."),
    )


def people_changed() -> Trouble:
    return Trouble(
        _("Somebody changed who is here meanwhile."),
        _("Nothing was loaded."),
        _("Look at the list once more. The counts below are new."),
    )
