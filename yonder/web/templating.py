"""How pages are drawn: what every template can use, and how a date reads in each language."""

import re
from collections.abc import Callable, Hashable, MutableMapping
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.urls import reverse
from django.utils import dateformat, timezone
from django.utils.formats import get_format
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined, select_autoescape
from markupsafe import Markup

from yonder.career.people import Workplace
from yonder.guidebook.filling import fill
from yonder.guidebook.routes import spoken
from yonder.vault import went_back
from yonder.vault.here import vault
from yonder.web.shared_devices import is_shared, remembered_as
from yonder.web.told import told

# English pages write the day first and no comma, as people say it, and every month in full.
ENGLISH = {"MONTH_DAY_FORMAT": "j F", "DATE_FORMAT": "j F Y"}
# Where a long address may break: after its host, after a slash, after ten letters.
GROUP = re.compile(r"\w+://[^/]+/?|[^/]{1,10}/?|/")
# A page about an error may be drawn without a request, so these always have a value.
NOBODY: dict[str, Any] = {
    "person": None,
    "has_left": False,
    "workplace": None,
    "trouble": None,
    "csrf_input": "",
    "idle_minutes": 15,
    "went_back": None,
    "told": lambda: None,
    "shares_device": False,
    "remembered_as": lambda kind: kind,
}


class Templates(Environment):
    """No template has globals of its own, so all share one dictionary."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        # The library lays one mapping over the other and looks through both, name by name,
        # whenever a template takes a macro from another: a tenth of a long page.
        return super().make_globals(d) if d else self.globals


def environment(**options: Any) -> Environment:
    """The Jinja2 environment that settings name. Mail is plain text, all else is escaped."""
    options["undefined"] = StrictUndefined
    options["autoescape"] = select_autoescape(default=True, disabled_extensions=("txt",))
    options |= {"trim_blocks": True, "lstrip_blocks": True, "extensions": ["jinja2.ext.i18n"]}
    pages = Templates(**options)
    pages.policies["ext.i18n.trimmed"] = True
    install: Callable[..., None] = pages.install_gettext_callables  # type: ignore[attr-defined]
    install(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)
    pages.globals.update(NOBODY, _=sentence, static=static, url=url, language=get_language)
    pages.globals["today"] = timezone.localdate
    pages.filters.update(day=day, moment=moment, dated=dated, in_groups=in_groups, filled=fill)
    pages.filters["routed"] = spoken
    pages.tests["typed"] = is_typed
    return pages


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """What every page of a request knows: who is here, and where they work."""
    try:
        person, row = getattr(request, "user", None), getattr(request, "row", None)
        signed_in = person is not None and person.is_authenticated
        return {
            # Made once: a page has a dozen forms, and its token is masked anew for each otherwise.
            "csrf_input": SimpleLazyObject(partial(csrf_input, request)),
            "person": person if signed_in else None,
            "has_left": signed_in and _has_left(person),
            "workplace": Workplace.objects.first(),
            "went_back": went_back.told(vault()) if signed_in else None,
            "idle_minutes": row.idle.seconds // 60 if row else NOBODY["idle_minutes"],
            "shares_device": signed_in and is_shared(request),
            "remembered_as": partial(remembered_as, request),
            "told": partial(told, request) if signed_in else NOBODY["told"],
        }
    except DatabaseError:
        # The page that says so must still be drawn.
        return {}


def _has_left(person: Any) -> bool:
    left: bool = person.has_left(vault().clock().date())
    return left


def sentence(text: str, **words: object) -> Markup:
    """A fixed text in the language of the page. What fills its gaps is escaped."""
    said = Markup(gettext(text))  # noqa: S704 (the text stands in a template)
    return said % words if words else said


@lru_cache(maxsize=4096)
def url(name: str, *args: Hashable) -> str:
    """The address of a page. They are kept, for a long page has a hundred of the same ones."""
    return reverse(name, args=args)


def day(value: date | datetime) -> str:
    """13 November, and the year only when it is another one."""
    local = _local(value)
    this_year = local.year == timezone.localdate().year
    return _shown(local, "MONTH_DAY_FORMAT" if this_year else "DATE_FORMAT")


def dated(value: date | datetime) -> str:
    """13 November 2026: on paper, which lies around for years."""
    return _shown(_local(value), "DATE_FORMAT")


def in_groups(address: str) -> Markup:
    """Narrow pages and slips break it at these places, so that it can be typed by hand."""
    return Markup("<wbr>").join(GROUP.findall(address))  # noqa: S704 (joining escapes the parts)


def moment(value: datetime) -> str:
    """13 November, 14:05."""
    return f"{day(value)}, {_local(value):%H:%M}"


def is_typed(kept: tuple[str, str]) -> bool:
    """Something a person wrote, unlike an id, a verb or a row of digits."""
    name, value = kept
    return name == "text" or (" " in value.strip() and any(map(str.isalpha, value)))


def _local(value: date | datetime) -> date | datetime:
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def _shown(value: date | datetime, kind: str) -> str:
    language = get_language() or "en"
    wanted = ENGLISH[kind] if language == "en" else get_format(kind, lang=language)
    return dateformat.format(value, wanted)
