"""Fills the example workplace through the same doors that real people use."""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction

from yonder.career import invitations, notes, pairings, recovery, starts
from yonder.career.journeys import Journey
from yonder.career.people import Person, Workplace, add_person
from yonder.career.record import open_record
from yonder.demo import filling, texts
from yonder.demo.texts import Joined, Talk, Team
from yonder.vault import identities
from yonder.vault import pairings as vault_pairings
from yonder.vault.here import Vault, vault
from yonder.vault.keyrings import Keyring

SIGN_IN_FILE = "demo-sign-in.txt"  # `yonder demo` has put it into the data folder
ADDRESS = "{login}@larkfield.example"  # a name that can never receive mail (RFC 2606)

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Demo:
    """Who one can sign in as, (name, sign-in name, what there is to see), with one password."""

    sign_ins: list[tuple[str, str, str]]
    password: str


def fill(progress: Progress) -> Demo:
    """Fill the workplace of this data folder. Does nothing when it is filled."""
    password = (settings.DATA / SIGN_IN_FILE).read_text().strip()
    return fill_with(vault(), password, progress)


def fill_with(here: Vault, password: str, progress: Progress) -> Demo:
    """All of it or nothing: a call that was cut short leaves an empty workplace."""
    joined = texts.people().joined
    with transaction.atomic():
        if not Workplace.objects.exists():
            Filling(here, password, progress).run()
    return Demo([(one.name, one.login, one.who) for one in joined], password)


class Filling:
    """One filling: the people made so far, and the keyrings of those who have joined."""

    def __init__(self, here: Vault, password: str, progress: Progress):
        self.here, self.password, self.progress = here, password, progress
        self.cast, self.talks = texts.people(), texts.talks()
        self.people: dict[str, Person] = {}
        self.keyrings: dict[str, Keyring] = {}
        self.done, self.steps = 0, len(self.cast.joined) + len(self.talks)

    def run(self) -> None:
        self.progress(0, self.steps)
        Workplace.objects.create(name=self.cast.workplace)
        for team in self.cast.teams:
            self._hire(team)
        for one in self.cast.joined:
            self._join(one)
            self._step()
        for talk in self.talks:
            self._talk(talk)
            self._step()

    def _step(self) -> None:
        self.done += 1
        self.progress(self.done, self.steps)

    def _hire(self, team: Team) -> None:
        place = {"unit": team.unit, "shift": team.shift, "manager": self.people.get(team.lead)}
        for name in team.people:
            email = ADDRESS.format(login=name.lower()) if name in team.email else ""
            self.people[name] = add_person(name=name, email=email, **place)

    def _join(self, one: Joined) -> None:
        person = self.people[one.name]
        person.login = one.login
        person.people_operations = one.role == "people_operations"
        person.runs_server = one.role == "runs_server"
        person.save(update_fields=["login", "people_operations", "runs_server"])
        EmailAddress.objects.filter(user=person).update(verified=True)
        keyring = identities.join(self.here, person.id, person.name, self.password)
        if one.code:
            recovery.type_back(keyring, recovery.new_code(keyring))
        self.keyrings[one.name] = keyring

    def _talk(self, talk: Talk) -> None:
        inviter, invitee = self.people[talk.asked], self.people[talk.invited]
        owner, now = self.people[talk.owner], self.here.clock()
        keyring = self.keyrings[talk.asked]
        invitation, _ = invitations.invite(keyring, inviter, invitee, owner=owner, on=now)
        if talk.state == "invited":
            return
        starts.remember(self.keyrings[talk.owner], invitation.circle, talk.start)
        journey = invitations.accept(invitation)
        if talk.state == "paired":
            self._pair(journey, talk)
            self._write(journey, talk.owner, talk.owner_says)
            self._write(journey, talk.guide, talk.guide_says)
            both = {"owner": self.keyrings[talk.owner], "guide": self.keyrings[talk.guide]}
            filling.fill(journey, talk, both, now)

    def _pair(self, journey: Journey, talk: Talk) -> None:
        """The twelve digits, as two people say and type them."""
        giver, taker = self.keyrings[talk.asked], self.keyrings[talk.invited]
        shown = pairings.offer(giver, journey, self.people[talk.asked])
        row = vault_pairings.Pairing.objects.get(circle=journey.circle)
        vault_pairings.answer(taker, row, shown.code)
        row.refresh_from_db()
        pairings.grant(giver, row, self.people[talk.invited])
        row.refresh_from_db()
        pairings.take(taker, journey, row)

    def _write(self, journey: Journey, name: str, text: str) -> None:
        record = open_record(self.keyrings[name], journey)
        notes.write(record, text, by=self.people[name].id)
        record.save()
