# SPDX-License-Identifier: MIT
"""Somebody who is registered a second time is shown before saving, and not everybody else."""

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX
from tracker.domain.records import Patient
from tracker.domain.records.base import build
from tracker.services.duplicates import Sign, bare_number, lookalikes
from tracker.services.search_keys import search_keys

ON_FILE = (
    {"mrn": "SYN-0482", "name": "王示例", "sex": "female", "birth": "1968-03-14"},
    {"mrn": "SYN-0107", "name_latin": "Erika Muster", "sex": "female", "birth": "1957"},
    {"mrn": "SYN-0145", "name": "吕演练", "sex": "female", "birth": "1971-04-30"},
    {"mrn": "SYN-0219", "name": "李样本", "name_latin": "Li Yangben", "sex": "male"},
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = clinics.make(tmp_path_factory.mktemp("clinic") / "profile")
    with opened.unit(CTX.stamp()) as unit:
        for texts in ON_FILE:
            patient = build(Patient, texts)
            unit.add(patient, None, search_keys=search_keys(patient))
    yield opened
    opened.close(CLOCK.now())


def found(store, **texts):
    new = build(Patient, {"mrn": "NEW-1"} | texts)
    return {each.patient.mrn: set(each.signs) for each in lookalikes(store, CTX, patient=new)}


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ({"name": "王示例"}, Sign.SAME_NAME),
        ({"name": " 王 示例"}, Sign.SAME_SOUND),
        ({"name": "汪诗丽"}, Sign.SAME_SOUND),
        ({"name_latin": "WANG SHILI"}, Sign.SAME_SOUND),
        ({"name_latin": "Shi-Li Wang"}, Sign.SAME_SOUND),
        ({"name_latin": "Wang Shily"}, Sign.SIMILAR_NAME),
        ({"name_latin": "Wang Shlii"}, Sign.SIMILAR_NAME),
    ],
)
def test_a_name_written_otherwise_is_the_same_name(store, texts, name):
    assert found(store, birth="1968-03-14", **texts) == {"SYN-0482": {name, Sign.SAME_BIRTH}}


@pytest.mark.parametrize("name", ["Lü Yanlian", "LYU Yanlian", "Lv Yan Lian", "Yanlian LU"])
def test_u_umlaut_in_each_spelling_is_the_same_name(store, name):
    assert Sign.SAME_SOUND in found(store, name_latin=name, birth="1971")["SYN-0145"]


@pytest.mark.parametrize(
    ("birth", "sign"),
    [
        ("1957", Sign.MAYBE_BIRTH),
        ("1957-02-08", Sign.MAYBE_BIRTH),
        ("~1956", Sign.MAYBE_BIRTH),
        ("", Sign.NO_BIRTH),
    ],
)
def test_birth_dates_that_may_be_the_same_day_are_the_same(store, birth, sign):
    signs = {Sign.SAME_NAME, sign}
    assert found(store, name_latin="erika muster", birth=birth) == {"SYN-0107": signs}


@pytest.mark.parametrize("birth", ["1968-04-14", "1986-03-14", "1968-03-15"])
def test_one_slip_in_the_birth_date_still_shows_the_same_name(store, birth):
    assert Sign.SLIP_OF_BIRTH in found(store, name="王示例", birth=birth)["SYN-0482"]


def test_day_and_month_exchanged_is_a_slip(store):
    new = {"name": "李样本", "birth": "1970-11-02"}
    assert found(store, **new) == {"SYN-0219": {Sign.SAME_NAME, Sign.NO_BIRTH}}


def test_a_common_name_with_another_birth_date_is_another_person(store):
    assert found(store, name="王示例", birth="1975-08-01") == {}
    assert found(store, name_latin="Wang Shily", birth="1968-04-14") == {}
    assert found(store, name="王虚拟", birth="1990") == {}
    assert found(store) == {}


def test_a_shared_part_of_the_name_needs_the_very_day_of_birth(store):
    signs = {Sign.PART_OF_NAME, Sign.SAME_BIRTH}
    assert found(store, name="王模拟", birth="1968-03-14") == {"SYN-0482": signs}
    assert found(store, name="王模拟", birth="1968-03") == {}


@pytest.mark.parametrize("mrn", ["SYN-482", "syn 0482", "SYN0482", "SYN-00482", "SYN/0482"])
def test_a_number_is_the_same_without_zeros_blanks_and_marks(store, mrn):
    assert found(store, mrn=mrn) == {"SYN-0482": {Sign.NUMBER, Sign.NO_BIRTH}}


def test_a_mark_in_the_number_on_file_hides_nobody(tmp_path):
    store = clinics.make(tmp_path / "profile")
    with store.unit(CTX.stamp()) as unit:
        unit.add(Patient(mrn="P/0.01"), None)
    assert found(store, mrn="P001") == {"P/0.01": {Sign.NUMBER, Sign.NO_BIRTH}}
    store.close(CLOCK.now())


def test_the_very_same_number_alone_is_left_to_the_save_that_refuses_it(store):
    assert found(store, mrn="SYN-0482", name="孙范例") == {}


def test_zeros_inside_a_number_count():
    assert bare_number("A-0100") == bare_number("a 100") != bare_number("A-1")
    assert bare_number("1001") != bare_number("11")


def test_another_sex_is_said_and_hides_nobody(store):
    signs = found(store, name="王示例", birth="1968-03-14", sex="male")["SYN-0482"]
    assert signs == {Sign.SAME_NAME, Sign.SAME_BIRTH, Sign.OTHER_SEX}
    signs = found(store, name="王示例", birth="1968-03-14", sex="unknown")["SYN-0482"]
    assert Sign.OTHER_SEX not in signs


def test_the_likeliest_comes_first(store):
    new = build(Patient, {"mrn": "SYN 482", "name_latin": "Erika Muster", "birth": "1957"})
    assert [each.patient.mrn for each in lookalikes(store, CTX, patient=new)] == [
        "SYN-0482",
        "SYN-0107",
    ]
