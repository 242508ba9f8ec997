"""The closed list: what lies in which column, and who can read it. docs/vault.md repeats it.

A new column, ours or a library's, fails until somebody has said what it gives away.
"""

import base64
import re
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.apps import apps
from django.db import connection

from tests.cast import begin, browser, write
from tests.promises.rows import tables
from yonder.career import pairings
from yonder.vault import pairings as ceremony
from yonder.vault.sealing import HEADER

DOCUMENT = Path(__file__).parents[2] / "docs" / "vault.md"
CLASSES = r"clear|ring|ring\+secret|member|ring\+member|unlock|hash"
LINE = re.compile(rf"^\| (\w+) \| (\w+) \| ({CLASSES}) \|$", re.M)
# Everything that is not in clear, and what it takes to read it.
NOT_CLEAR = {
    "career_invitation.token_hash": "hash",
    "career_letterbox.feed_hash": "hash",
    "mfa_authenticator.data": "ring",
    "vault_attempt.bucket": "hash",
    "vault_body.box": "ring+member",
    "vault_circle.face": "ring+member",
    "vault_circle.sk": "ring",
    "vault_identity.keyring": "member",
    "vault_pairing.giver_box": "member",
    "vault_pairing.giver_tag": "hash",
    "vault_pairing.grant": "member",
    "vault_pairing.taker_box": "member",
    "vault_pairing.taker_tag": "hash",
    "vault_slot.box": "ring+secret",
    "vault_unlock.box": "unlock",
    "vault_unlock.id": "hash",
}
CLEAR = {
    "account_emailaddress": "id email verified primary user_id",
    "account_emailconfirmation": "id created sent key email_address_id",
    "auth_group": "id name",
    "auth_group_permissions": "id group_id permission_id",
    "auth_permission": "id name content_type_id codename",
    "career_invitation": "id inviter_id invitee_id owner_id circle expires",
    "career_journey": "id owner_id guide_id circle next_at ends_on occasion moves news_on",
    "career_letterbox": "person_id wanted claimed_on told_on promise_on",
    "career_listening": "id boss_id listener_id room",
    "career_question": "id boss_id listener_id expires",
    "career_person": "id password name login number language unit shift manager_id is_active"
    " leaves_on remind_on people_operations runs_server",
    "career_workplace": "id name language ring_confirmed route other_route health_route emergency"
    " practice_required",
    "django_content_type": "id app_label model",
    "django_migrations": "id app name applied",
    "django_session": "session_key session_data expire_date",
    "mfa_authenticator": "id type user_id created_at last_used_at",
    "rate_limit": "cache_key value expires",
    "vault_attempt": "failures last",
    "vault_body": "circle_id size",
    "vault_circle": "id tag day",
    "vault_gonenumber": "id number",
    "vault_identity": "id person tag retired_on seen sent_on private",
    "vault_member": "id circle_id person",
    "vault_pairing": "id circle_id giver taker tries expires e_public",
    "vault_securityevent": "id person at what where device",
    "vault_slot": "id identity_id kind salt day",
    "vault_unchecked": "circle_id",
    "vault_unlock": "person day since until ends shared state device only idle_minutes",
}
BOXES = [name for name, who in NOT_CLEAR.items() if who != "hash"]


def listed():
    clear = {f"{table}.{one}": "clear" for table, names in CLEAR.items() for one in names.split()}
    return clear | NOT_CLEAR


def there():
    return {f"{table}.{one}" for table, columns in tables().items() for one in columns}


def test_every_column_has_a_class(db):
    assert there() == listed().keys()


def test_the_document_says_the_same():
    told = {f"{table}.{one}": who for table, one, who in LINE.findall(DOCUMENT.read_text())}
    assert told == listed()


def test_every_model_is_in_a_listed_table():
    used = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert used <= CLEAR.keys()


def test_a_column_that_nobody_listed_would_be_caught(db):
    """The control."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE career_journey ADD COLUMN mood text")
    assert there() - listed().keys() == {"career_journey.mood"}


# ---- and the sealed ones are sealed --------------------------------------------------------------


@pytest.fixture
def lived_in(talks, maya, ravi, omar):
    """Something in every sealed column."""
    write(ravi, talks, "I would like to travel.")
    browser(ravi)
    TOTP.activate(ravi.person, generate_totp_secret())
    journey = begin(maya, omar)
    shown = pairings.offer(maya.keyring, journey, maya.person)
    row = pairings.taken_by(journey, omar.person)
    ceremony.answer(omar.keyring, row, shown.code)


def cells(name):
    table, _, column = name.partition(".")
    model = next(one for one in apps.get_models() if one._meta.db_table == table)
    return [raw(one) for one in model.objects.values_list(column, flat=True) if one]


def raw(cell):
    """The box itself: a seed lies as text, day and base 64."""
    sealed_seed = isinstance(cell, dict)
    return base64.b64decode(cell["secret"].partition(":")[2]) if sealed_seed else bytes(cell)


def unsealed():
    """The columns in which something lies that is no box. A grant is a message of HPKE's own."""
    boxes = [name for name in BOXES if name != "vault_pairing.grant"]
    return {name for name in boxes for cell in cells(name) if not cell.startswith(HEADER)}


def test_every_sealed_column_holds_boxes_only(lived_in):
    assert all(cells(name) for name in BOXES if name != "vault_pairing.grant")
    assert unsealed() == set()


def test_something_unsealed_in_a_sealed_column_would_be_caught(lived_in):
    """The control."""
    row = Authenticator.objects.get()
    row.data["secret"] = f"20000:{base64.b64encode(b'JBSWY3DPEHPK3PXP').decode()}"
    row.save()
    assert unsealed() == {"mfa_authenticator.data"}
