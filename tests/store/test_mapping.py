# SPDX-License-Identifier: MIT
"""A record as columns and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import DATE_TEXTS, USER, records_of
from tests.store.foundation import NOW, PATIENT, RECORD
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Status, Stored
from tracker.domain.errors import CannotOpen
from tracker.domain.fields import items
from tracker.domain.records import RECORD_KINDS, Visit
from tracker.domain.records.base import build, content
from tracker.store.mapping import (
    ENVELOPE,
    audited,
    content_columns,
    content_of,
    row_columns,
    row_of,
    stored_of,
    texts_of,
)
from tracker.store.sealed import canonical, strict_object


def stored(record, **envelope):
    own_id = PATIENT if record.kind == "patient" else RECORD
    patient = None if record.of_clinic else PATIENT
    return Stored(
        id=own_id, patient=patient, record=record, recorded_at=NOW, recorded_by=USER, **envelope
    )


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.kind)
@given(data=st.data())
def test_a_record_comes_back_as_it_was_stored(kind, data):
    record = data.draw(records_of(kind))
    whole = stored(record, revision=3, status=Status.ENTERED_IN_ERROR, source="page 2", note="n")
    assert stored_of(kind, tuple(row_of(whole).values())) == whole


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.kind)
@given(data=st.data())
def test_an_audit_entry_says_what_a_person_typed(kind, data):
    record = data.draw(records_of(kind))
    entry = strict_object(canonical(audited(row_of(stored(record)))).encode())
    assert texts_of(kind, entry) == content(record)


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.kind)
def test_the_columns_stand_in_one_order(kind):
    assert tuple(row_of(stored(least(kind)))) == row_columns(kind)
    assert tuple(content_of(least(kind))) == content_columns(kind)


def least(kind):
    """A record of ``kind`` with every field empty: only its columns are looked at."""
    return kind(**dict.fromkeys(field.name for field in items(kind)))


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.kind)
def test_no_field_takes_the_name_of_a_column_of_the_envelope(kind):
    assert {"patient", *ENVELOPE}.isdisjoint(content_columns(kind))
    assert len(set(row_columns(kind))) == len(row_columns(kind))


@pytest.mark.parametrize("text", DATE_TEXTS)
def test_a_date_keeps_its_text_and_its_days(text):
    columns = content_of(build(Visit, {"date": text, "contact": "visit"}))
    date = PartialDate.parse(text)
    assert columns["date_text"] == text
    assert columns["date_earliest"] == (date.earliest.toordinal() if date.earliest else None)
    assert columns["date_latest"] == (date.latest.toordinal() if date.latest else None)


def test_digits_that_were_written_are_kept():
    columns = content_of(build(Visit, {"date": "2019", "contact": "visit", "weight": "61.10"}))
    assert columns["weight"] == "61.10"


def test_the_source_and_the_note_are_part_of_the_audit_entry():
    record = build(Visit, {"date": "2019", "contact": "visit"})
    entry = audited(row_of(stored(record, source="letter", note="by phone")))
    assert texts_of(Visit, entry) == content(record) | {"source": "letter", "note": "by phone"}
    assert {"patient", "id", "revision", "status", "recorded_at"}.isdisjoint(entry)


def test_an_audit_entry_says_that_a_record_was_voided():
    record = build(Visit, {"date": "2019", "contact": "visit"})
    voided = stored(record, status=Status.ENTERED_IN_ERROR)
    assert audited(row_of(voided))["status"] == "entered-in-error"


def test_a_value_that_the_program_never_writes_is_named_and_not_guessed():
    row = row_of(stored(build(Visit, {"date": "2019", "contact": "visit"})))
    row["contact"] = "by pigeon"
    with pytest.raises(CannotOpen, match="table visit"):
        stored_of(Visit, tuple(row.values()))
