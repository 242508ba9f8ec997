"""People and the workplace they share. Roles belong to the workplace, never to a journey."""

import secrets
import unicodedata
import uuid
from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.signing import BadSignature, TimestampSigner
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

LOGIN = r"^[\w][\w.\-]{1,31}$"
LAST_LETTER = "\U0010ffff"  # stands behind every other
FIRST_RUN_LASTS = 24 * 3600
ROUTES = ("route", "other_route", "health_route", "emergency")


class Folded(models.Func):
    """A name for finding, in capitals; sorted by its bytes, so that a beginning is a range."""

    function = "UPPER"
    output_field = models.CharField()

    def as_postgresql(self, compiler: Any, connection: Any, **words: Any) -> Any:
        return self.as_sql(compiler, connection, template='UPPER(%(expressions)s) COLLATE "C"')


def normal(typed: str) -> str:
    """A sign-in name as it is compared: one spelling of each, whatever letters were typed."""
    return unicodedata.normalize("NFKC", typed).strip().lower()


def no_password() -> str:
    """A random word that opens nothing, where the framework expects a password."""
    return UNUSABLE_PASSWORD_PREFIX + secrets.token_urlsafe(30)


class Workplace(models.Model):
    """One database is one workplace. `ring_confirmed`: how the ring is copied was confirmed.

    The four routes say where somebody goes whom their guide cannot or must not help. With
    `practice_required`, who listens practises before the first talk.
    """

    name = models.CharField(max_length=80)
    language = models.CharField(max_length=8, default="en")
    ring_confirmed = models.BooleanField(default=False)
    route = models.CharField(max_length=200, blank=True)
    other_route = models.CharField(max_length=200, blank=True)
    health_route = models.CharField(max_length=200, blank=True)
    emergency = models.CharField(max_length=200, blank=True)
    practice_required = models.BooleanField(default=False)

    @property
    def routes(self) -> dict[str, str]:
        """Who helps, by the names that the guidebook has for them; empty where nobody is named."""
        return {name: getattr(self, name) for name in ROUTES}


class People(BaseUserManager["Person"]):
    def beginning(self, typed: str) -> "models.QuerySet[Person]":
        """Whose name begins like this, in any letters. An index answers, however many are here."""
        first, last = Folded(models.Value(typed)), Folded(models.Value(typed + LAST_LETTER))
        found = self.alias(folded=Folded("name")).filter(folded__gte=first, folded__lt=last)
        return found.order_by("folded", "id")

    def called(self, typed: str) -> "Person | None":
        """The person who signs in as `typed`: a personal name, or a verified address."""
        wanted = normal(typed)
        if "@" not in wanted:
            return self.filter(login=wanted, is_active=True).first()
        verified = EmailAddress.objects.filter(email=wanted, verified=True).first()
        return self.filter(id=verified.user_id, is_active=True).first() if verified else None

    def invitable(self, typed: str) -> "Person | None":
        """Whom an invitation to `typed` reaches: somebody here, or a row nobody has joined yet.

        An address somebody only claims to have does not draw other people's invitations.
        """
        wanted = unicodedata.normalize("NFKC", typed).strip().lower()
        unjoined = self.filter(login=None, is_active=True, emailaddress__email=wanted)
        return self.called(wanted) or (unjoined.first() if "@" in wanted else None)

    def meant(self, typed: str) -> "Person | None":
        """Who is meant by a number, a sign-in name, an address, or a name that only one has."""
        wanted = " ".join(typed.split())
        active = self.filter(is_active=True)
        if found := active.filter(number=wanted).first() or self.invitable(wanted):
            return found
        named = active.filter(name=wanted)[:2]
        return named[0] if len(named) == 1 else None

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(login=username)


