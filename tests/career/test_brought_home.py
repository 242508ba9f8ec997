"""In an older copy, what was taken back waits unseen until its owner comes, and then goes home."""

from tests.career.copies import SECRET, days_pass, erase, serve, take_back
from tests.career.stage import change, fill, matter, pages_of, put, read
from tests.vault.thief import Copy
from yonder.career.pivots import Pivot
from yonder.career.values import turns_of
from yonder.career.visions import Vision, held, hold
from yonder.vault.circles import Member, Unchecked


def test_the_guide_may_go_on_writing_and_the_owner_still_gets_it_home(
    vault, maya, ravi, journey, copies
):
    serve(copies[0], vault)
    for number in range(3):
        put(maya, journey, Pivot(f"meanwhile {number}"))

    assert SECRET not in read(maya, journey)
    assert read(ravi) == []
    assert SECRET in read(ravi, journey)
    assert read(ravi) == [SECRET]


def test_it_comes_home_with_its_ties(vault, maya, ravi, journey):
    turn, other = (put(ravi, journey, Pivot(name)) for name in (SECRET, "stays"))
    value = matter(ravi, journey, "quiet", turn, other)
    picture = put(ravi, journey, Vision("my own stall"))
    change(ravi, journey, lambda pages: hold(pages, picture.id, value.id, "little"))
    copy = Copy()
    take_back(ravi, journey)
    take_back(ravi, journey, "my own stall")
    serve(copy, vault)

    assert turns_of(pages_of(maya, journey)) == {value.origin: [other.origin]}
    mine = pages_of(ravi, journey)
    assert turns_of(mine) == {value.origin: [other.origin, turn.origin]}
    assert [one.answer for one in held(mine)[picture.origin]] == ["little"]


def test_marks_stay_on_the_list_until_the_owner_comes(vault, clock, maya, ravi, journey, copies):
    serve(copies[0], vault)
    for _ in range(4):
        days_pass(vault, clock, 10)
        assert read(maya, journey) == ["stays"]
    assert Unchecked.objects.filter(circle=journey.circle).exists()

    assert SECRET in read(ravi, journey)
    pages_of(ravi, journey), pages_of(ravi)
    assert not Unchecked.objects.filter(circle=journey.circle).exists()
    days_pass(vault, clock, 30)
    assert read(maya, journey) == ["stays"]
    assert SECRET in read(ravi, journey)


def test_while_it_cannot_be_saved_the_owner_still_opens_the_page(
    vault, maya, ravi, omar, journey, copies
):
    serve(copies[0], vault)
    intruder = Member.objects.create(circle_id=journey.circle, person=omar.person.id)
    assert "stays" in read(ravi, journey)
    assert read(maya, journey) == ["stays"]

    intruder.delete()
    assert read(ravi, journey) == ["stays", SECRET]
    assert read(maya, journey) == ["stays"]


def test_while_the_private_circle_is_full_it_waits_and_erasing_works(vault, maya, ravi, journey):
    put(ravi, journey, Pivot(SECRET, "x" * 19_000))
    copy = Copy()
    take_back(ravi, journey)
    serve(copy, vault)
    full = fill(ravi, None)

    assert read(ravi, journey) == full
    erase(ravi, journey, full[0])
    assert read(ravi, journey) == [*full[1:], SECRET]
    assert read(maya, journey) == []
