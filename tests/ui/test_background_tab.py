# SPDX-License-Identifier: MIT
"""Beside the background: stage at diagnosis, disease now, few metastases by definition."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.domain.builders import ChartOf
from tracker.domain.records import Diagnosis, DiseaseStatus, ImagingStudy, Procedure, Stage
from tracker.ui.pages.background_tab import BackgroundTab
from tracker.ui.views.disease import few_in_short


@pytest.fixture
def tab(qtbot, demo_desk):
    made = BackgroundTab(demo_desk)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made


def relapsed(lesions, **status):
    made = ChartOf()
    diagnosis = made.add(Diagnosis, site="cervix", date="2018-11-26")
    made.add(Stage, diagnosis=str(diagnosis), date="2018-11-30", system="FIGO 2018",
             stage="IIIC2", basis="p")  # fmt: skip
    made.add(Procedure, date="2019-04-03", type="biopsy", name="biopsy", proves="relapse")
    made.add(ImagingStudy, date="2019-04-04", modality="PET-CT", conclusion="progression",
             lesions=lesions)  # fmt: skip
    made.add(DiseaseStatus, date="2019-04-03", disease="recurrent", basis="biopsy", **status)
    return made.chart()


def said(tab):
    return [label.text() for label in tab.findChildren(QLabel) if label.text()]


def test_stage_and_status_stand_apart_and_each_definition_has_its_answer(tab):
    tab.show_chart(relapsed("3", primary_tumour="controlled"))
    words = said(tab)
    assert words[words.index("Stage at diagnosis") + 1] == "FIGO 2018 IIIC2p, 30 Nov 2018"
    assert words[words.index("Disease status now") + 1] == "recurrent, 3 Apr 2019, biopsy"
    assert "lesions: 3, PET-CT 4 Apr 2019" in words
    assert "128 d: primary 26 Nov 2018, metastases 3 Apr 2019" in words
    assert "1–5 after the primary: metachronous oligometastases" in words
    assert "six-month window (ESTRO/EORTC 2020): synchronous oligometastases" in words
    assert "1–5 beside an active primary: not met" in words
    assert (
        "1–5, primary controlled, all treatable locally: cannot classify: "
        "not recorded whether all are treatable locally" in words
    )


def test_the_published_case_cannot_be_classified(tab, demonstration, number):
    chart = demonstration.chart(number("SEED-001"))
    tab.show_chart(chart)
    assert "1–5 after the primary: cannot classify: lesion count missing" in said(tab)
    assert few_in_short(chart) == "oligometastases: cannot classify: lesion count missing"


def test_six_metastases_are_named_once_in_short():
    assert few_in_short(relapsed("6")) == "more than five metastases"
    named = few_in_short(relapsed("3", primary_tumour="active"))
    assert named == "synchronous oligometastases / metachronous oligometastases"


def test_an_empty_chart_has_nothing_beside_its_tables(tab):
    tab.show_chart(ChartOf().chart())
    assert not tab._facts.isVisible()
