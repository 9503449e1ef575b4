# SPDX-License-Identifier: MIT
"""What a patient is found by and sorted by, however the name is spelt."""

import pytest

from tracker.domain.records import Patient
from tracker.services.search_keys import folded_key, readings_of, search_keys


def keys(**names):
    return search_keys(Patient(mrn="SYN-1", **names))


@pytest.mark.parametrize(
    "typed", ["吕演练", "lvyanlian", "luyanlian", "lyuyanlian", "lyl", "lu yan"]
)
def test_a_name_with_u_umlaut_is_found_in_each_of_its_spellings(typed):
    assert typed in keys(name="吕演练").found_by


@pytest.mark.parametrize("typed", ["shan shi", "danshifan", "ssf", "dsf"])
def test_a_surname_of_two_readings_is_found_by_both(typed):
    assert typed in keys(name="单示范").found_by


@pytest.mark.parametrize("typed", ["lü yanlian", "PRZYKŁAD", "Müller", "muster erika"])
def test_accents_and_case_do_not_matter(typed):
    found_by = keys(name_latin=typed.upper()).found_by
    assert all(word in found_by for word in folded_key(typed).split())


def test_names_are_sorted_by_pinyin_the_surname_as_a_surname_is_read():
    assert keys(name="单示范").sort_by == "shan shi fan"
    assert keys(name="王示例", name_latin="Aaa").sort_by == "wang shi li"
    assert keys(name_latin="Erika Muster").sort_by == "erika muster"
    assert keys().sort_by is None


def test_a_name_in_mixed_letters_is_read_as_words():
    assert readings_of("李·Anna")[0] == ["li", "anna"]
    assert readings_of("O'Hara-Smith") == [["o", "hara", "smith"]]
    assert readings_of("…") == []


@pytest.mark.parametrize(
    ("name", "typed"), [("张  三", "张三"), ("买买提·示例", "买买提示例"), ("李\u3000四", "李四")]
)
def test_a_chinese_name_is_found_without_the_blanks_and_dots_in_it(name, typed):
    assert typed in keys(name=name).found_by
