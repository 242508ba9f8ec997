"""The table that people read: one line for each figure, and what was left out below it."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from bench.figures import Figure, Gap
from bench.spread import Spread

HOLDS = {True: "holds", False: "BROKEN", None: ""}
HEADS = ("what", "database", "median", "from", "to", "times", "ratio", "from", "to", "budget", "")


def table(figures: Iterable[Figure]) -> Table:
    """`from` and `to` are the least and the most that was met in any round."""
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for number, head in enumerate(HEADS):
        drawn.add_column(head, justify="left" if number in (0, 1, 10) else "right", no_wrap=True)
    for figure in figures:
        drawn.add_row(*cells(figure))
    return drawn


def cells(figure: Figure) -> list[str]:
    """One line as texts, in the order of HEADS."""
    measured, ratio = figure.measured, figure.ratio
    middle = f"{short(measured.median)} {figure.unit}".rstrip()
    budget = "" if figure.budget is None else f"≤ {short(figure.budget)}{'×' if ratio else ''}"
    around = _around(measured) + [str(measured.times)]
    compared = [f"{short(ratio.median)}×", *_around(ratio)] if ratio else [""] * 3
    return [figure.what, figure.database, middle, *around, *compared, budget, HOLDS[figure.holds]]


def short(value: float) -> str:
    """Three digits that mean something, and never an exponent."""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def show(console: Console, figures: Iterable[Figure], gaps: Iterable[Gap]) -> None:
    """Print the table and the list of what was not measured."""
    console.print(table(figures))
    console.print("\nNot measured:")
    for gap in gaps:
        console.print(f"  {gap.what}. {gap.why}", highlight=False)


def _around(spread: Spread) -> list[str]:
    alone = spread.times == 1
    return ["", ""] if alone else [short(spread.least), short(spread.most)]
