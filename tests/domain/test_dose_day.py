# SPDX-License-Identifier: MIT
"""What a dose-day sheet becomes, and what it asks."""

from datetime import date
from decimal import Decimal

import pytest

from tests.domain.builders import CourseOf
from tracker.domain.dose_day import DoseDay, appointed
from tracker.domain.dose_day_entry import measured, read, readable
from tracker.domain.dose_day_labs import LAB_COLUMNS, pasted
from tracker.domain.errors import Refused
from tracker.domain.follow_up import due_beside_a_dose
from tracker.domain.records import MarkerResult, MeasuredGfr, PlannedItem, Visit
from tracker.domain.records.course import DoseAction, DoseReason
from tracker.domain.records.dose_day import Answered

TODAY = date(2024, 11, 26)
ON = {"date": "2024-11-26"}
GIVE = ON | {"act": "G", "dose.0": "240 mg"}


def course(*doses: str, **options) -> CourseOf:
    made = CourseOf("2024-10-15", ledger_complete="yes", **options)
    made.given(*(doses or ("2024-10-15", "2024-11-05")), dose="240 mg")
    return made


def day(made: CourseOf | None = None) -> DoseDay:
    return DoseDay.of((made or course()).chart(), TODAY)


def refused(texts: dict[str, str], made: CourseOf | None = None) -> dict[str, str]:
    """Boxes that are complained about, each with its sentence."""
    with pytest.raises(Refused) as caught:
        read(day(made), texts, "Nurse Example")
    return {problem.field: str(problem.message) for problem in caught.value.problems}


# What the sheet becomes


def test_an_empty_sheet_is_a_visit_and_nothing_else():
    entries = read(day(), ON, "Nurse Example")
    assert entries.visit == Visit(date=entries.visit.date, contact=entries.visit.contact)
    assert (entries.answers, entries.labs, entries.events) == ((), (), ())


def test_one_box_holds_both_numbers_of_a_blood_pressure():
    visit = read(day(), ON | {"pressure": "118/76"}, "Nurse Example").visit
    assert (visit.systolic, visit.diastolic) == (118, 76)


@pytest.mark.parametrize("text", ["118", "118-76", "118/", "76/118", "118,76", "1180/76"])
def test_half_a_blood_pressure_is_refused_under_its_box(text):
    assert set(refused(ON | {"pressure": text})) == {"pressure"}


def test_zero_means_none_for_its_own_question_and_says_nothing_of_the_others():
    answers = read(day(), ON | {"ask.rash": "0", "ask.fever": "2"}, "Nurse Example").answers
    assert [(a.item, a.answer, a.grade) for a in answers] == [
        ("rash", Answered.NONE, None),
        ("fever", Answered.PRESENT, 2),
    ]
    assert {a.ctcae_version for a in answers} == {"5.0"}


def test_a_question_that_was_not_asked_leaves_no_answer():
    entries = read(day(), ON, "Nurse Example")
    assert entries.answers == ()
    assert entries.visit.irae_asked is None


def test_a_dose_names_who_gave_it_and_who_ordered_it():
    texts = GIVE | {"ordered_by": "Dr Example", "verbal": "yes", "lot": "A1"}
    (event,) = read(day(), texts, "Nurse Example").events
    assert (event.action, str(event.dose), event.lot) == (DoseAction.GIVEN, "240 mg", "A1")
    assert (event.given_by, event.ordered_by) == (
        "Nurse Example",
        "Dr Example, verbal order, read back",
    )


def test_a_dose_without_a_unit_is_refused():
    assert set(refused(ON | {"act": "G", "dose.0": "240"})) == {"dose.0"}


def test_a_dose_that_is_given_needs_its_amount():
    assert set(refused(ON | {"act": "G"})) == {"dose.0"}


@pytest.mark.parametrize("dose", ["3 mg/kg", "75 mg/m2", "AUC 5"])
def test_a_dose_that_is_given_is_an_amount_and_not_an_order(dose):
    assert set(refused(GIVE | {"dose.0": dose})) == {"dose.0"}


def test_a_course_that_stops_has_no_next_dose():
    assert set(refused(ON | {"act": "X", "reason": "1", "appoint": "+21"})) == {"appoint"}


