"""Where the accounts library meets the vault: it has addresses and second factors, no keys."""

from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yonder.career.people import Person
from yonder.career.second_factors import open_seed, seal_seed
from yonder.vault.here import vault
from yonder.web.mail import hand_over

TOO_MANY = gettext_lazy("Too many tries. Wait a few minutes.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "duplicate_email": gettext_lazy("This address is on your list already."),
        "incorrect_password": gettext_lazy("This is not your password."),
        "max_email_addresses": gettext_lazy("%d addresses are enough. Remove one first."),
        "rate_limited": TOO_MANY,
        "too_many_login_attempts": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # people come in by invitation or by the first run

    def set_password(self, user: Person, password: str) -> None:
        raise TypeError("Passwords live in the vault's slots, and nowhere else.")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Raises `NotHandedOver`: whoever waits for a link must not wait for nothing."""
        hand_over(self.render_mail(template_prefix, email, {"email": email} | context))
        self.request.letter_handed_over = True

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, str]]:
        methods: list[dict[str, str]] = super().get_reauthentication_methods(user)
        return methods[:1]  # the password; a second factor alone opens no slot


class SecondFactorAdapter(DefaultMFAAdapter):
    """Seeds are sealed under a ring key (finding 25)."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": gettext_lazy(
            "First switch off the second step. Then add the address."
        ),
        "incorrect_code": gettext_lazy("These are not the six digits of this half minute."),
        "unverified_email": gettext_lazy(
            "First confirm or remove the address that is not confirmed."
        ),
    }

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
