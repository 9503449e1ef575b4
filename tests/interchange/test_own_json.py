# SPDX-License-Identifier: MIT
"""The own JSON: back byte by byte, or refused with every reason and its place."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interchange.made import bundles
from tracker.domain.chart import Chart
from tracker.domain.envelope import Status, Stored
from tracker.domain.errors import Refused
from tracker.domain.fields import items
from tracker.domain.records import MarkerResult, Patient, Visit
from tracker.domain.records.base import build, content
from tracker.interchange import strict_json
from tracker.interchange.findings import MOST_SHOWN
from tracker.interchange.own_json import ENVELOPE, dump, read, write

SEED = Path(__file__).parents[2] / "resources" / "demo" / "seed_case.json"

PERSON, VISIT, COURSE, DRUG = (f"00000000-0000-7000-8000-00000000000{n}" for n in range(1, 5))


def a_file(**changes):
    """A small valid file as a JSON value, with changes at its top level."""
    return {
        "format": "followup-tracker",
        "version": 1,
        "clinic": [],
        "patients": [
            {
                "patient": {"id": PERSON, "mrn": "007", "sex": "female", "birth": "1970"},
                "records": [
                    {
                        "kind": "visit",
                        "id": VISIT,
                        "source": "letter",
                        "fields": {"date": "2024-11-26", "contact": "visit", "weight": "61.10"},
                    },
                    {
                        "kind": "course",
                        "id": COURSE,
                        "fields": {
                            "regimen": "toripalimab",
                            "therapy": "immunotherapy",
                            "start": "2019-05",
                        },
                    },
                    {
                        "kind": "course_drug",
                        "id": DRUG,
                        "fields": {"course": COURSE, "drug": "toripalimab", "dose": "240 mg"},
                    },
                ],
            }
        ],
    } | changes


def encoded(value):
    return json.dumps(value, ensure_ascii=False).encode()


def changed(path, value, document=None):
    """A copy of the file with ``value`` at ``path``; a value of ``...`` removes the key."""
    document = document or a_file()
    *way, last = path
    inner = document
    for step in way:
        inner = inner[step]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return encoded(document)


def problems(data):
    with pytest.raises(Refused) as refused:
        read(data)
    return {problem.place: str(problem.message) for problem in refused.value.problems}


RECORDS = ("patients", 0, "records")
FIELDS = (*RECORDS, 0, "fields")


# There and back


@settings(max_examples=60)
@given(bundles())
def test_a_file_comes_back_byte_by_byte(bundle):
    data = dump(bundle)
    again = read(data)
    assert dump(again) == data
    assert again.needs == ()
    before = {d.id: content(d.record) for p in bundle.patients for d in p.records}
    assert {d.id: content(d.record) for p in again.patients for d in p.records} == before


def test_a_number_keeps_its_written_digits():
    (patient,) = read(encoded(a_file())).patients
    assert str(patient.records[0].record.weight) == "61.10"


def test_the_file_is_utf8_with_line_feeds_and_ends_with_one():
    data = dump(read(changed(("patients", 0, "patient", "name"), "王示例")))
    assert "王示例".encode() in data
    assert data.endswith(b"}\n")
    assert b"\r" not in data


def test_the_order_of_the_records_in_memory_does_not_change_the_file():
    document = a_file()
    document["patients"][0]["records"].reverse()
    assert dump(read(encoded(document))) == dump(read(encoded(a_file())))


def test_a_record_entered_in_error_is_exported_and_says_so():
    person, visit, at = UUID(PERSON), UUID(VISIT), datetime(2024, 11, 26, tzinfo=UTC)

    def stored(own_id, record, status=Status.CURRENT):
        return Stored(
            id=own_id,
            patient=person,
            record=record,
            status=status,
            recorded_at=at,
            recorded_by="nurse",
            note="wrong patient" if status is Status.ENTERED_IN_ERROR else None,
        )

    wrong = build(Visit, {"date": "2024-11-26", "contact": "visit"})
    patient = stored(person, build(Patient, {"mrn": "007"}))
    chart = Chart(patient, {"visit": (stored(visit, wrong, Status.ENTERED_IN_ERROR),)})
    (draft,) = read(write([chart], [])).patients[0].records
    assert (draft.id, draft.status, draft.note) == (
        visit,
        Status.ENTERED_IN_ERROR,
        "wrong patient",
    )


def test_a_frozen_flag_travels_with_its_range():
    fields = {"analyte": "SCC", "date": "2019-02", "value": "2.2", "unit": "ng/mL"}
    frozen = fields | {"flag": "H", "range_used": "<1.5"}
    data = changed((*RECORDS, 0), {"kind": "marker_result", "id": VISIT, "fields": frozen})
    record = read(data).patients[0].records[0].record
    assert record == build(MarkerResult, frozen)


def test_a_file_says_whether_its_patients_belong_to_the_demonstration():
    assert not read(encoded(a_file())).demonstration
    marked = read(encoded(a_file(demonstration=True)))
    assert marked.demonstration
    assert read(dump(marked)).demonstration


def test_a_parent_outside_the_file_is_reported_as_needed():
    data = changed((*RECORDS, 1), ..., a_file())
    (need,) = read(data).needs
    assert (need.kind, str(need.id), str(need.patient)) == ("course", COURSE, PERSON)
    assert need.place == "patients[0].records[1]"


def test_no_field_of_a_patient_has_the_name_of_an_envelope_key():
    assert not set(ENVELOPE) & {field.name for field in items(Patient)}


# Refused, with the place

BAD_VALUES = [
    ((*FIELDS, "date"), "2024-02-30", "fields.date", "no day 30"),
    ((*FIELDS, "date"), "26.11.24", "fields.date", "year"),
    ((*FIELDS, "date"), ..., "fields.date", "is needed"),
    ((*FIELDS, "weight"), 61.10, "fields.weight", "not 61.1"),
    ((*FIELDS, "weight"), None, "fields.weight", "not null"),
    ((*FIELDS, "weight"), True, "fields.weight", "not true"),
    ((*FIELDS, "weight"), ["61"], "fields.weight", "Text in quotation marks"),
    ((*FIELDS, "weight"), {"kg": "61"}, "fields.weight", "Text in quotation marks"),
    ((*FIELDS, "weight"), "1,5", "fields.weight", "decimal point"),
    ((*FIELDS, "weight"), "NaN", "fields.weight", "not a plain number"),
    ((*FIELDS, "weight"), "1e400", "fields.weight", "not a plain number"),
    ((*FIELDS, "weight"), "-61", "fields.weight", "outside"),
    ((*FIELDS, "weight"), "٦١", "fields.weight", "not a plain number"),
    ((*FIELDS, "complaint"), "a\u202eb", "fields.complaint", "nobody can see"),
    ((*FIELDS, "complaint"), "a\x00b", "fields.complaint", "nobody can see"),
    ((*FIELDS, "complaint"), "x" * 20_001, "fields.complaint", "20000"),
    ((*FIELDS, "colour"), "red", "fields.colour", "not known"),
    ((*RECORDS, 0, "colour"), "red", "records[0].colour", "not known"),
    ((*RECORDS, 0, "kind"), "horoscope", "records[0].kind", "no kind of record"),
    ((*RECORDS, 0, "kind"), "reference_range", "records[0].kind", "no kind of record"),
    ((*RECORDS, 0, "kind"), "patient", "records[0].kind", "no kind of record"),
    ((*RECORDS, 0, "id"), "7", "records[0].id", "not the id"),
    ((*RECORDS, 0, "id"), COURSE, "records[1].id", "twice"),
    ((*RECORDS, 0, "id"), ..., "records[0]", "“id” is missing"),
    ((*RECORDS, 0, "fields"), "none", "records[0].fields", "object in braces"),
    ((*RECORDS, 0, "status"), "deleted", "records[0].status", "not one of"),
    ((*RECORDS, 0, "source"), "x" * 501, "records[0].source", "at most 500"),
    ((*RECORDS, 0, "source"), "letter,\npage 2", "records[0].source", "line break"),
    ((*RECORDS, 1, "fields", "regimen"), "A\u2028B", "fields.regimen", "line break"),
    ((*RECORDS, 0, "note"), "a\u200bb", "records[0].note", "nobody can see"),
    ((*RECORDS, 2, "fields", "dose"), "-240 mg", "records[2].fields.dose", "above zero"),
    ((*RECORDS, 2, "fields", "dose"), "240", "records[2].fields.dose", "unit"),
    ((*RECORDS, 2, "fields", "course"), VISIT, "records[2].fields.course", "no record of the kind"),
    ((*RECORDS, 2, "fields", "course"), PERSON, "records[2].fields.course", "no record of"),
    (RECORDS, {}, "patients[0].records", "list in brackets"),
    (("patients", 0, "patient", "mrn"), ..., "patients[0].patient.mrn", "is needed"),
    (("patients", 0, "patient", "mrn"), 7, "patients[0].patient.mrn", "not 7"),
    (("patients", 0, "patient", "age"), "54", "patients[0].patient.age", "not known"),
    (("patients", 0, "patient", "death"), "1969", "patients[0].patient.death", "before the birth"),
    (("patients", 0, "patient"), ..., "patients[0]", "“patient” is missing"),
    (("patients", 0), [], "patients[0]", "object in braces"),
    (("clinic",), [{"kind": "visit", "id": VISIT, "fields": {}}], "clinic[0].kind", "no kind"),
    (("clinic",), ..., "", "“clinic” is missing"),
    (("demonstration",), "yes", "demonstration", "true or false"),
    (("exported_by",), "somebody", "exported_by", "not known"),
]


@pytest.mark.parametrize(("path", "value", "place", "reason"), BAD_VALUES)
def test_a_bad_value_is_refused_at_its_place(path, value, place, reason):
    found = problems(changed(path, value))
    assert [where for where in found if where.endswith(place)], found
    assert any(reason in message for message in found.values()), found


def test_the_place_reads_like_a_path():
    found = problems(changed((*FIELDS, "date"), "soon"))
    assert list(found) == ["patients[0].records[0].fields.date"]


def test_every_problem_of_the_file_is_named_at_once():
    document = a_file()
    document["patients"][0]["patient"]["birth"] = "1970-13"
    document["patients"][0]["records"][0]["fields"] |= {"weight": 1, "date": "soon", "pulse": "x"}
    assert set(problems(encoded(document))) == {
        "patients[0].patient.birth",
        "patients[0].records[0].fields.date",
        "patients[0].records[0].fields.weight",
        "patients[0].records[0].fields.pulse",
    }


def test_of_very_many_problems_the_rest_is_counted():
    visit = {"kind": "visit", "id": VISIT, "fields": {}}  # no date, no kind of contact, id twice
    with pytest.raises(Refused) as refused:
        read(changed(RECORDS, [visit] * 500))
    assert len(refused.value.problems) == MOST_SHOWN + 1
    assert str(refused.value.problems[-1]) == "… more problems in this file: 1299."


def test_a_file_that_is_wrong_throughout_is_not_read_to_its_end():
    with pytest.raises(Refused) as refused:
        read(encoded(a_file(clinic=[{}] * 50_000)))
    assert str(refused.value.problems[-1]) == "… more problems: 20000; the rest was not read."


def test_two_patients_with_one_hospital_number_are_refused():
    document = a_file()
    twin = {"patient": {"id": COURSE.replace("3", "9"), "mrn": "007"}, "records": []}
    document["patients"].append(twin)
    found = problems(encoded(document))
    assert found == {
        "patients[1].patient.mrn": "The hospital number 007 stands twice, first at "
        "patients[0].patient.mrn."
    }


def test_a_key_written_twice_is_refused_and_neither_value_is_taken():
    data = encoded(a_file()).replace(b'"weight": "61.10"', b'"weight": "61.10", "weight": "6.11"')
    found = problems(data)
    assert found["patients[0].records[0].fields.weight"] == "This key stands here more than once."


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "61.10", "9" * 5000])
def test_a_number_without_quotation_marks_is_refused(number):
    data = encoded(a_file()).replace(b'"61.10"', number.encode())
    found = problems(data)
    assert number[:20] in found["patients[0].records[0].fields.weight"]


def test_half_a_character_is_refused():
    data = encoded(a_file()).replace(b'"letter"', b'"\\ud83d"')
    assert problems(data) == {"patients[0].records[0].source": "The text holds half a character."}


# Refused as a whole


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xff\xfe{\x00", "not UTF-8"),
        ('{"format": "王"}'.encode("gb18030"), "not UTF-8"),
        (b"[]", "not a file of this program"),
        (b"null", "not a file of this program"),
        (b'{"resourceType": "Bundle"}', "not a file of this program"),
        (b"[" * 100_000, "nested"),
        (b'{"a": ' * 100_000, "nested"),
        (b"PK\x03\x04" + b"\x00" * 30, "not valid JSON"),
        (b'{"format": "followup-tracker", }', "line 1, column"),
        (encoded(a_file()) + b"{}", "not valid JSON"),
        (encoded(a_file(version=2)), "needs a newer program"),
        (encoded(a_file(version="1")), "must be the number 1"),
        (encoded(a_file(version=None)), "must be the number 1"),
        (encoded(a_file(version=1.5)), "format version"),
        (encoded(a_file(version=-1)), "format version"),
        (b"," * (strict_json.MOST_PARTS + 1), "parts"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_one_reason(data, reason):
    found = problems(data)
    assert len(found) == 1
    assert reason in found[""]


def test_a_file_that_was_cut_off_is_named_as_such():
    data = SEED.read_bytes()
    for end in range(1, len(data) - 1, 997):
        found = problems(data[: len(data[:end].decode("utf-8", "ignore").encode())])
        assert "cut off" in found[""], (end, found)


def test_a_file_that_is_too_large_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(strict_json, "LARGEST_FILE", 1000)
    monkeypatch.setattr(strict_json.json, "loads", None)
    assert "MB" in problems(SEED.read_bytes())[""]


def test_a_byte_order_mark_is_no_part_of_the_file():
    assert read(b"\xef\xbb\xbf" + encoded(a_file())) == read(encoded(a_file()))


# Whatever the bytes are

JUNK = st.one_of(
    st.binary(max_size=8),
    st.sampled_from([b'"', b"{", b"}", b"[", b"]", b",", b":", b"\\u", b"\\ud800", b"null"]),
    st.sampled_from([b"NaN", b"-1e999", b'"id"', b'"kind"', b'"fields": 7', b"\x00", b"\xe2\x80"]),
)


@st.composite
def damaged(draw, original):
    """``original`` with a few pieces cut out, put in or repeated."""
    data = original
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        data = data[:start] + draw(JUNK | st.just(data[start:end] * 2)) + data[end:]
    return data


@settings(max_examples=300)
@given(damaged(encoded(a_file())))
def test_damaged_bytes_are_read_exactly_or_refused(data):
    try:
        bundle = read(data)
    except Refused as refused:
        reasons = str(refused)
    else:
        assert dump(read(dump(bundle))) == dump(bundle)
        return
    assert reasons.encode()  # every reason can be written down
