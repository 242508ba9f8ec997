"""Lines to draw: small ones by hand, and any that a person could come to."""

from uuid import NAMESPACE_URL, uuid5

from hypothesis import strategies as st

from yonder.planning.line import PLACES, Line, Thing

# What rests on what, by place.
BESIDE = (
    ("value", "pivot"),
    ("vision", "value"),
    ("skill", "vision"),
    ("action", "skill"),
    ("action", "vision"),
)
WORDS = (
    "Left school for the ferry company, against everybody’s advice",
    "I see the whole and not only my corner",
    "A van, and every bakery on the hill rings me first",
    "Read a wiring plan and find the mistake",
    "Ask Ines if I can sit beside her for the yearly plan",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen und mehr",
    "夜番の人に機械の直し方を教えたい",
    "🚢",
)
# Words that take more room than any other of as many letters.
LONG = (
    *WORDS,
    "NIE WIEDER ALLEIN IM BÜRO MIT WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "أن أعلّم الآخرين ما تعلمته في الورشة",
    "मशीनों को ठीक करना सिखाना",
)
STATES = ("", "maybe", "proposed", "confirmed", "done")


def name(place: str, at: int) -> str:
    """An id as long as a real one, always the same."""
    return str(uuid5(NAMESPACE_URL, f"{place}-{at}"))


def line(*counts: int) -> Line:
    """So many things in each place, each tied to two in the place before it."""
    things = tuple(
        Thing(name(place, at), place, WORDS[(at + turn) % len(WORDS)])
        for turn, (place, count) in enumerate(zip(PLACES, counts, strict=True))
        for at in range(count)
    )
    number = dict(zip(PLACES, counts, strict=True))
    ties = {
        (name(source, at), name(target, (at * 3 + more) % number[target]))
        for source, target in BESIDE[:4]
        for at in range(number[source])
        for more in (0, 1)
        if number[target]
    }
    return Line(things, tuple(sorted(ties)))


@st.composite
def lines(draw: st.DrawFn) -> Line:
    counts = [draw(st.integers(0, most)) for most in (30, 8, 5, 40, 60)]
    things = tuple(
        Thing(name(place, at), place, draw(st.sampled_from(LONG)), draw(st.sampled_from(STATES)))
        for place, count in zip(PLACES, counts, strict=True)
        for at in range(count)
    )
    number = dict(zip(PLACES, counts, strict=True))
    ties = {
        (name(source, at), name(target, draw(st.integers(0, number[target] - 1))))
        for source, target in BESIDE
        if number[target]
        for at in range(number[source])
    }
    return Line(things, tuple(sorted(ties)))
