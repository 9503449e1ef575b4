# SPDX-License-Identifier: MIT
"""What leaves without identity: no name, number, day or free text; every length stays exact."""

import json
import re
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

import pytest

from tests import clinics
from tests.clinics import CTX, SMALL, own_id, patient, record, written
from tracker import paths
from tracker.domain import anonymity
from tracker.domain.anonymity import LEFT_OUT, RULES, How
from tracker.domain.dates import PartialDate, days_between
from tracker.domain.envelope import TrailFilter
from tracker.domain.errors import NotPermitted, Refused
from tracker.domain.fields import Choice, items
from tracker.domain.records import RECORD_KINDS, Account, Course, DoseEvent
from tracker.domain.records.base import links_of
from tracker.domain.roles import PERMISSIONS, Action, Role
from tracker.domain.values import Dose, Limits, Reading
from tracker.services import anonymised, demo, imports, patients, profiles

NEEDLE = "qzxneedle"
DAY = re.compile(r"\d{4}-\d\d")


@pytest.fixture(scope="module")
def whole_demo():
    with demo.throw_away(paths.resources() / "demo") as store:
        yield store


def exported(store, ctx, path, **more):
    made = anonymised.export(store, ctx, dest=path, **more)
    return made, json.loads(path.read_bytes()), path.read_text("utf-8")


def facts(document):
    """The part of the file that is about patients, as text."""
    return json.dumps(document["patients"], ensure_ascii=False)


# Every field is decided


def test_every_field_of_every_kind_is_decided_once():
    undecided = [
        f"{kind.kind}.{field.name}"
        for kind in RECORD_KINDS
        if anonymity.leaves(kind)
        for field in items(kind)
        if field not in links_of(kind) and field.name not in RULES.get(kind.kind, {})
    ]
    assert undecided == [], "give each its place in _TABLE of tracker/domain/anonymity.py"


def test_nothing_is_decided_that_is_not_there():
    fields = {kind.kind: {field.name for field in items(kind)} for kind in RECORD_KINDS}
    assert [kind for kind in RULES if kind not in fields] == []
    gone = [f"{k}.{n}" for k, rules in RULES.items() for n in rules if n not in fields[k]]
    assert gone == [], "they stand in _TABLE of tracker/domain/anonymity.py"
    words = [word for line in anonymity._TABLE.strip().splitlines() for word in line.split()[1:]]
    assert len([word for word in words if word != "|"]) == sum(map(len, RULES.values()))
    assert fields.keys() >= LEFT_OUT


def test_no_free_text_is_kept_as_it_is_and_no_date_as_a_date():
    for kind in filter(anonymity.leaves, RECORD_KINDS):
        for field in items(kind):
            how = RULES[kind.kind].get(field.name)
            if how is How.KEPT:
                assert issubclass(field.type, Choice | int | Decimal | Dose | Limits | Reading)
            if field.type is PartialDate:
                assert how is How.DAYS or field.name == "birth"


# No identity


def test_nothing_of_the_whole_demonstration_clinic_identifies_anybody(whole_demo, tmp_path):
    ctx = profiles.context(whole_demo, demo.clock())
    made, document, text = exported(whole_demo, ctx, tmp_path / "out.json")
    assert made.patients == len(document["patients"]) == 25
    charts = [whole_demo.chart(each) for each in whole_demo.patient_ids()]
    said = facts(document)
    for chart in charts:
        person = chart.patient.record
        for word in (person.mrn, person.name, person.name_latin, person.phone):
            assert not word or word not in text
        assert person.birth is None or person.birth.text not in said
        for stored in (chart.patient, *(r for kind in chart.records.values() for r in kind)):
            assert str(stored.id) not in text
            assert not stored.source or f'"{stored.source}"' not in said
            assert not stored.note or stored.note not in said
    assert not DAY.search(said)
    for account in whole_demo.of_clinic(Account):
        assert f'"{account.record.name}"' not in text


def test_every_text_in_the_file_is_a_word_of_a_list_or_a_number(whole_demo, tmp_path):
    ctx = profiles.context(whole_demo, demo.clock())
    _made, document, _text = exported(whole_demo, ctx, tmp_path / "out.json")
    for each in document["patients"]:
        for one in (each["fields"], *(r["fields"] for r in each["records"])):
            assert not any(isinstance(value, str) and len(value) > 60 for value in one.values())


