"""What answers tell the browser to leave alone."""

import pytest
from django.http import HttpResponse, HttpResponseBase
from django.test import RequestFactory

from yonder.web.headers import headers


def answer(path: str = "/", response: HttpResponse | None = None) -> HttpResponseBase:
    """What leaves the server at this address."""
    return headers(lambda request: response or HttpResponse())(RequestFactory().get(path))


def directives(path: str = "/") -> dict[str, str]:
    policy = answer(path)["Content-Security-Policy"].split("; ")
    return {name: " ".join(values) for name, *values in (line.split() for line in policy)}


def test_nothing_is_allowed_that_is_not_named() -> None:
    assert directives()["default-src"] == "'none'"


@pytest.mark.parametrize("kind", ["script", "style", "img", "font", "connect"])
def test_everything_a_page_loads_comes_from_here(kind: str) -> None:
    assert directives()[f"{kind}-src"] == "'self'"


def test_no_page_can_be_framed_rebased_or_made_to_post_elsewhere() -> None:
    found = directives()

    assert found["frame-ancestors"] == found["base-uri"] == "'none'"
    assert found["form-action"] == "'self'"


def test_nothing_inline_and_nothing_evaluated() -> None:
    policy = answer()["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "data:" not in policy
    assert "*" not in policy


def test_text_becomes_a_page_in_one_place_only() -> None:
    assert directives()["require-trusted-types-for"] == "'script'"
    assert directives()["trusted-types"] == "yonder"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Accel-Buffering", "no"),
    ],
)
def test_every_answer_says(name: str, value: str) -> None:
    assert answer()[name] == value
    assert answer("/static/css/site.css")[name] == value


def test_camera_microphone_and_place_are_off() -> None:
    allowed = answer()["Permissions-Policy"]

    assert all(f"{part}=()" in allowed for part in ("camera", "microphone", "geolocation"))


def test_a_page_is_kept_nowhere_whatever_it_said_before() -> None:
    page = HttpResponse(headers={"Cache-Control": "public, max-age=600"})

    assert answer("/journey/", page)["Cache-Control"] == "no-store"


@pytest.mark.parametrize("status", [302, 403, 404, 500])
def test_redirects_and_errors_are_kept_nowhere_either(status: int) -> None:
    assert answer("/", HttpResponse(status=status))["Cache-Control"] == "no-store"


def test_style_and_script_may_be_kept() -> None:
    asset = HttpResponse(headers={"Cache-Control": "max-age=315360000, public, immutable"})

    assert "immutable" in answer("/static/css/site.0123456789ab.css", asset)["Cache-Control"]


def test_a_missing_asset_is_a_page_like_any_other() -> None:
    assert answer("/static/nothing", HttpResponse(status=404))["Cache-Control"] == "no-store"
