"""A tie: this rests on that. It is shown when both of its ends are, and only then."""

from tests.career.stage import change, found, matter, pages_of, put
from yonder.career import erasing, pivots, showing, ties, values
from yonder.career.pivots import Pivot
from yonder.career.ties import KIND, Tie
from yonder.career.values import Value, turns_of
from yonder.career.visions import Vision


def tied(who, journey):
    """Source → targets, in words, as far as this person sees ties."""
    every = ties.ties(pages_of(who, journey))
    return {source: set(targets) for source, targets in every.items()}


def test_a_value_on_a_shown_turn_is_tied_for_both(maya, ravi, journey, turn):
    value = matter(ravi, journey, "early light", turn)

    assert tied(maya, journey) == tied(ravi, journey) == {value.origin: {turn.origin}}


def test_a_guide_never_sees_a_tie_with_a_private_end(maya, ravi, journey, turn):
    mine = put(ravi, journey, Pivot("a thought"), only_me=True)
    shown = matter(ravi, journey, "early light", turn, mine)
    hidden = matter(ravi, journey, "quiet", turn, only_me=True)

    assert tied(maya, journey) == {shown.origin: {turn.origin}}
    assert tied(ravi, journey) == {
        shown.origin: {turn.origin, mine.origin},
        hidden.origin: {turn.origin},
    }


def test_showing_the_second_end_shows_the_tie(maya, ravi, journey):
    mine = put(ravi, journey, Pivot("a thought"), only_me=True)
    value = matter(ravi, journey, "quiet", mine, only_me=True)
    seen = []
    for wanted in (mine, value):
        change(ravi, journey, lambda pages, it=wanted: showing.show(pages, [it.id]))
        seen.append(tied(maya, journey))

    assert seen == [{}, {value.origin: {mine.origin}}]


def test_taking_back_one_end_takes_the_tie_out_of_the_guides_sight(maya, ravi, journey, turn):
    value = matter(ravi, journey, "early light", turn)
    change(ravi, journey, lambda pages: showing.only_me(pages, turn.id))

    assert tied(maya, journey) == {}
    assert tied(ravi, journey) == {value.origin: {turn.origin}}


def test_a_tie_names_origins_and_survives_the_way_there_and_back(maya, ravi, journey, turn):
    value = matter(ravi, journey, "early light", turn)
    before = tied(ravi, journey)
    for _ in range(2):
        for end in (turn, value):
            it = found(ravi, journey, _first(end))
            change(ravi, journey, lambda pages, it=it: showing.only_me(pages, it.id))
        for end in (value, turn):
            it = found(ravi, journey, _first(end))
            change(ravi, journey, lambda pages, it=it: showing.show(pages, [it.id]))

    assert tied(ravi, journey) == tied(maya, journey) == before
    assert len(pages_of(ravi, journey).of_kind(KIND, Tie)) == 1


def _first(kept):
    return kept.noun.changed if isinstance(kept.noun, Pivot) else kept.noun.words


def test_a_word_of_before_gives_way_to_the_new_one(ravi, journey):
    one, other = put(ravi, journey, Vision("my own stall")), put(ravi, journey, Value("quiet"))
    for word in ("little", "little", "room"):
        change(ravi, journey, lambda pages, word=word: ties.tie(pages, one, other, word))

    assert ties.ties(pages_of(ravi, journey)) == {one.origin: {other.origin: "room"}}
    assert len(pages_of(ravi, journey).of_kind(KIND, Tie)) == 1


def test_the_same_tie_twice_saves_nothing(ravi, journey, turn):
    value = matter(ravi, journey, "early light", turn)
    pages = pages_of(ravi, journey)
    before = len(pages.shared.circle.record.entries)
    values.point(pages, value.id, [turn.id])

    assert (len(pages.shared.circle.record.entries), pages._touched) == (before, [])


def test_a_guide_who_points_anew_leaves_alone_what_the_guide_does_not_see(
    maya, ravi, journey, turn
):
    mine = put(ravi, journey, Pivot("a thought"), only_me=True)
    value = matter(ravi, journey, "early light", turn, mine)

    change(maya, journey, lambda pages: values.point(pages, value.id, []))

    assert tied(ravi, journey) == {value.origin: {mine.origin}}


def test_erasing_an_end_takes_every_tie_along_and_no_other(maya, ravi, journey, turn):
    other = put(ravi, journey, Pivot("the market stall"))
    value = matter(ravi, journey, "early light", turn, other)
    hidden = matter(ravi, journey, "quiet", turn, only_me=True)

    change(ravi, journey, lambda pages: erasing.erase(pages, turn.id))

    assert tied(ravi, journey) == {value.origin: {other.origin}}
    assert turns_of(pages_of(ravi, journey))[hidden.origin] == []
    assert turn.origin not in {kept.origin for kept in pivots.pivots(pages_of(ravi, journey))}
