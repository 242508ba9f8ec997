"""Three hundred hostile `.yonder` files: none breaks the page, and none comes in by half."""

import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import browser
from tests.cast import words as text_of
from tests.interchange.carrying import bytes_of, file_of, live, take_in
from tests.interchange.hostile_yonder import ID, STEP, TURN, by_chance, by_hand, made, words
from tests.promises.doors import undone
from yonder.interchange import yonder_files
from yonder.interchange.grids import Unfit

TAKE = "/pages/take/"
REFUSED = ("cannot be taken in", "no room for all of this file")


def refused(answer):
    said = text_of(answer)
    return answer.status_code == 200 and any(one in said for one in REFUSED)


def look(visitor, file):
    return visitor.post(TAKE, {"verb": "look", "file": SimpleUploadedFile("p.yonder", file)})


def send(visitor, file):
    """Past the page that looks at it: the form of that page, filled by somebody else."""
    return visitor.post(TAKE, {"verb": "take-in", "file": base64.b64encode(file).decode()})


def test_every_hostile_file_is_refused_in_words_and_changes_nothing(omar):
    visitor, before, wrong = browser(omar), bytes_of(omar), []
    for name, file in by_hand().items():
        # A form that is no file takes less than a file.
        ways = (look, send) if len(file) < 7_000_000 else (look,)
        wrong += [name for way in ways if not refused(way(visitor, file))]
        assert bytes_of(omar) == before, name
    assert wrong == []


def test_a_good_file_with_anything_wrong_in_it_comes_in_whole_or_not_at_all(
    maya, ravi, omar, talks
):
    live(ravi, maya, talks)
    good, visitor, came = file_of(ravi), browser(omar), 0
    files = list(by_chance(good, flips=100, cuts=60, turns=120))
    before = bytes_of(omar)
    for file in files:
        assert look(visitor, file).status_code == 200
        assert bytes_of(omar) == before
        with undone():
            if send(visitor, file).status_code == 302:
                came += 1
                assert words(file_of(omar)) == words(file)
            else:
                assert bytes_of(omar) == before
    assert 20 < came < len(files) - 100
    assert len(files) + len(by_hand()) >= 300


def test_control_a_half_import_would_be_noticed(maya, ravi, omar, talks):
    live(ravi, maya, talks)
    good, before = file_of(ravi), bytes_of(omar)
    whole = yonder_files.read(good)
    whole.notes, whole.checkins = whole.notes[:1], []
    take_in(omar, yonder_files.written(whole))
    assert bytes_of(omar) != before
    assert words(file_of(omar)) != words(good)


def test_control_the_file_the_hostile_ones_are_made_of_is_good(omar):
    assert take_in(omar, made()).new == {}
    assert yonder_files.read(b"\xef\xbb\xbf" + made()).owner == "Ravi"


def test_what_does_not_fit_is_named_with_its_place(omar):
    file = made(turns=[{"id": "6f1c1b1e0a5c4f0e9d3b7a2c4e5f6071", "written_on": "2026-11-24"}])
    assert "Turn 1: “changed” is missing." in text_of(look(browser(omar), file))


def test_a_newer_file_is_one_sentence(omar):
    said = text_of(look(browser(omar), made(version=2, nouns_of_tomorrow=[1])))
    assert "A newer Yonder wrote this file." in said


def test_no_file_at_all_is_a_sentence(omar):
    assert "Something is missing" in text_of(browser(omar).post(TAKE, {"verb": "look"}))


def test_between_looking_and_taking_in_the_server_holds_nothing(omar):
    visitor = browser(omar)
    assert "1 turn" in text_of(look(visitor, made(turns=[TURN])))
    assert "bakery" not in str(dict(visitor.session.items()))
    with pytest.raises(Unfit):
        yonder_files.unpacked("")


def test_the_first_and_the_last_day_there_is_come_in_and_every_page_is_drawn(omar):
    days = ("0001-01-01", "9999-12-31")
    step = STEP | {"who": "guide"}
    steps = [step | {"id": f"{n:032x}", "by_when": day} for n, day in enumerate(days)]
    checkin = {"id": ID, "written_on": days[0], "held_on": days[1], "changed": "All"}
    visitor = browser(omar)
    assert send(visitor, made(steps=steps, checkins=[checkin])).status_code == 302
    for page in ("/", "/pages/", "/pages/line/", "/pages/room/", TAKE):
        assert visitor.get(page).status_code == 200, page
    assert "9999" in text_of(visitor.post(TAKE, {"verb": "for-people"}))
    again = visitor.post(TAKE, {"verb": "for-programs"}).content
    assert words(again) == words(made(steps=steps, checkins=[checkin]))
