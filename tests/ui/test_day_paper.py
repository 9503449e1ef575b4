# SPDX-License-Identifier: MIT
"""The printed day list: read back from its PDF as a reader sees it."""

import re
import shutil
import subprocess
from copy import copy
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage, QPainter, qGray

from tests.clinics import CTX
from tracker.domain.reminders import DayState
from tracker.services import day_sheet
from tracker.services.day_sheet import DaySheet, Part
from tracker.ui.dialogs.print_list import PrintListDialog
from tracker.ui.paper import PAGE, save_pdf
from tracker.ui.views.day_paper import DayPaper

pytestmark = [
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler reads the PDF"),
    pytest.mark.usefixtures("qapp"),
]


@pytest.fixture
def sheet(demonstration):
    return day_sheet.prepare(demonstration, CTX, on=date(2024, 11, 26))


def printed(sheet: DaySheet, path, *, masked=False) -> list[str]:
    save_pdf(path, DayPaper(sheet, masked=masked))
    return read(path)


def read(path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    # the radicals block: PDF readers take 示 from the glyph, which two characters share
    return done.stdout.decode().replace("⽰", "示").removesuffix("\f").split("\f")


def crowded(sheet: DaySheet, times: int) -> DaySheet:
    return replace(sheet, lines=tuple(line for line in sheet.lines for _ in range(times)))


def changed(line, **what):
    """The line with other words in it."""
    other = copy(line)
    vars(other).update(what)
    return other


def test_no_amount_is_parted_from_its_unit_by_the_end_of_a_line(sheet, tmp_path):
    line = next(line for line in sheet.lines if line.due.what == "dose")
    for filling in range(12):  # so that the end of the line falls anywhere in the amount
        treatment = f"{'x' * filling} pembrolizumab + bevacizumab 200 mg + 900 mg q3w"
        due = replace(line.due, treatment=treatment)
        full = replace(sheet, lines=(changed(line, due=due),))
        page = "".join(printed(full, tmp_path / "day.pdf")).replace("\N{NO-BREAK SPACE}", " ")
        assert "200 mg" in page
        assert "900 mg" in page


def test_every_line_of_the_screen_stands_on_the_paper(sheet, tmp_path):
    page = "".join(printed(sheet, tmp_path / "day.pdf"))
    for line in sheet.lines:
        assert line.patient.mrn in page
        if line.patient.name:
            assert line.patient.name in page
    for words in ("5 d over", "toripalimab 240 mg q3w", "C12", "Thu 21 Nov", "31 Oct, 26 d"):
        assert words in page
    assert "ALT G3, 268 U/L" in page
    for head in ("Overdue: 3", "Due: 4", "Held: 1", "Cannot project: 2", "Done: 1"):
        assert head in page
    for head in ("Labs missing: 2", "Scans due: 1"):
        assert head in page


def test_every_page_says_what_it_is_and_how_long_it_holds(sheet, tmp_path, demonstration):
    sheet = day_sheet.release(demonstration, CTX, crowded(sheet, 12), masked=False)
    pages = printed(sheet, tmp_path / "day.pdf")
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        for words in (
            "Day list, Tuesday 26 November 2024",
            "Synthetic Clinic",
            "Not valid after Tue 26 Nov 2024",
            "Before the dose",
            "Printed 2024-11-26 09:30 by Synthetic Admin · version ",
            f"audit {sheet.code}",
        ):
            assert words in page


def test_no_line_is_lost_or_printed_twice_over_the_pages(sheet, tmp_path):
    numbered = [
        changed(line, patient=replace(line.patient, mrn=f"N{place:04}"))
        for place, line in enumerate(crowded(sheet, 20).lines)
    ]
    text = "\f".join(printed(replace(sheet, lines=tuple(numbered)), tmp_path / "day.pdf"))
    found = re.findall(r"N\d{4}", text)
    assert sorted(found) == [f"N{place:04}" for place in range(len(numbered))]


def test_a_section_that_goes_on_says_so_on_the_next_page(sheet, tmp_path):
    late = (line for line in sheet.lines if line.state is DayState.OVERDUE)
    lines = [line for line in late if line.section is None][:2]
    pages = printed(crowded(replace(sheet, lines=tuple(lines)), 30), tmp_path / "day.pdf")
    assert "Overdue: 60" in pages[0]
    assert all("Overdue, continued" in page for page in pages[1:])


def test_masked_paper_has_no_name_and_no_whole_number(sheet, tmp_path):
    page = "".join(printed(sheet, tmp_path / "day.pdf", masked=True))
    for line in sheet.lines:
        for word in (line.patient.name, line.patient.name_latin, line.patient.mrn):
            assert not word or word not in page
    assert "E. M." in page
    assert "…482" in page


def test_a_long_reason_is_wrapped_and_never_cut(sheet, tmp_path):
    reason = " ".join(f"word{n}" for n in range(60))
    held = next(line for line in sheet.lines if line.state is DayState.HELD)
    held = changed(held, due=replace(held.due, reason=reason))
    (page,) = printed(replace(sheet, lines=(held,)), tmp_path / "day.pdf")
    assert all(word in page for word in reason.split())


def test_an_empty_day_is_said_and_not_a_blank_page(sheet, tmp_path):
    (page,) = printed(replace(sheet, lines=()), tmp_path / "day.pdf")
    assert "Nobody is due, held or unanswered." in page
    assert "Page 1 of 1" in page


def test_a_week_holds_until_its_last_day(demonstration, tmp_path):
    week = day_sheet.prepare(demonstration, CTX, on=date(2024, 11, 20), days=6)
    page = "".join(printed(week, tmp_path / "week.pdf"))
    assert "List from Wed 20 Nov 2024 to Tue 26 Nov 2024" in page
    assert "Not valid after Tue 26 Nov 2024" in page
    assert "Later: " in page


def test_the_page_is_black_and_white(sheet):
    paper = DayPaper(sheet, masked=False)
    image = QImage(PAGE.toSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paper.paint(painter, 0)
    painter.end()
    colours = {image.pixel(x, y) for x in range(0, 1123, 3) for y in range(0, 794, 3)}
    assert len(colours) > 4
    assert all(max(c & 255, c >> 8 & 255, c >> 16 & 255) - qGray(c) < 3 for c in colours)


def test_a_part_of_the_list_says_that_it_is_one(demonstration, tmp_path):
    late = Part("overdue", "Overdue", lambda day: day.section("overdue"))
    sheet = day_sheet.prepare(demonstration, CTX, on=date(2024, 11, 26), part=late)
    [page] = printed(sheet, tmp_path / "day.pdf")
    shown = len(sheet.lines)
    assert 0 < shown < sheet.whole
    assert f"only “Overdue”, lines: {shown} of a list of {sheet.whole}" in page
    assert "Due: " not in page


def test_a_part_with_nothing_in_it_does_not_say_that_nobody_waits(demonstration, tmp_path):
    nothing = Part("held", "Held", lambda _day: [])
    sheet = day_sheet.prepare(demonstration, CTX, on=date(2024, 11, 26), part=nothing)
    [page] = printed(sheet, tmp_path / "day.pdf")
    assert "Nothing of the list is in this part." in page
    assert "Nobody" not in page


def test_printing_is_logged_before_a_file_is_there(
    demo_desk, sheet, tmp_path, qtbot, demonstration
):
    dialog = PrintListDialog(demo_desk, sheet)
    qtbot.addWidget(dialog)
    dialog.save(str(tmp_path / "day.pdf"))
    page, *_ = read(tmp_path / "day.pdf")
    assert re.search(r"audit [0-9A-F]{4}-[0-9A-F]{4}", page)
    rows = demonstration._db.execute_sql(
        "SELECT action, content FROM audit ORDER BY seq DESC LIMIT 1"
    ).fetchall()
    assert [row[0] for row in rows] == ["day list printed"]
    assert "SYN" not in rows[0][1]


def test_a_folder_that_cannot_be_written_to_is_told(demo_desk, sheet, tmp_path, qtbot):
    dialog = PrintListDialog(demo_desk, sheet)
    qtbot.addWidget(dialog)
    dialog.save(str(tmp_path / "missing" / "day.pdf"))
    assert "could not be written" in dialog._said.text()
