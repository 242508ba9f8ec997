"""Whose page sent this form? Browsers say it twice, and our own strictness silences one of them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def origins(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Under `Referrer-Policy: no-referrer` browsers send `Origin: null` with our own forms too
    (Fetch standard, "serializing a request origin"). `Sec-Fetch-Site`, which no page can set,
    still tells our own pages from others, so a same-origin request gets its true origin back.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        own = request.headers.get("Sec-Fetch-Site") == "same-origin"
        if own and request.headers.get("Origin") == "null":
            request.META["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"
        return get_response(request)

    return middleware
