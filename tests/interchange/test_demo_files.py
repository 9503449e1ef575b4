# SPDX-License-Identifier: MIT
"""The demonstration: every fact of the seed report and no other, and a synthetic clinic."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.interchange.a_schema_check import violations
from tools import demo_clinic
from tools.demo_ids import DemoIds
from tracker.domain.chart import ChartBuilder
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.fields import items
from tracker.domain.records import DoseEvent
from tracker.domain.records.base import content
from tracker.domain.reminders import DueState
from tracker.domain.schedule import due_of, ledgers
from tracker.interchange import own_json, schema

ROOT = Path(__file__).parents[2]
SEED = ROOT / "resources" / "demo" / "seed_case.json"
SYNTHETIC = ROOT / "resources" / "demo" / "synthetic.json"
FACTS = json.loads((ROOT / "tests" / "fixtures" / "seed_facts.json").read_text("utf-8"))
WORKING_DATE = date(2024, 11, 26)

# clinical.md section 4: "no other date may be invented"; the birth interval follows from the age
DATES_OF_THE_REPORT = {
    *("2018-11-26", "2018-11-30", "2019-03-29", "2019-04-03", "2019-04-04", "2019-04-08"),
    *("2019-04-15", "2018-11", "2018-12", "2019-01", "2019-02", "2019-02/..", "2019-04"),
    *("2019-05", "2019-08", "2024-11", "unknown", "1977-11-27/1978-11-26"),
}


def drafts(bundle):
    yield from bundle.clinic
    for each in bundle.patients:
        yield each.patient
        yield from each.records


@pytest.fixture(scope="module")
def seed():
    return own_json.read(SEED.read_bytes())


@pytest.fixture(scope="module")
def clinic():
    return own_json.read(SYNTHETIC.read_bytes())


def chart(patient):
    def stored(draft):
        at = datetime(2024, 11, 26, tzinfo=UTC)
        return Stored(
            id=draft.id, patient=patient.id, record=draft.record, recorded_at=at, recorded_by="x"
        )

    builder = ChartBuilder(stored(patient.patient))
    for draft in patient.records:
        builder.put(stored(draft))
    return builder.chart()


# The seed case


def test_the_facts_are_those_of_the_report():
    ids = [fact["id"] for fact in FACTS["facts"]]
    assert ids == [*(f"F{n:02}" for n in range(1, 28)), "Table 1"]
    assert [each["id"] for each in FACTS["contradictions"]] == [f"I{n}" for n in range(1, 18)]


@pytest.mark.parametrize("fact", FACTS["facts"], ids=lambda fact: fact["id"])
def test_every_fact_of_the_report_is_kept_at_its_printed_precision(seed, fact):
    assert fact["kept"] or fact["not_yet"]
    for kept in fact["kept"]:
        found = [
            draft
            for draft in drafts(seed)
            if draft.kind == kept["kind"]
            and kept["fields"].items() <= content(draft.record).items()
        ]
        assert found, kept
        assert any(fact["section"] in draft.source for draft in found), (kept, fact["section"])


@pytest.mark.parametrize("words", FACTS["contradictions"], ids=lambda words: words["id"])
def test_every_contradiction_of_the_report_stays_visible(seed, words):
    texts = [
        " ".join([*content(draft.record).values(), draft.note or ""])
        for draft in drafts(seed)
        if draft.kind == words["kind"]
    ]
    assert any(words["words"] in text for text in texts)


def test_no_date_is_invented(seed):
    dates = {
        value.text
        for draft in drafts(seed)
        for field in items(type(draft.record))
        if isinstance(value := getattr(draft.record, field.name), PartialDate)
    }
    assert dates <= DATES_OF_THE_REPORT


def test_what_the_report_does_not_state_stays_empty(seed):
    (patient,) = seed.patients
    person = patient.patient.record
    assert (person.name, person.name_latin, person.phone) == (None, None, None)
    assert (person.allergy_status, person.hepatitis_b, person.autoimmune_disease) == (None,) * 3
    assert not [draft for draft in patient.records if isinstance(draft.record, DoseEvent)]
    events = [d.record for d in patient.records if d.kind == "adverse_event"]
    assert [event.grade for event in events] == [None, None]
    assert [d.record.start for d in patient.records if d.kind == "radiotherapy_phase"][1] is None
    courses = [d.record for d in patient.records if d.kind == "course"]
    assert {course.ledger_complete for course in courses} == {None}
    assert {course.line for course in courses} == {None}


def test_no_flag_is_written_into_the_demonstration(seed, clinic):
    results = [d.record for b in (seed, clinic) for d in drafts(b) if d.kind == "marker_result"]
    assert results
    assert {(result.flag, result.range_used) for result in results} == {(None, None)}


def test_every_record_of_the_seed_says_where_it_was_taken_from(seed):
    assert not [draft.kind for draft in drafts(seed) if not draft.source]


def test_the_seed_case_cannot_be_projected(seed):
    (due,) = due_of(chart(seed.patients[0]))
    assert (due.state, due.on, due.cycle) == (DueState.CANNOT_PROJECT, None, None)
    assert due.treatment == "toripalimab 240 mg q3w"


def test_ids_of_the_seed_come_from_the_seeded_generator(seed):
    ids = DemoIds("seed case")
    found = {draft.id for draft in drafts(seed)}
    assert found == {ids.new() for _ in found}


# The synthetic clinic


def test_the_generator_writes_the_committed_file():
    assert demo_clinic.clinic() == SYNTHETIC.read_bytes()


def test_everybody_is_marked_as_synthetic(clinic):
    for each in clinic.patients:
        assert each.patient.record.mrn.startswith("SYN-")
        assert "synthetic" in each.patient.note
        assert {draft.source for draft in each.records} == {"synthetic"}


def test_the_day_list_of_the_working_date_is_alive(clinic):
    dues = {each.patient.record.mrn: due for each in clinic.patients for due in due_of(chart(each))}
    days = {mrn: (WORKING_DATE - due.on).days for mrn, due in dues.items()}
    held = {mrn for mrn, due in dues.items() if due.state is DueState.HELD}
    given_today = {mrn for mrn, due in dues.items() if due.last_given == WORKING_DATE}
    waiting = sorted(over for mrn, over in days.items() if mrn not in held and over >= 0)
    assert waiting == [0, 0, 0, 1, 5]
    assert held == {"SYN-0391"}
    assert dues["SYN-0391"].recheck == date(2024, 11, 25)
    assert given_today == {"SYN-0174"}
    assert dues["SYN-0174"].on == date(2025, 1, 7)
    assert dues["SYN-0288"].appointed != dues["SYN-0288"].projected
    assert len(clinic.patients) - len(dues) == 2  # one died, one was stopped for toxicity


def test_an_interval_was_changed_without_a_delay(clinic):
    (patient,) = [p for p in clinic.patients if p.patient.record.mrn == "SYN-0174"]
    (ledger,) = ledgers(chart(patient))
    assert [cycle.interval_days for cycle in ledger.cycles] == [21] * 12 + [42] * 9
    assert ledger.cycles[-1].delay_days == 0


def test_nothing_in_the_clinic_happens_after_the_working_date(clinic):
    for draft in drafts(clinic):
        day = getattr(draft.record, type(draft.record).when or "kind")
        if isinstance(day, PartialDate):
            assert day.earliest <= WORKING_DATE


def test_every_patient_has_visits_doses_results_events_and_scans(clinic):
    for each in clinic.patients:
        count = Counter(draft.kind for draft in each.records)
        assert 6 <= count["visit"] <= 22, each.patient.record.mrn
        assert min(count[k] for k in ("dose_event", "marker_result", "imaging_study")) >= 1
        assert 1 <= count["adverse_event"] <= 3


# Both


@pytest.mark.parametrize("path", [SEED, SYNTHETIC], ids=lambda path: path.stem)
def test_a_demonstration_file_is_as_the_program_writes_it(path):
    data = path.read_bytes()
    bundle = own_json.read(data)
    assert own_json.dump(bundle) == data
    assert bundle.needs == ()


@pytest.mark.parametrize("path", [SEED, SYNTHETIC], ids=lambda path: path.stem)
def test_a_demonstration_file_obeys_the_schema(path):
    assert violations(json.loads(path.read_bytes()), schema.schema()) == []
