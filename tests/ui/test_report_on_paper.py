# SPDX-License-Identifier: MIT
"""A report on paper: nothing of it is lost, and a computer without a printer says so."""

import re
import shutil
import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.paper import save_pdf
from tracker.ui.text_paper import TextPaper
from tracker.ui.theme import Look
from tracker.ui.widgets.press import Press


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler reads the PDF")
def test_every_line_of_a_protocol_is_printed_once_on_numbered_pages(qapp, tmp_path):
    lines = [f"line {n} " + "of many words " * (n % 40) for n in range(1, 90)]
    file = tmp_path / "protocol.pdf"
    save_pdf(file, TextPaper("Restored", lines))
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    pages = done.stdout.decode().removesuffix("\f").split("\f")
    assert len(pages) > 2
    for n, page in enumerate(pages, 1):
        assert "Restored" in page
        assert f"Page {n} of {len(pages)}" in page
    printed = re.findall(r"line (\d+)", " ".join(pages))
    assert printed == [str(n) for n in range(1, 90)]
    assert "".join(pages).count("words") == sum(n % 40 for n in range(1, 90))


def test_a_computer_without_a_printer_says_where_the_words_are(qtbot, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog = ReportDialog(Look(), "Restored", "The backup is in place.", ["one"], can_print=True)
    qtbot.addWidget(dialog)
    press = next(each for each in dialog.findChildren(Press) if each.words == "Print …")
    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
    assert "knows no printer" in dialog.findChild(QLabel, "said").text()


def test_an_ordinary_report_offers_no_print(qtbot):
    dialog = ReportDialog(Look(), "Imported", "Three records.", ["one"])
    qtbot.addWidget(dialog)
    assert "Print …" not in [each.words for each in dialog.findChildren(Press)]
