"""What is read after a no: the owner's page says what is true, the guide's page says nothing."""

import pytest

from yonder.guidebook import boundaries
from yonder.guidebook.boundaries import Boundary

TEXTS = boundaries.texts("en")
BUTTONS = {
    name: getattr(TEXTS, name)
    for name in TEXTS.__struct_fields__
    if isinstance(getattr(TEXTS, name), Boundary)
}
ENDS = {"not_with_before_the_start", "not_with_later"}
ALONE = ("not_this_one", "not_this_topic", "not_this_talk", "stop_for_today", "erase")


def test_every_no_has_a_button_and_says_what_is_true_then():
    assert len(BUTTONS) == 8
    assert [name for name, one in BUTTONS.items() if not (one.button and one.owner_reads)] == []


def test_only_where_talks_never_began_or_have_ended_the_guide_reads_a_text():
    assert {name for name, one in BUTTONS.items() if one.guide_reads} == ENDS


def test_before_the_start_a_no_reads_as_no_answer_yet():
    assert BUTTONS["not_with_before_the_start"].guide_reads == "Invited on {date}"


@pytest.mark.parametrize("name", ALONE)
def test_somebody_alone_reads_of_nobody_else(name):
    read = BUTTONS[name].alone or BUTTONS[name].owner_reads
    assert [word for word in ("{guide}", "both", "you two") if word in read.lower()] == []


def test_backups_are_promised_only_where_they_are_known_to_forget():
    assert "backups" not in TEXTS.erase.owner_reads
    assert "backups" not in TEXTS.erase.alone
    assert "within 8 days" in TEXTS.erase.when_confirmed
