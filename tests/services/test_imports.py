# SPDX-License-Identifier: MIT
"""Records from files: all of a file or nothing of it, and what is stored never changes."""

import hashlib
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import clinics
from tests.clinics import CTX, SMALL, document, own_id, patient, record, result, visit, written
from tracker.domain.errors import NotPermitted, Refused
from tracker.domain.markers import by_sample
from tracker.domain.records import DoseEvent, MarkerResult, Visit
from tracker.domain.records.marker import Flag
from tracker.domain.reminders import DueState
from tracker.domain.roles import Role
from tracker.domain.values import Limits
from tracker.services import imports, patients, records
from tracker.services.imports import FileKind
from tracker.store.queries import DueLine
from tracker.store.store import Store

HEADER = "patient,analyte,date,value,unit,laboratory,method,range\n"


@pytest.fixture
def bring(store: Store, tmp_path: Path):
    """Imports a document of the program's own format."""

    def run(content, name="file.json", **options):
        path = written(tmp_path / name, content)
        return imports.import_file(store, CTX, path=path, **options)

    return run


def words(report):
    return "\n".join(str(problem) for problem in report.problems)


def chart_of(store, mrn):
    return store.chart(patients.by_number(store, CTX, mrn=mrn))


# The program's own JSON


def test_a_file_is_stored_whole_with_its_links_and_its_due_date(store, bring):
    report = bring(SMALL)
    assert report.problems == ()
    assert (report.rows_read, report.added, report.unchanged) == (11, 11, 0)
    assert report.patients == ("A-001", "A-002")
    chart = chart_of(store, "A-001")
    assert str(chart.of(DoseEvent)[0].record.dose) == "240 mg"
    assert chart.of(Visit)[0].id.hex == own_id(2).replace("-", "")
    line = next(line for line in store.due(DueLine, date(2024, 11, 26)) if line.due.what == "dose")
    assert (line.due.state, line.due.on) == (DueState.PROJECTED, date(2024, 11, 26))
    assert store.verify() == []


def test_an_imported_patient_is_found_by_pinyin(store, bring):
    bring(SMALL)
    assert [line.mrn for line in patients.search(store, CTX, text="wangsl")] == []
    assert [line.mrn for line in patients.search(store, CTX, text="wsl")] == ["A-001"]


def test_the_same_file_again_changes_nothing(store, bring):
    bring(SMALL)
    before = store.counts()
    report = bring(SMALL)
    assert (report.problems, report.added, report.unchanged) == ((), 0, 11)
    assert report.patients == ()
    after = store.counts()
    assert after.pop("audit") == before.pop("audit") + 1  # that it was imported
    assert after == before


def test_a_file_never_changes_what_is_stored(store, bring):
    bring(SMALL)
    changed = deepcopy(SMALL)
    changed["patients"][0]["records"][0]["fields"]["ecog"] = "3"
    changed["clinic"][0]["fields"]["limits"] = "<1.7"
    before = store.counts()
    report = bring(changed)
    places = [problem.place for problem in report.problems]
    assert places == ["clinic[0]", "patients[0].records[0]"]
    assert "Amend it in the program" in words(report)
    assert store.counts() == before


def test_a_chart_gains_the_records_of_a_later_file(store, bring):
    bring(SMALL)
    dose = {"course": own_id(3), "date": "2024-11-26", "action": "given", "dose": "240 mg"}
    person = deepcopy(SMALL["patients"][0])
    person["records"] = [record("dose_event", 60, dose)]
    report = bring(document(person))
    assert (report.problems, report.added, report.unchanged) == ((), 1, 1)
    assert len(chart_of(store, "A-001").of(DoseEvent)) == 2


def test_a_dry_run_says_the_same_and_writes_nothing(store, bring):
    before = store.counts()
    report = bring(SMALL, dry_run=True)
    assert (report.rows_read, report.added, report.problems) == (11, 11, ())
    assert report.patients == ("A-001", "A-002")
    assert store.counts() == before


def test_a_grade_that_ctcae_does_not_have_is_refused_as_in_the_form(store, bring):
    bring(SMALL)
    event = {"term": "Alopecia", "ctcae_version": "5.0", "onset": "2024-10", "grade": "3"}
    later = {"adverse_event": own_id(70), "date": "2024-11-01", "grade": "4"}
    unknown = {"term": "Rash of the moon", "ctcae_version": "5.0", "onset": "2024-10"}
    of_old = {"term": "Rash of the moon", "onset": "2024-10"}  # no version, so no term of one
    person = deepcopy(SMALL["patients"][0])
    person["records"] = [
        record("adverse_event", 70, event),
        record("adverse_event_grade", 71, later),
        record("adverse_event", 72, unknown),
        record("adverse_event", 73, of_old),
    ]
    report = bring(document(person))
    said = [(problem.place, problem.field) for problem in report.problems]
    assert said == [
        ("patients[0].records[0]", "grade"),
        ("patients[0].records[1]", "grade"),
        ("patients[0].records[2]", "term"),
    ]
    assert "has no grade 3 in CTCAE 5.0" in words(report)