class Person(AbstractBaseUser):
    """Somebody at this workplace. What the person can read is decided by keys, not by columns."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.CharField(max_length=80)
    login = models.CharField(
        max_length=32,
        null=True,
        unique=True,
        validators=[RegexValidator(LOGIN, _("Two to 32 letters, numbers, dots or dashes."))],
        error_messages={"unique": _("This sign-in name is taken. Choose another one.")},
    )
    number = models.CharField(max_length=40, null=True)
    language = models.CharField(max_length=8, default="en")
    unit = models.CharField(max_length=80, blank=True)
    shift = models.CharField(max_length=40, blank=True)
    manager = models.ForeignKey("self", models.SET_NULL, null=True, related_name="reports")
    is_active = models.BooleanField(default=True)
    leaves_on = models.DateField(null=True)
    remind_on = models.DateField(null=True, db_index=True)
    people_operations = models.BooleanField(default=False)
    runs_server = models.BooleanField(default=False)
    last_login = None

    objects = People()
    USERNAME_FIELD = "login"

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["name", "id"], name="people_by_name"),
            models.Index(Folded("name"), "id", name="people_by_any_name"),
        ]
        # The number that the workplace gives its people: by it a list is loaded again.
        constraints = [models.UniqueConstraint(fields=["number"], name="one_person_a_number")]

    def __str__(self) -> str:
        return self.name

    def set_password(self, raw_password: str | None) -> None:
        raise TypeError("Passwords live in the vault's slots, and nowhere else.")

    def check_password(self, raw_password: str | None) -> bool:
        raise TypeError("Opening a slot is the only check there is.")

    def has_usable_password(self) -> bool:
        """Everybody here signs in with one. The library asks for it again because of this yes."""
        return True

    def new_credential(self) -> None:
        """A changed secret ends browser sessions and links that were sent before it."""
        self.password = no_password()
        if not self._state.adding:
            self.save(update_fields=["password"])

    def has_left(self, on: date) -> bool:
        """Has this person's last day here come? From then on everything is there to be taken."""
        return self.leaves_on is not None and self.leaves_on <= on

    @property
    def has_no_desk(self) -> bool:
        """Works a shift, or has no address: parts of 15 minutes, and paid time is said first."""
        return bool(self.shift) or not EmailAddress.objects.filter(user=self).exists()

    @property
    def administers(self) -> bool:
        """May see who is here and print a new start for somebody. Opens nothing."""
        return self.people_operations or self.runs_server


def in_turn(person: uuid.UUID) -> None:
    """Whatever else is done for this person waits until this transaction ends: two at once, or a
    button pressed twice, would both find nothing there yet. Raises outside a transaction."""
    Person.objects.select_for_update().get(id=person)


def add_person(*, name: str, email: str = "", **fields: Any) -> Person:
    """A person's row; address unverified, no identity yet: that comes at joining."""
    person = Person(name=name.strip(), **fields)
    person.new_credential()
    person.save(force_insert=True)
    if email:
        EmailAddress.objects.create(user=person, email=email.lower(), primary=True)
    return person


class NobodyLeft(Exception):
    """One person at least has to run the server."""


def give_role(person: Person, *, people_operations: bool, runs_server: bool) -> None:
    """Set both roles. They open no talk; they show who is here and print a new start.

    Raises `NobodyLeft` when nobody who runs the server would remain.
    """
    others = Person.objects.filter(runs_server=True, is_active=True).exclude(id=person.id)
    if not runs_server and not others.exists():
        raise NobodyLeft
    person.people_operations, person.runs_server = people_operations, runs_server
    person.save(update_fields=["people_operations", "runs_server"])


def first_run_token() -> str:
    """A link for the very first person; it works only while there is nobody."""
    return TimestampSigner(salt="first-run").sign(secrets.token_urlsafe(8))


def first_run_open(token: str) -> bool:
    """Is this the link that `first_run_token` made, in time, and is there still nobody?"""
    try:
        TimestampSigner(salt="first-run").unsign(token, max_age=FIRST_RUN_LASTS)
    except BadSignature:
        return False
    return not Person.objects.exists()
