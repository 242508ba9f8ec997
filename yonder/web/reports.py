"""Error reports that give away nothing people wrote: where it broke, and not with what."""

import logging
import traceback
from collections.abc import ItemsView
from types import FrameType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class NoPaths(logging.Filter):
    """The framework names the address that failed; an address may hold a one-time link."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = "A page could not be drawn.", ()
        return True


class PlainLines(logging.Formatter):
    """Traces without the error's own message: an error may quote the value it stumbled over.

    An address names a journey, or is a link that still opens something: a line has the name of
    the page in its place.
    """

    def formatMessage(self, record: Any) -> str:  # noqa: N802 the library's name
        line, request = super().formatMessage(record), getattr(record, "request", None)
        if request is None or request.path == "/":
            return line
        found = request.resolver_match
        return line.replace(request.path, f"at {found.view_name}" if found else "at no page")

    def formatException(self, ei: Any) -> str:  # noqa: N802 the library's name
        kind, _, trace = ei
        frames = "".join(traceback.format_tb(trace)).rstrip()
        return f"{frames}\n{kind.__name__ if kind else ''}"


class NoContent(SafeExceptionReporterFilter):
    """Leaves out local variables, forms, cookies, headers and settings, in every mode."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_safe_settings(self) -> dict[str, Any]:
        return {}

    def get_safe_request_meta(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_safe_cookies(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: FrameType
    ) -> ItemsView[str, Any]:
        return {}.items()
