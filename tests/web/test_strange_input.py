"""Whatever somebody sends, the answer is a sentence for a person and never an error of ours."""

from http.cookies import SimpleCookie
from urllib.parse import quote, urlencode

import pytest
from django.test import Client

from tests.promises import doors

ODD = {
    "nothing": "",
    "a zero": "\x00",
    "a zero inside": "ra\x00vi",
    "half a letter": "\ud83d",
    "from right to left": "\u202eivar\u2066",
    "very long": "x" * 30_000,
    "a number": "9" * 400,
    "minus": "-1",
    "markup": "<script>alert(1)</script>'\"--",
    "a path": "../../../etc/passwd%00",
    "a pattern": "%s%n{0}{{7*7}}{%raw%}",
}
FIELDS = ("verb", "text", "rev", "name", "login", "email", "password", "old", "new", "code")
FIELDS += ("secret", "digits", "person", "id", "who", "listens", "language", "workplace", "next")
FIELDS += ("unlock_password", "shared", "action_add", "action_remove", "key")


@pytest.fixture
def house(vault, workplace):
    return doors.build(vault, workplace)


VERBS = {
    "journey": ("write",),
    "key": ("digits",),
    "recovery-code": ("type-back",),
    "people": ("reset", "roles"),
    "sign-ins": ("end",),
}
TYPED = "application/x-www-form-urlencoded"  # the very bytes, as a browser sends a form
OF_TWO = ("journey", "key", "readers", "invitation-sent")


def statuses(house, name, value):
    """What each way of sending this value to one address is answered."""
    who = "maya" if name in OF_TWO else "olga"
    public = doors.ANSWERS[name][0][0] != ">"
    for visitor in dict.fromkeys((who, "nobody" if public else who)):
        for verb in (*VERBS.get(name, ()), value):
            yield visitor, verb, status(house, name, visitor, value, {"verb": verb})
        yield visitor, "GET", status(house, name, visitor, value)


def status(house, name, who, value, more=None):
    """One request with `value` in every field: a form if there is `more`, else a look."""
    visitor = Client(raise_request_exception=False)
    visitor.cookies = house.browsers[who].cookies.copy()
    path = doors.reverse(name, kwargs=house.paths.get(name, {}))
    fields = urlencode(dict.fromkeys(FIELDS, value) | (more or {}))
    with doors.undone():
        if more:
            return visitor.post(path, fields, "application/x-www-form-urlencoded").status_code
        return visitor.get(f"{path}?{fields}").status_code


@pytest.mark.parametrize("kind", ODD)
def test_it_is_answered(house, kind):
    value = ODD[kind].encode("utf-8", "surrogatepass")
    found = {(name, *one) for name in doors.ANSWERS for one in statuses(house, name, value)}
    assert {one for one in found if one[-1] >= 500} == set()


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_address_is_answered(house, kind):
    odd = quote(ODD[kind].encode("utf-8", "surrogatepass"), safe="") or "-"
    for path in ("", "invitation/", "reset/", "first-run/", "journey/", "me/addresses/", "asked/"):
        visitor = Client(raise_request_exception=False)
        visitor.cookies = house.browsers["ravi"].cookies.copy()
        assert visitor.get(f"/{path}{odd}/").status_code < 500, path


def test_odd_cookies_are_answered(house):
    for name in ("session", "unlock", "device", "csrf", "django_language"):
        for value in ODD.values():
            visitor = Client(raise_request_exception=False)
            kept = {one: cookie.value for one, cookie in house.browsers["ravi"].cookies.items()}
            odd = value.encode("ascii", "replace").decode().replace("\x00", "?")
            visitor.cookies = SimpleCookie(kept | {name: odd})
            assert visitor.get("/").status_code < 500, name


def test_odd_headers_are_answered(house):
    for name in ("User-Agent", "Accept-Language", "X-Forwarded-For", "Sec-Fetch-Site", "Referer"):
        for value in ("", "x" * 3000, "é\x7f", "%00", "a,b;q=x"):
            visitor = Client(raise_request_exception=False)
            visitor.cookies = house.browsers["ravi"].cookies.copy()
            assert visitor.get("/", headers={name: value}).status_code < 500, name
