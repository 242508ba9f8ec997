"""No question asks for age, family, health, faith, origin, love or debts, nor for a hint at one."""

import re

import pytest

from yonder.guidebook import cards, prompts, rooms

EVERY = (*prompts.life_story("en").prompts, *prompts.visions("en").prompts)
NEVER = {
    "age": r"\bages?\b|\bold\b|\bolder\b|\byoung\w*|\b(19|20)\d\d\b|\bborn\b|\bbirth|\bretire"
    r"|\bgraduat|(what|which) year|\byears? (ago|did)|\bhow (long|many years)|\bfinish school"
    r"|\bgeneration",
    "family": r"\bfamil|\bmother|\bfather|\bparents?\b|\bhusband|\bwife|\bchild\b|\bkids?\b"
    r"|(want|have|your) children|\bpregnan|\bbrother|\bsister|\bdaughter|\bsons?\b",
    "health": r"\bhealth|\bsick|\bill(ness)?\b|\bdoctor|\bpain|\bdisab|\bhospital|\btherap"
    r"|\byour back\b|\baway\?",
    "faith": r"\bfaith|\breligio|\bchurch|\bmosque|\bpray|\bgod\b|\bramadan|\bvot(e|ed|ing)\b"
    r"|\bpolitic|\bunions?\b|\bmember",
    "origin": r"\bnational|\bpassport|\baccent|\bmother tongue|\bimmigra|\bvisa\b|\bhome country"
    r"|\bwhere (are|do|did) you\b.*\bfrom\b|\bcan you stay\b",
    "love": r"\bmarried|\bboyfriend|\bgirlfriend|\bpartner|\bin love\b",
    "debts": r"\bdebt|\bovertime|\bhow much (do|did) you\b|\bloan",
}
ASKED = re.compile("|".join(NEVER.values()), re.IGNORECASE)


def test_no_question_asks_for_what_nobody_asks():
    assert [one.text for one in EVERY if ASKED.search(one.text)] == []


def test_no_reason_for_a_question_speaks_of_it_either():
    assert [one.why for one in EVERY if ASKED.search(one.why)] == []


@pytest.mark.parametrize("row", cards.deck("en").instead, ids=lambda row: row.topic)
def test_control_what_the_card_warns_of_is_found(row):
    quotes = re.findall(r"“(.+?)”", row.not_this)
    assert quotes
    assert [quote for quote in quotes if not ASKED.search(quote)] == []


@pytest.mark.parametrize("row", cards.deck("en").instead, ids=lambda row: row.topic)
def test_what_the_card_offers_for_it_may_be_asked(row):
    assert not ASKED.search(row.ask_this)


def test_nothing_that_is_to_be_left_alone_is_a_question():
    left_alone = set(rooms.texts("en").alone)
    assert left_alone
    assert left_alone & {one.text for one in EVERY} == set()
