# SPDX-License-Identifier: MIT
"""The one-page summary and the paragraph for a letter: what stands there, and that it is logged."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from tests.clinics import CLOCK, CTX
from tracker.domain.dates import PartialDate
from tracker.domain.person import VitalStatus
from tracker.services.records import patient_history
from tracker.ui.charts.summary_page import SIZE, summary_drawing
from tracker.ui.dialogs.summary import SummaryDialog
from tracker.ui.pages.lifeline_tab import LifelineTab
from tracker.ui.views.letter import letter
from tracker.ui.views.printed import heading, summary_title
from tracker.ui.views.six_facts import six_facts
from tracker.ui.views.summary import Section, sections, shortened
from tracker.ui.widgets.press import Press


def summary(page, patient) -> SummaryDialog:
    page.open(patient)
    page.print_summary()
    (dialog,) = [d for d in QApplication.topLevelWidgets() if isinstance(d, SummaryDialog)]
    return dialog


def text_of(path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.fail("pdftotext of poppler-utils is needed to read the page")
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_the_page_of_the_published_case(page, number, demo_desk, demonstration, tmp_path):
    dialog = summary(page, number("SEED-001"))
    dialog.save(str(tmp_path / "summary.pdf"))
    words = text_of(tmp_path / "summary.pdf")
    for expected in (
        "SEED-001",
        "65–66 months",
        "next due: cannot project, no dose date recorded",
        "doses: 0 recorded, given not known",
        "60.95 Gy",
        "OS from admission: 2,167–2,192 d = 71.2–72.0",
        "Calculated, verify.",
        "Page 1 of 1",
        f"audit {demonstration.seal(CLOCK.now())}",
    ):
        assert expected in words
    (line,) = [
        each
        for each in patient_history(demonstration, CTX, patient=number("SEED-001"), limit=5)
        if each.action == "print"
    ]
    assert line.by == CTX.user
    dialog.reject()


def test_a_preview_says_that_it_is_none_of_paper(page, number, demo_desk):
    page.open(number("SEED-001"))
    words = heading(page._chart, demo_desk.today, summary_title(demo_desk.today), None)
    assert words.printed_by == "Preview, not printed"


def test_the_page_has_room_for_the_longest_chart(page, number, demo_desk):
    page.open(number("SEED-001"))
    many = tuple(f"line {n} of a very long story of treatments and outcomes" for n in range(90))
    crowded = tuple(Section(f"part {n}", many) for n in range(4))
    drawn = summary_drawing(
        page.findChild(LifelineTab).sheet(page._chart),
        heading(page._chart, demo_desk.today, "Summary", None),
        six_facts(page._chart, demo_desk.today),
        crowded,
    )
    tops = [shape.at.y() for shape in drawn.each() if hasattr(shape, "at")]
    assert max(tops) < QSizeF(SIZE).height()


def test_what_is_left_out_is_counted():
    assert shortened(["a", "b", "c"], 3) == ["a", "b", "c"]
    assert shortened(["a", "b", "c", "d"], 3) == ["a", "b", "and 2 more in the chart"]


def test_an_empty_section_says_so(page, number, demo_desk):
    page.open(number("SYN-0482"))
    found = {each.title: each.lines for each in sections(page._chart, demo_desk.today)}
    assert all(found.values())


def test_the_letter_names_no_date_more_precisely_than_it_is_known(page, number, demo_desk):
    page.open(number("SEED-001"))
    english = letter(page._chart, demo_desk.today, "en")
    assert (
        "Now toripalimab 240 mg q3w since 2019-05, completed months: 65–66, counted to 2024-11"
        in english
    )
    assert "number given not known" in english
    assert "FIGO 2018 IIIC2p (2018-11-30)" in english
    assert "2019-05-" not in english


def test_a_copied_letter_is_logged(page, number, demonstration):
    dialog = summary(page, number("SYN-0482"))
    press = next(p for p in dialog.findChildren(Press) if p.words == "Copy in English")
    press.click()
    assert "SYN-0482" in QGuiApplication.clipboard().text()
    lines = patient_history(demonstration, CTX, patient=number("SYN-0482"), limit=3)
    assert "print" in [line.action for line in lines]
    assert isinstance(dialog, QDialog)
    dialog.reject()


def test_a_page_of_the_dead_names_no_next_dose(page, number, demo_desk):
    page.open(number("SEED-001"))
    chart = page._chart
    dead = replace(
        chart.patient.record, vital_status=VitalStatus.DEAD, death=PartialDate.parse("2024-11")
    )
    kept = replace(chart, patient=replace(chart.patient, record=dead))
    words = heading(kept, demo_desk.today, summary_title(demo_desk.today), None)
    assert words.due == "died 2024-11"
