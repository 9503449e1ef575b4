# SPDX-License-Identifier: MIT
"""Hundreds of marks: in how few calls they are drawn, and that each stands where it belongs."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from tests.ui.chart_samples import AS_OF, course, crowded, result, seed, series
from tracker.domain.dates import PartialDate
from tracker.domain.lifeline import Course, Lane, LaneKind, Lifeline, Tone
from tracker.domain.records.marker import Flag
from tracker.ui.charts.crowds import Dots, ManyFills, ManyLines
from tracker.ui.charts.frame import View
from tracker.ui.charts.lifeline import LifelineChart
from tracker.ui.charts.plate import Plate
from tracker.ui.charts.shapes import Drawing, Shape, Text
from tracker.ui.theme import DARK, Look

BLACK = QColor(Qt.GlobalColor.black)
SIZE = QSizeF(990, 556)
PANELS = 8  # axis, marker, lanes and strip, three names, and what lies over all


def courses(number: int, *, every: int, days: int) -> tuple[Course, ...]:
    """Courses of known days, the last one ending before the as-of day."""
    starts = (AS_OF - timedelta(days=every * (number - i)) for i in range(number))
    return tuple(
        course(
            start.isoformat(),
            f"C{i}",
            Tone.IMMUNOTHERAPY,
            end=PartialDate.of(start + timedelta(days=days)),
        )
        for i, start in enumerate(starts)
    )


def lanes_of(look: Look, *bars: Course) -> list[Shape]:
    model = Lifeline(as_of=AS_OF, lanes=(Lane(LaneKind.DRUGS, bars),))
    plate = Plate(model, look, View(), None, QLocale("en_GB"), SIZE)
    return list(plate.lanes.drawing.each())


def of_kind(shapes: list[Shape], *kinds: type) -> list[Shape]:
    return [shape for shape in shapes if isinstance(shape, kinds)]


def image_of(shape: Shape, scale: float = 1.0) -> QImage:
    image = QImage(int(40 * scale), int(40 * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    try:
        shape.paint(painter)
    finally:
        painter.end()
    return image


def ink(image: QImage) -> np.ndarray:
    """How black each pixel is, from 0 to 1."""
    shape = image.height(), image.bytesPerLine() // 4, 4
    return 1 - np.frombuffer(image.constBits(), np.uint8).reshape(shape)[:, :, 0] / 255


def strip_of(chart: LifelineChart) -> Drawing:
    """The courses of the true-scale strip."""
    assert chart.plate
    assert chart.plate.strip
    return chart.plate.strip.drawing


@pytest.mark.parametrize("number", [12, 60])
def test_courses_of_known_days_are_filled_and_edged_in_three_calls(look: Look, number: int) -> None:
    shapes = lanes_of(look, *courses(number, every=30, days=12))
    assert len(of_kind(shapes, ManyFills, ManyLines)) == 3


def test_a_course_lies_over_the_one_it_touches(look: Look) -> None:
    one, *others = courses(7, every=4, days=60)  # more at a time than there are rows
    shapes = of_kind(lanes_of(look, one, *others), ManyFills)
    assert sum(len(fills.rows) for fills in shapes) == 7
    assert len(shapes) > 1


def test_a_course_without_a_known_day_is_drawn_for_itself(look: Look) -> None:
    (known,) = courses(1, every=30, days=12)
    shapes = lanes_of(look, replace(known, when=PartialDate.parse("2024-10")))
    assert of_kind(shapes, ManyFills) == []


def test_a_title_with_no_room_inside_or_beside_is_left_out(look: Look) -> None:
    apart, near = (
        [each.text for each in of_kind(lanes_of(look, *bars), Text) if each.text[0] == "C"]
        for bars in (courses(5, every=40, days=9), courses(300, every=9, days=4))
    )
    assert len(apart) == 5
    assert len(near) < 30


def test_moving_the_window_leaves_the_courses_of_the_strip_painted(
    chart: LifelineChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[Drawing] = []
    paint = Drawing.paint

    def noted(drawing: Drawing, painter: QPainter) -> None:
        painted.append(drawing)
        paint(drawing, painter)

    monkeypatch.setattr(Drawing, "paint", noted)
    chart.show_course(crowded(markers=1))
    chart.move_window(-1)
    chart.grab()
    before = strip_of(chart)
    painted.clear()
    chart.move_window(-1)
    chart.grab()
    assert strip_of(chart) is before
    assert len(painted) == PANELS - 1
    assert [drawing for drawing in painted if drawing is before] == []


def test_the_courses_of_the_strip_take_another_theme_and_another_patient(
    chart: LifelineChart, look: Look
) -> None:
    chart.show_course(seed())
    light = strip_of(chart)
    look.set_theme(DARK)
    dark = strip_of(chart)
    chart.show_course(replace(seed(), milestones=()))
    assert len(light.shapes) == len(dark.shapes) == len(strip_of(chart).shapes) + 1
    assert light.shapes[0].fill != dark.shapes[0].fill


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_dot_is_stamped_where_its_result_stands(scale: float) -> None:
    for x, y in ((20.0, 20.0), (17.3, 21.6), (12.99, 8.51)):
        black = ink(image_of(Dots(np.array([[x, y]]), 8, BLACK), scale))
        rows, columns = np.indices(black.shape)
        middle = [float((black * (at + 0.5)).sum() / black.sum()) for at in (columns, rows)]
        assert middle == pytest.approx([x * scale, y * scale], abs=0.08)
        assert black.sum() == pytest.approx(np.pi * (4 * scale) ** 2, rel=0.04)


def test_numbers_are_drawn_as_the_lines_and_boxes_they_are() -> None:
    rows = np.array([[10.0, 10.0, 30.0, 10.0], [10.0, 30.0, 30.0, 30.0]])
    lines = ink(image_of(ManyLines(rows, QPen(BLACK, 2))))
    assert [float(lines[y, 20]) for y in (10, 20, 30)] == [1, 0, 1]
    boxes = ink(image_of(ManyFills(np.array([[5.0, 6.0, 10.0, 4.0]]), BLACK)))
    assert boxes.sum() == 40
    assert boxes[6:10, 5:15].all()


def test_numbers_that_do_not_lie_in_rows_are_refused_and_never_read() -> None:
    every_other = np.zeros((4, 8))[:, ::2]
    for rows in (every_other, np.zeros((4, 4), np.float32)):
        with pytest.raises(ValueError, match="no plain rows"):
            image_of(ManyFills(rows, BLACK))


def test_no_results_and_no_lines_draw_nothing() -> None:
    none = np.empty((0, 4))
    for shape in (
        ManyFills(none, BLACK),
        ManyLines(none, QPen(BLACK)),
        Dots(none[:, :2], 8, BLACK),
    ):
        assert ink(image_of(shape)).sum() == 0


def test_links_between_hundreds_of_results_are_one_call(look: Look) -> None:
    points = [
        result(PartialDate.of(AS_OF - timedelta(days=3 * i)), f"{1 + i % 5}", Flag.NORMAL)
        for i in range(600, 0, -1)
    ]
    model = Lifeline(as_of=AS_OF, markers=(series(*points),))
    plate = Plate(model, look, View(), None, QLocale("en_GB"), SIZE)
    shapes = list(plate.markers[0].drawing.each())
    assert [len(each.rows) for each in of_kind(shapes, ManyLines)] == [599]
    assert [len(each.centres) for each in of_kind(shapes, Dots)] == [600]
