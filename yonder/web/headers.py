"""What every answer tells the browser: run nothing of others, keep nothing, say nothing onward."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types yonder",
    )
)
OFF = "accelerometer camera display-capture geolocation gyroscope microphone midi payment usb"
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in OFF.split()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # A proxy that buffers answers may spill them to its disk.
    "X-Accel-Buffering": "no",
}
Answer = Callable[[HttpRequest], HttpResponseBase]


def headers(get_response: Answer) -> Answer:
    """Middleware. It stands first, so that errors and redirects carry the headers too."""

    def with_headers(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in ALWAYS.items():
            response.headers[name] = value
        if not _is_asset(request, response):
            response.headers["Cache-Control"] = "no-store"
        return response

    return with_headers


def _is_asset(request: HttpRequest, response: HttpResponseBase) -> bool:
    found = response.status_code in (200, 206, 304)
    return found and request.path.startswith(settings.STATIC_URL)
