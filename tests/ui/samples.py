# SPDX-License-Identifier: MIT
"""Entries of every kind as a person may type them, and texts that try to be more than text."""

from datetime import datetime, timedelta, timezone
from uuid import UUID

from tests.kinds import LEAST
from tracker.domain.envelope import Status, Stored
from tracker.domain.fields import items
from tracker.domain.records import KINDS, RECORD_KINDS, Patient
from tracker.domain.records.base import build, parent_of

AT = datetime(2024, 11, 26, 9, 12, tzinfo=timezone(timedelta(hours=8)))
PARENT = UUID(int=7)

TEXTS = {
    "patient": {
        "mrn": "SYN-0482",
        "name": "Anna Specimen",
        "sex": "female",
        "birth": "1972-03",
        "phone": "000 000",
        "allergy_status": "present",
        "allergies": "penicillin",
        "vital_status": "dead",
        "last_contact": "2024-11-01",
        "death": "2024-11-20",
        "hepatitis_b": "unknown",
        "past_history": "none of note",
    },
    "diagnosis": {"date": "2018-11-26", "site": "cervix", "site_code": "C53", "hpv": "positive"},
    "stage": {"date": "2018-11", "system": "FIGO 2018", "stage": "IIIC1", "basis": "r"},
    "visit": {
        "date": "2024-11-26",
        "contact": "admission",
        "ecog": "0",
        "weight": "58.20",
        "temperature": "36.6",
        "systolic": "118",
        "diastolic": "76",
        "complaint": "rash, mild",
        "irae_asked": "yes",
        "steroid": "none",
    },
    "procedure": {
        "date": "2018-11-30",
        "type": "biopsy",
        "name": "needle biopsy",
        "proves": "relapse",
        "size": "3.5 x 3.5 x 2.5 cm",
    },
    "node_station": {"station": "left pelvic", "positive": "2", "examined": "11"},
    "radiotherapy_phase": {
        "site": "pelvis",
        "technique": "IMRT",
        "total_gy": "48.6",
        "fractions": "27",
        "boost": "sequential",
        "start": "2019-01",
    },
    "course": {
        "regimen": "toripalimab",
        "therapy": "immunotherapy",
        "line": "2",
        "intent": "recurrent",
        "start": "2019-05",
        "ledger_complete": "no",
    },
    "course_drug": {"drug": "toripalimab", "dose": "240 mg", "route": "intravenous", "days": "1"},
    "plan_segment": {"start": "2019-05", "interval_days": "21"},
    "interview_answer": {
        "item": "rash",
        "answer": "present",
        "grade": "1",
        "ctcae_term": "Rash maculo-papular",
        "ctcae_version": "5.0",
    },
    "gate_answer": {"answer": "ask", "lines": "TSH is 49 d old", "with_data": "11", "rules": "13"},
    "baseline_check": {
        "test": "ECG",
        "date": "2024-11-20",
        "result": "abnormal",
        "finding": "first-degree block",
    },
    "measured_gfr": {"date": "2024-11-20", "rate": "84", "method": "iohexol clearance"},
    "required_test": {
        "analyte": "TSH",
        "timing": "each dose",
        "days": "28",
        "decided_by": "Dr Example",
    },
    "clinic_agent": {
        "inn": "examplimab",
        "agent_class": "PD-1",
        "label_dose": "200 mg",
        "interval_days": "21",
        "reference": "protocol EX-1, page 12",
        "version": "3.0",
    },
    "dose_event": {
        "action": "held",
        "date": "2024-11-26",
        "until": "2024-12-03",
        "reason": "labs",
        "lot": "A-17",
    },
    "adverse_event": {
        "term": "Rash maculo-papular",
        "ctcae_version": "5.0",
        "grade": "1",
        "onset": "2024-11-26",
        "outcome": "ongoing",
        "irae": "unknown",
    },
    "imaging_study": {
        "date": "2019-04-04",
        "modality": "PET-CT",
        "findings": "multiple nodes",
        "conclusion": "progression",
    },
    "marker_result": {
        "analyte": "SCC",
        "date": "2019-02/..",
        "value": "<0.50",
        "unit": "ng/mL",
        "range_reported": "0.27-4.2",
    },
    "reference_range": {
        "analyte": "SCC",
        "limits": "<1.5",
        "unit": "ng/mL",
        "effective_to": "2019-08",
    },
    "statement": {"about": "recurrence", "finding": "none", "stated_by": "report"},
    "biomarker": {"test": "PD-L1 CPS", "value": "<1", "assay": "22C3", "date": "2018-11"},
    "dose_summary": {"what": "doses given", "number": "about 94", "date": "2024-11"},
    "adverse_event_grade": {"date": "2024-12-03", "grade": "0"},
    "attribution": {"treatment": "toripalimab", "certainty": "probable"},
    "lesion": {"label": "N1", "organ": "lymph node", "side": "right", "node": "yes"},
    "lesion_measurement": {"as_printed": "2.7 cm", "short_axis": "27", "lesion": str(PARENT)},
    "document": {
        "name": "letter",
        "date": "2024-11",
        "media_type": "application/pdf",
        "size": "4096",
        "sha256": "0" * 64,
        "file": "0" * 32,
    },
    "response_assessment": {"date": "2019-06", "criteria": "RECIST 1.1", "decided": "CR"},
    "disease_status": {"date": "2019-04-03", "disease": "recurrent", "basis": "biopsy"},
    "decision": {"what": "chemoradiotherapy", "answer": "declined", "decided_by": "patient"},
    "follow_up": {"date": "2024-11", "state": "transferred", "reason": "moved away"},
    "user_reminder": {"what": "call the patient", "due": "2024-12-17", "every": "21"},
    "contact_attempt": {
        "date": "2024-11-26",
        "way": "phone",
        "outcome": "no-answer",
        "said": "rang twice",
    },
    "due_answer": {
        "date": "2024-11-26",
        "what": "scan",
        "action": "done",
        "occurrence": str(PARENT),
        "asked_by": str(PARENT),
    },
    "closed_days": {"first": "2024-12-24", "last": "2024-12-26", "reason": "stocktaking"},
}
"""By kind, with every type of value; a kind that is not here is typed with its least entry."""

