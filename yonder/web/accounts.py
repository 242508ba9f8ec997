"""Where the accounts library meets the vault: it has addresses and second factors, no keys."""

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext as _

from yonder.career.people import Person
from yonder.career.second_factors import open_seed, seal_seed
from yonder.vault.here import vault


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # people come in by invitation or by the first run

    def set_password(self, user: Person, password: str) -> None:
        raise TypeError("Passwords live in the vault's slots, and nowhere else.")

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, str]]:
        methods: list[dict[str, str]] = super().get_reauthentication_methods(user)
        return methods[:1]  # the password; a second factor alone opens no slot


class SecondFactorAdapter(DefaultMFAAdapter):
    """Seeds are sealed under a ring key (finding 25)."""

    def encrypt(self, text: str) -> str:
        return seal_seed(vault(), text)

    def decrypt(self, encrypted_text: str) -> str:
        return open_seed(vault(), encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        return qr(url, _("A square for your authenticator app"))


def qr(text: str, title: str) -> str:
    """A QR code as inline SVG: black on white after dark too, or cameras cannot read it."""
    code = segno.make(text, error="m")
    return code.svg_inline(border=3, light="white", omitsize=True, title=title, svgclass="qr")
