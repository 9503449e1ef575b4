# SPDX-License-Identifier: MIT
"""A measured scan is stored as one; a decision is kept beside what was computed."""

from dataclasses import replace

import pytest

from tests.clinics import CTX
from tracker.domain.chart import Chart
from tracker.domain.errors import NotPermitted, Refused
from tracker.domain.fields import YesNo
from tracker.domain.lesion_series import IRECIST, RECIST, series_of
from tracker.domain.records import (
    ImagingStudy,
    Lesion,
    LesionMeasurement,
    Patient,
    ResponseAssessment,
)
from tracker.domain.records.base import build
from tracker.domain.records.lesion import LesionRole
from tracker.domain.records.response_assessment import Category
from tracker.domain.response_history import best_since, responses
from tracker.domain.roles import Role
from tracker.domain.scan_entry import Added, ScanEntry
from tracker.services import audit_trail, records
from tracker.services.records import Entry
from tracker.services.responses import decide, read_apart, read_together, save_scan

NURSE = replace(CTX, role=Role.NURSE)
CORRECTED = CTX.because("read again")


@pytest.fixture
def patient(store):
    entry = Entry(record=build(Patient, {"mrn": "SYN-1"}))
    return records.save(store, CTX, patient=None, entry=entry).stored.id


def node(label, cell):
    return Added(label=label, organ="lymph node", role=LesionRole.TARGET, node=YesNo.YES, cell=cell)


@pytest.fixture
def lesions(store, patient):
    entry = ScanEntry(
        date="2024-01-04",
        modality="CT",
        is_baseline=True,
        added=(node("T1", "18"), node("T2", "22")),
    )
    save_scan(store, CTX, patient=patient, entry=entry)
    return [stored.id for stored in store.chart(patient).of(Lesion)]


def scan(store, patient, lesions, on, *sizes):
    entry = ScanEntry(date=on, modality="CT", cells=dict(zip(lesions, sizes, strict=True)))
    return save_scan(store, CTX, patient=patient, entry=entry).study


def totals(chart: Chart):
    return [each.total for each in series_of(chart)[0].recist]


def test_a_scan_with_its_lesions_and_sizes_is_one_save(store, patient, lesions):
    chart = store.chart(patient)
    assert [len(chart.of(kind)) for kind in (ImagingStudy, Lesion, LesionMeasurement)] == [1, 2, 2]
    assert chart.of(ImagingStudy)[0].record.baseline is YesNo.YES
    assert totals(chart) == [40]


def test_a_refused_scan_stores_nothing(store, patient, lesions):
    with pytest.raises(Refused):
        scan(store, patient, lesions, "2024-03-07", "12", "4 cm")
    assert len(store.chart(patient).of(ImagingStudy)) == 1


def test_a_changed_size_is_an_amendment_with_its_reason(store, patient, lesions):
    study = scan(store, patient, lesions, "2024-03-07", "12", "14")
    entry = ScanEntry(
        date="2024-03-07", modality="CT", cells=dict(zip(lesions, ("12", "15"), strict=True))
    )
    with pytest.raises(Refused, match="reason"):
        save_scan(store, CTX, patient=patient, entry=entry, study=study)
    save_scan(store, CORRECTED, patient=patient, entry=entry, study=study)
    chart = store.chart(patient)
    revisions = [m.revision for m in chart.of(LesionMeasurement, study)]
    assert totals(chart) == [40, 27]
    assert sorted(revisions) == [1, 2]
    assert [s.revision for s in chart.of(ImagingStudy)] == [1, 1]


def test_an_emptied_size_is_marked_as_entered_in_error(store, patient, lesions):
    study = scan(store, patient, lesions, "2024-03-07", "12", "14")
    cells = dict(zip(lesions, ("12", ""), strict=True))
    entry = ScanEntry(date="2024-03-07", modality="CT", cells=cells)
    save_scan(store, CORRECTED, patient=patient, entry=entry, study=study)
    chart = store.chart(patient)
    assert totals(chart) == [40, None]
    assert len(chart.records["lesion_measurement"]) == 4


def test_computed_and_decided_are_both_kept(store, patient, lesions):
    study = scan(store, patient, lesions, "2024-03-07", "12", "14")
    with pytest.raises(Refused, match="Computed is PR, decided is SD"):
        decide(store, CTX, patient=patient, study=study, criteria=RECIST, decided=Category.SD)
    decide(
        store,
        CTX,
        patient=patient,
        study=study,
        criteria=RECIST,
        decided=Category.SD,
        why="one node is scar",
    )
    (kept,) = store.chart(patient).of(ResponseAssessment)
    assert (kept.record.computed, kept.record.decided) == (Category.PR, Category.SD)
    assert (kept.record.decided_by, kept.record.why) == (CTX.user, "one node is scar")
    [line] = [line for line in audit_trail.page(store, CTX).lines if line.action == "override"]
    said = {name: new for name, _, new in line.changes}
    assert (line.reason, said["computed"], said["decided"]) == ("one node is scar", "PR", "SD")


