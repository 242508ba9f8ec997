"""The twelve digits two people say to each other: eleven at random and one that finds slips."""

import secrets

LENGTH = 12


def draw() -> str:
    """Twelve digits; the last is the Luhn check digit (ISO/IEC 7812-1, annex B)."""
    eleven = "".join(secrets.choice("0123456789") for _ in range(LENGTH - 1))
    return eleven + next(digit for digit in "0123456789" if is_sound(eleven + digit))


def normal(typed: str) -> str:
    """What was typed, without the spaces and dashes people put between groups."""
    return "".join(mark for mark in typed if mark.isdecimal() and mark.isascii())


def is_sound(digits: str) -> bool:
    """False for every single wrong digit, so that a slip is told before it costs a try."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return len(digits) == LENGTH and sum(part // 10 + part % 10 for part in doubled) % 10 == 0


def spoken(digits: str) -> str:
    """In three groups of four, as they are read out."""
    return " ".join(digits[start : start + 4] for start in range(0, LENGTH, 4))
