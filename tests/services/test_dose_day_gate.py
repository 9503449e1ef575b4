# SPDX-License-Identifier: MIT
"""The gate with the program's own tables: a dangerous result is never "no stop found"."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import clinics
from tests.domain.builders import CourseOf
from tracker.domain.agents import AgentClass, LimitKind
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import readable
from tracker.domain.interview import INTERVIEW
from tracker.domain.records import (
    AdverseEvent,
    ClinicAgent,
    MarkerResult,
    RequiredTest,
    Visit,
)
from tracker.domain.records.base import build
from tracker.domain.records.clinic_lists import agent_of
from tracker.domain.records.dose_day import Verdict
from tracker.services import agents, dose_day_gate, records, rule_sets

TODAY = date(2024, 11, 26)
CRITERIA, _CTCAE = dose_day_gate._tables()
FORMULARY = agents.of_program()
LABEL = next(s for s in rule_sets._all() if s.jurisdiction == "US label").accepted_by(
    "Dr Example", TODAY
)
RULES = dose_day_gate.Rules(LABEL, CRITERIA, FORMULARY)
CALM = {
    "date": "2024-11-26",
    "weight": "58.2",
    "ecog": "0",
    "steroid": "0",
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
    "WBC": ("5.1", "3.5-9.5", "10^9/L"),
    "LIP": ("40", "<60", "U/L"),
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


@pytest.mark.parametrize(("sampled", "holds"), [("2024-11-20", True), ("2024-11-26", False)])
def test_an_older_sample_typed_on_the_sheet_does_not_hide_a_newer_result(sampled, holds):
    made = CourseOf("2024-10-15", drugs=(TORIPALIMAB,), ledger_complete="yes")
    made.given("2024-11-05", dose="240 mg")
    shared = {"analyte": "ALT", "unit": "U/L", "range_reported": "7-40"}
    made.add(MarkerResult, date="2024-11-25", value="400", flag="H", **shared)
    day = DoseDay.of(made.chart(), TODAY)
    typed = readable(day, CALM | {"lab.ALT": "20", "sampled": sampled}, "Nurse Example")
    found = dose_day_gate.judged(day, typed, RULES)
    assert (found.answer is Verdict.HOLD) is holds


def test_a_back_dated_sheet_is_judged_by_the_results_of_its_own_time():
    made = CourseOf("2024-10-15", drugs=(TORIPALIMAB,), ledger_complete="yes")
    made.given("2024-10-15", dose="240 mg")
    shared = {"analyte": "ALT", "unit": "U/L", "range_reported": "7-40"}
    made.add(MarkerResult, date="2024-11-04", value="400", flag="H", **shared)
    made.add(MarkerResult, date="2024-11-25", value="20", flag="N", **shared)
    day = DoseDay.of(made.chart(), TODAY)
    texts = CALM | {"date": "2024-11-05"}
    found = dose_day_gate.judged(day, readable(day, texts, "Nurse Example"), RULES)
    assert found.answer is Verdict.HOLD


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


# calcium, steroid, tests wanted, label


def lines(found, rule):
    return [str(line.text) for line in found.lines if line.rule == rule]


def calcium(total: str, albumin: str | None, of_day: str = "2024-11-25"):
    labs = dict(LABS)
    labs["CA"] = (total, "2.1-2.6", "mmol/L")
    made = CourseOf("2024-10-15", drugs=(TORIPALIMAB,), patient={"allergy_status": "none"})
    made.given("2024-10-15", "2024-11-05", dose="240 mg")
    for analyte, (value, limits, unit) in labs.items():
        made.add(MarkerResult, analyte=analyte, date="2024-11-25", value=value, unit=unit,
                 range_reported=limits)  # fmt: skip
    if albumin:
        made.add(MarkerResult, analyte="ALB", date=of_day, value=albumin, unit="g/L")
    day = DoseDay.of(made.chart(), TODAY)
    return dose_day_gate.judged(day, readable(day, CALM, "Nurse Example"), RULES)


def test_calcium_is_graded_corrected_for_the_albumin_of_its_sample_and_says_so():
    (line,) = lines(calcium("2.6", "20"), "laboratory grade")
    assert line == "Ca 2.6 corrected for albumin 20 g/L: 3.00 mmol/L: grade 2"


@pytest.mark.parametrize(("albumin", "of_day"), [(None, ""), ("20", "2024-11-24"), ("<20", "")])
def test_calcium_without_an_albumin_of_the_same_day_is_graded_as_reported_and_says_so(
    albumin, of_day
):
    (line,) = lines(calcium("3.2", albumin, of_day or "2024-11-25"), "laboratory grade")
    assert line == "Ca, not corrected for albumin, 3.2 mmol/L: grade 3"


@pytest.mark.parametrize(
    ("steroid", "answer"),
    [
        ("0", Verdict.NO_STOP),
        ("无", Verdict.NO_STOP),
        ("prednisone 10 mg", Verdict.NO_STOP),
        ("dexamethasone 1.5", Verdict.NO_STOP),
        ("甲泼尼龙 8mg/d", Verdict.NO_STOP),
        ("prednisone 10.5", Verdict.ASK),
        ("methylprednisolone 40 mg/day", Verdict.ASK),
        ("地塞米松 4", Verdict.ASK),
        ("prednisone", Verdict.ASK),
        ("10 mg", Verdict.ASK),
        ("prednisone 5 mg and 5 mg", Verdict.ASK),
        ("", Verdict.ASK),
    ],
)
def test_a_steroid_above_ten_milligrams_of_prednisone_a_day_or_not_understood_asks(steroid, answer):
    day = DoseDay.of(uneventful().chart(), TODAY)
    texts = {n: t for n, t in (CALM | {"steroid": steroid}).items() if t}
    found = dose_day_gate.judged(day, readable(day, texts, "Nurse Example"), RULES)
    assert found.answer is answer
    assert {line.rule for line in found.open} <= {"steroid"}


def uneventful(**course):
    made = CourseOf("2024-10-15", patient={"allergy_status": "none"}, **course)
    made.given("2024-10-15", "2024-11-05", dose="240 mg")
    made.add(Visit, date="2024-11-05", contact="visit", weight="58.8")
    for analyte, (value, limits, unit) in LABS.items():
        made.add(MarkerResult, analyte=analyte, date="2024-11-25", value=value, unit=unit,
                 range_reported=limits, flag="N")  # fmt: skip
    return made


@pytest.mark.parametrize("enough", ["AMY", "LIP"])
def test_amylase_or_lipase_is_enough_and_neither_asks(enough):
    without = {**LABS}
    del without["LIP"]
    for labs, missing in ((without | {enough: ("40", "<60", "U/L")}, False), (without, True)):
        made = CourseOf("2024-10-15", patient={"allergy_status": "none"})
        made.given("2024-11-05", dose="240 mg")
        for analyte, (value, limits, unit) in labs.items():
            made.add(MarkerResult, analyte=analyte, date="2024-11-25", value=value, unit=unit,
                     range_reported=limits)  # fmt: skip
        day = DoseDay.of(made.chart(), TODAY)
        found = dose_day_gate.judged(day, readable(day, CALM, "Nurse Example"), RULES)
        said = lines(found, "required labs")
        assert said == (["No result of Amylase / Lipase"] if missing else [])


def test_the_planned_number_of_cycles_asks_for_a_review_and_never_stops():
    day = DoseDay.of(uneventful(planned_cycles="2").chart(), TODAY)
    found = dose_day_gate.judged(day, readable(day, CALM, "Nurse Example"), RULES)
    assert "planned end" in {line.rule for line in found.open}
    assert found.answer is Verdict.ASK
    assert day.book is not None
    assert day.book.is_running


@pytest.mark.parametrize(
    ("drug", "plan", "given", "weight", "asks"),
    [
        ("ipilimumab", "21", 3, "58", False),
        ("ipilimumab", "21", 4, "58", True),
        ("ipilimumab", "42", 4, "58", False),  # every 6 weeks it runs on
        ("tremelimumab", "21", 1, "58", True),
        ("durvalumab", "28", 2, "29.5", True),
        ("durvalumab", "28", 2, "30", False),
        ("sugemalimab", "21", 2, "116", True),
        ("sintilimab", "21", 2, "59", True),
    ],
)
def test_the_traps_of_a_label_ask_where_they_apply(drug, plan, given, weight, asks):
    made = CourseOf(
        "2024-01-01", {"interval_days": plan}, drugs=({"drug": drug, "dose": "300 mg"},)
    )
    for n in range(given):
        made.given(f"2024-0{n + 1}-01", dose="300 mg")
    day = DoseDay.of(made.chart(), TODAY)
    texts = CALM | {"weight": weight, "dose.0": "300 mg"}
    found = dose_day_gate.judged(day, readable(day, texts, "Nurse Example"), RULES)
    assert ("label" in {line.rule for line in found.open}) is asks


def test_a_drug_of_the_clinic_is_known_with_its_class_and_source(store):
    record = build(ClinicAgent, {
        "inn": "examplimab", "zh_name": "示例单抗", "agent_class": "PD-1",
        "reference": "protocol EX-1, page 12", "version": "3.0",
    })  # fmt: skip
    records.save(store, clinics.CTX, patient=None, entry=records.Entry(record=record))
    agent = dose_day_gate.rules_in_force(store).formulary.find("示例单抗")
    assert agent is not None
    assert (agent.agent_class, agent.source) == (AgentClass.PD1, "protocol EX-1, page 12")


def test_the_limits_of_a_clinics_own_drug_are_looked_at_with_its_source():
    record = build(ClinicAgent, {
        "inn": "examplimab", "agent_class": "PD-1", "cap": "300 mg", "doses": "4",
        "below_kg": "30", "reference": "protocol EX-1, page 12", "version": "3.0",
    })  # fmt: skip
    limits = agent_of(record).limits
    assert [(limit.kind, limit.doses, limit.applies_to) for limit in limits] == [
        (LimitKind.HIGHEST_DOSE, None, "every dose"),
        (LimitKind.DOSE_COUNT, 4, "every schedule"),
        (LimitKind.BODY_WEIGHT, None, "below 30 kg"),
    ]
    assert {limit.source for limit in limits} == {"protocol EX-1, page 12"}


def test_a_window_that_the_clinic_decided_takes_the_place_of_the_published_one(store):
    texts = {"analyte": "TSH", "timing": "each dose", "days": "28", "decided_by": "Dr Example"}
    for changed in (
        texts,
        {"analyte": "GGT", "timing": "not required", "decided_by": "Dr Example"},
    ):
        entry = records.Entry(record=build(RequiredTest, changed))
        records.save(store, clinics.CTX, patient=None, entry=entry)
    required = {test.analytes: test for test in dose_day_gate.rules_in_force(store).required}
    assert (required["TSH",].days, required["TSH",].source) == (28, "Dr Example")
    assert ("GGT",) not in required
    assert required["FT4",].days == 42


def baseline_of(**result):
    """What creatinine before a course from 2024-01-08 on counts as."""
    made = CourseOf("2024-01-08")
    made.add(MarkerResult, analyte="CREA", unit="umol/L", **result)
    chart = made.chart()
    day = DoseDay(chart=chart, book=made.ledger(), today=TODAY)
    return dose_day_gate._baseline(day, "CREA")


def test_a_result_that_may_be_of_after_the_start_is_no_baseline():
    assert baseline_of(date="2024-01", value="60") is None
    assert baseline_of(date="2024-01-08", value="60").value == 60


def test_a_baseline_that_only_states_a_limit_is_not_multiplied():
    assert baseline_of(date="2024-01-02", value="<20").value is None
