"""What is held about me: every row in clear with its words, and what is sealed and for whom."""

from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yonder.career import about_me
from yonder.career.about_me import SEALED, Held
from yonder.vault.here import date_of
from yonder.web.held_words import TABLES
from yonder.web.templating import dated
from yonder.web.unlocking import keyring_of

DAY_NUMBERS = {"day", "retired_on", "sent_on"}


@require_safe
def held(request: Any) -> HttpResponse:
    keyring = keyring_of(request)
    tables = about_me.held(request.user)
    context = {
        "tables": [_told(one) for one in tables if one.rows],
        "empty": [TABLES[one.table][0] for one in tables if not one.rows],
        "readable": about_me.readable(keyring, request.user),
        "reports": request.user.reports.all(),
    }
    return render(request, "me/held.html", context)


def _told(one: Held) -> dict[str, Any]:
    title, labels = TABLES[one.table]
    rows = [
        [(labels[column], _in_words(column, value)) for column, value in row.items()]
        for row in one.rows
    ]
    return {"name": one.table, "title": title, "rows": rows}


def _in_words(column: str, value: Any) -> str:
    if value is None or value == "":
        return _("nothing")
    if value is SEALED:
        return _("closed")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return f"{dated(value)}, {value:%H:%M} UTC"
    if isinstance(value, date):
        return dated(value)
    return dated(date_of(value)) if column in DAY_NUMBERS else str(value)
