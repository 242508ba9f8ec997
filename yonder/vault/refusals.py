"""What the vault says no to. Each name is a statement, and each has an answer for a person."""


class Refusal(Exception):
    """The vault did not do it, and nothing was half-written."""


class Damaged(Refusal):
    """A sealed box is not what was sealed: flipped, swapped, cut or under another key."""


class NotForYou(Refusal):
    """This person holds no key to this circle, or the circle is gone."""


class Closed(Refusal):
    """The person is signed in, but the keys are put away until the password is typed again."""


class WrongSecret(Refusal):
    """The password or recovery code opens no slot. Says nothing about whether the name exists."""


class TooManyTries(Refusal):
    """Guessing is slowed down. `minutes` says for how long."""

    def __init__(self, minutes: int):
        super().__init__(minutes)
        self.minutes = minutes


class Busy(Refusal):
    """Too many sign-ins at this moment: the memory for the password check is all taken."""


class ChangedMeanwhile(Refusal):
    """Somebody saved between our reading and our saving. Read again and run the verb again."""


class ChangedOutside(Refusal):
    """The clear list of members and the sealed list of readers differ: no save (2.4)."""


class NewerRecord(Refusal):
    """Written by a newer Yonder. It is shown, but this one never writes over it."""


class TooBig(Refusal):
    """The record would not fit into its largest box. Nothing was saved, erasing still works."""


class RingMissing(Refusal):
    """The ring folder, or the key of a needed day, is not there. A lost ring is a lost record."""


class RingDamaged(Refusal):
    """The ring folder is there, but its content is not what was written."""


class GoneListMissing(Refusal):
    """There are records but no list of what must never open again."""


class GoneListDamaged(Refusal):
    """A whole line of the gone list is not what was written."""


class Hindered(Refusal):
    """A command cannot do its work: what happened, what is safe, what to do."""

    def __init__(self, what: str, safe: str, do: str):
        super().__init__(what)
        self.what, self.safe, self.do = what, safe, do
