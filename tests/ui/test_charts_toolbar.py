# SPDX-License-Identifier: MIT
"""The row of switches above the lifeline: the same as its keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.chart_samples import seed
from tracker.ui.charts.lifeline import LifelineChart
from tracker.ui.charts.toolbar import ChartBar
from tracker.ui.theme import Look
from tracker.ui.widgets.press import Press


@pytest.fixture
def bar(qtbot: QtBot, look: Look, chart: LifelineChart) -> ChartBar:
    made = ChartBar(look, chart)
    qtbot.addWidget(made)
    return made


def test_the_switches_show_what_the_keys_did(
    qtbot: QtBot, chart: LifelineChart, bar: ChartBar
) -> None:
    chart.show_course(seed())
    switches = {press.words: press for press in bar.findChildren(Press)}
    assert switches["log"].isChecked()
    assert not switches["fit"].isChecked()
    qtbot.keyClick(chart, Qt.Key.Key_L)
    qtbot.keyClick(chart, Qt.Key.Key_F)
    assert not switches["log"].isChecked()
    assert switches["fit"].isChecked()


def test_a_switch_changes_the_chart(qtbot: QtBot, chart: LifelineChart, bar: ChartBar) -> None:
    chart.show_course(seed())
    switches = {press.words: press for press in bar.findChildren(Press)}
    qtbot.mouseClick(switches["÷ limit"], Qt.MouseButton.LeftButton)
    assert chart.view.divided
    with qtbot.waitSignal(chart.print_asked):
        qtbot.mouseClick(switches["print"], Qt.MouseButton.LeftButton)
