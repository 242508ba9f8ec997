"""What each column about a person is called on the page that shows them all."""

from typing import Any

from django.utils.translation import gettext_lazy as _

TABLES: dict[str, tuple[Any, dict[str, Any]]] = {
    "career_person": (
        _("You, at this workplace"),
        {
            "id": _("The number that stands for you"),
            "password": _("A random word that opens nothing"),
            "name": _("Your first name"),
            "login": _("Your sign-in name"),
            "number": _("Your personnel number"),
            "language": _("Your language"),
            "unit": _("Your unit"),
            "shift": _("Your shift"),
            "manager_id": _("Whom you report to"),
            "is_active": _("You can sign in"),
            "leaves_on": _("Your last day here"),
            "remind_on": _("A day on which you want to be reminded"),
            "people_operations": _("You are people operations"),
            "runs_server": _("You run this server"),
        },
    ),
    "account_emailaddress": (
        _("Your e-mail addresses"),
        {
            "id": _("Its number"),
            "user_id": _("Whose it is"),
            "email": _("The address"),
            "verified": _("It is confirmed"),
            "primary": _("It is your first one"),
        },
    ),
    "account_emailconfirmation": (
        _("Addresses that wait to be confirmed"),
        {
            "id": _("Its number"),
            "email_address_id": _("The number of the address"),
            "created": _("Begun"),
            "sent": _("The letter went out"),
            "key": _("The word in the link"),
        },
    ),
    "mfa_authenticator": (
        _("Your second step"),
        {
            "id": _("Its number"),
            "user_id": _("Whose it is"),
            "type": _("Its kind"),
            "data": _("What makes the six digits"),
            "created_at": _("Switched on"),
            "last_used_at": _("Used last"),
        },
    ),
    "career_journey": (
        _("Your talks"),
        {
            "id": _("Their number"),
            "owner_id": _("Whose talks they are"),
            "guide_id": _("Who listens"),
            "circle": _("The number of their sealed record"),
            "next_at": _("The next day"),
            "ends_on": _("Ended"),
            "occasion": _("What calendars call the next day"),
            "moves": _("How often the next day has moved"),
            "news_on": _("When you two are told of a change"),
        },
    ),
    "career_letterbox": (
        _("Your letters and your calendar"),
        {
            "person_id": _("Whose they are"),
            "wanted": _("You want letters"),
            "claimed_on": _("The last letter was begun"),
            "told_on": _("The last letter went out"),
            "promise_on": _("The day of your next step, for a reminder"),
            "feed_hash": _("What the address of your calendar is compared with"),
        },
    ),
    "career_question": (
        _("Questions whether somebody would listen"),
        {
            "id": _("Its number"),
            "boss_id": _("Who asks"),
            "listener_id": _("Who is asked"),
            "expires": _("Goes away by itself"),
        },
    ),
    "career_listening": (
        _("Who listens to others"),
        {
            "id": _("Its number"),
            "boss_id": _("Who asked"),
            "listener_id": _("Who said yes"),
            "room": _("To how many"),
        },
    ),
    "career_invitation": (
        _("Invitations"),
        {
            "id": _("Its number"),
            "inviter_id": _("Who invites"),
            "invitee_id": _("Who is invited"),
            "owner_id": _("Whose talks they would be"),
            "circle": _("The number of the sealed record made for it"),
            "token_hash": _("What the link is compared with"),
            "expires": _("Works until"),
        },
    ),
    "vault_identity": (
        _("Your key"),
        {
            "id": _("Its number"),
            "person": _("The number that stands for you"),
            "tag": _("The number of its last change"),
            "retired_on": _("At rest since a new start"),
            "seen": _("The month you signed in last"),
            "sent_on": _("You were told that your pages will go"),
            "private": _("The number of your own sealed record"),
            "keyring": _("The keys of all you can read"),
        },
    ),
    "vault_slot": (
        _("What opens your key"),
        {
            "id": _("Its number"),
            "identity_id": _("The number of your key"),
            "kind": _("1 is a password, 2 a recovery code"),
            "salt": _("A random word"),
            "day": _("The day of its outer layer"),
            "box": _("Your key, in a box"),
        },
    ),
    "vault_circle": (
        _("Your sealed records"),
        {
            "id": _("Its number"),
            "tag": _("The number of its last change"),
            "day": _("The day of its outer layer"),
            "sk": _("The key of that day’s box"),
            "face": _("What lists show of it"),
        },
    ),
    "vault_body": (
        _("What stands in your sealed records"),
        {
            "circle_id": _("The number of the record"),
            "size": _("Its size in bytes, in three steps"),
            "box": _("All that is written"),
        },
    ),
    "vault_member": (
        _("Where you can read"),
        {
            "id": _("Its number"),
            "circle_id": _("The number of the record"),
            "person": _("The number that stands for you"),
        },
    ),
    "vault_pairing": (
        _("Digits that wait to be typed"),
        {
            "id": _("Its number"),
            "circle_id": _("The number of the record"),
            "giver": _("Who says them"),
            "taker": _("Who types them"),
            "tries": _("Wrong tries"),
            "expires": _("Works until"),
            "giver_box": _("What the one who says them knows"),
            "e_public": _("A key for this once"),
            "taker_tag": _("A proof of the one who types"),
            "taker_box": _("What the one who types knows"),
            "grant": _("The key that goes over"),
            "giver_tag": _("A proof of the one who says them"),
        },
    ),
    "vault_unlock": (
        _("Where you are signed in"),
        {
            "id": _("What the browser’s word is compared with"),
            "person": _("The number that stands for you"),
            "day": _("The day of its layer"),
            "since": _("Since"),
            "until": _("Open until"),
            "ends": _("Over at the latest"),
            "shared": _("Others use this device too"),
            "state": _("Open, closed, waiting or on the table"),
            "device": _("The device"),
            "only": _("The talks for which the screen was passed"),
            "idle_minutes": _("Minutes it stays open for a talk"),
            "box": _("Your key, in a box"),
        },
    ),
    "vault_securityevent": (
        _("Sign-ins and new keys of 30 days"),
        {
            "id": _("Its number"),
            "person": _("The number that stands for you"),
            "at": _("When"),
            "what": _("What"),
            "where": _("From where, shortened"),
            "device": _("The device"),
        },
    ),
}
