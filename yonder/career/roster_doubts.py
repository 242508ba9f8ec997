"""What keeps a roster out: rows that could mean two things, or nobody. Nothing is ever guessed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yonder.career.roster_tables import all_of, names_at

MOST = 200


class Doubt(NamedTuple):
    """`what` is wrong with the row of this line; `words` say with whom or which."""

    what: str
    line: int
    words: str = ""


# Each question gives line and words. The first ones are about who stands on the list at all.
FIRST = {
    "number-twice": """SELECT r.line, f.line FROM roster_rows r JOIN (SELECT number,
        MIN(line) AS line FROM roster_rows WHERE number IS NOT NULL GROUP BY number
        HAVING COUNT(*) > 1) AS f ON f.number = r.number WHERE r.line > f.line""",
    "email-twice": """SELECT r.line, f.line FROM roster_rows r JOIN (SELECT email,
        MIN(line) AS line FROM roster_rows WHERE email IS NOT NULL GROUP BY email
        HAVING COUNT(*) > 1) AS f ON f.email = r.email WHERE r.line > f.line""",
    "name-twice": """SELECT r.line, f.line FROM roster_rows r JOIN (SELECT name,
        MIN(line) AS line FROM roster_rows WHERE number IS NULL AND email IS NULL GROUP BY name
        HAVING COUNT(*) > 1) AS f ON f.name = r.name
        WHERE r.line > f.line AND r.number IS NULL AND r.email IS NULL""",
    "two-here": """SELECT r.line, m.email FROM roster r JOIN roster_mails m ON m.email = r.email
        WHERE m.times > 1""",
    "name-here": """SELECT r.line, k.name FROM roster r JOIN roster_known k ON k.id = r.by_name
        WHERE k.times > 1""",
    "two-people": """SELECT r.line, r.email FROM roster r WHERE r.by_number <> r.by_email""",
    "other-number": """SELECT r.line, p.number FROM roster r JOIN career_person p
        ON p.id = r.by_email WHERE r.by_number IS NULL AND r.number <> p.number""",
    "same-person": """SELECT r.line, f.line FROM roster r JOIN (SELECT person,
        MIN(line) AS line FROM roster WHERE person IS NOT NULL GROUP BY person
        HAVING COUNT(*) > 1) AS f ON f.person = r.person WHERE r.line > f.line""",
}
# And these about who leads them.
THEN = {
    "no-leader": """SELECT line, manager FROM roster_led
        WHERE leader IS NULL AND times IS NULL""",
    "many-leaders": """SELECT line, manager FROM roster_led
        WHERE leader IS NULL AND times IS NOT NULL""",
}


def before() -> tuple[Doubt, ...]:
    """Doubts about who is meant, in the order of the lines."""
    return _sorted(_asked(FIRST))


def after(circles: Sequence[Sequence[int]]) -> tuple[Doubt, ...]:
    """Doubts about who leads whom. `circles` are places of people who would lead themselves."""
    return _sorted([*_asked(THEN), *_round(circles)])


def _asked(questions: dict[str, str]) -> Iterator[Doubt]:
    for what, question in questions.items():
        for line, words in all_of(f"{question} ORDER BY 1 LIMIT {MOST}"):
            yield Doubt(what, line, str(words))


def _round(circles: Sequence[Sequence[int]]) -> Iterator[Doubt]:
    """Named by the first row of each circle that stands on the list."""
    for circle in circles[:MOST]:
        asked = list(circle[:5])
        names = names_at(asked)
        yield Doubt("circle", circle[0], " → ".join(names[at] for at in [*asked, circle[0]]))


def _sorted(doubts: Sequence[Doubt] | Iterator[Doubt]) -> tuple[Doubt, ...]:
    return tuple(sorted(doubts, key=lambda one: one.line)[:MOST])