def test_a_delay_names_one_new_day():
    delay = ON | {"act": "D", "reason": "4", "until": "+7"}
    assert set(refused(delay | {"appoint": "+8"})) == {"appoint"}
    assert read(day(), delay | {"appoint": "1w"}, "Nurse Example").events


def test_a_hold_keeps_its_reason_and_its_recheck_day():
    texts = ON | {"act": "H", "reason": "2", "reason_text": "ALT", "until": "+7"}
    (event,) = read(day(), texts, "Nurse Example").events
    assert (event.action, event.reason, event.until.text) == (
        DoseAction.HELD,
        DoseReason.LABS,
        "2024-12-03",
    )


@pytest.mark.parametrize("act", ["H", "D", "R", "S", "X"])
def test_whatever_is_not_given_as_planned_needs_a_reason(act):
    texts = ON | {"act": act, "dose.0": "120 mg", "until": "+7"}
    assert "reason" in refused(texts)


@pytest.mark.parametrize("act", ["S", "X"])
def test_a_day_typed_for_another_act_is_not_stored_with_this_one(act):
    [event] = read(day(), ON | {"act": act, "reason": "1", "until": "+7"}, "Nurse Example").events
    assert event.until is None


def test_words_typed_for_a_hold_are_not_stored_with_a_reduced_dose():
    texts = GIVE | {"act": "R", "reason": "1", "reason_text": "ALT grade 3", "dose.0": "180 mg"}
    [event] = read(day(), texts, "Nurse Example").events
    assert (event.reason, event.reason_text) == (DoseReason.TOXICITY, None)


def test_a_delay_needs_its_new_day():
    assert set(refused(ON | {"act": "D", "reason": "5"})) == {"until"}


def test_a_held_dose_is_given_only_when_a_doctor_is_named():
    made = course()
    made.event("held", "2024-11-19", reason="labs")
    assert set(refused(GIVE, made)) == {"ordered_by"}
    assert read(day(made), GIVE | {"ordered_by": "Dr Example"}, "Nurse Example").gives


def test_a_held_drug_of_two_is_given_only_when_a_doctor_is_named():
    made = course(drugs=({"drug": "nivolumab"}, {"drug": "ipilimumab"}))
    made.event("held", "2024-11-20", drug="ipilimumab")
    both = GIVE | {"dose.1": "60 mg"}
    assert set(refused(both, made)) == {"ordered_by"}
    assert len(read(day(made), both | {"ordered_by": "Dr Example"}, "Nurse Example").events) == 2
    assert len(read(day(made), GIVE, "Nurse Example").events) == 1


def test_each_drug_of_a_regimen_has_its_own_dose():
    drugs = ({"drug": "pembrolizumab", "dose": "200 mg"}, {"drug": "cisplatin", "dose": "75 mg/m2"})
    texts = ON | {"act": "G", "dose.0": "200 mg", "dose.1": "128 mg"}
    events = read(day(CourseOf("2024-11-26", drugs=drugs)), texts, "Nurse Example").events
    assert [(e.drug, str(e.dose)) for e in events] == [
        ("pembrolizumab", "200 mg"),
        ("cisplatin", "128 mg"),
    ]


def test_only_the_drug_that_has_less_than_planned_is_reduced():
    drugs = ({"drug": "nivolumab", "dose": "240 mg"}, {"drug": "ipilimumab", "dose": "60 mg"})
    texts = GIVE | {"act": "R", "reason": "1", "dose.1": "30 mg"}
    first, second = read(day(course(drugs=drugs)), texts, "Nurse Example").events
    assert (first.drug, first.action, first.reason) == ("nivolumab", DoseAction.GIVEN, None)
    assert (second.drug, second.action, second.reason) == (
        "ipilimumab",
        DoseAction.REDUCED,
        DoseReason.TOXICITY,
    )


def test_an_appointment_is_an_event_of_its_own_beside_the_dose():
    events = read(day(), GIVE | {"appoint": "3w"}, "Nurse Example").events
    assert [(e.action, e.until and e.until.text) for e in events] == [
        (DoseAction.GIVEN, None),
        (DoseAction.APPOINTED, "2024-12-17"),
    ]


def test_a_result_is_of_the_visit_unless_its_own_day_is_typed():
    texts = ON | {"lab.ALT": "46"}
    assert read(day(), texts, "Nurse Example").labs[0].date.text == "2024-11-26"
    sampled = read(day(), texts | {"sampled": "2024-11-25"}, "Nurse Example").labs
    assert sampled[0].date.text == "2024-11-25"


