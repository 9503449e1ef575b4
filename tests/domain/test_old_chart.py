# SPDX-License-Identifier: MIT
"""Lines of an old paper chart: what they mean, and what is never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import ChartOf
from tracker.domain.fields import items
from tracker.domain.old_chart import line_id, read_page
from tracker.domain.old_chart_line import Line
from tracker.domain.old_chart_words import EVENTS, Vocabulary
from tracker.domain.records.base import content
from tracker.domain.records.course import Course, CourseDrug
from tracker.domain.records.marker import MarkerResult
from tracker.services.terminology import analytes, ctcae_terms

TODAY = date(2024, 11, 26)
EMPTY = ChartOf().chart()
WORDS = Vocabulary.of(EMPTY, ctcae_terms(), analytes())


def read(*lines: str, of: ChartOf | None = None):
    """Reads lines written as ``date | event | values``."""
    chart = (of or ChartOf()).chart()
    typed = [Line(*(part.strip() for part in line.split("|"))) for line in lines]
    return read_page(typed, Vocabulary.of(chart, ctcae_terms(), analytes()), chart, TODAY)


def stored_as(*lines: str, of=None) -> dict[str, str]:
    """The fields of the last line."""
    said = read(*lines, of=of)[-1]
    assert said.record is not None, [str(p.message) for p in said.problems]
    return content(said.record)


def refused(*lines: str, of=None) -> str:
    said = read(*lines, of=of)[-1]
    assert said.record is None
    return " ".join(f"[{p.field}] {p.message}" for p in said.problems)


@pytest.fixture
def of():
    return ChartOf()


def two_courses(of: ChartOf, stop: str = ""):
    """The id of an immunotherapy that follows a chemotherapy."""
    of.add(Course, regimen="TP", therapy="chemotherapy", start="2018-12-01", stop=stop)
    return of.add(Course, regimen="toripalimab", therapy="immunotherapy", start="2019-05")


@pytest.mark.parametrize("typed", ["spo2 98", "SpO2 98", "SpO2: 98", "sp98"])
def test_a_saturation_is_typed_by_its_label_with_the_digit(typed):
    assert stored_as(f"2019-05 | visit | {typed}")["spo2"] == "98"


@pytest.mark.parametrize(
    "typed", ["5/2019", "2019-05", "May 2019", "~2019", "2019年5月", "2019-02/.."]
)
def test_a_date_is_kept_in_any_accepted_form_as_it_was_typed(typed):
    assert stored_as(f"{typed} | visit | e1")["date"] == typed


def test_a_marker_has_value_unit_and_the_range_as_printed():
    assert stored_as("2019-05 | scc | <0.50 ng/mL (<1.5); city lab") == {
        "analyte": "SCC",
        "date": "2019-05",
        "value": "<0.50",
        "unit": "ng/mL",
        "range_reported": "<1.5",
        "laboratory": "city lab",
    }


def test_a_scan_is_never_taken_for_calcitonin_which_has_the_same_letters():
    assert read("2019 | ct | chest")[-1].record.kind == "imaging_study"
    assert stored_as("2019 | marker | CT 5 pg/mL")["analyte"] == "CT"


def test_an_analyte_is_found_by_its_chinese_name():
    assert stored_as("2019 | 鳞癌抗原 | 2.2 ng/mL")["analyte"] == "SCC"


def test_a_marker_without_a_unit_is_refused_and_none_is_supplied():
    assert "does not say all" in refused("2019-05 | scc | 2.2 ng/mL", "2019-06 | scc | 2.4")


def test_a_unit_is_repeated_by_its_mark_only_from_the_same_analyte():
    lines = ("2019 | scc | 2 ng/mL", "2019 | cea | 3 ug/L", '2019-06 | scc | 4 "')
    assert stored_as(*lines)["unit"] == "ng/mL"
    assert "repeats" in refused("2019 | cea | 3 ug/L", '2019 | scc | 4 "')


def test_a_decimal_comma_is_said_and_never_read_as_another_number():
    assert "[values] “2,2” is not a plain number" in refused("2019-05 | scc | 2,2 ng/mL")


@pytest.mark.parametrize("values", ["e1; w58.2; bp 120/80", "ecog 1;weight 58.2;bp120/80"])
def test_a_visit_names_its_fields_by_their_first_letters(values):
    found = stored_as(f"2019-05-07 | v | {values}")
    assert (found["ecog"], found["weight"], found["systolic"]) == ("1", "58.2", "120")


def test_a_field_that_stands_there_twice_is_not_overwritten():
    assert "stands there twice" in refused("2019-05-07 | v | w58; weight 60")


def test_a_value_outside_what_is_possible_is_refused_as_in_the_form():
    assert "lies outside" in refused("2019-05-07 | v | w582")


def test_a_word_with_two_meanings_asks_for_one_more_letter():
    assert "[event] “st” can be stopped, status, statement" in refused("2019 | st | NED")


def test_a_ctcae_term_is_found_by_the_beginnings_of_its_words():
    found = stored_as("2019 | ae | rash m 2; resolved")
    assert found["term"] == "Rash maculo-papular"
    assert (found["grade"], found["ctcae_version"], found["outcome"]) == ("2", "5.0", "resolved")


def test_a_term_that_fits_several_is_never_chosen_by_the_program():
    assert "can be several CTCAE terms" in refused("2019 | ae | rash 2")


def test_a_grade_that_the_term_does_not_have_is_refused():
    assert "has no grade 4" in refused("2019 | ae | fatigue 4")


def test_the_words_of_the_chart_are_kept_without_a_ctcae_version():
    found = stored_as("2019-04 | ae | term: bone-marrow suppression; severity: severe")
    assert found == {
        "term": "bone-marrow suppression",
        "described_as": "severe",
        "onset": "2019-04",
    }


def test_a_dose_belongs_to_the_one_course_that_was_running(of):
    second = two_courses(of, stop="2019-02-01")
    assert stored_as("2019-06 | given | 240 mg", of=of)["course"] == str(second)


def test_a_dose_between_two_courses_asks_which_and_takes_its_name(of):
    second = two_courses(of)
    assert "Several courses" in refused("2019-06 | given | 240 mg", of=of)
    assert stored_as("2019-06 | given | 240 mg; tori", of=of)["course"] == str(second)


def test_a_drug_of_a_regimen_is_named_in_the_dose(of):
    tp = of.add(Course, regimen="TP", therapy="chemotherapy", start="2018-12")
    for drug in ("paclitaxel", "cisplatin"):
        of.add(CourseDrug, course=str(tp), drug=drug)
    found = stored_as("2018-12-05 | given | 50 mg/m2; cis", of=of)
    assert (found["drug"], found["dose"]) == ("cisplatin", "50 mg/m2")


def test_a_dose_before_any_course_is_refused():
    assert "No course" in refused("2019-06 | given | 240 mg")


def test_a_dose_may_belong_to_a_course_of_a_line_above():
    found = stored_as("5/2019 | course | toripalimab; imm", "2019-06-01 | g | 240 mg")
    assert found["course"] == str(line_id(1))


def test_a_second_dose_of_a_day_is_refused_within_the_page_too():
    lines = ("5/2019 | course | x; imm", "2019-06-01 | g | 240 mg", "2019-06-01 | g | 200 mg")
    assert "[date] A dose given on 2019-06-01 is already recorded" in refused(*lines)


def test_a_dose_without_its_unit_is_refused():
    assert "needs an amount" in refused("5/2019 | course | x; imm", "2019-06-01 | g | 240")


def test_two_doses_of_one_month_are_two_doses():
    lines = ("5/2019 | course | x; imm", "2019-06 | g | 240 mg", "2019-06 | g | 240 mg")
    assert all(said.record for said in read(*lines))


def test_a_line_typed_twice_is_refused(of):
    of.add(MarkerResult, analyte="SCC", date="2019-05-07", value="2", unit="ng/mL")
    assert "Exactly this is recorded" in refused("2019-05-07 | scc | 2 ng/mL", of=of)


def test_a_scan_has_region_findings_and_a_conclusion_in_any_order():
    found = stored_as("2019-06 | ct | chest; stab; no new lesion")
    assert (found["region"], found["findings"]) == ("chest", "no new lesion")
    assert found["conclusion"] == "stable"
    assert stored_as("2019-06 | ct | stab; chest; no new lesion") == found


def test_radiotherapy_is_a_site_with_dose_and_fractions():
    found = stored_as("2019-04-15 | rt | neck 50.4 Gy/28; IMRT; end: 2019-06")
    assert (found["site"], found["total_gy"], found["fractions"]) == ("neck", "50.4", "28")
    assert (found["technique"], found["end"]) == ("IMRT", "2019-06")


def test_a_statement_may_have_no_date():
    assert "date" not in stored_as(" | statement | irae; none; letter")


def test_a_needed_date_is_asked_for():
    assert "[date]" in refused(" | visit | e1")


def test_a_value_in_no_place_is_said():
    assert "There is no place for" in refused("2019 | scc | 2 ng/mL; lab; method; rest")


def test_a_day_to_come_is_refused():
    assert "lies in the future" in refused("2025-01 | visit | e1")


def test_every_word_begins_a_kind_whose_slots_it_has():
    for event in EVENTS:
        names = {field.name for field in items(event.kind)}
        assert set(event.slots) | set(event.preset) <= names, event.word
        assert event.first is None or set(event.first.groupindex) <= names, event.word


@given(*(st.text(max_size=30) for _ in range(3)))
def test_any_text_is_either_a_record_or_a_problem(when, event, values):
    line = Line(when, event, values)
    (said,) = read_page([line], WORDS, EMPTY, TODAY)
    assert (said.record is not None) != bool(said.problems) or line.is_blank
    assert said.line == line


@given(st.sampled_from(EVENTS), st.text('0123456789.,;:<>" abegmnry/-', max_size=40))
def test_a_number_is_stored_as_it_stands_in_the_line(event, values):
    """No digit comes from elsewhere: what is stored can be found in what was typed."""
    (said,) = read_page([Line("2019-05", event.word, values)], WORDS, EMPTY, TODAY)
    if said.record is not None:
        fresh = {k: v for k, v in said.texts.items() if k not in {"ctcae_version", *event.preset}}
        for text in fresh.values():
            if any(c.isdigit() for c in text) and text != "2019-05":
                assert text in values
