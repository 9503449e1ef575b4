# SPDX-License-Identifier: MIT
"""What must not enter a chart, or is listed in it: each through the service that a person uses.

A message says what is wrong, the chart stays as it was; what two records only say together is a
listed contradiction, never a guess.
"""

import pytest

from tests.clinics import CTX
from tracker.domain.contradictions import contradictions
from tracker.domain.errors import Refused
from tracker.domain.fields import YesNo
from tracker.domain.lesion_series import series_of
from tracker.domain.markers import series
from tracker.domain.records import (
    AdverseEvent,
    Course,
    ImagingStudy,
    Lesion,
    LesionMeasurement,
    MarkerResult,
    Patient,
    Procedure,
    ReferenceRange,
    ResponseAssessment,
)
from tracker.domain.records.base import build
from tracker.domain.records.lesion import LesionRole
from tracker.domain.scan_entry import Added, ScanEntry
from tracker.services import records
from tracker.services.records import Entry
from tracker.services.responses import save_scan


class Clinic:
    """One patient of a real store; everything is typed as text."""

    def __init__(self, store):
        self.store = store
        self.patient = None
        self.patient = self.save(Patient, mrn="SYN-1", birth="1978").patient

    def save(self, kind, **texts):
        patient = None if kind.of_clinic else self.patient
        entry = Entry(record=build(kind, texts))
        return records.save(self.store, CTX, patient=patient, entry=entry).stored

    def scan(self, on, *targets, **more):
        entry = ScanEntry(date=on, modality="CT", added=tuple(targets), **more)
        save_scan(self.store, CTX, patient=self.patient, entry=entry)

    @property
    def chart(self):
        return self.store.chart(self.patient)

    @property
    def codes(self):
        return [each.code for each in contradictions(self.chart)]


@pytest.fixture
def clinic(store):
    return Clinic(store)


def target(label, cell, organ="liver"):
    return Added(label=label, organ=organ, role=LesionRole.TARGET, node=YesNo.NO, cell=cell)


def test_a_lesion_without_a_baseline_is_listed_and_no_response_is_computed(clinic):
    clinic.scan("2024-01-04", target("T1", "20"), is_baseline=True)
    late = clinic.save(Lesion, label="T2", organ="lung", role="target", node="no")
    (first,) = (each for each in clinic.chart.of(Lesion) if each.record.label == "T1")
    cells = {first.id: "10", late.id: "12"}
    entry = ScanEntry(date="2024-03-07", modality="CT", cells=cells)
    save_scan(clinic.store, CTX, patient=clinic.patient, entry=entry)
    assert clinic.codes == ["LESION_NO_BASELINE"]
    assert series_of(clinic.chart)[0].recist[1].overall.value == "NE"


@pytest.mark.parametrize(("cell", "said"), [("-5", "is no size"), ("12+0", "typed as 0")])
def test_a_size_below_zero_or_of_nothing_is_refused(clinic, cell, said):
    with pytest.raises(Refused, match=said):
        clinic.scan("2024-01-04", target("T1", cell), is_baseline=True)
    assert clinic.chart.of(ImagingStudy) == ()


@pytest.mark.parametrize(
    ("size", "said"), [("0", "0 mm is no size"), ("-5", "outside 0 to 500"), ("501", "outside")]
)
def test_an_impossible_diameter_is_refused_in_the_form_too(clinic, size, said):
    study = clinic.save(ImagingStudy, date="2024-01-04", modality="CT")
    lesion = clinic.save(Lesion, label="T1", organ="liver")
    texts = {"imaging_study": str(study.id), "lesion": str(lesion.id)}
    with pytest.raises(Refused, match=said):
        clinic.save(LesionMeasurement, **texts, diameter=size)