@pytest.mark.parametrize("dry_run", [True, False])
def test_every_problem_of_a_file_is_named_and_nothing_is_stored(store, bring, dry_run):
    bring(document(patient(80, "A-002")))
    before = store.counts()
    bad = deepcopy(SMALL)
    bad["patients"][0]["records"] += [
        visit(61, "1969-12-31"),
        visit(62, "2025-01-01"),
        record("course_drug", 63, {"course": own_id(99), "drug": "cisplatin"}),
        record("dose_event", 64, {"course": own_id(3), "date": "2024-11-05", "action": "given"}),
    ]
    report = bring(bad, dry_run=dry_run)
    text = words(report)
    assert "lies before the birth (1970-05)" in text
    assert "lies in the future (today is 2024-11-26)" in text
    assert "patients[0].records[8], course" in text
    assert "hospital number A-002 belongs to another chart" in text
    assert "A dose given on 2024-11-05 is already recorded" in text
    assert (report.added, report.patients) == (0, ())
    assert store.counts() == before


def test_the_problems_of_the_reader_are_reported_with_their_places(store, bring):
    bad = deepcopy(SMALL)
    bad["patients"][0]["records"][4]["fields"]["dose"] = "-240 mg"
    bad["patients"][1]["records"][0]["fields"]["colour"] = "red"
    report = bring(bad)
    places = [problem.place for problem in report.problems]
    assert places == [
        "patients[0].records[4].fields.dose",
        "patients[1].records[0].fields.colour",
    ]


def test_the_list_of_problems_ends_with_how_many_more_there_are(store, bring):
    days = [visit(number, "1960") for number in range(100, 400)]
    report = bring(document(patient(1, "A-001", *days)))
    assert len(report.problems) == imports.MOST_SHOWN + 1
    assert "more problems in this file: 100" in str(report.problems[-1])


def test_rows_the_reader_refused_are_counted_to_the_last(store, bring):
    rows = "".join(f"A-001,SCC,2024-02-30,{n},ng/mL,,,\n" for n in range(500))
    report = bring(HEADER + rows, name="lab.csv")
    assert str(report.problems[-1]) == "… more problems in this file: 300."


@pytest.mark.parametrize(
    "fields",
    [
        {"birth": "2030"},
        {"last_contact": "2030-02"},
        {"death": "2030-02", "vital_status": "dead"},
    ],
)
def test_a_new_patient_with_a_date_in_the_future_is_refused(store, bring, fields):
    content = document(patient(1, "A-001"))
    content["patients"][0]["patient"] |= fields
    report = bring(content)
    assert "lies in the future" in words(report)
    assert report.problems[0].place == "patients[0].patient"
    assert store.patients(limit=5) == []


def test_a_record_entered_in_error_elsewhere_stays_so(store, bring):
    wrong = deepcopy(SMALL)
    wrong["patients"][0]["records"][0]["status"] = "entered-in-error"
    assert bring(wrong).problems == ()
    chart = chart_of(store, "A-001")
    assert chart.of(Visit) == ()
    (kept,) = chart.records["visit"]
    assert not kept.is_current
    assert [r.action for r in store.history("visit", kept.id)] == ["add", "void"]
    assert bring(wrong).unchanged == 11


def test_a_course_entered_in_error_takes_its_doses_with_it_or_is_refused(store, bring):
    wrong = deepcopy(SMALL)
    wrong["patients"][0]["records"][1]["status"] = "entered-in-error"
    report = bring(wrong)
    assert "Records under the one that is marked as entered in error" in words(report)
    assert store.counts()["patient"] == 0


def test_source_and_note_come_with_a_record(store, bring):
    noted = deepcopy(SMALL)
    noted["patients"][0]["records"][0] |= {"source": "letter, page 2", "note": "by telephone"}
    bring(noted)
    (found,) = chart_of(store, "A-001").of(Visit)
    assert (found.source, found.note) == ("letter, page 2", "by telephone")
    noted["patients"][0]["records"][0]["note"] = "in person"
    assert [p.place for p in bring(noted).problems] == ["patients[0].records[0]"]


def test_a_source_of_two_lines_is_refused_by_hand_as_in_a_file(store, bring):
    bring(SMALL)
    (stored,) = chart_of(store, "A-001").of(Visit)
    entry = records.Entry(record=stored.record, stored=stored, source="letter,\npage 2")
    with pytest.raises(Refused, match="source has a line break"):
        records.save(store, CTX.because("a source"), patient=stored.patient, entry=entry)


