"""A page of the guidebook: in the reader's language, read once, and clear about what is wrong."""

import pytest

from tests.guidebook.pages import HOME
from yonder.guidebook import briefings, cards, council, plans, practice, prompts, rooms, starter
from yonder.guidebook.languages import page
from yonder.guidebook.prompts import LifeStory
from yonder.guidebook.reading import Unreadable, opened

GOOD = """# A page.

[[prompts]]
id = "first"
starts = ["first-job"]
text = \"\"\"A text
why = "over several lines"
[[prompts]]
\"\"\"
why = "Because."

[[prompts]]
id = "second"
text = "Another."
why = "Because."
"""
READERS = [
    prompts.life_story,
    prompts.visions,
    prompts.topics,
    rooms.texts,
    briefings.briefings,
    cards.deck,
    council.council,
    plans.examples,
    practice.practice,
    starter.starter,
]


def complaint(tmp_path, text):
    broken = tmp_path / "en" / "life-story.toml"
    broken.parent.mkdir()
    broken.write_text(text, "utf-8")
    with pytest.raises(Unreadable) as said:
        opened(broken, LifeStory)
    assert str(said.value).startswith(f"en/life-story.toml, line {said.value.line}: ")
    assert said.value.file == broken
    return said.value


def line_of(words):
    return GOOD.splitlines().index(words) + 1


def test_control_the_page_that_is_broken_below_is_fine_before(tmp_path):
    fine = tmp_path / "page.toml"
    fine.write_text(GOOD, "utf-8")

    assert [one.id for one in opened(fine, LifeStory).prompts] == ["first", "second"]


def test_a_forgotten_quotation_mark_is_named_with_its_line(tmp_path):
    said = complaint(tmp_path, GOOD.replace('"Another."', '"Another.'))
    assert said.line == line_of('text = "Another."')


def test_a_page_that_ends_in_the_middle_is_named_with_its_last_line(tmp_path):
    text = GOOD.split("over several")[0]
    assert complaint(tmp_path, text).line == text.count("\n") + 1


def test_a_wrong_word_is_named_with_its_line(tmp_path):
    said = complaint(tmp_path, GOOD.replace('"first-job"', '"retirement"'))
    assert said.line == line_of('starts = ["first-job"]')


def test_a_text_that_is_missing_is_named_with_the_question_it_belongs_to(tmp_path):
    said = complaint(tmp_path, GOOD.replace('text = "Another."\n', ""))
    assert (said.line, "`text`" in said.why) == (line_of('id = "second"') - 1, True)


def test_a_key_nobody_knows_is_named_with_the_question_it_belongs_to(tmp_path):
    said = complaint(tmp_path, GOOD + 'because = "A key of nobody."\n')
    assert (said.line, "`because`" in said.why) == (line_of('id = "second"') - 1, True)


def test_a_number_is_no_text(tmp_path):
    assert complaint(tmp_path, GOOD.replace('"second"', "2")).line == line_of('id = "second"')


@pytest.mark.parametrize("read", READERS, ids=lambda read: f"{read.__module__}.{read.__name__}")
@pytest.mark.parametrize("language", ["en", "EN-gb", "xx", "", "../en", "en/../../en"])
def test_whoever_reads_a_language_that_is_not_here_reads_english(read, language):
    assert read(language) == read("en")


@pytest.fixture
def three(tmp_path):
    for language in ("en", "es", "es-mx"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "room.toml").touch()
    (tmp_path / "en" / "cards.toml").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("language", "name", "folder"),
    [
        ("es", "room.toml", "es"),
        ("es-MX", "room.toml", "es-mx"),
        ("es-co", "room.toml", "es"),
        ("de", "room.toml", "en"),
        ("es", "cards.toml", "en"),
    ],
)
def test_the_nearest_language_is_read_and_english_else(three, language, name, folder):
    assert page(language, name, three) == three / folder / name


def test_a_page_is_read_once():
    assert rooms.texts("en") is rooms.texts("en")
    assert rooms.texts("xx") is rooms.texts("en")


def test_nobody_changes_for_others_what_is_kept():
    prompts.topics("en").clear()
    assert prompts.topics("en")
    with pytest.raises(AttributeError):
        rooms.texts("en").place = "Anywhere"


def test_every_page_in_the_folder_is_read_by_somebody():
    kept = {"life-story", "visions", "topics", "room", "briefings", "cards", "plan", "three"}
    kept |= {"practice"}
    kept |= {"council", "starter"}
    assert {file.stem for file in (HOME / "en").iterdir()} == kept