def test_a_sixth_target_is_refused_and_nothing_is_stored(clinic):
    organs = ("liver", "liver", "lung", "lung", "bone", "brain")
    targets = [target(f"T{n}", "20", organ) for n, organ in enumerate(organs)]
    with pytest.raises(Refused, match="6 targets"):
        clinic.scan("2024-01-04", *targets, is_baseline=True)
    assert clinic.chart.of(Lesion) == ()


def test_a_time_point_that_is_measured_already_is_refused(clinic):
    clinic.scan("2024-01-04", target("T1", "20"), is_baseline=True)
    with pytest.raises(Refused, match="already measured"):
        clinic.scan("2024-01-04", target("T2", "20"), is_baseline=True)
    assert len(clinic.chart.of(ImagingStudy)) == 1


def test_a_size_in_another_unit_is_refused_and_not_converted(clinic):
    with pytest.raises(Refused, match="millimetres"):
        clinic.scan("2024-01-04", target("T1", "2 cm"), is_baseline=True)


def test_results_in_unlike_units_are_kept_and_never_put_into_one_series(clinic):
    for value, unit in (("35", "U/mL"), ("35", "ng/mL")):
        clinic.save(MarkerResult, analyte="CA125", date="2024-01-04", value=value, unit=unit)
    found = series([each.record for each in clinic.chart.of(MarkerResult)])
    assert [(each.unit, len(each.results)) for each in found] == [("U/mL", 1), ("ng/mL", 1)]


@pytest.mark.parametrize("limits", ["2.7-1.5", "1.5-1.5"])
def test_a_range_whose_low_end_lies_above_its_high_end_is_refused(clinic, limits):
    with pytest.raises(Refused):
        clinic.save(ReferenceRange, analyte="SCC", limits=limits, unit="ng/mL")


def test_a_range_that_surely_overlaps_another_is_refused_with_the_one_it_meets(clinic):
    scc = {"analyte": "SCC", "unit": "ng/mL", "laboratory": "A"}
    clinic.save(ReferenceRange, **scc, limits="<1.5", effective_to="2019-08")
    clinic.save(ReferenceRange, **scc, limits="<2.7", effective_from="2019-08")
    with pytest.raises(Refused, match=r"<2\.7"):
        clinic.save(ReferenceRange, **scc, limits="<3.0", effective_from="2020-01-01")


def test_a_response_before_any_imaging_that_is_no_statement_is_listed(clinic):
    clinic.save(ResponseAssessment, date="2023-12-01", criteria="RECIST 1.1", decided="PR")
    assert clinic.codes == ["RESPONSE_BEFORE_IMAGING"]
    clinic.scan("2024-01-04", target("T1", "20"), is_baseline=True)
    assert clinic.codes == ["RESPONSE_BEFORE_IMAGING"]


@pytest.mark.parametrize(
    ("kind", "texts", "said"),
    [
        (AdverseEvent, {"term": "Rash", "onset": "2024-05", "end": "2024-04"}, "before the onset"),
        (
            Course,
            {"regimen": "x", "therapy": "targeted", "start": "2024-05", "stop": "2024-04-30"},
            "before the start",
        ),
        (ImagingStudy, {"date": "1977-12-31", "modality": "CT"}, "before the birth"),
        (ImagingStudy, {"date": "2031", "modality": "CT"}, "lies in the future"),
        (
            ReferenceRange,
            {
                "analyte": "SCC",
                "limits": "<2.7",
                "unit": "ng/mL",
                "effective_from": "2020",
                "effective_to": "2019",
            },
            "before the start",
        ),
    ],
)
def test_dates_out_of_order_are_refused(clinic, kind, texts, said):
    with pytest.raises(Refused, match=said):
        clinic.save(kind, **texts)


def test_dates_out_of_order_over_the_sections_are_listed(clinic):
    biopsy = {"type": "biopsy", "name": "biopsy"}
    clinic.save(Procedure, **biopsy, date="2019-04-03", proves="primary")
    clinic.save(Procedure, **biopsy, date="2019-03", proves="relapse")
    assert clinic.codes == ["RELAPSE_BEFORE_PRIMARY"]
