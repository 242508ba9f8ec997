"""Three people, two shared circles, two open pairings, three sign-ins, and how each opens."""

import itertools

from tests.vault import stage
from tests.vault.stage import MAYA, OMAR, RAVI, pairing
from yonder.vault import circles, codes, identities, pairings, sealing, unlocks
from yonder.vault.circles import open_circle
from yonder.vault.keyrings import Identity
from yonder.vault.refusals import Refusal
from yonder.vault.slots import RECOVERY_CODE, open_slot
from yonder.vault.unlocks import Unlock


class Beliefs:
    """Everything that opens in a house where nothing was touched, to be held against later."""

    def __init__(self, vault):
        self.vault = vault
        people = [stage.join(vault, who) for who in (MAYA, RAVI, OMAR)]
        self.maya, self.ravi, self.omar = people
        self.code = codes.secret(codes.draw())
        identities.set_recovery_code(self.ravi, self.code)
        self.circles = [stage.shared(self.maya, self.ravi) for _ in range(2)]
        for number, circle in enumerate(self.circles):
            stage.add(self.ravi, circle, f"text {number}")
            open_circle(self.ravi, circle).save(f"face {number}".encode())
        self.shown = [pairings.offer(self.maya, circle, OMAR.id) for circle in self.circles]
        for circle, shown in zip(self.circles, self.shown, strict=True):
            pairings.answer(self.omar, pairing(circle, OMAR.id), shown.code)
        self.cookies = {}
        for keyring in people:
            row, cookie = unlocks.remember(keyring, shared=False, device="", state=unlocks.OPEN)
            self.cookies[row.id] = cookie

    def believed(self):
        """Everything the vault gives out now. What is refused is not in it."""
        doors = [
            self._signed_in,
            self._recovered,
            self._read,
            self._listed,
            self._paired,
            self._unlocked,
        ]
        return {fact for door in doors for fact in door()}

    def _signed_in(self):
        for who in (MAYA, RAVI, OMAR):
            yield from _told(lambda who=who: (who.name, stage.sign_in(self.vault, who).uk))

    def _recovered(self):
        own = self.ravi.identity
        yield from _told(lambda: open_slot(self.vault, own, RECOVERY_CODE, self.code)[1])

    def _read(self):
        for keyring in (self.maya, self.ravi, self.omar):
            for circle in (keyring.private, *self.circles):
                yield from _told(lambda k=keyring, c=circle: (k.person, c, *stage.texts(k, c)))

    def _listed(self):
        for keyring, circle in itertools.product((self.maya, self.ravi), self.circles):
            yield from _told(lambda k=keyring, c=circle: (k.person, *circles.faces(k, [c]).items()))

    def _paired(self):
        for circle in self.circles:
            row = pairing(circle, OMAR.id)
            yield from _told(lambda row=row: (row.id, pairings.shown(self.maya, row).code))
            yield from _told(lambda row=row: (row.id, _kept(self.omar, row)))

    def _unlocked(self):
        for row in Unlock.objects.all():
            cookie = self.cookies[row.id]
            yield from _told(lambda r=row, c=cookie: (r.id, _unlocked(self.vault, r, c)))


def _told(ask):
    try:
        yield ask()
    except (Refusal, Identity.DoesNotExist):
        return


def _kept(keyring, row):
    box = sealing.unseal(pairings._own(keyring), "pair/taker", (row.id,), row.taker_box)
    return pairings.decode(box, pairings.Answered).key


def _unlocked(vault, row, cookie):
    return unlocks.keyring_of(vault, row, cookie).uk
