# SPDX-License-Identifier: MIT
"""Change, nadir, rise and age of a marker, against series that others computed."""

from datetime import timedelta
from decimal import Decimal
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import day
from tests.domain.oracles import Tally, rows
from tracker.domain.marker_trend import nadir, percent_change, trend
from tracker.domain.markers import series
from tracker.domain.records import MarkerResult
from tracker.domain.records.base import build

AS_OF = day("2024-11-26")


def result(value: str, on: str, **more: str) -> MarkerResult:
    return build(
        MarkerResult, {"analyte": "SCC", "unit": "ng/mL", "value": value, "date": on} | more
    )


def of(*pairs: tuple[str, str], **more: str) -> tuple[MarkerResult, ...]:
    return tuple(result(value, on, **more) for value, on in pairs)


# Series that others computed


def _psa(row: dict[str, str]) -> MarkerResult:
    on = row["date"][:10]
    return result(row["value"], on, analyte=row["marker"], unit=row["unit"])


def test_the_psa_series_have_their_changes_and_nadirs():
    table = rows("timeline/psa_series.csv")
    change, lowest = Tally("psa_series.csv, percent change"), Tally("psa_series.csv, nadir")
    halved, risen = Tally("psa_series.csv, PSA50"), Tally("psa_series.csv, rise of 25 % and 2")
    for _, found in groupby(table, key=lambda row: (row["subject"], row["marker"])):
        visits = list(found)
        for n, row in enumerate(visits):
            known = [_psa(each) for each in visits[: n + 1]]
            place = f"{row['subject']} {row['visit']}"
            fallen = percent_change(known[0], known[-1])
            now = trend(known, AS_OF)
            change.add(place, f"{float(row['pct_change_from_baseline']):.2f}", f"{fallen:.2f}")
            lowest.add(place, row["nadir_so_far"], str(now.nadir.value))
            halved.add(place, row["psa50"], str(int(fallen <= -50)))
            rise = now.rise
            is_rise = rise.percent >= 25 and rise.by >= 2
            risen.add(place, row["pcwg_rise"], str(int(is_rise)))
    for tally in (change, lowest, halved, risen):
        tally.report()
        assert not tally.wrong, tally.wrong
        assert tally.matched == len(table) >= 16


MAYO = {
    "bili": ("TBIL", "mg/dL"),
    "albumin": ("ALB", "g/dL"),
    "alk.phos": ("ALP", "U/L"),
    "ast": ("AST", "U/L"),
    "platelet": ("PLT", "10^9/L"),
    "protime": ("PT", "s"),
    "chol": ("CHOL", "mg/dL"),
}


def test_repeated_laboratory_values_become_one_series_for_each_analyte_and_lose_none():
    table, enrolled = rows("timeline/mayo_pbcseq_labs.csv"), day("1980-01-01")
    tally, empty = Tally("mayo_pbcseq_labs.csv"), 0
    for _, found in groupby(table, key=lambda row: row["id"]):
        visits = list(found)
        entered = [
            result(row[column], on.isoformat(), analyte=code, unit=unit)
            for row in visits
            for column, (code, unit) in MAYO.items()
            if row[column] and (on := enrolled + timedelta(days=int(row["day"])))
        ]
        by_code = {each.analyte: each for each in series(entered)}
        for column, (code, _) in MAYO.items():
            expected = [row[column] for row in visits if row[column]]
            empty += len(visits) - len(expected)
            kept = by_code[code].results if expected else ()
            for row, stored in zip(expected, kept, strict=True):
                tally.add(f"{column} {stored.date}", row, stored.value.text)
            if expected:
                least = min(Decimal(text) for text in expected)
                assert nadir(by_code[code].results).value.number == least
    tally.report()
    assert not tally.wrong
    assert tally.matched + empty == len(table) * len(MAYO) >= 700


# What is never computed


def test_a_change_of_the_method_begins_a_new_nadir():
    found = (*of(("1.0", "2019-01-01"), method="ARCHITECT"),
             *of(("3.0", "2019-06-01"), ("4.5", "2019-07-01"), method="Elecsys"))  # fmt: skip
    now = trend(found, AS_OF)
    assert str(now.nadir.value) == "3.0"
    assert (now.rise.by, now.rise.percent) == (Decimal("1.5"), Decimal(50))
    assert now.other_assays == 1


def test_a_result_that_only_states_a_limit_is_the_nadir_and_gives_no_rise():
    now = trend(of(("1.0", "2019-01-01"), ("<0.5", "2019-02-01"), ("2.0", "2019-03-01")), AS_OF)
    assert str(now.nadir.value) == "<0.5"
    assert now.rise is None
    assert now.change == 100
    assert str(now.no_doubling) == "One of the two results only states a limit."


def test_a_limit_above_the_lowest_number_is_no_nadir():
    now = trend(of(("1.0", "2019-01-01"), ("<2", "2019-02-01"), ("3.0", "2019-03-01")), AS_OF)
    assert str(now.nadir.value) == "1.0"


def test_a_result_in_words_is_computed_with_nothing():
    now = trend(of(("1.0", "2019-01-01"), ("haemolytic", "2019-02-01")), AS_OF)
    assert (now.change, now.rise, now.doubling) == (None, None, None)


def test_the_age_of_the_last_value_is_as_wide_as_its_date():
    assert trend(of(("2.2", "2019-02")), day("2019-03-01")).age.as_list() == [1, 28]
    assert trend(of(("2.2", "unknown")), AS_OF).age is None


def test_nothing_is_said_of_a_single_value_but_its_age():
    now = trend(of(("2.2", "2024-11-16")), AS_OF)
    assert (now.age.low, now.change, now.doubling, now.no_doubling) == (10, None, None, None)
    assert now.rise.by == 0


@given(st.lists(st.decimals("0.01", "999", places=2), min_size=2, max_size=12))
def test_the_rise_over_the_nadir_is_never_below_zero(numbers):
    found = [result(str(n), f"2019-01-{i + 1:02}") for i, n in enumerate(numbers)]
    now = trend(found, AS_OF)
    assert now.rise.by >= 0
    assert now.nadir.value.number == min(numbers)
