# SPDX-License-Identifier: MIT
"""Lists and charts: what they hold, and what they cost."""

from datetime import date, timedelta

import pytest

from tests.kinds import LEAST
from tests.store.conftest import (
    add,
    amend,
    give,
    make_store,
    open_store,
    running_course,
    stamp,
    void,
)
from tests.store.foundation import NOW
from tracker.domain.dates import PartialDate
from tracker.domain.errors import NotFound
from tracker.domain.records import KINDS, Patient
from tracker.domain.records.base import build
from tracker.store import queries
from tracker.store.finder import SearchKeys

TODAY = date(2024, 11, 26)


# --- finding patients ----------------------------------------------------------------


def numbers(lines):
    return [line.mrn for line in lines]


def named(store, mrn, keys, **texts):
    with store.unit(stamp()) as unit:
        return unit.add(build(Patient, {"mrn": mrn, **texts}), None, search_keys=SearchKeys(keys))


def test_a_line_shows_what_the_chart_says(store):
    stored = named(store, "A-1", "a-1 王示例", name="王示例", sex="female", birth="1977")
    [line] = store.patients(10)
    assert (line.patient, line.mrn, line.name) == (stored.id, "A-1", "王示例")
    assert line.birth == PartialDate.parse("1977")
    assert line.name_latin is None
    assert line.vital_status is None


def test_patients_come_by_number_and_page_by_page(store):
    for n in (3, 1, 2, 5, 4):
        named(store, f"A-{n}", f"a-{n}")
    first = store.patients(2)
    assert numbers(first) == ["A-1", "A-2"]
    assert numbers(store.patients(10, first[-1].mrn)) == ["A-3", "A-4", "A-5"]


def test_every_word_must_be_found_and_an_early_match_comes_first(store):
    named(store, "B-2", "b-2 erika muster em")
    named(store, "EM-1", "em-1 anna specimen as")
    named(store, "C-3", "c-3 王示例 wangshili wang shi li wsl")
    assert numbers(store.lists.search("em", 10)) == ["EM-1", "B-2"]
    assert numbers(store.lists.search("muster erika", 10)) == ["B-2"]
    assert numbers(store.lists.search("示例", 10)) == ["C-3"]
    assert numbers(store.lists.search("wsl", 10)) == ["C-3"]
    assert numbers(store.lists.search("erika wsl", 10)) == []
    assert numbers(store.lists.search("e", 1)) == ["EM-1"]


def test_a_percent_sign_is_a_sign_and_not_everything(store):
    named(store, "A-1", "a-1")
    assert store.lists.search("%", 10) == []
    assert store.lists.search("_", 10) == []


def test_a_voided_chart_is_not_found_and_a_new_name_is(store):
    wrong = named(store, "A-1", "a-1 wrong")
    void(store, wrong)
    assert store.lists.search("wrong", 10) == store.patients(10) == []
    right = named(store, "A-2", "a-2 old")
    with store.unit(stamp("married")) as unit:
        unit.amend(right, Patient(mrn="A-2", name="New"), search_keys=SearchKeys("a-2 new"))
    assert numbers(store.lists.search("new", 10)) == ["A-2"]
    assert store.lists.search("old", 10) == []
    assert sorted(store.patient_ids()) == sorted([wrong.id, right.id])


def test_a_record_that_is_not_there_is_not_found(store):
    patient = add(store, "patient", mrn="A-1")
    with pytest.raises(NotFound):
        store.get(KINDS["visit"], patient.id, patient.id)
    with pytest.raises(NotFound):
        store.history("visit", patient.id)
    assert store.find_mrn("a-1") is None


def test_the_current_ranges_of_an_analyte(store):
    old = add(store, "reference_range", analyte="SCC", limits="<1.5", unit="ng/mL")
    add(store, "reference_range", analyte="CEA", limits="<5", unit="ng/mL")
    new = amend(store, old, unit="ug/L")
    assert store.ranges("SCC") == (new,)
    assert len(store.ranges()) == 2
    assert store.chart(add(store, "patient", mrn="A-1").id).ranges == store.ranges()
    void(store, new)
    assert store.ranges("SCC") == ()


# --- the day list --------------------------------------------------------------------


@pytest.fixture
def day(store):
    """A day with one of each: overdue, due, later, given today, held, cannot project."""
    running_course(store, "OVERDUE", "2024-10-31")
    running_course(store, "DUE", "2024-11-05")
    running_course(store, "LATER", "2024-11-12")
    give(store, running_course(store, "GIVEN", "2024-11-05"), "2024-11-26")
    held = running_course(store, "HELD", "2024-11-05")
    add(
        store,
        "dose_event",
        held.patient,
        course=str(held.id),
        action="held",
        date="2024-11-20",
        reason="labs",
    )
    running_course(store, "VAGUE", "2024-11")
    return store


def listed(store, *days):
    return store.due(queries.DueLine, *days)