def test_a_decision_on_a_complete_response_answers_the_question_of_the_next_scan(
    store, patient, lesions
):
    gone = scan(store, patient, lesions, "2024-05-09", "8", "9")
    scan(store, patient, lesions, "2024-07-11", "10", "11")
    assert series_of(store.chart(patient))[0].recist[-1].overall is None
    decide(store, CTX, patient=patient, study=gone, criteria=IRECIST, decided=Category.ICR)
    assert series_of(store.chart(patient))[0].recist[-1].overall is Category.PD


def test_deciding_again_needs_a_reason_and_amends(store, patient, lesions):
    study = scan(store, patient, lesions, "2024-03-07", "12", "14")
    same = {"patient": patient, "study": study, "criteria": RECIST}
    decide(store, CTX, **same, decided=Category.PR)
    with pytest.raises(Refused, match="already decided"):
        decide(store, CTX, **same, decided=Category.PR)
    decide(store, CTX, **same, decided=Category.SD, why="read again")
    (kept,) = store.chart(patient).of(ResponseAssessment)
    assert (kept.record.decided, kept.revision) == (Category.SD, 2)


def test_a_nurse_enters_a_scan_and_does_not_decide_on_it(store, patient, lesions):
    entry = ScanEntry(
        date="2024-03-07", modality="CT", cells=dict(zip(lesions, ("12", "14"), strict=True))
    )
    study = save_scan(store, NURSE, patient=patient, entry=entry).study
    with pytest.raises(NotPermitted):
        decide(store, NURSE, patient=patient, study=study, criteria=RECIST, decided=Category.PR)


def test_the_history_tells_computed_from_decided_and_names_the_best(store, patient, lesions):
    first = scan(store, patient, lesions, "2024-03-07", "12", "14")
    scan(store, patient, lesions, "2024-05-09", "11", "13")
    decide(
        store,
        CTX,
        patient=patient,
        study=first,
        criteria=RECIST,
        decided=Category.SD,
        why="scar",
    )
    chart = store.chart(patient)
    one, two = responses(chart)
    assert (one.computed, one.decided, one.differs) == (Category.PR, Category.SD, True)
    assert (two.category, two.decided, two.is_recorded) == (Category.PR, None, False)
    best = best_since(responses(chart), series_of(chart)[0].columns[0].when)
    assert (best.answer.category, best.answer.when.text) == (Category.PR, "2024-05-09")
    assert not best.is_confirmed


# Scans of several days


@pytest.fixture
def two_days(store, patient, lesions):
    """The first node measured on Monday, the second one on Wednesday."""
    monday = scan(store, patient, lesions, "2024-03-04", "12", "")
    return monday, scan(store, patient, lesions, "2024-03-06", "", "14")


def test_two_scans_are_read_together_with_a_reason_and_apart_again(store, patient, two_days):
    assert totals(store.chart(patient)) == [40, None, None]
    with pytest.raises(Refused, match="reason"):
        read_together(store, CTX, patient=patient, study=two_days[1])
    read_together(store, CORRECTED, patient=patient, study=two_days[1])
    chart = store.chart(patient)
    assert totals(chart) == [40, 26]
    assert [study.record.date.text for study in chart.of(ImagingStudy)][1:] == [
        "2024-03-04",
        "2024-03-06",
    ]
    read_apart(store, CORRECTED, patient=patient, study=two_days[0])
    assert totals(store.chart(patient)) == [40, None, None]


def test_the_baseline_is_joined_to_nothing_before_it(store, patient, lesions, two_days):
    baseline = store.chart(patient).of(ImagingStudy)[0].id
    with pytest.raises(Refused, match="no scan before"):
        read_together(store, CORRECTED, patient=patient, study=baseline)


def test_two_decided_scans_are_not_joined(store, patient, two_days):
    for study in two_days:
        decide(store, CTX, patient=patient, study=study, criteria=RECIST,
               decided=Category.NE, why="one of two scans")  # fmt: skip
    with pytest.raises(Refused, match="Both scans were decided"):
        read_together(store, CORRECTED, patient=patient, study=two_days[1])
    assert totals(store.chart(patient)) == [40, None, None]


def test_a_second_scan_of_a_joined_day_is_refused(store, patient, lesions, two_days):
    read_together(store, CORRECTED, patient=patient, study=two_days[1])
    with pytest.raises(Refused, match="2024-03-06 is already measured"):
        scan(store, patient, lesions, "2024-03-06", "12", "")


def test_who_does_not_record_joins_nothing(store, patient, two_days):
    viewer = replace(CORRECTED, role=Role.VIEWER)
    with pytest.raises(NotPermitted):
        read_together(store, viewer, patient=patient, study=two_days[1])


def test_a_size_of_a_joined_time_point_is_changed_on_the_scan_that_showed_it(
    store, patient, lesions, two_days
):
    read_together(store, CORRECTED, patient=patient, study=two_days[1])
    entry = ScanEntry(
        date="2024-03-04", modality="CT", cells=dict(zip(lesions, ("12", "15"), strict=True))
    )
    save_scan(store, CORRECTED, patient=patient, entry=entry, study=two_days[0])
    chart = store.chart(patient)
    assert totals(chart) == [40, 27]
    assert [m.record.short_axis for m in chart.of(LesionMeasurement, two_days[1])] == [15]
    assert [study.revision for study in chart.of(ImagingStudy)] == [1, 1, 2]
