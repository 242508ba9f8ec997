"""Protocol test 13: an old and a new Yonder on one database, and records nobody opened for years.

No field is lost, whoever saves in whatever order.
"""

import random
import uuid
from dataclasses import replace

import pytest

from tests.vault import stage
from tests.vault.stage import MAYA, RAVI
from tests.vault.versions import LAST, NextEntry, next_yonder
from yonder.vault import circles, identities, records
from yonder.vault.circles import Circle, open_circle
from yonder.vault.records import Entry
from yonder.vault.refusals import NewerRecord, RingMissing
from yonder.vault.ring import KEPT
from yonder.vault.turning import turn

YEARS = 2 * 365  # days
TEXTS = [b"more time with apprentices", b"a kitchen with windows"]


@pytest.fixture
def talks(vault):
    """What Maya and Ravi wrote before they stopped coming."""
    maya, ravi = stage.join(vault, MAYA), stage.join(vault, RAVI)
    circle = stage.shared(maya, ravi)
    for text in TEXTS:
        stage.add(maya, circle, text.decode())
    return circle


def everything(record):
    """Each field of each entry, of each reader, and who is who."""
    return [fields(one) for one in (*record.entries, *record.readers)], record.roles


def fields(struct):
    return {name: getattr(struct, name) for name in struct.__struct_fields__ if name != "mood"}


def years_pass(vault, clock, every):
    """The daily turn goes on; nobody signs in. Gives the days on which rows were moved."""
    moved = 0
    for _ in range(0, YEARS, every):
        clock.passes(days=every)
        moved += bool(turn(vault))
    return moved


def test_records_closed_for_two_years_open_in_a_yonder_two_versions_on(vault, clock, talks, counts):
    before = everything(open_circle(stage.sign_in(vault, MAYA), talks).record)
    every = counts(KEPT - 1, 1)

    assert years_pass(vault, clock, every) > YEARS / every - 1
    with next_yonder():
        opened = open_circle(stage.sign_in(vault, MAYA), talks)
        assert everything(opened.record) == before
        assert (opened.record.season, opened.record.place) == ("unknown", "unknown")
        opened.save()
        assert open_circle(stage.sign_in(vault, RAVI), talks).record.schema == LAST


def test_the_turn_needs_no_reader_and_reads_no_record(vault, clock, talks):
    """It moves the outer layer alone, so what it moves may be of any version."""
    with next_yonder():
        maya = stage.sign_in(vault, MAYA)
        open_circle(maya, talks).save()
    body = bytes(Circle.objects.get(id=talks).body.box)

    clock.passes(days=1)
    assert turn(vault) > 0

    assert bytes(Circle.objects.get(id=talks).body.box) == body
    assert stage.texts(stage.sign_in(vault, RAVI), talks) == [text.decode() for text in TEXTS]


def test_control_without_the_turn_the_keys_of_their_day_would_be_gone(vault, clock, talks):
    clock.passes(days=KEPT + 1)
    vault.ring.extend()
    vault.ring.purge()

    with pytest.raises(RingMissing):
        stage.sign_in(vault, MAYA)


def test_what_a_newer_yonder_kept_before_a_reset_is_not_moved_by_an_older_one(vault):
    before = stage.join(vault, MAYA)
    _glad(before)
    again = identities.reset(vault, MAYA.id, "Maya", "another password than before")

    with pytest.raises(NewerRecord):
        identities.reopen(again, MAYA.password)

    assert Circle.objects.filter(id=before.private).exists()
    assert stage.sign_in(vault, replace(MAYA, password="another password than before"))
    with next_yonder():
        identities.reopen(again, MAYA.password)
        record = open_circle(again, again.private).record
        assert [entry.mood for entry in record.entries] == ["glad"]


def _glad(keyring):
    """An entry with a field that only the next Yonder knows."""
    with next_yonder():
        opened = open_circle(keyring, keyring.private)
        fresh, day = uuid.uuid4(), keyring.vault.today()
        entry = NextEntry(fresh, fresh, 1, keyring.person, day, "note", TEXTS[0], mood="glad")
        opened.record.entries.append(entry)
        opened.save()


# ---- side by side --------------------------------------------------------------------------------


class Lives:
    """Maya and Ravi write through old and new servers, in any order. `kept` is what was saved."""

    def __init__(self, vault, seed):
        self.chance = random.Random(seed)
        self.keyrings = [stage.sign_in(vault, who) for who in (MAYA, RAVI)]
        self.circle = stage.shared(*self.keyrings)
        self.kept = {}
        self.refused = self.saved_by_old = 0

    def go_on(self):
        self.chance.choice([self.old, self.old, self.new])()

    def old(self):
        opened = self._opened()
        assert {one.id: one.data for one in opened.record.entries} == self._texts()
        entry = self._entry(Entry)
        opened.record.entries.append(entry)
        try:
            opened.save()
        except NewerRecord:
            self.refused += 1
        else:
            self.saved_by_old += 1
            self.kept[entry.id] = (entry.data, "")

    def new(self):
        with next_yonder():
            opened = self._opened()
            entry = self._entry(NextEntry)
            entry.mood = self.chance.choice(["glad", "tired"])
            opened.record.entries.append(entry)
            opened.record.season = "autumn"
            opened.save()
        self.kept[entry.id] = (entry.data, entry.mood)

    def lost(self):
        """How many fields are not there any more, seen by a server that knows them all."""
        with next_yonder():
            record = self._opened().record
        there = {one.id: (one.data, one.mood) for one in record.entries}
        saved_new = any(mood for _, mood in self.kept.values())
        lost = [one for one, said in self.kept.items() if there.get(one) != said]
        return len(lost) + (saved_new and record.season != "autumn")

    def _opened(self):
        return open_circle(self.chance.choice(self.keyrings), self.circle)

    def _texts(self):
        return {one: data for one, (data, _) in self.kept.items()}

    def _entry(self, shape):
        me, day = self.keyrings[0].person, self.keyrings[0].vault.today()
        fresh = uuid.UUID(int=self.chance.getrandbits(128))
        return shape(fresh, fresh, 1, me, day, "note", self.chance.randbytes(12))


def lived(vault, seed):
    lives = Lives(vault, seed)
    for _ in range(20):
        lives.go_on()
    return lives


def test_an_old_and_a_new_yonder_side_by_side_lose_no_field(vault, talks, counts):
    every = [lived(vault, seed) for seed in range(counts(5, 50))]

    assert [lives.lost() for lives in every if lives.lost()] == []
    assert sum(lives.saved_by_old for lives in every) > 0
    assert sum(lives.refused for lives in every) > 0


def test_control_an_old_one_that_ignores_what_it_does_not_know_loses_fields(
    vault, talks, monkeypatch
):
    todays = records.unpack

    def careless(raw):
        record, _ = todays(raw)
        record.schema = records.SCHEMA
        return record, True

    monkeypatch.setattr(circles, "unpack", careless)

    assert lived(vault, seed=1).lost() > 0