def on_list(lines):
    return sorted(line.patient.mrn for line in lines)


def test_the_day_list_holds_what_is_due_held_unclear_or_given_today(day):
    assert on_list(listed(day, TODAY)) == ["DUE", "GIVEN", "HELD", "OVERDUE", "VAGUE"]
    assert on_list(listed(day, TODAY, 7)) == [
        "DUE",
        "GIVEN",
        "HELD",
        "LATER",
        "OVERDUE",
        "VAGUE",
    ]
    assert on_list(listed(day, TODAY - timedelta(days=2))) == [
        "HELD",
        "OVERDUE",
        "VAGUE",
    ]


def test_no_patient_is_listed_twice_for_one_dose(day):
    lines = listed(day, TODAY, 400)
    assert len(lines) == len({(line.patient.patient, line.due.course) for line in lines}) == 6


def test_the_day_list_walks_its_indexes(day):
    steps = [
        detail
        for sql in queries.day_sql()
        for *_, detail in day._db.execute_sql("EXPLAIN QUERY PLAN " + sql, (1,) * 3).fetchall()
        if "clinic_days" not in detail  # the one row the clinic says
    ]
    assert not [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step]
    assert [step for step in steps if step.startswith("SEARCH d")] == [
        "SEARCH d USING INDEX due_open (shown_day<?)",
        "SEARCH d USING INDEX due_waiting (state=?)",
        "SEARCH d USING INDEX due_waiting (state=?)",
        "SEARCH d USING INDEX due_done (last_given_day=?)",
        "SEARCH d USING INDEX due_snoozed (snoozed_day>?)",
        "SEARCH d USING INDEX due_contact (latest_day<?)",
        "SEARCH d USING INDEX due_contact (latest_day=?)",
        "SEARCH d USING INDEX due_unreached (attempts>?)",
        "SEARCH d USING INDEX due_left (closed_day>?)",
        "SEARCH d USING INDEX due_left (closed_day=?)",
    ]


def test_the_list_of_patients_walks_its_index(store):
    plan = store._db.execute_sql("EXPLAIN QUERY PLAN " + queries._LIST, ("", 1)).fetchall()
    steps = [detail for *_, detail in plan]
    assert not [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step]


# --- what a chart costs --------------------------------------------------------------

PATIENTS, VISITS = 200, 5


@pytest.fixture(scope="module")
def clinic(tmp_path_factory):
    """A profile filled in the order of visits: the rows of a chart arrive months apart."""
    folder = tmp_path_factory.mktemp("clinic")
    store = make_store(folder)
    store._db.execute_sql("PRAGMA synchronous = OFF")  # the layout is the same
    courses = [first_visit(store, n) for n in range(PATIENTS)]
    for n in range(VISITS):
        for course in courses:
            next_visit(store, course, TODAY + timedelta(days=21 * n))
    store.close(NOW)
    return folder, [course.patient for course in courses]


def first_visit(store, n):
    with store.unit(stamp()) as unit:

        def put(kind, **texts):
            return unit.add(build(KINDS[kind], texts), patient)

        patient = unit.add(Patient(mrn=f"A-{n:04}", name="王示例"), None).id
        diagnosis = put("diagnosis", **LEAST["diagnosis"])
        put("stage", diagnosis=str(diagnosis.id), system="FIGO 2018", stage="IIIC1")
        surgery = put("procedure", **LEAST["procedure"])
        for station in ("left pelvic", "right pelvic", "para-aortic"):
            put("node_station", procedure=str(surgery.id), station=station, positive="1")
        put("radiotherapy_phase", site="pelvis", total_gy="48.6", fractions="27")
        course = put("course", **LEAST["course"])
        put("course_drug", course=str(course.id), drug="toripalimab", dose="240 mg")
        put("plan_segment", course=str(course.id), interval_days="21")
        put("adverse_event", term="rash", onset="2019-05", grade="1")
        put("imaging_study", date="2019-05", modality="CT", findings="no change. " * 20)
        put("statement", about="response", finding="CR", stated_by="report")
    return course


def next_visit(store, course, on):
    with store.unit(stamp()) as unit:

        def put(kind, **texts):
            unit.add(build(KINDS[kind], {"date": on.isoformat(), **texts}), course.patient)

        put("visit", contact="visit", ecog="1", weight="58.2", complaint="none")
        put("dose_event", course=str(course.id), action="given", dose="240 mg")
        for analyte in ("SCC", "CEA", "TSH", "ALT"):
            put("marker_result", analyte=analyte, value="2.2", unit="ng/mL", laboratory="Lab 1")


def test_a_chart_takes_three_statements(clinic):
    folder, patients = clinic
    store = open_store(folder, readonly=True)
    statements = []
    store._db.connection().set_trace_callback(statements.append)
    chart = store.chart(patients[77])
    assert len(statements) == 3
    assert sum(len(records) for records in chart.records.values()) == 13 + 6 * VISITS
    store.close(NOW)
