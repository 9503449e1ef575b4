# SPDX-License-Identifier: MIT
"""lifeline.feature"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytest_bdd import given, parsers, scenarios, then, when

from tracker.ui.charts.lifeline import LifelineChart
from tracker.ui.charts.shapes import Text
from tracker.ui.widgets.press import Press

pytestmark = pytest.mark.slow

scenarios("lifeline.feature")

MOST_MARKS = 60


def chart_of(me) -> LifelineChart:
    me.wait(lambda: isinstance(me.front.focusWidget(), LifelineChart))
    return me.front.focusWidget()


@given("the lifeline has the keys")
def has_keys(me):
    me.wait(lambda: bool(chart_of(me).plate and chart_of(me).plate.hits()))


@given("I note the picture of the lifeline", target_fixture="noted")
def note(me):
    return chart_of(me).grab().toImage()


@then("the picture is another one")
def another(me, noted):
    assert chart_of(me).grab().toImage() != noted


@then("the picture is the noted one")
def same(me, noted):
    assert chart_of(me).grab().toImage() == noted


@then(parsers.parse('"{switch}" is switched {state}'))
def switched(me, switch, state):
    press = next(p for p in me.front.findChildren(Press) if p.isVisible() and p.text() == switch)
    assert press.isChecked() == (state == "on")


@then(parsers.parse('the mark says "{words}"'))
def mark_says(me, words):
    assert words in me.selected()


@then("no mark is selected")
def none_selected(me):
    chart_of(me)
    assert not me.selected()


@when(parsers.parse('I walk to the mark "{words}"'))
def walk_to(me, words):
    for _ in range(MOST_MARKS):
        if words in me.selected():
            return
        me.press("Right")
    pytest.fail(f"no mark on the way says {words}")


@when(parsers.parse('I click the mark "{words}"'))
def click_mark(me, words):
    chart = chart_of(me)
    rect = next(hit.rect for hit in chart.plate.hits() if words in hit.mark.words)
    at = rect.center().toPoint()
    QTest.mouseMove(chart.viewport(), at)
    QTest.mouseClick(
        chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )


@then(parsers.parse('the lifeline says "{words}"'))
def says(me, words):
    shapes = chart_of(me).plate.whole().each()
    written = " ".join(shape.text for shape in shapes if isinstance(shape, Text))
    assert words in written


@when(parsers.parse('I save it as "{name}"'))
def save(me, name, tmp_path):
    me.wait(lambda: isinstance(me.front, QFileDialog))
    me.press("Ctrl+A")
    me.type(str(tmp_path / name))
    me.press("Enter")
    me.wait((tmp_path / name).exists)


@then(parsers.parse('the file "{name}" begins with "{first}"'))
def begins(tmp_path, name, first):
    content = (tmp_path / name).read_bytes()
    assert first.encode() in content[:8]
    assert len(content) > 10_000
