# SPDX-License-Identifier: MIT
"""Letters and pictures of a chart: what is accepted, who may, and what is logged."""

from dataclasses import replace

import pytest

from tests import clinics
from tests.clinics import CTX
from tracker.domain.dates import PartialDate
from tracker.domain.errors import CannotOpen, NotPermitted, Refused
from tracker.domain.records import Document
from tracker.domain.records.document import LARGEST_DOCUMENT, MediaType
from tracker.domain.roles import Role
from tracker.services import documents, imports
from tracker.store.faults import StorageFault

PDF = b"%PDF-1.7\nsynthetic"
PNG = b"\x89PNG\r\n\x1a\nsynthetic"
JPEG = b"\xff\xd8\xff\xe0synthetic"


@pytest.fixture
def patient(store, tmp_path):
    file = clinics.written(tmp_path / "small.json", clinics.SMALL)
    assert not imports.import_file(store, CTX, path=file).problems
    return store.find_mrn("A-001")


def add(store, patient, path, ctx=CTX, **more):
    return documents.add(store, ctx, patient=patient, path=path, name="letter", **more)


def nothing_stored(store, patient):
    folder = store.profile.attachments
    return not store.chart(patient).of(Document) and not (
        folder.exists() and list(folder.iterdir())
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [(PDF, MediaType.PDF), (PNG, MediaType.PNG), (JPEG, MediaType.JPEG)],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_pdf_or_a_picture_is_known_by_its_content(store, patient, tmp_path, content, kind):
    path = tmp_path / "scan.dat"
    path.write_bytes(content)
    saved = add(store, patient, path, date=PartialDate.parse("2019-05"), source="by post")
    (stored,) = store.chart(patient).of(Document)
    assert stored == saved.stored
    assert (stored.record.media_type, stored.record.size) == (kind, len(content))
    assert (stored.record.date.text, stored.source) == ("2019-05", "by post")
    assert documents.content(store, CTX, stored=stored) == content
    assert store.verify() == []


@pytest.mark.parametrize(
    "content", [b"", b"MZ program", b"<html>", b"PK\x03\x04", b" %PDF-", b"\x89PNG"]
)
def test_anything_else_is_refused_whatever_its_name_says(store, patient, tmp_path, content):
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    with pytest.raises(Refused, match=r"letter\.pdf is neither"):
        add(store, patient, path)
    assert nothing_stored(store, patient)


def test_the_largest_document_is_kept_and_one_byte_more_is_refused(store, patient, tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(PDF.ljust(LARGEST_DOCUMENT, b"x"))
    assert add(store, patient, path).stored.record.size == LARGEST_DOCUMENT
    path.write_bytes(PDF.ljust(LARGEST_DOCUMENT + 1, b"x"))
    with pytest.raises(Refused, match="larger than 25 MB"):
        add(store, patient, path)
    assert len(store.chart(patient).of(Document)) == 1


def test_a_date_in_the_future_is_refused_and_leaves_no_file(store, patient, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(PDF)
    with pytest.raises(Refused, match="future"):
        add(store, patient, path, date=PartialDate.parse("2031"))
    assert nothing_stored(store, patient)


def test_a_file_that_cannot_be_read_is_named_as_such(store, patient, tmp_path):
    with pytest.raises(StorageFault):
        add(store, patient, tmp_path / "gone.pdf")


def test_who_may_only_look_adds_nothing(store, patient, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(PDF)
    with pytest.raises(NotPermitted):
        add(store, patient, path, ctx=replace(CTX, role=Role.VIEWER))
    assert nothing_stored(store, patient)


def test_who_opened_a_document_is_in_the_trail(store, patient, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(PDF)
    stored = add(store, patient, path).stored
    documents.content(store, CTX, stored=stored)
    newest = store.patient_history(patient, 1)[0]
    assert (newest.action, newest.kind, newest.record) == ("open", "document", stored.id)


def test_a_document_that_came_without_its_file_says_so(store, patient, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(PDF)
    stored = add(store, patient, path).stored
    (store.profile.attachments / stored.record.file).unlink()
    with pytest.raises(CannotOpen, match="missing"):
        documents.content(store, CTX, stored=stored)
