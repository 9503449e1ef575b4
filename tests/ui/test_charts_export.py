# SPDX-License-Identifier: MIT
"""Picture files and the printed page carry the same drawing, whole or not at all."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.chart_samples import seed
from tracker.domain.errors import UserError
from tracker.domain.timemap import automatic_window
from tracker.ui.charts.export import Heading, Sheet, save_pdf, save_png, save_svg
from tracker.ui.charts.frame import View
from tracker.ui.print_theme import PRINT
from tracker.ui.theme import LIGHT, Look
from tracker.ui.widgets.facts import Fact

SIZE = QSizeF(990, 556)
HEADING = Heading(
    name="种子病例",
    latin="Seed case",
    identity="SEED-001 female 46 y",
    diagnosis="Cervix, squamous cell carcinoma",
    treatment="toripalimab 240 mg q3w since 2019-05",
    title="Lifeline, as of 26 Nov 2024",
    page="Page 1 of 1",
    convention="Durations are ranges where a day is unknown.",
    printed_by="Printed 26 Nov 2024 by N.N.",
)
FACTS = tuple(Fact(f"Fact {n}", f"headline {n}", ((None, "a line"),)) for n in range(6))


@pytest.fixture
def sheet(qapp: QApplication) -> Sheet:
    model = seed()
    window = automatic_window(model.event_days(), *model.extent())
    return Sheet(model, View(), window, QLocale("en_GB"))


def test_a_picture_has_twice_the_resolution_of_the_screen(tmp_path: Path, sheet: Sheet) -> None:
    path = tmp_path / "lifeline.png"
    save_png(path, sheet, Look(), SIZE)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1980, 1112)
    colours = {image.pixel(x, 330) for x in range(0, 1980, 3)}
    assert len(colours) > 3


def test_a_vector_picture_keeps_its_words_as_text(tmp_path: Path, sheet: Sheet) -> None:
    path = tmp_path / "lifeline.svg"
    save_svg(path, sheet, Look(LIGHT), SIZE)
    svg = path.read_text(encoding="utf-8")
    assert "61.10" in svg
    assert "toripalimab 240 mg q3w" in svg
    assert "rgba(" not in svg


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler to read the page")
def test_the_printed_page_is_one_a4_page_with_its_text(tmp_path: Path, sheet: Sheet) -> None:
    path = tmp_path / "lifeline.pdf"
    save_pdf(path, sheet, HEADING, FACTS)
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True
    ).stdout
    for words in ("SEED-001", "61.10", "range uncertain", "HDR 7 × 2", "headline 5", "by N.N."):
        assert words in text
    info = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True, text=True).stdout
    assert "Pages:           1" in info
    assert "A4" in info


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="needs poppler to read the fonts")
def test_the_printed_page_brings_its_fonts(tmp_path: Path, sheet: Sheet) -> None:
    path = tmp_path / "lifeline.pdf"
    save_pdf(path, sheet, HEADING, FACTS)
    listing = subprocess.run(
        ["pdffonts", str(path)], capture_output=True, check=True, text=True
    ).stdout.splitlines()[2:]
    assert listing
    assert all(line.split()[-5] == "yes" for line in listing)


def test_print_uses_no_colour() -> None:
    for name in ("text", "overdue", "done", "io", "rt", "chemo", "band", "accent", "ask"):
        colour = getattr(PRINT, name)
        assert colour.red() == colour.green() == colour.blue(), name


def test_a_failed_export_leaves_the_file_that_was_there(tmp_path: Path, sheet: Sheet) -> None:
    folder = tmp_path / "not a folder"
    folder.write_text("a file", encoding="utf-8")
    with pytest.raises(UserError, match=r"lifeline\.png"):
        save_png(folder / "lifeline.png", sheet, Look(), SIZE)
    assert folder.read_text(encoding="utf-8") == "a file"
