# SPDX-License-Identifier: MIT
"""The demonstration: every fact of the seed report and no other, and a synthetic clinic."""

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.domain.builders import due_of
from tests.interchange.a_schema_check import violations
from tools import demo_clinic
from tools.demo_ids import DemoIds
from tracker.domain.chart import ChartBuilder
from tracker.domain.checks import problems_in_chart
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.fields import items
from tracker.domain.markers import judge
from tracker.domain.records import DoseEvent
from tracker.domain.records.base import content
from tracker.domain.records.marker import Flag
from tracker.domain.reminders import DueState
from tracker.domain.schedule import ledgers
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


def number(patient):
    return patient.patient.record.mrn


def by_number(clinic, mrn):
    (found,) = [patient for patient in clinic.patients if number(patient) == mrn]
    return found


def test_the_day_list_of_the_working_date_is_alive(clinic):
    dues = {number(each): due for each in clinic.patients for due in due_of(chart(each))}
    asked = {mrn for mrn, due in dues.items() if due.state is DueState.CANNOT_PROJECT}
    days = {mrn: (WORKING_DATE - due.on).days for mrn, due in dues.items() if due.on}
    held = {mrn for mrn, due in dues.items() if due.state is DueState.HELD}
    given_today = {mrn for mrn, due in dues.items() if due.last_given == WORKING_DATE}
    waiting = sorted(over for mrn, over in days.items() if mrn not in held and over >= 0)
    assert waiting == [0, 0, 0, 1, 5]
    assert (held, asked) == ({"SYN-0391"}, {"SYN-0231"})
    assert dues["SYN-0391"].recheck == date(2024, 11, 25)
    assert given_today == {"SYN-0174"}
    assert dues["SYN-0174"].on == date(2025, 1, 7)
    assert dues["SYN-0288"].appointed != dues["SYN-0288"].projected
    without = {number(each) for each in clinic.patients} - set(dues)
    assert without == {
        *("SYN-0066", "SYN-0511"),  # stopped for toxicity, died
        *("SYN-0177", "SYN-0190", "SYN-0263", "SYN-0299"),  # transferred, lost, completed, died
    }


def test_the_clinic_holds_24_patients_over_five_years(clinic):
    assert len(clinic.patients) == 24
    starts = [d.record.start.earliest for d in drafts(clinic) if d.kind == "course"]
    assert WORKING_DATE - min(starts) > timedelta(days=1800)


def test_nothing_in_any_chart_contradicts_the_rest_of_it(clinic):
    for each in clinic.patients:
        whole = chart(each)
        for stored in (whole.patient, *(s for kind in whole.records.values() for s in kind)):
            found = list(problems_in_chart(stored.record, whole, WORKING_DATE, stored.id))
            assert not found, (number(each), stored.record, found)


@pytest.mark.parametrize(
    ("mrn", "kind", "fields"),
    [
        ("SYN-0145", "decision", {"what": "treatment beyond progression", "answer": "accepted"}),
        ("SYN-0145", "response_assessment", {"decided": "iUPD"}),
        ("SYN-0156", "dose_event", {"action": "resumed"}),
        ("SYN-0163", "plan_segment", {"from_cycle": "5", "interval_days": "42"}),
        ("SYN-0177", "follow_up", {"state": "transferred"}),
        ("SYN-0190", "follow_up", {"state": "lost"}),
        ("SYN-0204", "user_reminder", {"due": "2024-11-27"}),
        ("SYN-0231", "dose_summary", {"number": "about 40"}),
        ("SYN-0263", "dose_event", {"action": "stopped", "reason": "completed"}),
        ("SYN-0275", "dose_event", {"action": "reduced", "dose": "60 mg/m2"}),
    ],
)
def test_the_clinic_shows_what_a_clinic_sees(clinic, mrn, kind, fields):
    contents = [content(d.record) for d in by_number(clinic, mrn).records if d.kind == kind]
    assert any(fields.items() <= each.items() for each in contents)


def test_two_drugs_are_one_dose_and_a_higher_dose_comes_with_the_longer_interval(clinic):
    (both,) = ledgers(chart(by_number(clinic, "SYN-0128")))
    assert both.treatment == "sintilimab 200 mg + bevacizumab 15 mg/kg q3w"
    assert both.next_cycle == 7
    (stepped,) = ledgers(chart(by_number(clinic, "SYN-0163")))
    assert [cycle.interval_days for cycle in stepped.cycles] == [21] * 4 + [42] * 6
    assert [str(cycle.event.record.dose) for cycle in stepped.cycles[3:5]] == ["500 mg", "1000 mg"]
    assert {cycle.delay_days for cycle in stepped.cycles[1:]} == {0}


def test_a_result_of_the_month_in_which_the_range_changed_is_uncertain(clinic):
    ranges = [draft.record for draft in clinic.clinic if draft.kind == "reference_range"]
    results = [d.record for d in by_number(clinic, "SYN-0021").records if d.kind == "marker_result"]
    (result,) = [r for r in results if r.date.text == "2022-03-15"]
    sex = by_number(clinic, "SYN-0021").patient.record.sex
    assert judge(result, ranges, sex, WORKING_DATE).flag is Flag.UNCERTAIN


def test_what_nobody_recorded_is_missing(clinic):
    missing = by_number(clinic, "SYN-0246")
    assert content(missing.patient.record).keys() == {
        *("mrn", "name_latin", "vital_status", "last_contact")
    }
    assert "stage" not in {draft.kind for draft in missing.records}


def test_an_interval_was_changed_without_a_delay(clinic):
    (patient,) = [p for p in clinic.patients if p.patient.record.mrn == "SYN-0174"]
    (ledger,) = ledgers(chart(patient))
    assert [cycle.interval_days for cycle in ledger.cycles] == [21] * 12 + [42] * 9
    assert ledger.cycles[-1].delay_days == 0


def test_nothing_in_the_clinic_happens_after_the_working_date(clinic):
    for draft in drafts(clinic):
        day = getattr(draft.record, type(draft.record).when or "kind")
        if isinstance(day, PartialDate) and draft.kind != "user_reminder":
            assert day.earliest <= WORKING_DATE


def test_every_patient_has_visits_doses_and_scans_and_most_have_events(clinic):
    counts = {number(each): Counter(d.kind for d in each.records) for each in clinic.patients}
    for mrn, count in counts.items():
        assert 2 <= count["visit"] <= 64, mrn
        assert count["dose_event"] >= 1, mrn
        assert count["adverse_event"] <= 3, mrn
    assert [mrn for mrn, count in counts.items() if not count["marker_result"]] == ["SYN-0246"]
    assert [mrn for mrn, count in counts.items() if not count["imaging_study"]] == ["SYN-0299"]
    assert [mrn for mrn, count in counts.items() if not count["adverse_event"]] == ["SYN-0246"]


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
