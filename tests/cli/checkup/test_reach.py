"""Settings that let out more than they should."""

import logging

import pytest

from yonder.cli.checkup.proxies import PROXIES
from yonder.cli.checkup.reach import REACH
from yonder.environment import address

GOOD = """
server {
    server_name yonder.example.org;
    access_log off;
    client_body_buffer_size 10m;
    proxy_max_temp_file_size 0;
}
"""


@pytest.fixture
def reached(settings, monkeypatch):
    """`reached("https://…")`: what people use, read as from the environment."""

    def set_address(value):
        monkeypatch.setenv("YONDER_ADDRESS", value)
        settings.YONDER_ADDRESS = address()

    return set_address


@pytest.mark.parametrize("more", ["/yonder", "?a=1", "#top"])
def test_an_address_with_more_than_a_name_is_found(well, found, reached, more):
    reached(f"https://yonder.example.org{more}")

    assert found(REACH) == ["more_than_an_address"]


@pytest.mark.parametrize("well_said", ["https://yonder.example.org/", "https://y.example:8443"])
def test_an_address_with_a_name_alone_is_well(well, found, reached, well_said):
    reached(well_said)

    assert found(REACH) == []


def test_debugging_in_front_of_people_is_found(found, settings):
    settings.DEBUG = True

    assert found(REACH) == ["debug_on"]


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
def test_a_talkative_log_is_found(well, found, monkeypatch, level):
    monkeypatch.setattr(logging.getLogger(), "level", level)

    assert found(REACH) == ["talkative_log"]


def test_a_short_secret_is_found(found, settings):
    settings.SECRET_KEY = "bakery"

    assert found(REACH) == ["short_secret"]


def test_letters_in_the_open_are_found(found, settings):
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "mail.example.org", False
    settings.DEFAULT_FROM_EMAIL = "Yonder <yonder@example.org>"
    assert found(REACH) == ["open_mail"]

    settings.EMAIL_HOST = "localhost"
    assert found(REACH) == []


def test_letters_from_a_made_up_sender_are_found(found, settings):
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "mail.example.org", True

    assert found(REACH) == ["made_up_sender"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("access_log off;", "access_log_on"),
        ("proxy_max_temp_file_size 0;", "answers_on_disk"),
        ("client_body_buffer_size 10m;", "forms_on_disk"),
    ],
)
def test_a_web_server_that_keeps_what_it_should_forget_is_found(well, found, reached, line, name):
    reached("https://yonder.example.org")
    well.write("etc/nginx/sites-enabled/yonder", GOOD)
    assert found(PROXIES) == []

    well.write("etc/nginx/sites-enabled/yonder", GOOD.replace(line, f"# {line}"))
    assert found(PROXIES) == [name]


def test_the_web_server_of_another_name_is_none_of_our_business(well, found, reached):
    reached("https://yonder.example.org")
    well.write("etc/nginx/conf.d/shop.conf", "server { server_name shop.example.org; }")

    assert found(PROXIES) == []