def test_a_result_takes_the_unit_that_stands_above_its_box():
    made = course()
    made.add(MarkerResult, analyte="CREA", date="2024-10-14", value="0.8", unit="mg/dL")
    (lab,) = read(day(made), ON | {"lab.CREA": "0.9"}, "Nurse Example").labs
    assert lab.unit == "mg/dL"


def test_every_problem_is_named_at_once():
    texts = {"date": "2024-11", "weight": "58,2", "pressure": "118", "lab.ALT": "4x6"}
    assert set(refused(texts)) >= {"date", "weight", "pressure", "lab.ALT"}


def test_a_sheet_half_filled_in_is_read_as_far_as_it_goes():
    texts = ON | {"weight": "58,2", "pulse": "72", "act": "H", "lab.ALT": "46"}
    entries = readable(day(), texts, "Nurse Example")
    assert (entries.visit.weight, entries.visit.pulse, entries.events) == (None, 72, ())
    assert [lab.analyte for lab in entries.labs] == ["ALT"]


# The next date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+21", "2024-12-17"),
        ("3w", "2024-12-17"),
        ("＋２１", "2024-12-17"),
        ("21d", "2024-12-17"),
        ("2024-12-18", "2024-12-18"),
    ],
)
def test_a_day_is_set_by_counting_or_by_its_date(text, expected):
    assert appointed(text, TODAY).text == expected


@pytest.mark.parametrize("text", ["21", "+1000", "tomorrow", "3 m"])
def test_what_may_mean_two_days_is_refused(text):
    with pytest.raises(Refused):
        appointed(text, TODAY)


def test_a_bare_number_is_never_taken_for_days():
    assert "appoint" in refused(GIVE | {"appoint": "21"})


def test_after_a_skip_the_sheet_says_the_date_that_the_ledger_will_have():
    made = CourseOf("2024-10-15", {"interval_days": "21"},
                    {"interval_days": "42", "start": "2024-11-26"})  # fmt: skip
    made.given("2024-11-05")
    said = day(made).after_skip(TODAY)
    made.event("skipped", "2024-11-26")
    assert said == made.ledger().projected == date(2024, 12, 17)


def test_the_next_date_runs_from_the_dose_of_today():
    assert day().projected(TODAY) == date(2024, 12, 17)
    assert day().projected(None) == TODAY


# What stood there last time


def test_the_last_and_the_first_weight_are_those_of_the_course():
    made = course()
    for on, weight in (("2024-10-01", "60"), ("2024-10-15", "59"), ("2024-11-05", "58")):
        made.add(Visit, date=on, contact="visit", weight=weight)
    assert (day(made).last("weight").number, day(made).first("weight").number) == (
        Decimal(58),
        Decimal(59),
    )


# A pasted table


def test_a_back_dated_dose_is_calculated_from_the_weight_of_its_own_time():
    drugs = ({"drug": "bevacizumab", "dose": "15 mg/kg"},)
    made = CourseOf("2024-10-15", drugs=drugs)
    made.add(Visit, date="2024-11-04", contact="visit", weight="60")
    made.add(Visit, date="2024-11-25", contact="visit", weight="50")
    texts = ON | {"date": "2024-11-05"}
    sheet = day(made)
    found = sheet.computed(sheet.drugs[0], measured(sheet, texts), date(2024, 11, 5))
    assert found.dose.amount == Decimal(900)


def test_a_row_of_values_fills_the_boxes_from_where_one_stands():
    assert pasted("118\t201\t46", LAB_COLUMNS, 1).values == {
        "HGB": "118",
        "PLT": "201",
        "ALT": "46",
    }


def test_headings_say_where_values_belong():
    text = "TSH\tALT\t血红蛋白\n2.1\t46\t118\n"
    assert pasted(text, LAB_COLUMNS).values == {"TSH": "2.1", "ALT": "46", "HGB": "118"}


def test_one_test_a_row_is_read_with_its_unit():
    found = pasted(
        "丙氨酸氨基转移酶\t46\tU/L\n肌酐\t0.8\tmg/dL\nVitamin D\t30\tnmol/L", LAB_COLUMNS
    )
    assert found.values == {"ALT": "46"}
    assert len(found.left_out) == 2


