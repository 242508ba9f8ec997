"""A box opens with its own key, label and context, and with nothing else."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yonder.vault.refusals import Damaged, TooBig
from yonder.vault.sealing import derive, lp, pad, seal, unpad, unseal

KEY, OTHER = bytes(range(32)), bytes(32)
CIRCLE, ANOTHER = uuid.UUID(int=1), uuid.UUID(int=2)
PARTS = st.lists(st.one_of(st.binary(max_size=40), st.text(max_size=20)), max_size=6)


@given(st.binary(max_size=5000))
def test_what_was_sealed_is_what_opens(data):
    box = seal(KEY, "body", (CIRCLE, 7), data)

    assert unseal(KEY, "body", (CIRCLE, 7), box) == data
    assert len(box) == len(data) + 30


@pytest.mark.parametrize(
    ("key", "label", "context"),
    [
        (OTHER, "body", (CIRCLE, 7)),
        (KEY, "face", (CIRCLE, 7)),
        (KEY, "body", (ANOTHER, 7)),
        (KEY, "body", (CIRCLE, 8)),
        (KEY, "body", (CIRCLE,)),
        (KEY, "body", (CIRCLE, 7, b"")),
    ],
)
def test_another_key_label_or_context_opens_nothing(key, label, context):
    box = seal(KEY, "body", (CIRCLE, 7), b"we talked about the night shift")

    with pytest.raises(Damaged):
        unseal(key, label, context, box)


def test_a_box_with_one_changed_bit_opens_nothing():
    box = seal(KEY, "body", (CIRCLE,), b"paper boats")

    for place in range(len(box) * 8):
        flipped = bytearray(box)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(Damaged):
            unseal(KEY, "body", (CIRCLE,), bytes(flipped))


def test_a_box_that_was_cut_or_grew_opens_nothing():
    box = seal(KEY, "body", (CIRCLE,), b"paper boats")

    for length in range(len(box)):
        with pytest.raises(Damaged):
            unseal(KEY, "body", (CIRCLE,), box[:length])
    with pytest.raises(Damaged):
        unseal(KEY, "body", (CIRCLE,), box + b"\0")


def test_the_same_words_never_give_the_same_box():
    boxes = {seal(KEY, "body", (CIRCLE,), b"yes") for _ in range(1000)}

    assert len(boxes) == 1000


@given(PARTS, PARTS)
def test_no_two_lists_of_parts_are_joined_to_the_same_bytes(one, other):
    same = [part.encode() if isinstance(part, str) else part for part in one] == [
        part.encode() if isinstance(part, str) else part for part in other
    ]

    assert (lp(*one) == lp(*other)) is same


def test_every_key_is_another_one_for_another_label_salt_or_root():
    keys = {
        derive(root, salt, label)
        for root in (KEY, OTHER)
        for salt in (b"", CIRCLE, ANOTHER)
        for label in ("body", "face", "keyring")
    }

    assert len(keys) == 18
    assert {len(key) for key in keys} == {32}


@given(st.binary(max_size=5000))
def test_padding_comes_off_without_a_trace(data):
    assert unpad(pad(data, 64)) == data


def test_padding_shows_one_of_few_sizes():
    sizes = {len(pad(bytes(length), 64, 4096)) for length in range(4093)}

    assert sizes == {64, 256, 1024, 4096}
    with pytest.raises(TooBig):
        pad(bytes(4093), 64, 4096)


@pytest.mark.parametrize("padded", [b"", b"\0\0\0", b"\0\0\0\x05abcd", b"\xff\xff\xff\xff" * 4])
def test_padding_whose_length_does_not_fit_is_damage(padded):
    with pytest.raises(Damaged):
        unpad(padded)
