# SPDX-License-Identifier: MIT
"""Picture files and the printed page carry the same drawing, whole or not at all."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication

from tests.ui.chart_samples import adverse_event, day, seed
from tracker.domain.errors import UserError
from tracker.domain.lifeline import GradeStep, Lane, LaneKind
from tracker.domain.timemap import automatic_window
from tracker.ui.charts.export import Heading, Sheet, page_drawing, save_pdf, save_png, save_svg
from tracker.ui.charts.frame import View
from tracker.ui.charts.shapes import Text
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
    due="next due: cannot project, no dose date recorded",
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


def words_of(
    sheet: Sheet, heading: Heading = HEADING, facts: tuple[Fact, ...] = FACTS
) -> list[Text]:
    page = page_drawing(sheet, heading, facts)
    return [shape for shape in page.each() if isinstance(shape, Text)]


def test_paper_says_what_is_due_next_or_why_that_is_not_known(sheet: Sheet) -> None:
    assert HEADING.due in [words.text for words in words_of(sheet)]


def test_paper_explains_the_badge_of_a_grade_that_is_not_stated_where_one_is(sheet: Sheet) -> None:
    lanes = (lane for lane in sheet.model.lanes if lane.kind is not LaneKind.ADVERSE_EVENTS)
    graded = adverse_event("2019-04", "marrow", grades=(GradeStep(day("2019-04"), 3),))
    only_graded = (*lanes, Lane(LaneKind.ADVERSE_EVENTS, (graded,)))
    without = replace(sheet, model=replace(sheet.model, lanes=only_graded))
    assert "grade not stated" in [words.text for words in words_of(sheet)]
    assert "grade not stated" not in [words.text for words in words_of(without)]


def test_long_words_on_paper_stay_in_their_column(sheet: Sheet) -> None:
    long = (
        "nasopharynx, squamous cell carcinoma, nonkeratinizing, undifferentiated, of the left side"
    )
    fact = Fact("Diagnosis", long, ((None, "TNM 8 IVB, 14 Mar 2024"), (None, "status: none")))
    words = words_of(sheet, replace(HEADING, diagnosis=long), (fact, *FACTS))
    second_column = next(each.at.x() for each in words if each.text == "Fact 0")
    title = next(each.at.x() for each in words if each.text == HEADING.title)
    pieces = [each for each in words if each.text in long]
    assert " ".join(each.text for each in pieces[1:]) == long
    ends = [each.at.x() + QFontMetricsF(each.font).horizontalAdvance(each.text) for each in pieces]
    assert ends[0] < title
    assert max(ends[1:]) < second_column


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
