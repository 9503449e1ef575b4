# SPDX-License-Identifier: MIT
"""Choosing from a coded list while typing: nothing is filled in that nobody chose or named."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tracker.domain.vocabulary import Vocabulary, Word
from tracker.ui.forms.lookup_box import LookupBox
from tracker.ui.theme import Look

LIST = Vocabulary(
    [
        Word("SCC", "Squamous cell carcinoma antigen 鳞状细胞癌抗原", ("鳞癌抗原", "SCCA", "laky")),
        Word("CEA", "Carcinoembryonic antigen 癌胚抗原", ("癌胚抗原", "apky")),
        Word("Alopecia", "Skin", ("掉头发",), "5.0"),
        Word("Alopecia", "Skin", ("掉头发",), "6.0"),
    ]
)


@pytest.fixture
def box(qtbot):
    made = LookupBox(Look())
    made.set_vocabulary(LIST)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def offered(box):
    model = box.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_list_follows_what_is_typed(box):
    QTest.keyClicks(box, "anti")
    assert [line.split()[0] for line in offered(box)] == ["SCC", "CEA"]
    QTest.keyClicks(box, "g squam")
    assert [line.split()[0] for line in offered(box)] == ["SCC"]


def test_down_and_enter_fill_in_the_code_and_say_what_was_taken(box, qtbot):
    QTest.keyClicks(box, "alop")
    taken = []
    box.chosen.connect(taken.append)
    popup = box.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box.text() == "Alopecia"
    assert [(word.code, word.version) for word in taken] == [("Alopecia", "6.0")]


@pytest.mark.parametrize("typed", ["scca", "SCCA", "scc"])
def test_a_full_name_becomes_the_code_when_the_box_is_left(box, typed):
    QTest.keyClicks(box, typed)
    box.completer().popup().hide()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "SCC"
    assert box.said(box.text()).startswith("Squamous")


@pytest.mark.parametrize("typed", ["SCC antigen of mine", "anti", "xyz"])
def test_any_other_text_stays_as_it_was_typed(box, typed):
    QTest.keyClicks(box, typed)
    box.completer().popup().hide()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == typed
    assert box.said(typed) == ""


def test_a_stored_text_is_not_changed_by_walking_past_it(box):
    box.set_text("SCCA")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "SCCA"
