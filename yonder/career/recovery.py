"""The recovery code of a person, and whether it was typed back: proof that it lies somewhere."""

import msgspec
from django.db import transaction

from yonder.career.record import JourneyRecord, open_private, redraw_faces
from yonder.vault import codes, identities
from yonder.vault.keyrings import Keyring
from yonder.vault.slots import RECOVERY_CODE, Slot

TYPED_BACK = "recovery-code-typed-back"
WITHOUT_CODE = 3  # shared circles one may have before the code must have been typed back


class TypedBack(msgspec.Struct):
    slot: bytes


class CodeFirst(Exception):
    """A fourth person's trust should not hang on one password alone (finding 26)."""


def new_code(keyring: Keyring) -> str:
    """Draw a code and let it open this identity instead of any code before. Shown once."""
    code = codes.draw()
    secret = codes.secret(code)
    assert secret is not None
    identities.set_recovery_code(keyring, secret)
    return code


def has_code(keyring: Keyring) -> bool:
    return _slot(keyring) is not None


def is_typed_back(keyring: Keyring, private: JourneyRecord | None = None) -> bool:
    """Has the code in force been typed back? `private` spares opening that record again."""
    slot = _slot(keyring)
    proofs = (private or open_private(keyring)).of_kind(TYPED_BACK, TypedBack)
    return slot is not None and any(noun.slot == slot.id.bytes for _, noun in proofs)


def type_back(keyring: Keyring, typed: str) -> bool:
    """Compare `typed` with the code in force; remember it privately when it is the one."""
    secret, slot = codes.secret(typed), _slot(keyring)
    if secret is None or slot is None or not slot.opened_by(keyring.vault, secret):
        return False
    private = open_private(keyring)
    private.add(TYPED_BACK, TypedBack(slot.id.bytes), keyring.person)
    private.circle.save()
    return True


def reopen(keyring: Keyring, secret: str | bytes) -> None:
    """Open with an old password or code what rests since a reset, and let list pages know.

    Raises `WrongSecret`. Nothing is left half done.
    """
    with transaction.atomic():
        identities.reopen(keyring, secret)
        redraw_faces(keyring)


def ask_for_code(keyring: Keyring, more: int = 1) -> None:
    """Before so many more shared circles. Raises `CodeFirst` at the fourth."""
    shared = keyring.keys.keys() - {keyring.private}
    if more and len(shared) + more > WITHOUT_CODE and not is_typed_back(keyring):
        raise CodeFirst


def _slot(keyring: Keyring) -> Slot | None:
    return Slot.objects.filter(identity=keyring.identity, kind=RECOVERY_CODE).first()