def needle_chart():
    """A patient whose every free text is a needle, in every kind that takes the least."""
    records = [
        record("diagnosis", 101, {"date": "2019-05", "site": NEEDLE, "histology": NEEDLE}),
        record("visit", 102, {"date": "2019-05-07", "contact": "visit", "complaint": NEEDLE}),
        record(
            "course", 103, {"regimen": NEEDLE, "therapy": "immunotherapy", "start": "2019-05-07"}
        ),
        record("course_drug", 104, {"course": own_id(103), "drug": NEEDLE, "dose": "240 mg"}),
        record(
            "dose_event",
            105,
            {
                "course": own_id(103),
                "date": "2019-05-07",
                "action": "given",
                "lot": NEEDLE,
                "given_by": NEEDLE,
                "reaction": NEEDLE,
            },
        ),
        record("biomarker", 106, {"test": "PD-L1 CPS", "value": NEEDLE}),
        record("marker_result", 107, {
            "analyte": NEEDLE, "date": "2019-06-01", "value": NEEDLE, "unit": NEEDLE,
            "laboratory": NEEDLE, "method": NEEDLE,
        }),
        record("statement", 108, {"about": "other", "finding": NEEDLE, "stated_by": NEEDLE}),
        record("user_reminder", 109, {"what": NEEDLE, "due": "2019-07-01"}),
        record("contact_attempt", 110, {
            "date": "2019-07-01", "way": NEEDLE, "outcome": "reached", "said": NEEDLE,
        }),
    ]  # fmt: skip
    for each in records:
        each["note"] = each["source"] = NEEDLE
    return patient(
        100,
        f"{NEEDLE}-1",
        *records,
        name=NEEDLE,
        name_latin=NEEDLE,
        phone=NEEDLE,
        occupation=NEEDLE,
    )


@pytest.fixture
def filled(store, tmp_path):
    whole = deepcopy(SMALL)
    whole["patients"].append(needle_chart())
    report = imports.import_file(store, CTX, path=written(tmp_path / "small.json", whole))
    assert report.problems == ()
    return store


def test_no_needle_leaves_in_any_text(filled, tmp_path):
    made, document, text = exported(filled, CTX, tmp_path / "out.json")
    assert NEEDLE not in text
    assert document["texts_in_no_list"] == dict(made.unlisted)
    assert made.unlisted["course.regimen"] == 1
    assert made.unlisted["marker_result.analyte"] == 1
    assert clinics.USER not in text
    assert clinics.CLINIC not in text


def test_the_same_patient_has_another_name_and_place_in_the_next_file(filled, tmp_path):
    names = [
        [p["patient"] for p in exported(filled, CTX, tmp_path / f"{n}.json")[1]["patients"]]
        for n in range(2)
    ]
    assert not set(names[0]) & set(names[1])
    assert all(each == sorted(each) for each in names)


# Every length stays exact


def test_every_duration_of_the_demonstration_is_as_exact_as_before(whole_demo, tmp_path):
    ctx = profiles.context(whole_demo, demo.clock())
    for each in list(whole_demo.patient_ids()):
        chart = whole_demo.chart(each)
        out = tmp_path / f"{each}.json"
        _made, document, _text = exported(whole_demo, ctx, out, patient=each)
        [found] = document["patients"]
        for kind, field in ((Course, "start"), (DoseEvent, "date")):
            before = [getattr(stored.record, field) for stored in chart.of(kind)]
            after = [r["fields"][field] for r in found["records"] if r["kind"] == kind.kind]
            assert len(before) == len(after)
            pairs = zip(pairwise(before), pairwise(after), strict=True)
            for (one, other), (low, high) in pairs:
                span = days_between(one, other)
                if span is not None and None not in (*low, *high):
                    assert (high[0] - low[1], high[1] - low[0]) == (span.low, span.high)


def test_a_month_stays_a_month_and_an_open_end_stays_open():
    zero = anonymity.Day0(PartialDate.parse("2019-05-07").earliest, "x")
    assert anonymity.days(PartialDate.parse("2019-05-28"), zero) == (21, 21)
    assert anonymity.days(PartialDate.parse("2019-06"), zero) == (25, 54)
    assert anonymity.days(PartialDate.parse("[2019-05-07..]"), zero) == (0, None)


