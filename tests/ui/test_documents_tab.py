# SPDX-License-Identifier: MIT
"""The documents of a chart: added by keyboard, shown, and no readable copy left behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, written
from tracker.domain.records import Document
from tracker.services import documents, imports
from tracker.ui.bus import Bus
from tracker.ui.desk import Desk
from tracker.ui.dialogs.add_document import AddDocumentDialog
from tracker.ui.dialogs.picture import PictureDialog, read_picture
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.pages.documents_tab import DocumentsTab
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look

PDF = b"%PDF-1.7\nsynthetic"


def picture(width=40, height=20) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


@pytest.fixture
def store(tmp_path):
    opened = clinics.make(tmp_path / "profile")
    file = written(tmp_path / "small.json", SMALL)
    assert imports.import_file(opened, CTX, path=file).problems == ()
    yield opened
    opened.close(CLOCK.now())


@pytest.fixture
def patient(store):
    return store.find_mrn("A-001")


@pytest.fixture
def tab(store, patient, qtbot):
    desk = Desk(Look(), InlineTasks(lambda: store, lambda _store: None), Bus(), CTX)
    made = DocumentsTab(desk)
    desk.bus.changed.connect(lambda _changed: made.show_chart(store.chart(patient)))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.show_chart(store.chart(patient))
    yield made
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, AddDocumentDialog | PictureDialog | ReportDialog):
            dialog.reject()


@pytest.fixture
def opened_outside(monkeypatch):
    """What the desktop was asked to show; each is there while it is asked for."""
    asked: list[Path] = []

    def open_url(url):
        asked.append(Path(url.toLocalFile()))
        return asked[-1].exists()

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def the(kind):
    """The open dialog of a kind."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]


def file(tmp_path, content, name="scan.pdf"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def open_first(tab):
    tab.table.view.go_to(0)
    QTest.keyClick(tab.table.view, Qt.Key.Key_Return)


def put(store, patient, path, name="letter"):
    documents.add(store, CTX, patient=patient, path=path, name=name)


def test_a_file_is_added_with_its_title_and_date_by_keyboard(tab, store, patient, tmp_path, qtbot):
    tab.offer(str(file(tmp_path, PDF)))
    dialog = the(AddDocumentDialog)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClicks(dialog.name.box, "CT report")
    QTest.keyClicks(dialog.date.box, "2019-03-29")
    dialog.save.setFocus()
    QTest.keyClick(dialog.save, Qt.Key.Key_Return)
    (stored,) = store.chart(patient).of(Document)
    assert (stored.record.name, stored.record.date.text) == ("CT report", "2019-03-29")
    assert store.attached(stored.record) == PDF
    assert [row.stored.id for row in tab.table.model.rows] == [stored.id]


def test_no_title_is_made_up_from_the_name_of_the_file(tab, store, patient, tmp_path):
    tab.offer(str(file(tmp_path, PDF, "王示例 CT.pdf")))
    dialog = the(AddDocumentDialog)
    assert dialog.name.text() == ""
    dialog.save.click()
    assert dialog.name.is_bad
    assert store.chart(patient).of(Document) == ()
    dialog.reject()


def test_what_was_typed_stays_when_the_file_is_refused(tab, store, patient, tmp_path):
    tab.offer(str(file(tmp_path, b"MZ a program", "letter.pdf")))
    dialog = the(AddDocumentDialog)
    QTest.keyClicks(dialog.name.box, "CT report")
    dialog.save.click()
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("neither a PDF" in words for words in said)
    assert dialog.name.text() == "CT report"
    assert dialog.save.isEnabled()
    dialog.reject()


def test_a_picture_is_shown_inside_and_written_nowhere(
    tab, store, patient, tmp_path, opened_outside
):
    put(store, patient, file(tmp_path, picture(), "skin.png"), "rash, left arm")
    tab.show_chart(store.chart(patient))
    open_first(tab)
    assert the(PictureDialog).windowTitle() == "rash, left arm"
    assert not the(PictureDialog).grab().isNull()
    assert opened_outside == []
    the(PictureDialog).reject()


def test_a_picture_larger_than_the_window_is_shown_whole(tab, store, patient, tmp_path):
    put(store, patient, file(tmp_path, picture(4000, 3000), "skin.png"))
    tab.show_chart(store.chart(patient))
    open_first(tab)
    dialog = the(PictureDialog)
    assert dialog.height() <= 680
    dialog.grab()
    dialog.reject()


def test_a_damaged_picture_says_so(tab, store, patient, tmp_path):
    put(store, patient, file(tmp_path, picture()[:20], "skin.png"))
    tab.show_chart(store.chart(patient))
    open_first(tab)
    assert "cannot be shown" in the(ReportDialog).findChild(QLabel, "said").text()
    the(ReportDialog).reject()


def test_a_pdf_opens_outside_from_a_private_copy_that_does_not_stay(
    tab, store, patient, tmp_path, opened_outside
):
    put(store, patient, file(tmp_path, PDF), "../../evil")
    tab.show_chart(store.chart(patient))
    open_first(tab)
    (copy,) = opened_outside
    assert copy.read_bytes() == PDF
    assert copy.suffix == ".pdf"
    assert "evil" not in str(copy)
    assert copy.parent.stat().st_mode & 0o077 == 0
    tab.show_chart(store.chart(store.find_mrn("A-002")))
    assert not copy.parent.exists()


def test_a_private_copy_is_gone_when_the_program_ends(
    tab, store, patient, tmp_path, opened_outside, qapp
):
    put(store, patient, file(tmp_path, PDF))
    tab.show_chart(store.chart(patient))
    open_first(tab)
    qapp.aboutToQuit.emit()
    assert not opened_outside[0].parent.exists()


def test_a_missing_file_is_said_and_nothing_opens(tab, store, patient, tmp_path, opened_outside):
    put(store, patient, file(tmp_path, PDF))
    tab.show_chart(store.chart(patient))
    (stored,) = store.chart(patient).of(Document)
    (store.profile.attachments / stored.record.file).unlink()
    said = []
    tab._desk.tasks.failed.connect(said.append)
    open_first(tab)
    assert "missing" in str(said[0])
    assert opened_outside == []


def test_the_record_of_a_document_can_be_amended(tab, store, patient, tmp_path, qtbot):
    put(store, patient, file(tmp_path, PDF))
    tab.show_chart(store.chart(patient))
    tab.table.view.go_to(0)
    with qtbot.waitSignal(tab.opened) as asked:
        tab._details.click()
    assert isinstance(asked.args[0].record, Document)


def test_what_is_no_picture_is_a_null_picture():
    assert read_picture(b"nothing").isNull()