PAYLOADS = (
    "<b>Ann</b><s>200</s> mg",
    "<img src='file:///etc/hostname'>",
    "<img src=http://192.0.2.1/x.png>",
    "<a href='x'>link</a>",
    "WBC <3.5 and PLT >100",
    "Ann & Bob &amp; &lt;",
    "<!-- gone -->",
    "<table><tr><td>x",
    "x <br> y",
    "&R &D [*] %1 %n {name}",
    "=1+1",
    "王示例 <王> ＜b＞",
)


TYPED = tuple(
    kind
    for kind in RECORD_KINDS
    if not any(
        field.item.required
        and (field.item.derived or (field.type is UUID and not field.item.parent))
        for field in items(kind)
    )
)
"""The kinds a person can type: a document is made from a file, a link is chosen, not typed."""


def texts_of(kind):
    """What is typed into the form of a kind."""
    parent = parent_of(kind)
    least = {n: text for n, text in LEAST[kind.kind].items() if not parent or n != parent.name}
    return TEXTS.get(kind.kind, least)


def record_of(kind, **changes):
    """The record that the typed texts stand for."""
    parent = parent_of(kind)
    texts = dict(texts_of(kind)) | ({parent.name: str(PARENT)} if parent else {}) | changes
    return build(kind, texts)


def stored(kind, number=1, *, status=Status.CURRENT, source=None, note=None, texts=None):
    """A stored record; ``texts`` replaces the usual ones."""
    record = record_of(KINDS[kind]) if texts is None else build(KINDS[kind], texts)
    return Stored(
        id=UUID(int=number),
        patient=UUID(int=999),
        record=record,
        status=status,
        recorded_at=AT,
        recorded_by="Nurse N.N.",
        source=source,
        note=note,
    )


def somebody():
    """A patient who is clearly synthetic."""
    return build(
        Patient,
        {"mrn": "SYN-0482", "name": "王示例", "name_latin": "Wang Shili", "birth": "1972-03"},
    )
