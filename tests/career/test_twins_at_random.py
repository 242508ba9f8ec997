"""Twins in any order: an owner, a guide and a new guide, and a plain model of what each may read.

Whatever is pressed, nothing that was erased comes back, nothing the owner did not erase is lost,
and the other one reads what was shown and nothing else.
"""

from random import Random

import pytest

from tests.career.copies import erase, show, take_back
from tests.career.stage import change, found, put, read
from tests.career.test_twins import hand_over
from yonder.career import endings, pivots
from yonder.career.pivots import Pivot

STEPS, LIVES, MOST = 36, 6, 2


class Life:
    """`places` is the model: for each circle, origin → words. `home` is the owner's own."""

    def __init__(self, chance, ravi, guides, journey):
        self.chance, self.ravi, self.guides = chance, ravi, guides
        self.journey, self.count, self.handed = journey, 0, 0
        self.home: dict[int, list[str]] = {}
        self.shared: dict[int, str] = {}

    def step(self, place: int) -> None:
        verbs = [self.write, self.write, self.edit, self.edit_at_home, self.erase, self.show]
        verbs += [self.take_back, self.erase_at_home, self.hand_over]
        self.chance.choice(verbs)(f"words {place}")

    def write(self, text):
        self.count += 1
        only_me = self.chance.random() < 0.4
        put(self.ravi, self.journey, Pivot(text), only_me=only_me)
        if only_me:
            self.home[self.count] = [text]
        else:
            self.shared[self.count] = text

    def edit(self, text):
        if it := self._any(self.shared):
            who = self.chance.choice([self.ravi, self.guides[0]])
            self._reword(who, self.journey, self.shared[it], text)
            self.shared[it] = text

    def edit_at_home(self, text):
        if it := self._any(self.home):
            at = self.chance.randrange(len(self.home[it]))
            self._reword(self.ravi, None, self.home[it][at], text)
            self.home[it][at] = text

    def erase(self, _):
        if it := self._any(self.shared):
            erase(self.ravi, self.journey, self.shared.pop(it))
            self._forget_twin(it)

    def erase_at_home(self, _):
        if it := self._any(self.home):
            erase(self.ravi, None, self.home[it][0])
            self._forget_twin(it)
            self.shared.pop(it, None)

    def show(self, _):
        if it := self._any({one: 1 for one in self.home if one not in self.shared}):
            show(self.ravi, self.journey, self.home[it][0])
            self.shared[it] = self.home[it].pop(0)
            self._tidy(it)

    def take_back(self, _):
        if it := self._any(self.shared):
            take_back(self.ravi, self.journey, self.shared[it])
            self.lay_home(it, self.shared.pop(it))

    def hand_over(self, _):
        """At most twice: one more would ask for a recovery code first."""
        if self.handed == MOST:
            return
        self.handed += 1
        seen = {one: self.home[one][0] for one in self.home} | self.shared
        picked = {it: text for it, text in seen.items() if self.chance.random() < 0.5}
        former, self.guides = self.journey, self.guides[::-1]
        self.journey = hand_over(self.ravi, self.guides[0], former, *picked.values())
        for it, text in list(self.shared.items()):
            self.lay_home(it, text)
        self.shared = picked

    def holds(self) -> None:
        home = sorted(text for row in self.home.values() for text in row)
        assert sorted(read(self.ravi)) == home
        assert sorted(read(self.guides[0], self.journey)) == sorted(self.shared.values())
        private = [row for it, row in self.home.items() if it not in self.shared]
        every = [*self.shared.values(), *(text for row in private for text in row)]
        assert sorted(read(self.ravi, self.journey)) == sorted(every)

    def _any(self, among):
        return self.chance.choice(sorted(among)) if among else None

    def _reword(self, who, journey, before, after):
        it = found(who, journey, before)
        change(who, journey, lambda pages: pivots.edit(pages, it.id, it.rev, Pivot(after)))

    def lay_home(self, it, text):
        row = self.home.get(it, [])
        if not row:
            self.home[it] = [text]
        elif row[0] != text:
            # Other words, which are a thing of their own from here on: nothing is lost.
            self.count += 1
            self.home[self.count] = [text]

    def _forget_twin(self, it):
        self.home.pop(it, None)

    def _tidy(self, it):
        if not self.home[it]:
            del self.home[it]


@pytest.mark.parametrize("seed", range(LIVES))
def test_no_order_of_verbs_brings_back_or_loses_a_word(seed, ravi, maya, omar, journey):
    life = Life(Random(seed), ravi, [maya, omar], journey)
    for place in range(STEPS):
        life.step(place)
        life.holds()
    endings.end(ravi.keyring, life.journey, on=ravi.vault.clock().date())
    for it, text in life.shared.items():
        life.lay_home(it, text)
    assert sorted(read(ravi)) == sorted(text for row in life.home.values() for text in row)


def test_a_word_too_many_or_too_few_would_be_noticed(ravi, maya, omar, journey):
    """The control."""
    life = Life(Random(0), ravi, [maya, omar], journey)
    put(ravi, journey, Pivot("not in the model"))
    with pytest.raises(AssertionError):
        life.holds()
