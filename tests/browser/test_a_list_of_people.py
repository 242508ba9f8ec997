"""52 people come in by a list that was pasted on a telephone, and again from a desk."""

import pytest

from tests.browser.steps import Visitor

WIDER = "document.documentElement.scrollWidth > innerWidth"
HEAD = "Personalnummer\tName\tE-Mail\tAbteilung\tSchicht\tVorgesetzter"
SHIFTS = ("früh", "spät", "nacht")


def everybody() -> str:
    """A boss, three leads, and sixteen for each of them, as a spreadsheet copies its rows."""
    rows = [HEAD, "100\tMartina Kern\tm.kern@example.org\tWerk 2\t\t"]
    for at, shift in enumerate(SHIFTS, 101):
        rows.append(f"{at}\tLeitung {shift}\t\tWerk 2\t{shift}\t100")
        rows += [
            f"{at}{n:02}\tAnlagenmechanikerin {at}{n:02}\t\tWerk 2\t{shift}\t{at}"
            for n in range(16)
        ]
    return "\n".join(rows)


@pytest.mark.parametrize(("width", "colours"), [(1366, "light"), (360, "dark"), (320, "light")])
def test_fifty_two_people_come_in_by_a_pasted_list(
    olga: Visitor, screenshots: object, width: int, colours: str
) -> None:
    olga.page.set_viewport_size({"width": width, "height": 780})
    olga.page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]

    def fits(name: str) -> None:
        assert not olga.page.evaluate(WIDER), name
        olga.page.screenshot(
            path=f"{screenshots}/list-{name}-{width}-{colours}.png", full_page=True
        )

    olga.goes("/people/")
    olga.page.get_by_role("link", name="Bring a list of people in").click()
    olga.stands_before("A list of people")
    fits("bring")
    olga.fills("Or paste the rows here", everybody() + "\n9\tNobody\t\t\t\t404")
    olga.presses("Look at it")
    olga.reads("Row 54 cannot be read: nobody is called “404” to lead them.")
    fits("refused")

    olga.page.get_by_role("link", name="Bring another list").click()
    olga.fills("Or paste the rows here", everybody())
    olga.presses("Look at it")
    olga.stands_before("Look at the list")
    olga.reads("52 are new.")
    fits("look")
    olga.presses("Load it")
    olga.stands_before("People")
    olga.goes("/people/?name=10203")
    olga.reads("Anlagenmechanikerin 10203")
    olga.page.locator("summary").first.click()
    fits("people")


def test_it_works_without_scripts(olga: Visitor, browsing: object) -> None:
    quiet = Visitor(browsing("quiet", javascript=False), olga.address, "olga")  # type: ignore[operator]
    quiet.signs_in()
    quiet.goes("/people/file/")
    quiet.fills("Or paste the rows here", everybody())
    quiet.presses("Look at it")
    quiet.presses("Load it")
    quiet.stands_before("People")
