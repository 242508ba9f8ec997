"""Codes of 130 bits, as letters that survive handwriting (Crockford base 32): the recovery code,
and what stands on a slip."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKS = ALPHABET + "*~$=U"  # modulo 37, as Crockford's base 32 has it
LENGTH = 26
READ_AS = str.maketrans("OIL", "011", " -\t\n")


def draw() -> str:
    """26 random characters and one check character."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return body + _check(body)


def letters_of(drawn: bytes) -> str:
    """The last 130 bits of `drawn`, which has to have that many, as 26 letters."""
    value = int.from_bytes(drawn, "big")
    return "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(LENGTH)))


def normal(typed: str) -> str:
    """Capital letters without gaps; O reads as 0, I and L as 1."""
    return typed.upper().translate(READ_AS)


def secret(typed: str) -> bytes | None:
    """The bytes that open a slot, or None when a letter must be wrong."""
    code = normal(typed)
    if len(code) != LENGTH + 1 or set(code[:-1]) - set(ALPHABET) or _check(code[:-1]) != code[-1]:
        return None
    return code[:-1].encode()


def written(code: str) -> str:
    """In groups of four, as it is printed."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _check(body: str) -> str:
    value = 0
    for mark in body:
        value = value * 32 + ALPHABET.index(mark)
    return CHECKS[value % 37]
