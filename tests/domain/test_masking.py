# SPDX-License-Identifier: MIT
"""What a masked list shows of a name and a number."""

import doctest

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import masking
from tracker.domain.masking import masked_name, masked_number


def test_the_examples_hold():
    assert doctest.testmod(masking).failed == 0


def test_a_number_is_never_shown_in_full():
    assert [masked_number(text) for text in ("", "7", "41", "123", "SEED-001")] == [
        "…", "…", "…1", "…3", "…001",
    ]  # fmt: skip


@given(st.text(min_size=1))
def test_no_masked_number_gives_more_than_half(text):
    assert len(masked_number(text)) - 1 <= len(text) // 2


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Zs"]), min_size=2))
def test_of_each_word_of_a_name_only_the_first_letter_is_left(text):
    shown = masked_name(text)
    assert len([c for c in shown if c not in " .＊"]) <= max(len(text.split()), 1)
