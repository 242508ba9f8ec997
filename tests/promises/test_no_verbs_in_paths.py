"""An address names a thing. What one does with it travels in the body, where no log sees it."""

import re

from django.urls import get_resolver

from yonder import urls

# Words of the libraries' pages, and of coming in: they tell nothing about what two people do.
# `join`, `recover`, `reset`, `invite`: leading in, before there is anything to hide.
LEADING_IN = {
    "asked",
    "sign-in",
    "sign-out",
    "close",
    "recover",
    "reset",
    "join",
    "invite",
    "confirm",
}
NOUNS = {"addresses", "again", "factor", "first-run", "former", "inactive", "invitation"}
NOUNS |= {"journey", "key", "me", "off", "on", "password", "people", "protection", "readers"}
NOUNS |= {"recovery-code", "sign-ins", "pages", "workplace", "room", "briefing", "table", "line"}
NOUNS |= {"starter", "file", "practice", "take", "three"}  # the take: what somebody carries away
# Somebody's last day, and what is held about them. Neither says what they did there.
NOUNS |= {"council", "held", "leaving"}
NOUNS |= {"team", "letters", "calendar", "planner", "slips", "cascade"}
IDS = {"<str:token>.ics", "<str:token>", "<str:key>", "<uuid:journey>", "<uuid:invitation>"}


def parts(route):
    return set(filter(None, route.split("/")))


def unknown(routes):
    return set().union(*map(parts, routes)) - LEADING_IN - NOUNS - IDS


def routes():
    return [str(pattern.pattern) for pattern in get_resolver().url_patterns]


def test_every_word_in_an_address_is_a_known_one():
    assert unknown(routes()) == set()


def test_below_a_journey_there_are_things_only():
    below = set().union(*(parts(route) for route in routes() if "journey" in route))
    assert below == {
        "journey",
        "<uuid:journey>",
        "key",
        "calendar",
        "readers",
        "room",
        "briefing",
        "table",
        "line",
        "file",
        "take",
    }


def test_no_address_says_which_talk_it_is():
    """A proxy writes addresses down: the owner who leaves a talk out must not lack one of them."""
    assert not [
        route for route in routes() if re.search("story|vision|value|turn|plan(?!ner)", route)
    ]


def test_no_address_holds_the_id_of_an_entry():
    assert not [route for route in routes() if re.search("entry|note", route)]


def test_a_verb_or_an_entry_in_a_path_would_be_found():
    """The control."""
    assert unknown(["journey/<uuid:journey>/decline/", "journey/<uuid:entry>/"]) == {
        "decline",
        "<uuid:entry>",
    }


def test_every_address_has_a_name_and_ends_with_a_slash():
    """But for the one file that programs fetch by its address."""
    assert all(pattern.name for pattern in urls.urlpatterns)
    assert [route for route in routes() if route and not route.endswith("/")] == [
        "calendar/<str:token>.ics"
    ]