def test_the_trail_tells_the_file_by_its_digest(store, bring, tmp_path):
    bring(SMALL)
    digest = hashlib.sha256((tmp_path / "file.json").read_bytes()).hexdigest()
    row = store._db.execute_sql(
        "SELECT actor, reason, content FROM audit WHERE action = 'import'"
    ).fetchone()
    assert row[:2] == (clinics.USER, "import of file.json")
    assert digest in row[2]


# Flags


def test_a_result_is_flagged_by_the_ranges_of_its_own_file(store, bring):
    bring(SMALL)
    (found,) = chart_of(store, "A-001").of(MarkerResult)
    assert (found.record.flag, found.record.range_used) == (Flag.HIGH, "<1.5")


def test_a_flag_that_was_frozen_elsewhere_is_never_rewritten(store, bring):
    frozen = {"flag": "N", "range_used": "<9"}
    report = bring(document(patient(1, "A-001", result(7, "2019-02", "2.2", **frozen))))
    assert report.problems == ()
    (found,) = chart_of(store, "A-001").of(MarkerResult)
    assert (found.record.flag, found.record.range_used) == (Flag.NORMAL, "<9")


# What is refused before it is read


def test_a_nurse_does_not_import_files(store, tmp_path):
    nurse = replace(CTX, role=Role.NURSE)
    with pytest.raises(NotPermitted, match="may not import files"):
        imports.import_file(store, nurse, path=tmp_path / "any.json")


def test_a_file_whose_name_says_nothing_needs_its_kind(store, bring):
    with pytest.raises(Refused, match="does not say what the file holds"):
        bring(SMALL, name="export.dat")
    assert bring(SMALL, name="export.dat", as_kind=FileKind.JSON).problems == ()


def test_patients_of_the_demonstration_never_enter_a_clinic(store, bring):
    before = store.counts()
    report = bring(SMALL | {"demonstration": True})
    assert "never mixed with real ones" in words(report)
    assert store.counts() == before


def test_a_real_file_never_enters_the_demonstration(tmp_path):
    store = clinics.make(tmp_path / "demo", is_demo=True)
    report = imports.import_file(store, CTX, path=written(tmp_path / "real.json", SMALL))
    assert "this is the demonstration" in words(report)
    store.close(CTX.clock.now())


def test_a_profile_open_for_reading_stores_nothing(template: Path, tmp_path: Path):
    folder = clinics.copied(template, tmp_path / "read")
    store = clinics.opened(folder, readonly=True)
    path = written(tmp_path / "file.json", SMALL)
    with pytest.raises(Refused, match="open for reading only"):
        imports.import_file(store, CTX, path=path)
    assert imports.import_file(store, CTX, path=path, dry_run=True).added == 11
    store.close(CTX.clock.now())


# Results, one a row


def test_results_are_added_to_the_charts_with_their_hospital_numbers(store, bring):
    bring(SMALL)
    rows = "A-001,SCC,2024-10-01,61.10,ng/mL,Lab 1,,<1.5\nA-002,CEA,2024-10,<0.5,ng/mL,,,\n"
    report = bring(HEADER + rows, name="lab.csv")
    assert (report.problems, report.added, report.encoding) == ((), 2, "utf-8")
    assert report.patients == ("A-001", "A-002")
    added = chart_of(store, "A-001").of(MarkerResult)[-1].record
    assert (str(added.value), added.flag, added.laboratory) == ("61.10", Flag.HIGH, "Lab 1")
    assert store.verify() == []


def test_the_same_results_again_change_nothing(store, bring):
    bring(SMALL)
    text = HEADER + "A-001,SCC,2024-10-01,61.10,ng/mL,Lab 1,,<1.5\n"
    bring(text, name="lab.csv")
    report = bring(text.replace("2024-10-01", "2024/10/01"), name="lab.csv")
    assert (report.problems, report.added, report.unchanged) == ((), 0, 1)


def test_another_value_for_the_same_day_is_left_to_a_person(store, bring):
    bring(SMALL)
    text = HEADER + "A-001,SCC,2024-10-01,61.10,ng/mL,Lab 1,,<1.5\n"
    bring(text, name="lab.csv")
    before = store.counts()
    report = bring(text.replace("61.10", "6.110"), name="lab.csv")
    assert "Another SCC of 2024-10-01 is stored already" in words(report)
    assert store.counts() == before


def test_two_results_of_a_month_are_two_results(store, bring):
    bring(SMALL)
    text = HEADER + "A-001,SCC,2024-10,2.1,ng/mL,,,\nA-001,SCC,2024-10,2.9,ng/mL,,,\n"
    assert bring(text, name="lab.csv").added == 2
    assert bring(text, name="lab.csv").unchanged == 2


