# SPDX-License-Identifier: MIT
"""What is measured, found by any of its names."""

import csv
import io

import pytest

from tests.domain.oracles import clinical
from tracker.domain.analytes import Analytes, Purpose
from tracker.domain.dose_day_labs import LAB_COLUMNS
from tracker.domain.markers import TUMOUR_MARKERS
from tracker.domain.units import parse_factors, read

ANALYTES = Analytes.parse(clinical("analytes.csv"))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("lzxb", "SCC"),
        ("laky", "SCC"),
        ("鳞癌", "SCC"),
        ("scc-ag", "SCC"),
        ("squamous", "SCC"),
        ("tlky125", "CA125"),
        ("ＣＡ１９-９", "CA199"),
        ("antigen 15-3", "CA153"),
        ("谷丙", "ALT"),
        ("jg", "CREA"),
        ("free thyroxine", "FT4"),
    ],
)
def test_an_analyte_is_found_by_whatever_part_of_a_name_is_typed(typed, code):
    assert ANALYTES.vocabulary.search(typed)[0].code == code


def test_the_nearest_name_stands_first():
    assert ANALYTES.vocabulary.search("ca")[0].code == "CA"
    assert ANALYTES.vocabulary.search("ck")[0].code == "CK"
    assert not ANALYTES.vocabulary.search("no such thing")


@pytest.mark.parametrize(
    ("name", "code"),
    [("鳞癌抗原", "SCC"), ("SCCA", "SCC"), ("糖类抗原125", "CA125"), ("CA 125", "CA125"),
     ("血红蛋白", "HGB"), ("hb", "HGB"), ("SCC", "SCC")],
)  # fmt: skip
def test_a_full_name_is_taken_for_its_code(name, code):
    assert ANALYTES.code_of(name) == code


@pytest.mark.parametrize("name", ["lzxbaky", "抗原", "antigen", "", "CA12"])
def test_initials_and_parts_of_names_are_no_name(name):
    assert ANALYTES.code_of(name) is None


def test_no_name_stands_for_two_analytes():
    names = {}
    for each in ANALYTES.all:
        for name in (each.code, each.name, each.zh_name, *each.aliases):
            assert names.setdefault(name.casefold(), each.code) == each.code, name


def test_ca_125_has_its_own_loinc_and_not_that_of_ca_15_3():
    assert (ANALYTES.get("CA125").loinc, ANALYTES.get("CA153").loinc) == ("10334-1", "6875-9")
    assert ANALYTES.get("SCC").loinc == "9679-2"


def test_every_analyte_has_a_unit_that_is_known():
    assert not [each.code for each in ANALYTES.all if read(each.unit) is None]


def test_a_loinc_code_belongs_to_one_analyte_and_has_its_form():
    codes = [each.loinc for each in ANALYTES.all if each.loinc]
    assert len(codes) == len(set(codes))
    assert not [code for code in codes if not _is_loinc(code)]


def _is_loinc(code: str) -> bool:
    """The check digit of LOINC: Luhn's, over the number before the hyphen."""
    number, _, check = code.partition("-")
    doubled = [int(d) * (2 - i % 2) for i, d in enumerate(reversed(number))]
    total = sum(n // 10 + n % 10 for n in doubled)
    return (10 - total % 10) % 10 == int(check)


def test_the_rules_and_the_table_agree_on_what_follows_the_tumour():
    assert [a.code for a in ANALYTES.all if a.purpose is Purpose.TUMOUR] == TUMOUR_MARKERS


def test_every_laboratory_column_of_a_dose_day_is_in_the_table():
    for column in LAB_COLUMNS:
        for name in (column.analyte, column.label, *column.others):
            assert ANALYTES.code_of(name) == column.analyte, name


def test_every_factor_is_of_a_known_analyte_between_known_units():
    for factor in parse_factors(clinical("unit_factors.csv")):
        assert ANALYTES.get(factor.analyte)
        assert read(factor.unit)
        assert read(factor.into)


def test_the_table_is_of_one_version():
    rows = list(csv.DictReader(io.StringIO(clinical("analytes.csv"))))
    assert {row["version"] for row in rows} == {"1"}
    assert len(rows) == 62
