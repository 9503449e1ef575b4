# SPDX-License-Identifier: MIT
"""The manual opens without a network, finds words, and leads nowhere but to itself."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QListWidget

from tracker import paths
from tracker.ui.dialogs.manual import ManualDialog, OfflineBrowser
from tracker.ui.forms.boxes import LineBox
from tracker.ui.theme import Look


@pytest.fixture
def folder(tmp_path):
    pages = tmp_path / "manual" / "en"
    pages.mkdir(parents=True)
    (pages / "1-first.md").write_text("# First day\n\nThe list of today. See [IT](2-it.md).\n")
    (pages / "2-it.md").write_text("# For IT\n\nA backup and a restore. Later a backup again.\n")
    return pages


@pytest.fixture
def manual(qtbot, folder):
    dialog = ManualDialog(Look(), folder)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def titles(manual):
    pages = manual.findChild(QListWidget)
    return [pages.item(row).text() for row in range(pages.count())]


def shown(manual):
    return manual.findChild(OfflineBrowser).toPlainText()


def test_the_pages_are_listed_by_their_titles_and_the_first_is_open(manual):
    assert titles(manual) == ["First day", "For IT"]
    assert shown(manual).startswith("First day")


def test_a_search_keeps_the_pages_that_hold_all_words_and_marks_the_place(manual, qtbot):
    box = manual.findChild(LineBox)
    qtbot.keyClicks(box, "backup")
    assert titles(manual) == ["For IT"]
    first = manual.findChild(OfflineBrowser).textCursor()
    assert first.selectedText() == "backup"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    again = manual.findChild(OfflineBrowser).textCursor()
    assert again.selectedText() == "backup"
    assert again.position() > first.position()


def test_what_no_page_holds_is_said(manual, qtbot):
    qtbot.keyClicks(manual.findChild(LineBox), "xyzzy")
    assert titles(manual) == []


def test_a_link_opens_the_other_page(manual):
    manual.findChild(OfflineBrowser).anchorClicked.emit(QUrl("2-it.md"))
    assert shown(manual).startswith("For IT")


def test_a_link_to_anywhere_else_opens_nothing(manual):
    browser = manual.findChild(OfflineBrowser)
    for address in ("https://example.org/", "file:///etc/passwd", "../../secret.md"):
        browser.anchorClicked.emit(QUrl(address))
        assert shown(manual).startswith("First day")


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "//server/a.png", "../../../secret.png", "/etc/passwd"]
)
def test_nothing_is_loaded_from_outside_the_manual(qtbot, folder, address):
    (folder.parents[1] / "secret.png").write_bytes(b"x")
    browser = OfflineBrowser(Look(), folder)
    qtbot.addWidget(browser)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert browser.loadResource(kind, QUrl(address)) is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_shipped_manual_is_there_in_both_languages(language):
    pages = sorted(paths.manual(language).glob("*.md"))
    assert pages
    assert all(page.read_text("utf-8").startswith("# ") for page in pages)
    other = paths.manual("zh" if language == "en" else "en")
    assert [page.name for page in pages] == sorted(page.name for page in other.glob("*.md"))