@pytest.mark.parametrize("cell", ["1,5", "4x", "46 U/L", "402.6小", "NaN"])
def test_a_cell_that_is_no_plain_number_is_left_out_and_named(cell):
    found = pasted(f"ALT\t{cell}\nAST\t31", LAB_COLUMNS)
    assert found.values == {"AST": "31"}
    assert len(found.left_out) == 1


def test_the_same_test_twice_is_taken_once_and_said():
    found = pasted("ALT\t46\nALT\t64", LAB_COLUMNS)
    assert found.values == {"ALT": "46"}
    assert len(found.left_out) == 1


# calculated doses


CARBOPLATIN = {"drug": "carboplatin", "dose": "AUC 5"}


def carboplatin_day(creatinine="62", on="2024-11-20", **patient) -> DoseDay:
    made = CourseOf(
        "2024-11-05",
        drugs=(CARBOPLATIN,),
        patient={"sex": "female", "birth": "1968-03-14"} | patient,
    )
    made.add(Visit, date="2024-11-05", contact="visit", weight="59")
    made.add(MarkerResult, analyte="CREA", date=on, value=creatinine, unit="umol/L")
    return DoseDay.of(made.chart(), TODAY)


def computed(sheet: DoseDay, **texts: str):
    found = measured(sheet, {"date": "2024-11-26", "weight": "58.2"} | texts)
    return sheet.computed(sheet.drugs[0], found, TODAY)


def test_carboplatin_is_calculated_from_creatinine_weight_age_and_sex_with_their_days():
    found = computed(carboplatin_day())
    assert f"{found.dose.amount:.1f}" == "536.5"  # 5 × (82.31 + 25)
    assert [(used.name.value, str(used.date or "")) for used in found.inputs] == [
        ("creatinine", "2024-11-20"),
        ("weight", "2024-11-26"),
        ("age", ""),
        ("gfr", ""),
    ]
    assert not found.is_stale


def test_the_creatinine_typed_on_the_sheet_is_used_before_an_older_one():
    typed = computed(carboplatin_day(), **{"lab.CREA": "80"})
    assert typed.inputs[0].value == 80
    assert typed.dose.amount < computed(carboplatin_day()).dose.amount


def test_an_estimated_gfr_is_capped_and_says_so():
    found = computed(carboplatin_day("30"))
    assert found.dose.amount == 750
    assert len(found.notes) == 1


def test_an_old_creatinine_is_marked():
    assert computed(carboplatin_day(on="2024-10-20")).is_stale


@pytest.mark.parametrize(
    "patient", [{"birth": "1968"}, {"birth": ""}, {"sex": ""}, {"sex": "unknown"}]
)
def test_without_an_age_to_the_year_or_a_sex_no_dose_is_calculated(patient):
    patient = {"birth": "1968-03-14"} | patient
    assert computed(carboplatin_day(**patient)) is None


@pytest.mark.parametrize("value", ["<30", "haemolysed"])
def test_a_creatinine_that_is_no_plain_number_calculates_nothing(value):
    assert computed(carboplatin_day(value)) is None


def test_the_last_planned_dose_is_named_before_it_is_given():
    made = CourseOf("2024-11-05", planned_cycles="2")
    made.given("2024-11-05", dose="240 mg")
    assert DoseDay.of(made.chart(), TODAY).reaches_end(TODAY)
    assert not DoseDay.of(course().chart(), TODAY).reaches_end(TODAY)


def test_the_window_of_the_clinic_says_how_early_the_next_dose_may_be():
    made = CourseOf("2024-11-05", {"interval_days": "21", "window_days": "3"})
    made.given("2024-11-05", dose="240 mg")
    sheet = DoseDay.of(made.chart(), TODAY)
    assert sheet.earliest(TODAY) == date(2024, 12, 14)
    assert sheet.projected(TODAY) == date(2024, 12, 17)


