# SPDX-License-Identifier: MIT
"""Made-up records of every kind, and whole files of them, for properties that must always hold."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from hypothesis import strategies as st

from tests.kinds import LEAST
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Status
from tracker.domain.errors import Refused
from tracker.domain.fields import Choice, items
from tracker.domain.records import RECORD_KINDS, Patient
from tracker.domain.records.base import build, links_of
from tracker.domain.values import Dose, Limits, Reading
from tracker.interchange.bundle import Bundle, PatientDraft, RecordDraft

WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1, max_size=20
).filter(lambda text: text.strip() != "")

DECIMALS = st.sampled_from(["", ".5", ".50", ".125"])

_TEXTS = {
    PartialDate: st.sampled_from(
        ["2019", "2019-05", "2019-05-07", "~2019", "2019年5月", "2019-02/..", "unknown"]
    ),
    Dose: st.sampled_from(["240 mg", "175 mg/m2", "6 mg/kg", "AUC 5", "0.5 g", "61.10 mg"]),
    Reading: st.sampled_from(["61.10", "2.2", "<0.5", "≥100", "negative", "2.0"]),
    Limits: st.sampled_from(["<1.5", "≤5.0", "0.27-4.2", ">60"]),
    str: WORDS,
}


def text_of(field):
    """Texts that ``field`` accepts."""
    if issubclass(field.type, Choice):
        return st.sampled_from([member.value for member in field.type])
    if field.type in {int, Decimal}:
        low, high = (int(end or 1) for end in (field.item.minimum, field.item.maximum))
        whole = st.integers(low + 1, max(high, low + 2) - 1).map(str)
        return whole if field.type is int else st.builds("{}{}".format, whole, DECIMALS)
    return _TEXTS[field.type]


@st.composite
def records(draw, kind, linked=None):
    """A record of ``kind``; ``linked`` has the ids it may link to, by their kind."""
    texts = {}
    for field in items(kind):
        is_link = field.type is UUID
        if is_link and not field.item.elsewhere and not linked[field.name]:
            continue
        if field.item.required or draw(st.booleans()):
            texts[field.name] = draw(_id_for(field, linked) if is_link else text_of(field))
    links = {link.name: texts[link.name] for link in links_of(kind) if link.name in texts}
    for less in (texts, texts | _without_conflicts(kind)):
        try:
            return build(kind, less)
        except Refused:  # rules across fields: keep what they cannot touch
            continue
    return build(kind, LEAST[kind.kind] | links)


def _id_for(field, linked):
    """The id of a record that is there, or, for one outside the chart, any."""
    ids = st.uuids() if field.item.elsewhere else st.sampled_from(linked[field.name])
    return ids.map(str)


def _without_conflicts(kind):
    calm = {"action": "given", "until": "", "vital_status": "dead", "allergy_status": "present"}
    calm |= {"diastolic": "60", "systolic": "120", "positive": "1", "examined": "9"}
    calm |= {"window_days": "", "timing": "not required"}
    calm |= {"from_cycle": "", "stop": "2030", "end": "2030", "effective_to": "2030"}
    calm |= {"grade": "", "ctcae_version": "5.0"}
    calm |= {"birth": "1960", "last_contact": "2020", "death": "2021"}
    calm |= {"as_printed": "about 4 cm", "finding": "", "short_axis": "", "why": "new node"}
    calm |= {"due": "2024-12-17", "every": "21", "closed": "2024-12-18", "closed_because": "done"}
    calm |= {"file": "0" * 32, "sha256": "0" * 64}
    calm |= {"weekdays": "Mo Tu", "first": "2024-12-24", "last": "2024-12-25"}
    calm |= {"names": "CT", "months_after": "12", "unit": "weeks"}
    calm |= {"started": "", "stopped": "", "read_with": ""}
    if kind.kind == "due_answer":
        calm |= {"action": "done", "what": "scan"}
    if kind.kind == "attribution":
        calm |= {"treatment": "the disease", "radiotherapy_phase": ""}
    if kind.kind in {"statement", "baseline_check"}:
        calm["finding"] = "seen"
    return {field.name: calm[field.name] for field in items(kind) if field.name in calm}


@st.composite
def bundles(draw):
    """A file with a few patients; ids are unique, parents stand in the file."""
    numbers = iter(range(1, 10_000))

    def draft(kind, linked=None):
        record = draw(records(kind, linked))
        return RecordDraft(
            record=record,
            id=UUID(int=next(numbers)),
            status=draw(st.sampled_from(list(Status))),
            source=draw(st.none() | WORDS.map(str.strip)),
            note=draw(st.none() | WORDS.map(str.strip)),
        )

    def patient(number):
        made = {}
        for kind in RECORD_KINDS:
            links = links_of(kind)
            linked = {link.name: [d.id for d in made.get(link.name, [])] for link in links}
            alone = any(link.item.required and not linked[link.name] for link in links)
            if kind is Patient or kind.of_clinic or alone:
                continue
            made[kind.kind] = [draft(kind, linked) for _ in range(draw(st.integers(0, 1)))]
        person = draft(Patient)
        own_number = replace(person.record, mrn=f"SYN-{number}")
        person = replace(person, record=own_number, id=UUID(int=number))
        return PatientDraft(person, tuple(d for found in made.values() for d in found))

    of_clinic = [kind for kind in RECORD_KINDS if kind.of_clinic and not kind.is_managed]
    clinic = tuple(draft(kind) for kind in of_clinic for _ in range(draw(st.integers(0, 2))))
    patients = [patient(100_000 + number) for number in range(draw(st.integers(0, 2)))]
    return Bundle(clinic, tuple(patients), demonstration=draw(st.booleans()))
