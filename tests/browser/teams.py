"""Rows for many people, as an import leaves them: who leads them, and nobody is here yet."""

from yonder.career.people import Person, add_person

FIRST = ["Ada", "Ben", "Cem", "Dora", "Emil", "Fay", "Gus", "Hedy", "Ivo", "Jo", "Kim", "Lou"]


def report_to(login: str, count: int) -> int:
    """So many people who report to the person who signs in as `login`."""
    leader = Person.objects.get(login=login)
    for at in range(count):
        name = f"{FIRST[at % len(FIRST)]}{'' if at < len(FIRST) else at // len(FIRST)}"
        add_person(name=name, manager=leader, shift="6-14" if at % 3 else "")
    return count


def leads(leader: str, *logins: str) -> int:
    """These people report to `leader` from now on."""
    found = Person.objects.filter(login__in=logins)
    return found.update(manager=Person.objects.get(login=leader))