@pytest.mark.parametrize("first", [{"start": "2024-10-15"}, {"from_cycle": "1"}, {}])
@pytest.mark.parametrize("second", [{"start": "2024-11-26"}, {"from_cycle": "3"}])
def test_the_sheet_knows_the_interval_that_begins_with_this_very_dose(first, second):
    plan = ({"interval_days": "21"} | first, {"interval_days": "42"} | second)
    made = CourseOf("2024-10-15", *plan, ledger_complete="yes")
    assert made.ledger().treatment == "toripalimab 240 mg q3w"
    made.given("2024-10-15", "2024-11-05", dose="240 mg")
    assert DoseDay.of(made.chart(), TODAY).projected(TODAY) == date(2025, 1, 7)
    made.given("2024-11-26")
    assert made.ledger().projected == date(2025, 1, 7)


def measured_gfr(rate: str, on: str) -> DoseDay:
    made = CourseOf(
        "2024-11-05",
        drugs=(CARBOPLATIN,),
        patient={"sex": "female", "birth": "1968-03-14"},
    )
    made.add(Visit, date="2024-11-05", contact="visit", weight="59")
    made.add(MarkerResult, analyte="CREA", date="2024-11-20", value="62", unit="umol/L")
    made.add(MeasuredGfr, date=on, rate=rate, method="iohexol clearance")
    return DoseDay.of(made.chart(), TODAY)


def test_a_measured_filtration_rate_goes_before_the_estimate_and_is_named_and_not_capped():
    found = computed(measured_gfr("140", "2024-11-18"))
    assert found.dose.amount == 5 * (140 + 25)
    assert "measured GFR" in found.formula
    assert "iohexol clearance" in found.formula
    assert [str(used.date) for used in found.inputs] == ["2024-11-18"]
    assert not found.notes


def test_a_measured_rate_that_is_too_old_gives_way_to_the_estimate_and_that_is_said():
    found = computed(measured_gfr("140", "2024-08-01"))
    assert f"{found.dose.amount:.1f}" == "536.5"
    assert "measured GFR of 140 mL/min (2024-08-01) is too old" in str(found.notes[-1])


def test_a_rate_measured_after_the_dose_day_is_not_used():
    assert f"{computed(measured_gfr('140', '2024-11-27')).dose.amount:.1f}" == "536.5"


def test_the_body_surface_follows_the_formula_of_the_plan_and_names_its_constants():
    def surface(**drug: str):
        plan = {"drug": "cisplatin", "dose": "75 mg/m2"} | drug
        made = CourseOf("2024-11-05", drugs=(plan,))
        made.add(Visit, date="2024-11-05", contact="visit", weight="59", height="160")
        return computed(DoseDay.of(made.chart(), TODAY))

    mosteller, dubois = surface(), surface(bsa="dubois")
    assert "Mosteller" in mosteller.formula
    assert "height × weight / 3600" in mosteller.formula
    assert "DuBois" in dubois.formula
    assert "0.007184 × height^0.725 × weight^0.425" in dubois.formula
    assert mosteller.dose.amount != dubois.dose.amount


# times of an infusion, and what else is due


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("10:05-10:40", ("10:05", "10:40")),
        ("1005-1040", ("10:05", "10:40")),
        ("9:05 – 9:40", ("09:05", "09:40")),
        ("10:05", ("10:05", None)),
        ("", (None, None)),
    ],
)
def test_the_times_of_an_infusion_are_stored_with_its_dose(typed, stored):
    (event,) = read(day(), GIVE | {"infusion": typed}, "Nurse Example").events
    assert (event.started, event.stopped) == stored


@pytest.mark.parametrize("typed", ["10:40-10:05", "25:00", "10:05-", "soon", "10:75-10:80"])
def test_what_is_no_time_of_an_infusion_is_refused_at_its_box(typed):
    with pytest.raises(Refused) as refusal:
        read(day(), GIVE | {"infusion": typed}, "Nurse Example")
    assert {problem.field for problem in refusal.value.problems} == {"infusion"}


def test_what_the_follow_up_plan_asks_for_stands_beside_the_dose_the_earliest_first():
    made = CourseOf("2024-11-05")
    for what, names, every in (("scan", "CT", "9"), ("labs", "ALT", "3")):
        made.add(
            PlannedItem,
            course=str(made.course),
            what=what,
            names=names,
            every=every,
            unit="weeks",
        )
    made.given("2024-11-05", dose="240 mg")
    due = due_beside_a_dose(made.chart())
    assert [(each.what.value, str(each.on)) for each in due] == [
        ("labs", "2024-11-26"),
        ("scan", "2025-01-07"),
    ]
