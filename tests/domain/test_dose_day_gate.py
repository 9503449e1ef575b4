# SPDX-License-Identifier: MIT
"""The gate of a dose day: what asks, what suggests to hold, and that nothing says "go"."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import CourseOf
from tracker import paths
from tracker.domain.agents import AgentClass
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import readable
from tracker.domain.dose_day_gate import GateFacts, assess
from tracker.domain.interview import INTERVIEW
from tracker.domain.lab_grading import CannotGrade, Graded, LabValue, Need
from tracker.domain.records import AdverseEvent, BaselineCheck, MarkerResult, Visit
from tracker.domain.records.dose_day import Verdict
from tracker.domain.required_tests import PUBLISHED
from tracker.domain.text import Message
from tracker.domain.toxicity import parse_rule_sets
from tracker.domain.values import Reading

TODAY = date(2024, 11, 26)
TABLE = (paths.resources() / "clinical" / "irae_actions.csv").read_text("utf-8")
LABEL = next(s for s in parse_rule_sets(TABLE) if s.jurisdiction == "US label").accepted_by(
    "Dr Example", TODAY
)
CALM = {
    "date": "2024-11-26",
    "weight": "58.2",
    "ecog": "0",
    "steroid": "0",
    "act": "G",
    "dose.0": "240 mg",
    **{f"ask.{item.code}": "0" for item in INTERVIEW},
    **{f"lab.{analyte}": "1" for test in PUBLISHED for analyte in test.analytes},
}
VERDICTS = (Verdict.NO_STOP, Verdict.ASK, Verdict.HOLD)


def course(**patient: str) -> CourseOf:
    made = CourseOf(
        "2024-10-15", patient={"allergy_status": "none", **patient}, ledger_complete="yes"
    )
    made.given("2024-10-15", "2024-11-05", dose="240 mg")
    made.add(Visit, date="2024-11-05", contact="visit", weight="58.8")
    return made


def gate(made=None, rules=LABEL, grades=None, is_oncologist=False, multiples=(), **changes):
    day = DoseDay.of((made or course()).chart(), TODAY)
    texts = {name: text for name, text in (CALM | changes).items() if text}
    entries = readable(day, texts, "Nurse Example")
    if grades is None:
        grades = {lab.analyte: Graded(0, 0) for lab in entries.labs}
    return assess(
        GateFacts(
            day=day,
            entries=entries,
            grades=grades,
            labs=dict(multiples),
            rule_set=rules,
            drug="toripalimab",
            drug_class=AgentClass.PD1,
            is_oncologist=is_oncologist,
        )
    )


def rules_of(found) -> set[str]:
    return {line.rule for line in found.open}


def test_when_every_rule_has_data_and_none_finds_anything_no_stop_was_found():
    found = gate()
    assert (found.answer, found.open) == (Verdict.NO_STOP, ())
    assert found.with_data == found.total


def test_there_is_no_go():
    assert not {verdict.value for verdict in Verdict} & {"go", "green", "ok", "give"}


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"ask.eyes": ""}, "interview"),
        ({"ask.fever": "2"}, "symptom"),
        ({"ecog": ""}, "ECOG"),
        ({"ecog": "3"}, "ECOG"),
        ({"weight": ""}, "weight"),
        ({"weight": "70"}, "weight"),
        ({"lab.CK": ""}, "required labs"),
        ({"dose.0": "200 mg"}, "dose"),
    ],
)
def test_what_is_missing_or_unusual_asks(changes, rule):
    found = gate(**changes)
    assert (found.answer, rules_of(found)) == (Verdict.ASK, {rule})


def test_an_old_result_asks_with_its_age():
    made = course()
    made.add(
        MarkerResult,
        analyte="TSH",
        date="2024-10-08",
        value="2.1",
        unit="mIU/L",
    )
    (line,) = gate(made, **{"lab.TSH": ""}).open
    assert str(line.text) == "TSH is 49 d old, older than 42 d"
    assert line.source == "proposed by the program, to be accepted by the clinic"


def test_a_symptom_of_grade_two_asks_for_what_is_behind_it():
    (line,) = gate(**{"ask.breathlessness": "2"}).open
    assert "pneumonitis" in str(line.text)


def test_without_an_accepted_rule_set_the_gate_says_so():
    assert "rule set" in rules_of(gate(rules=None))


def test_a_rule_set_of_another_class_asks():
    made = course()
    day = DoseDay.of(made.chart(), TODAY)
    entries = readable(day, CALM, "Nurse Example")
    facts = GateFacts(
        day=day,
        entries=entries,
        rule_set=LABEL,
        drug="ipilimumab",
        drug_class=AgentClass.CTLA4,
        grades={lab.analyte: Graded(0, 0) for lab in entries.labs},
    )
    assert "rule set" in rules_of(assess(facts))


def test_pneumonitis_of_grade_two_suggests_to_hold_by_a_named_rule():
    made = course()
    made.add(AdverseEvent, term="Pneumonitis", grade="2", ctcae_version="5.0", onset="2024-11-20")
    found = gate(made)
    assert found.answer is Verdict.HOLD
    line = found.lines[0]
    assert (line.rule, line.version, line.jurisdiction) == ("US-01", "1", "US label")
    assert line.source == LABEL.source


@pytest.mark.parametrize("texts", [{}, {"grade": "2", "ctcae_version": "4.0"}])
def test_an_event_whose_grade_the_rules_do_not_know_asks(texts):
    made = course()
    made.add(AdverseEvent, term="Pneumonitis", onset="2024-11-20", **texts)
    assert gate(made).answer is Verdict.ASK


def test_an_open_hold_suggests_to_hold_until_a_doctor_is_named():
    made = course()
    made.event("held", "2024-11-19", reason="labs", reason_text="ALT grade 3")
    assert gate(made, act="", **{"dose.0": ""}).answer is Verdict.HOLD
    assert gate(made, ordered_by="Dr Example").answer is Verdict.ASK
    assert gate(made, is_oncologist=True).answer is Verdict.ASK


def two_drugs(action: str) -> CourseOf:
    made = CourseOf(
        "2024-10-15",
        drugs=({"drug": "nivolumab", "dose": "240 mg"}, {"drug": "ipilimumab", "dose": "60 mg"}),
        patient={"allergy_status": "none"},
        ledger_complete="yes",
    )
    made.given("2024-10-15", "2024-11-05")
    made.event(action, "2024-11-20", drug="ipilimumab", reason="toxicity")
    return made


@pytest.mark.parametrize(
    ("action", "second_dose", "doctor", "answer"),
    [
        ("stopped", "60 mg", "Dr Example", Verdict.HOLD),
        ("stopped", "", "", Verdict.NO_STOP),
        ("held", "60 mg", "Dr Example", Verdict.ASK),
        ("held", "", "", Verdict.NO_STOP),
    ],
)
def test_a_dose_of_a_drug_that_was_stopped_or_is_held_is_not_let_pass(
    action, second_dose, doctor, answer
):
    found = gate(two_drugs(action), ordered_by=doctor, **{"dose.1": second_dose})
    [line] = [each for each in found.lines if each.rule == "drug left out"]
    assert (line.answer, "ipilimumab" in str(line.text)) == (answer, True)


def test_a_dose_before_its_day_asks():
    made = CourseOf("2024-11-12", patient={"allergy_status": "none"})
    made.given("2024-11-12", dose="240 mg")
    made.add(Visit, date="2024-11-12", contact="visit", weight="58")
    assert "interval" in rules_of(gate(made))


def test_before_the_first_dose_the_baseline_is_asked_for():
    made = CourseOf("2024-11-26", patient={"allergy_status": "none"})
    made.add(Visit, date="2024-11-20", contact="visit", weight="58")
    texts = [str(line.text) for line in gate(made).open if line.rule == "baseline"]
    assert any("hepatitis B" in text for text in texts)
    assert any("ECG" in text for text in texts)


ANSWERS = (
    ("ECG", "normal"),
    ("hepatitis B", "normal"),
    ("hepatitis C", "normal"),
    ("tuberculosis", "left out"),
)


def first_day(checks=ANSWERS, **course_fields: str) -> CourseOf:
    made = CourseOf("2024-11-26", patient={"allergy_status": "none"}, **course_fields)
    made.add(Visit, date="2024-11-20", contact="visit", weight="58")
    for test, result in checks:
        finding = "" if result == "normal" else "Dr Example: vaccinated, low risk"
        made.add(
            BaselineCheck,
            course=str(made.course),
            test=test,
            date="2024-11-20",
            result=result,
            finding=finding,
        )
    return made


def test_checks_that_are_answered_by_a_record_are_not_asked_for_again():
    assert "baseline" not in rules_of(gate(first_day()))


def test_a_check_of_a_later_day_answers_nothing():
    made = first_day(())
    made.add(BaselineCheck, course=str(made.course), test="ECG", date="2024-11-27", result="normal")
    assert any("ECG" in str(line.text) for line in gate(made).open)


def test_an_abnormal_check_asks_with_what_was_found():
    found = gate(first_day((*ANSWERS[1:], ("ECG", "abnormal"))))
    (line,) = (line for line in found.open if line.rule == "baseline")
    assert "ECG abnormal or positive, 2024-11-20: Dr Example" in str(line.text)


def test_a_check_answers_the_test_that_the_laboratory_would_have_answered():
    without = {"lab.TSH": ""}
    assert any("TSH" in str(line.text) for line in gate(first_day(), **without).open)
    answered = first_day((*ANSWERS, ("TSH", "normal")))
    assert not any("TSH" in str(line.text) for line in gate(answered, **without).open)


@pytest.mark.parametrize("known", ["yes", "unknown"])
def test_hepatitis_that_is_known_or_unknown_asks_and_is_no_answer(known):
    made = CourseOf("2024-11-26", patient={"allergy_status": "none", "hepatitis_b": known})
    texts = [str(line.text) for line in gate(made).open if line.rule == "baseline"]
    assert any("hepatitis B" in text for text in texts)


def test_whether_there_is_a_tumour_in_the_liver_is_asked_before_the_first_dose_only():
    assert "liver" in rules_of(gate(first_day()))
    assert "liver" not in rules_of(gate(first_day(liver="no liver tumour")))
    assert "liver" not in rules_of(gate())


ALT_SEVEN_TIMES = LabValue(Reading.parse("280"), "U/L", Decimal(0), Decimal(40))


@pytest.mark.parametrize(
    ("liver", "answer"),
    [
        ("", Verdict.HOLD),
        ("no liver tumour", Verdict.HOLD),
        ("liver tumour, baseline >1 to 3", Verdict.HOLD),
        ("liver tumour, baseline >3 to 5", Verdict.NO_STOP),
    ],
)
def test_the_liver_before_the_first_dose_decides_which_rows_hold(liver, answer):
    fields = {"liver": liver} if liver else {}
    made = CourseOf(
        "2024-10-15", patient={"allergy_status": "none"}, ledger_complete="yes", **fields
    )
    made.given("2024-10-15", "2024-11-05", dose="240 mg")
    found = gate(made, multiples={"ALT": ALT_SEVEN_TIMES})
    lines = [line for line in found.lines if line.rule.startswith("US-")]
    assert (lines[0].answer if lines else Verdict.NO_STOP) is answer


def test_allergies_that_were_never_asked_for_ask():
    made = course(allergy_status="")
    assert "allergy" in rules_of(gate(made))


def test_a_laboratory_grade_that_symptoms_decide_shows_both_grades_and_asks():
    grades = {"ALT": Graded(1, 2, Message("Symptoms?"))}
    (line,) = (line for line in gate(grades=grades).open if line.rule == "laboratory grade")
    assert "grade 1–2. Symptoms?" in str(line.text)


def test_results_without_limits_ask_in_one_line_for_all_of_them():
    grades = {"ANC": CannotGrade(Need.LLN), "HGB": CannotGrade(Need.LLN)}
    (line,) = (line for line in gate(grades=grades).open if line.rule == "laboratory grade")
    assert str(line.text) == "No grade without the lower limit of normal: ANC, Hb"


def test_every_line_names_rule_source_and_version():
    found = gate(rules=None, ecog="", weight="", **{"ask.eyes": ""})
    assert all(line.rule and line.source and line.version for line in found.lines)


WORSE = st.sampled_from(
    [
        {"ask.fever": "2"},
        {"ask.fever": ""},
        {"ecog": "4"},
        {"ecog": ""},
        {"weight": "90"},
        {"weight": ""},
        {"lab.CK": ""},
        {"dose.0": "100 mg"},
    ]
)


@given(st.lists(WORSE, max_size=5), WORSE)
def test_a_worse_fact_never_makes_the_answer_milder(facts, one_more):
    before = {name: text for fact in facts for name, text in fact.items()}
    milder, worse = gate(**before), gate(**(before | one_more))
    assert VERDICTS.index(worse.answer) >= VERDICTS.index(milder.answer)


def test_a_drug_of_day_1_that_is_given_on_day_8_is_early():
    made = CourseOf(
        "2024-11-19",
        drugs=({"drug": "durvalumab", "dose": "1500 mg"}, {"drug": "gemcitabine", "days": "1,8"}),
    )
    for drug in ("durvalumab", "gemcitabine"):
        made.given("2024-11-19", drug=drug)

    def early(**doses):
        found = gate(made, **{"dose.0": "", **doses}).lines
        return [str(line.text) for line in found if line.rule == "interval"]

    assert early(**{"dose.1": "1600 mg"}) == []
    assert early(**{"dose.0": "1500 mg"}) == ["14 d earlier than the interval allows"]
