"""One who listens cannot take the room away: not for a no, and not for the end of the talks."""

import datetime
from contextlib import suppress

from tests.career.stage import change, fill, found, pages_of, put, read
from yonder.career import endings, erasing, notes, pivots, skills
from yonder.career.listeners import MOST, taken_by
from yonder.career.pages import LONGEST
from yonder.career.pivots import Pivot
from yonder.vault.circle_rows import LARGEST
from yonder.vault.refusals import TooBig

DAY = datetime.date(2030, 4, 2)
LONG = "y" * LONGEST


def taken(maya, journey):
    return taken_by(pages_of(maya, journey).common, maya.person.id)


def fill_all_ways(maya, journey):
    """Whatever a guide may write, as often as it is taken. How many times."""
    verbs = [
        lambda pages: pivots.write_lines(pages, "x\n" * 100, only_me=False),
        lambda pages: skills.add(pages, "z" * 200, only_me=False),
        lambda pages: notes.write(pages.touch(pages.shared), LONG, by=pages.me),
    ]
    count = 0
    for verb in verbs:
        with suppress(TooBig, notes.OtherWords):
            while True:
                change(maya, journey, verb)
                count += 1
    return count


def test_a_guide_fills_a_quarter_and_the_owner_can_end_the_talks(maya, ravi, journey):
    assert fill_all_ways(maya, journey) > 2
    fill(maya, journey)
    assert MOST * 0.9 < taken(maya, journey) <= MOST
    for number in range(20):
        put(ravi, journey, Pivot(f"my own {number}", LONG), only_me=number % 2 == 0)
    endings.end(ravi.keyring, journey, on=DAY)
    assert "my own 19" in read(ravi)


def test_control_an_owner_may_fill_all_of_it(maya, ravi, journey):
    fill(ravi, journey)
    assert len(read(ravi, journey)) * LONGEST > LARGEST * 0.9


def test_other_words_over_what_the_owner_wrote_count_too(maya, ravi, journey):
    turns = [put(ravi, journey, Pivot(f"turn {number}")) for number in range(20)]
    refused = 0
    for turn in turns:
        longer = Pivot(turn.noun.changed, LONG)
        try:
            change(maya, journey, lambda p, t=turn, new=longer: pivots.edit(p, t.id, t.rev, new))
        except TooBig:
            refused += 1
    assert 0 < refused < len(turns)
    assert taken(maya, journey) <= MOST


def test_a_guide_who_has_written_much_can_erase_and_go_on_marking(maya, ravi, journey):
    mine = put(ravi, journey, Pivot("first"))
    names = fill(maya, journey)
    change(maya, journey, lambda pages: pivots.move(pages, mine.id, up=False))
    it = found(maya, journey, names[0])
    change(maya, journey, lambda pages: erasing.erase(pages, it.id))
    put(maya, journey, Pivot("one more", "y" * (LONGEST - 500)))
    assert "one more" in read(ravi, journey)
