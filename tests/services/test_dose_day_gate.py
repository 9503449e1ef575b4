# SPDX-License-Identifier: MIT
"""The gate with the program's own tables: a dangerous result is never "no stop found"."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import CourseOf
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import readable
from tracker.domain.interview import INTERVIEW
from tracker.domain.records import AdverseEvent, MarkerResult, Visit
from tracker.domain.records.dose_day import Verdict
from tracker.services import dose_day_gate, rule_sets

TODAY = date(2024, 11, 26)
CRITERIA, FORMULARY, _CTCAE = dose_day_gate._tables()
LABEL = next(s for s in rule_sets._all() if s.jurisdiction == "US label").accepted_by(
    "Dr Example", TODAY
)
RULES = dose_day_gate.Rules(LABEL, CRITERIA, FORMULARY)
CALM = {
    "date": "2024-11-26",
    "weight": "58.2",
    "ecog": "0",
    "act": "G",
    "dose.0": "240 mg",
    **{f"ask.{item.code}": "0" for item in INTERVIEW},
}
LABS = {
    "ANC": ("3.2", "1.8-6.3", "10^9/L"),
    "HGB": ("118", "115-150", "g/L"),
    "PLT": ("201", "125-350", "10^9/L"),
    "ALT": ("20", "7-40", "U/L"),
    "AST": ("20", "13-35", "U/L"),
    "TBIL": ("11", "<23", "umol/L"),
    "CREA": ("62", "41-73", "umol/L"),
    "GLU": ("5.4", "3.9-6.1", "mmol/L"),
    "TSH": ("2.1", "0.27-4.2", "mIU/L"),
    "FT4": ("15", "12-22", "pmol/L"),
    "NA": ("140", "135-145", "mmol/L"),
    "K": ("4.2", "3.5-5.3", "mmol/L"),
    "CA": ("2.3", "2.1-2.6", "mmol/L"),
    "CK": ("100", "40-200", "U/L"),
    "GGT": ("20", "7-45", "U/L"),
    "LDH": ("180", "120-250", "U/L"),
}
ORDER = (Verdict.NO_STOP, Verdict.ASK, Verdict.HOLD)
TORIPALIMAB = {"drug": "toripalimab", "dose": "240 mg"}


def gate(event=None, patient=None, drugs=(TORIPALIMAB,), **values):
    """The gate of an uneventful day, but for what is named."""
    made = CourseOf(
        "2024-10-15",
        drugs=drugs,
        patient={"allergy_status": "none"} | (patient or {}),
        ledger_complete="yes",
    )
    made.given("2024-10-15", "2024-11-05", dose="240 mg")
    made.add(Visit, date="2024-11-05", contact="visit", weight="58.8")
    for analyte, (value, limits, unit) in LABS.items():
        shared = {"analyte": analyte, "unit": unit, "range_reported": limits}
        made.add(MarkerResult, date="2024-10-10", value=value, flag="N", **shared)
        made.add(MarkerResult, date="2024-11-25", value=values.get(analyte, value), **shared)
    if event:
        made.add(AdverseEvent, onset="2024-11-20", ctcae_version="5.0", **event)
    day = DoseDay.of(made.chart(), TODAY)
    return dose_day_gate.judged(day, readable(day, CALM, "Nurse Example"), RULES)


def test_an_uneventful_day_finds_no_stop_with_every_rule_having_data():
    found = gate()
    assert (found.answer, found.open) == (Verdict.NO_STOP, ())
    assert found.with_data == found.total


@pytest.mark.parametrize(
    ("analyte", "value"),
    [
        ("GLU", "28"),
        ("TSH", "80"),
        ("TSH", "0.01"),
        ("FT4", "2"),
        ("CA", "3.6"),
        ("CA", "1.4"),
        ("NA", "119"),
        ("K", "6.5"),
        ("HGB", "60"),
        ("CK", "3000"),
        ("TSH", "clotted"),
    ],
)
def test_a_dangerous_result_without_a_row_asks(analyte, value):
    assert gate(**{analyte: value}).answer is Verdict.ASK


@pytest.mark.parametrize(
    ("analyte", "value", "rule"),
    [
        ("ALT", "161", "US-07"),
        ("ALT", "361", "US-08"),
        ("TBIL", "81", "US-08"),
        ("CREA", "520", "US-16"),
    ],
)
def test_a_result_that_meets_a_row_suggests_to_hold_by_it(analyte, value, rule):
    found = gate(**{analyte: value})
    assert found.answer is Verdict.HOLD
    assert found.lines[0].rule == rule
    assert found.lines[0].source == LABEL.source


def test_a_result_just_above_its_limit_is_only_shown():
    found = gate(ALT="46")
    assert found.answer is Verdict.NO_STOP
    assert "ALT 46 U/L: grade 1" in [str(line.text) for line in found.lines]


@pytest.mark.parametrize(
    ("event", "answer"),
    [
        ({"term": "Pneumonitis", "grade": "1", "irae": "yes"}, Verdict.ASK),
        ({"term": "Pneumonitis", "grade": "2"}, Verdict.HOLD),
        ({"term": "Fatigue", "grade": "3", "irae": "yes"}, Verdict.HOLD),
        ({"term": "Fatigue", "grade": "3"}, Verdict.ASK),
        ({"term": "Fatigue", "grade": "3", "irae": "no"}, Verdict.ASK),
        ({"term": "Fatigue", "grade": "1", "irae": "no"}, Verdict.NO_STOP),
    ],
)
def test_an_event_is_judged_by_whether_it_is_immune_related(event, answer):
    assert gate(event).answer is answer


@pytest.mark.parametrize("written", ["toripalimab: anaphylaxis", "特瑞普利单抗", "Loqtorzi"])
def test_a_recorded_allergy_to_the_drug_suggests_to_hold(written):
    patient = {"allergy_status": "present", "allergies": written}
    assert gate(patient=patient).answer is Verdict.HOLD


@pytest.mark.parametrize(
    ("patient", "answer"),
    [
        ({"allergy_status": "unknown"}, Verdict.ASK),
        ({"allergy_status": "present"}, Verdict.ASK),
        ({"allergy_status": "present", "allergies": "penicillin"}, Verdict.NO_STOP),
    ],
)
def test_allergies_that_are_not_known_ask(patient, answer):
    assert gate(patient=patient).answer is answer


def test_each_drug_of_a_regimen_that_the_rules_are_not_written_for_asks():
    drugs = ({"drug": "cisplatin", "dose": "50 mg/m2"}, TORIPALIMAB)
    texts = [str(line.text) for line in gate(drugs=drugs).open if line.rule == "rule set"]
    assert texts == ["The rule set is not written for cisplatin"]


@given(
    st.sampled_from(["ALT", "AST", "TBIL", "CREA", "CK", "GLU", "K", "CA", "NA"]),
    st.integers(1, 400),
    st.integers(0, 400),
)
def test_a_higher_result_above_the_range_is_never_answered_more_mildly(analyte, percent, more):
    high = float(LABS[analyte][1].strip("<").split("-")[-1])
    low, worse = (f"{high * (100 + n) / 100:.2f}" for n in (percent, percent + more))
    milder, harder = gate(**{analyte: low}), gate(**{analyte: worse})
    assert ORDER.index(milder.answer) <= ORDER.index(harder.answer)