def test_links_between_records_and_linked_charts_are_kept_by_number(filled, tmp_path):
    _made, document, _text = exported(filled, CTX, tmp_path / "out.json")
    for each in document["patients"]:
        by_number = {r["n"]: r["kind"] for r in each["records"]}
        for found in each["records"]:
            if found["kind"] in {"course_drug", "dose_event", "plan_segment"}:
                assert by_number[found["fields"]["course"]] == "course"


@pytest.mark.parametrize(
    ("birth", "years"),
    [("1970-05-07", [49, 49]), ("1970-05-08", [48, 48]), ("1970", [48, 49]), ("1920", [90, None])],
)
def test_an_age_is_told_in_years_and_nobody_is_told_apart_from_ninety_on(
    store, tmp_path, birth, years
):
    chart = needle_chart()  # the first immunotherapy began on 2019-05-07
    chart["patient"]["birth"] = birth
    path = written(tmp_path / "one.json", clinics.document(chart))
    assert imports.import_file(store, CTX, path=path).problems == ()
    _made, document, _text = exported(store, CTX, tmp_path / "out.json")
    assert document["patients"][0]["age_years"] == years


# Who, and what is kept of it


@pytest.mark.parametrize("role", list(Role))
def test_only_who_may_exports_without_identity(filled, tmp_path, role):
    ctx = replace(CTX, role=role)
    if Action.ANONYMISE in PERMISSIONS[role]:
        assert anonymised.export(filled, ctx, dest=tmp_path / "out.json").patients == 3
    else:
        with pytest.raises(NotPermitted, match="may not export without identity"):
            anonymised.export(filled, ctx, dest=tmp_path / "out.json")
        assert not (tmp_path / "out.json").exists()


def test_it_stands_in_the_trail_as_an_export(filled, tmp_path):
    first = patients.by_number(filled, CTX, mrn="A-001")
    made = anonymised.export(filled, CTX, dest=tmp_path / "out.json", patient=first)
    [line] = filled.trail.page(TrailFilter(action="export"), 1)
    said = {name: new for name, _old, new in line.changes}
    assert (line.patient, said["kind"], said["sha256"]) == (
        first, "without identity", made.sha256,
    )  # fmt: skip
    with pytest.raises(Refused, match="was not touched"):
        anonymised.export(filled, CTX, dest=tmp_path / "out.json")


def test_the_file_is_never_taken_for_records(filled, tmp_path):
    anonymised.export(filled, CTX, dest=tmp_path / "out.json")
    report = imports.import_file(filled, CTX, path=tmp_path / "out.json")
    assert "not a file of this program" in str(report.problems[0])


def test_charts_and_records_entered_in_error_stay_behind(filled, tmp_path):
    second = UUID(own_id(20))
    chart = filled.chart(second)
    with filled.unit(CTX.because("mistake").stamp()) as unit:
        for stored in (r for kind in chart.records.values() for r in kind):
            unit.void(stored)
    _made, document, _text = exported(filled, CTX, tmp_path / "out.json", patient=second)
    assert document["patients"][0]["records"] == []
    with filled.unit(CTX.because("mistake").stamp()) as unit:
        unit.void(chart.patient)
    assert anonymised.export(filled, CTX, dest=tmp_path / "all.json").patients == 2


def test_the_head_says_what_it_is_and_what_it_is_not(filled, tmp_path):
    _made, document, _text = exported(filled, CTX, tmp_path / "out.json")
    assert document["format"] == "followup-tracker-anonymised"
    assert any("pseudonymised, not anonymous" in line for line in document["statement"])
    assert set(document["left_out"]["patient"]) >= {"mrn", "name", "birth", "phone"}


def test_the_head_is_in_the_language_of_who_asks_and_the_rest_in_none(filled, tmp_path):
    file = tmp_path / "out.json"
    anonymised.export(filled, CTX, dest=file, say=lambda message: f"«{message}»")
    document = json.loads(file.read_text("utf-8"))
    assert document["statement"] == [f"«{sentence}»" for sentence in anonymised.STATEMENT]
    assert file.read_text("utf-8").count("«") == len(anonymised.STATEMENT)
    assert document["left_out"]["document"] == ["*"]
