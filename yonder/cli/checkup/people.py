"""Who looks after this workplace, and is it one for real people?"""

from collections.abc import Iterator
from dataclasses import dataclass

from yonder.career.people import Person, Workplace
from yonder.cli.checkup.findings import Finding, Group, Surroundings
from yonder.cli.serve import DEMO_MARK


@dataclass(frozen=True)
class People:
    begun: bool
    run_server: int
    confirmed: bool
    demo: bool


def gather(where: Surroundings) -> People:
    return People(
        begun=Workplace.objects.exists(),
        run_server=Person.objects.filter(runs_server=True, is_active=True).count(),
        confirmed=Workplace.objects.filter(ring_confirmed=True).exists(),
        demo=(where.data / DEMO_MARK).exists(),
    )


def alone(facts: People) -> Iterator[Finding]:
    if facts.begun and facts.run_server < 2:
        yield Finding(
            "One person alone runs this server, and may be away when a backup is needed.",
            "Let a second person run it: on the page People.",
            red=False,
        )


def not_confirmed(facts: People) -> Iterator[Finding]:
    if facts.begun and not facts.confirmed:
        yield Finding(
            "Nobody has confirmed that copies of this machine are kept 7 days at most.",
            "Answer the two questions on the page Workplace.",
            red=False,
        )


def demo(facts: People) -> Iterator[Finding]:
    if facts.demo:
        yield Finding(
            "This folder holds a demo, and one password that lies in it opens everything.",
            "Serve another folder for real notes, and let nobody write them here.",
        )


PEOPLE = Group(gather, (alone, not_confirmed, demo))