def test_every_bad_row_is_named_and_no_row_is_stored(store, bring):
    bring(SMALL)
    before = store.counts()
    rows = (
        "A-001,SCC,2024-10-01,2.1,ng/mL,,,\n"
        "a-001,SCC,2024-10-01,2.1,ng/mL,,,\n"
        "A-001,SCC,1969,2.1,ng/mL,,,\n"
        "A-001,SCC,2024-02-30,-2.1,,,,\n"
    )
    report = bring(HEADER + rows, name="lab.csv")
    assert {(p.place, p.field) for p in report.problems} == {
        ("row 3", "patient"),
        ("row 4", "date"),
        ("row 5, date", None),
        ("row 5, unit", None),
    }
    assert store.counts() == before


@pytest.mark.parametrize(
    "second",
    ["2024-10-01,2.9", "2024/10/01,2.1", "2024-10-01,2.1 "],
    ids=["value", "date", "blank"],
)
def test_a_second_row_of_one_sample_is_left_to_a_person(store, bring, second):
    bring(SMALL)
    text = HEADER + f"A-001,SCC,2024-10-01,2.1,ng/mL,,,\nA-001,鳞癌抗原,{second},ng/mL,,,\n"
    report = bring(text, name="lab.csv", dry_run=True)
    assert [str(p) for p in report.problems] == [
        f"row 3, value: Row 2 holds SCC of {second.split(',')[0]} already, by the same laboratory "
        "and method. Keep the one that counts. Of two samples of one day each needs its time: "
        "2024-10-01 08:10."
    ]


def test_two_samples_of_one_day_are_kept_when_the_file_gives_their_times(store, bring):
    bring(SMALL)
    evening, morning = "2024-10-01 16:40,2.9", "2024-10-01T08:10:30,2.1"
    text = HEADER + f"A-001,SCC,{evening},ng/mL,,,\nA-001,SCC,{morning},ng/mL,,,\n"
    report = bring(text, name="lab.csv")
    assert (report.problems, report.added) == ((), 2)
    *_, first, second = by_sample(s.record for s in chart_of(store, "A-001").of(MarkerResult))
    assert [(r.date.text, str(r.value)) for r in (first, second)] == [
        ("2024-10-01T08:10:30", "2.1"),
        ("2024-10-01 16:40", "2.9"),
    ]
    assert bring(text, name="lab.csv").unchanged == 2
    noon = text.replace("16:40", "12:00").replace("T08:10:30", " 12:30")
    assert bring(noon, name="lab.csv").added == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-10-01 08:10", "2024-10-01"),
        ("2024-10-01", "2024-10-01 08:10"),
        ("2024-10-01 08:10", "2024-10-01 08:10:30"),
        ("2024-10-01T08", "2024-10-01 16:40"),
    ],
)
def test_one_time_alone_does_not_make_two_samples(store, bring, one, other):
    bring(SMALL)
    rows = [HEADER + f"A-001,SCC,{when},{n},ng/mL,,,\n" for when, n in ((one, 2.1), (other, 2.9))]
    together = rows[0] + rows[1].removeprefix(HEADER)
    assert "Row 2 holds SCC" in words(bring(together, name="lab.csv"))
    assert bring(rows[0], name="lab.csv").added == 1
    assert "Another SCC" in words(bring(rows[1], name="lab.csv"))
    assert bring(rows[1].replace("2.9", "2.1"), name="lab.csv").unchanged == 1


def test_a_flag_of_an_imported_result_survives_a_later_range(store, bring):
    bring(SMALL)
    (before,) = chart_of(store, "A-001").of(MarkerResult)
    for stored in store.ranges("SCC"):
        other = replace(stored.record, limits=Limits.parse("<9"))
        entry = records.Entry(record=other, stored=stored)
        records.save(store, CTX.because("another insert"), patient=None, entry=entry)
    (after,) = chart_of(store, "A-001").of(MarkerResult)
    assert after == before


def test_a_result_under_another_name_of_its_analyte_joins_its_series(store, bring):
    bring(SMALL)
    row = "A-001,{},2024-10-0{},2.2,ng/mL,,,\n"
    text = HEADER + row.format("鳞癌抗原", 1) + row.format("SCC", 2)
    assert bring(text, name="lab.csv").added == 2
    first, second = chart_of(store, "A-001").of(MarkerResult)[-2:]
    assert (first.record.analyte, second.record.analyte) == ("SCC", "SCC")
    assert (first.note, second.note) == ("reported as 鳞癌抗原", None)
    assert bring(text, name="lab.csv").unchanged == 2
