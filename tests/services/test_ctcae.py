# SPDX-License-Identifier: MIT
"""The clinic's own CTCAE workbook and words, and what they say of an event that is saved."""

import pytest

from tests.clinics import CTX, SMALL, written
from tests.interchange.test_ctcae_workbook import V6, book, long, wide
from tracker.domain.errors import NotPermitted, Refused
from tracker.domain.records import AdverseEvent, AdverseEventGrade, TermSynonym
from tracker.domain.records.base import build
from tracker.domain.roles import Role
from tracker.services import exports, imports, patients, records, terminology
from tracker.services.imports import FileKind


@pytest.fixture
def bring(store, tmp_path):
    def run(data, **options):
        path = written(tmp_path / "ctcae.xlsx", data)
        return imports.import_file(store, CTX, path=path, as_kind=FileKind.CTCAE, **options)

    return run


@pytest.fixture
def patient(store, tmp_path):
    imports.import_file(store, CTX, path=written(tmp_path / "small.json", SMALL))
    return patients.by_number(store, CTX, mrn="A-001")


def save(store, patient, texts, *grades):
    nobody = "00000000-0000-7000-8000-000000000000"
    children = tuple(
        records.Entry(record=build(AdverseEventGrade, {"adverse_event": nobody} | each))
        for each in grades
    )
    entry = records.Entry(
        record=build(AdverseEvent, {"onset": "2024-05"} | texts), children=children
    )
    return records.save(store, CTX, patient=patient, entry=entry)


def test_a_workbook_is_stored_whole_and_again_in_its_own_place(store, bring):
    report = bring(book(wide(V6)))
    assert (report.problems, report.added, report.encoding) == (
        (), 4, "CTCAE 6.0, wide layout, sheet CTCAE v6.0 Clean Copy",
    )  # fmt: skip
    bring(book(long()))
    (kept,) = store.ctcae()
    assert (kept.version, len(kept.terms)) == ("6.0", 4)
    assert kept.find("Alopecia").sentences == {1: "made up 1", 2: "made up 2"}
    assert store.verify() == []


def test_a_dry_run_stores_nothing(store, bring):
    assert bring(book(wide(V6)), dry_run=True).added == 4
    assert store.ctcae() == ()


def test_only_who_answers_for_the_clinic_may_bring_a_workbook(store, tmp_path):
    path = written(tmp_path / "ctcae.xlsx", book(wide(V6)))
    other = type(CTX)("Synthetic Nurse", Role.NURSE, CTX.clock)
    with pytest.raises(NotPermitted):
        imports.import_file(store, other, path=path, as_kind=FileKind.CTCAE)


def test_a_workbook_is_never_exported(store, tmp_path):
    with pytest.raises(Refused, match="only read"):
        exports.export(store, CTX, dest=tmp_path / "x.xlsx", kind=FileKind.CTCAE)


def test_both_versions_are_offered_side_by_side_and_a_word_of_the_clinic_finds_its_term(
    store, bring
):
    bring(book(wide(V6)))
    word = TermSynonym(synonym="掉头发", term="Alopecia")
    records.save(store, CTX, patient=None, entry=records.Entry(record=word))
    known = terminology.load(store, CTX).terms
    found = known.vocabulary.search("掉头发")
    assert [(word.code, word.version) for word in found] == [
        ("Alopecia", "5.0"),
        ("Alopecia", "6.0"),
    ]
    assert known.vocabulary.search("alanine increased")[0].code.startswith("Alanine amino")
    assert known.find("6.0", "alopecia").definition == "a definition"
    assert known.find("5.0", "alopecia").definition is None


def test_a_grade_that_the_term_does_not_have_is_refused(store, patient):
    texts = {"term": "Alopecia", "ctcae_version": "5.0", "grade": "3"}
    with pytest.raises(Refused, match=r"no grade 3 in CTCAE 5\.0\. Its grades: 1, 2"):
        save(store, patient, texts)
    save(store, patient, texts | {"grade": "2"}, {"date": "2024-06", "grade": "0"})
    with pytest.raises(Refused, match="no grade 4"):
        save(store, patient, texts | {"grade": "1"}, {"date": "2024-06", "grade": "4"})


def test_a_term_that_the_version_does_not_have_is_refused(store, patient, bring):
    with pytest.raises(Refused, match=r"is no term of CTCAE 5\.0"):
        save(store, patient, {"term": "hair trouble", "ctcae_version": "5.0", "grade": "1"})
    save(store, patient, {"term": "hair trouble", "described_as": "mild"})
    save(store, patient, {"term": "Thrombocytopenia", "ctcae_version": "6.0", "grade": "1"})
    bring(book(wide(V6)))
    with pytest.raises(Refused, match=r"is no term of CTCAE 6\.0"):
        save(store, patient, {"term": "Thrombocytopenia", "ctcae_version": "6.0", "grade": "1"})
