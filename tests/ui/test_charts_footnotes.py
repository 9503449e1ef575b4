# SPDX-License-Identifier: MIT
"""A telling value is never left out: one without a place at its mark is explained below."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QFontMetricsF

from tests.ui.chart_samples import AS_OF, result, seed, series
from tracker.domain.dates import PartialDate
from tracker.domain.lifeline import Lifeline, RangeStep
from tracker.domain.records.marker import Flag
from tracker.domain.timemap import automatic_window
from tracker.ui.charts.footnotes import ROW
from tracker.ui.charts.frame import View
from tracker.ui.charts.plate import Panel, Plate
from tracker.ui.charts.shapes import Drawing, Text
from tracker.ui.theme import Look

TELLING = {"61.10", "88.20", "0.90", "1.1"}


def heap(markers: int) -> Lifeline:
    """Results of successive days, years before the as-of day, and one of it."""
    first, values = AS_OF - timedelta(days=2000), ("61.10", "88.20", "43.30", "0.90", "61.50")
    near = [
        result(PartialDate.of(first + timedelta(days=n)), value, Flag.HIGH)
        for n, value in enumerate(values)
    ]
    today = result(PartialDate.of(AS_OF), "1.1", Flag.NORMAL)
    return Lifeline(as_of=AS_OF, markers=(series(*near, today),) * markers)


def plate_of(model: Lifeline, look: Look, width: float = 990, fit: bool = True) -> Plate:
    window = None if fit else automatic_window(model.event_days(), *model.extent())
    size = QSizeF(width, 420)
    return Plate(model, look, View(), window, QLocale("en_GB"), size)


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.each() if isinstance(shape, Text)]


def text_of(shape: object) -> str:
    return shape.text if isinstance(shape, Text) else ""


def below(plate: Plate) -> Panel:
    return plate.names[-1]


@pytest.mark.parametrize("markers", [1, 2, 4, 8])
def test_the_telling_values_are_read_however_near_they_lie(look: Look, markers: int) -> None:
    plate = plate_of(heap(markers), look)
    explained = words(below(plate).drawing)
    for panel in plate.markers:
        assert set(words(panel.drawing)) | set(explained) >= TELLING
    numbers = [text for text in explained if text.isdigit()]
    at_marks = [text for panel in plate.markers for text in words(panel.drawing)]
    assert numbers == [str(n + 1) for n in range(len(numbers))]
    assert all(at_marks.count(number) == 1 for number in numbers)


def test_an_explanation_says_which_marker_value_flag_and_day(look: Look) -> None:
    panel = below(plate_of(heap(8), look))
    explained = words(panel.drawing)
    assert explained[:2] == ["1", "SCC antigen"]
    assert " 6 Jun 2019" in explained
    assert "H" in explained


def test_explanations_lie_below_all_else_and_on_the_chart(look: Look) -> None:
    for width in (500, 990):
        plate = plate_of(heap(8), look, width)
        panel = below(plate)
        assert panel.rect.top() >= plate.lanes.rect.bottom()
        assert panel.rect.bottom() <= plate.size.height() + 0.5
        for shape in panel.drawing.each():
            if isinstance(shape, Text):
                wide = QFontMetricsF(shape.font).horizontalAdvance(shape.text)
                assert shape.at.x() + wide <= width
    narrow, wide = (below(plate_of(heap(8), look, width)).rect.height() for width in (500, 990))
    assert narrow > wide >= ROW


def test_nothing_is_explained_where_every_value_has_its_place(look: Look) -> None:
    plate = plate_of(seed(), look, fit=False)
    assert below(plate).rect.bottom() <= plate.lanes.rect.bottom() + 54
    assert "61.10" in words(plate.markers[0].drawing)
    assert "61.10" not in words(below(plate).drawing)


def test_of_equal_lowest_values_the_first_is_named_as_in_the_facts(look: Look) -> None:
    values = ["9.0", "3.1", *["4.0"] * 30, "3.1", "4.0"]
    first = AS_OF - timedelta(days=900)
    points = [
        result(PartialDate.of(first + timedelta(days=24 * n)), value, Flag.NORMAL)
        for n, value in enumerate(values)
    ]
    plate = plate_of(Lifeline(as_of=AS_OF, markers=(series(*points, ranges=()),)), look)
    (at,) = [shape.at.x() for shape in plate.markers[0].drawing.each() if text_of(shape) == "3.1"]
    assert at < 200


@pytest.mark.parametrize("level", ["1.8", "2.1", "4.0"])
def test_results_along_the_middle_of_a_band_do_not_hide_what_its_limit_is(
    look: Look, level: str
) -> None:
    months = (AS_OF - timedelta(days=56 * n) for n in range(7, 0, -1))
    points = [result(PartialDate.of(month), level, Flag.NORMAL, upper=5.0) for month in months]
    step = RangeStep(None, None, 5.0, "normal ≤5.0")
    plate = plate_of(Lifeline(as_of=AS_OF, markers=(series(*points, ranges=(step,)),)), look, 862)
    assert "normal ≤5.0" in words(plate.markers[0].drawing)
