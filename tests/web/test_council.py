"""For works councils: the closed list, for anybody who asks, in plain words."""

from tests.cast import browser, words
from yonder.guidebook.council import council


def test_anybody_can_read_the_whole_list(workplace, ravi):
    for visitor in (browser(), browser(ravi)):
        page = words(visitor.get("/protection/council/"))
        for row in council("en").clear:
            assert row.what in page
            assert row.kept in page
            assert " ".join(row.columns) in page


def test_it_says_the_promises_in_the_same_words_as_the_page_before_it(workplace):
    shorter, longer = (words(browser().get(f"/protection/{more}")) for more in ("", "council/"))
    for said in (
        "Yonder measures nobody.",
        "no page on which HR sees one person",
        "Nobody else can see a no.",
        "A sign-in log of 30 days.",
        "Each person can read all that is written about them",
    ):
        assert said in shorter
        assert said in longer


def test_each_page_leads_to_the_other(workplace):
    assert 'href="/protection/council/"' in words(browser().get("/protection/"))
    assert 'href="/protection/"' in words(browser().get("/protection/council/"))


def test_before_anybody_is_here_it_can_be_read_too(vault):
    assert browser().get("/protection/council/").status_code == 200


def test_reading_is_all_one_can_do(workplace):
    assert browser().post("/protection/council/").status_code == 405
