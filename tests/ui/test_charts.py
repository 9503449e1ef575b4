# SPDX-License-Identifier: MIT
"""The lifeline: what is drawn, what is said, and what a click and a key find."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.chart_samples import AS_OF, course, crowded, day, event, result, seed, series
from tracker.domain.dates import UNKNOWN, PartialDate
from tracker.domain.lifeline import Lane, LaneKind, Lifeline, Mark, RangeStep, Symbol, Tone
from tracker.domain.records.marker import Flag
from tracker.domain.timemap import automatic_window
from tracker.ui.charts.crowds import Dots, ManyLines
from tracker.ui.charts.frame import View
from tracker.ui.charts.lifeline import LifelineChart
from tracker.ui.charts.plate import Plate
from tracker.ui.charts.results import CROWDED
from tracker.ui.charts.shapes import (
    Box,
    Dot,
    Drawing,
    Group,
    Hatch,
    Lines,
    Path,
    Shape,
    Soft,
    Text,
)
from tracker.ui.theme import DARK, Look

SIZE = QSizeF(990, 556)


def plate_of(model: Lifeline, look: Look, size: QSizeF = SIZE, view: View | None = None) -> Plate:
    window = automatic_window(model.event_days(), *model.extent())
    return Plate(model, look, view or View(), window, QLocale("en_GB"), size)


def one_marker(look: Look, *points: object, view: View | None = None, **more: object) -> Plate:
    lane = series(*points, **more)
    return plate_of(Lifeline(as_of=AS_OF, markers=(lane,)), look, view=view)


def drawn(plate: Plate, kind: type) -> list[Shape]:
    return [shape for shape in plate.markers[0].drawing.each() if isinstance(shape, kind)]


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.each() if isinstance(shape, Text)]


def words_of(shapes: tuple[Shape, ...] | list[Shape], at: QPointF) -> Iterator[tuple[QRectF, str]]:
    """Every line of text with its ink on the plate."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from words_of(shape.shapes, at + shape.origin)
        elif isinstance(shape, Text):
            metrics = QFontMetricsF(shape.font)
            ink = metrics.tightBoundingRect(shape.text)
            yield ink.translated(at + shape.at), shape.text


def click(qtbot: QtBot, chart: LifelineChart, at: QPointF) -> None:
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())


def place_of(chart: LifelineChart, mark: Mark) -> QPointF:
    assert chart.plate
    return next(hit.rect.center() for hit in chart.plate.hits() if hit.mark is mark)


# --- what is drawn ----------------------------------------------------------------------------


def test_every_record_of_the_course_can_be_pointed_at(look: Look) -> None:
    for model in (seed(), crowded()):
        found = {id(hit.mark) for hit in plate_of(model, look).hits()}
        assert [m.words for m in model.marks() if id(m) not in found] == []


def test_every_record_can_be_pointed_at_with_everything_at_one_scale(look: Look) -> None:
    model = seed()
    plate = Plate(model, look, View(), None, QLocale("en_GB"), SIZE)
    found = {id(hit.mark) for hit in plate.hits()}
    assert all(id(mark) in found for mark in model.marks())


def test_a_flag_is_shown_as_it_was_frozen_whatever_the_range_says_now(look: Look) -> None:
    high_below = one_marker(look, result("2019-02-03", "1.0", Flag.HIGH))
    assert "H" in texts(high_below.markers[0].drawing)
    normal_above = one_marker(look, result("2019-02-03", "9.0", Flag.NORMAL))
    assert "H" not in texts(normal_above.markers[0].drawing)


def test_no_flag_is_invented_for_a_result_that_has_none(look: Look) -> None:
    plate = one_marker(look, result("2019-02-03", "99", None))
    assert {"H", "L"}.isdisjoint(texts(plate.markers[0].drawing))


def test_a_switch_in_an_unknown_day_of_a_month_is_hatched(look: Look) -> None:
    plate = one_marker(look, result("2019-02-03", "2.2", Flag.HIGH))
    assert drawn(plate, Hatch)
    assert "range uncertain" in texts(plate.markers[0].drawing)


def test_a_switch_on_a_known_day_is_a_plain_step(look: Look) -> None:
    steps = (RangeStep(None, None, 1.5, "<1.5"), RangeStep(day("2019-08-15"), None, 2.7, "<2.7"))
    plate = one_marker(look, result("2019-02-03", "2.2", Flag.HIGH), ranges=steps)
    assert not drawn(plate, Hatch)


def test_bands_can_be_hidden_without_touching_a_flag(look: Look) -> None:
    point = result("2019-02-03", "2.2", Flag.HIGH)
    plate = one_marker(look, point, view=View(bands=False))
    assert not drawn(plate, Hatch)
    assert "H" in texts(plate.markers[0].drawing)


def test_a_month_is_never_shown_as_a_day(look: Look) -> None:
    soft = drawn(one_marker(look, result("2019-02", "2.2", Flag.HIGH)), Soft)
    assert len(soft) == 1
    assert not drawn(one_marker(look, result("2019-02-03", "2.2", Flag.HIGH)), Soft)


def test_a_result_without_a_date_is_a_dashed_box_that_says_so(look: Look) -> None:
    place = (date(2019, 4, 8), date(2019, 6, 1))
    plate = one_marker(look, result("2019-02/..", "5.2", Flag.HIGH, place=place))
    assert drawn(plate, Box)
    assert any("no date" in text for text in texts(plate.markers[0].drawing))


def test_a_result_below_the_assay_limit_is_a_hollow_triangle_at_the_limit_and_never_at_zero(
    look: Look,
) -> None:
    points = (result("2019-02-03", "<0.5", Flag.NORMAL), result("2019-03-03", "0.5", Flag.NORMAL))
    plate = one_marker(look, *points)
    limit, value = (
        next(h.rect.center().y() for h in plate.hits() if h.mark is point) for point in points
    )
    assert limit == pytest.approx(value)
    hollow = [s for s in drawn(plate, Path) if isinstance(s, Path) and s.pen and s.fill]
    assert len(hollow) == 1


def test_nothing_is_drawn_for_a_result_without_a_number_but_it_is_counted(look: Look) -> None:
    point = replace(result("2019-02-03", "1", None), number=None, text="negative")
    plate = one_marker(look, point)
    assert "negative" not in texts(plate.markers[0].drawing)
    assert "1 not drawn" in texts(plate.names[0].drawing)
    assert any(hit.mark is point for hit in plate.hits())


def test_nothing_is_drawn_for_an_event_without_any_place_but_it_is_counted(look: Look) -> None:
    lost = event(None, Symbol.SCAN, "a scan", title="CT")
    lane = Lane(LaneKind.IMAGING, (lost, event("2020-01-01", Symbol.SCAN, "another")))
    plate = plate_of(Lifeline(as_of=AS_OF, lanes=(lane,)), look)
    assert "CT" not in texts(plate.lanes.drawing)
    assert "1 without a date" in texts(plate.names[1].drawing)
    assert any(hit.mark is lost for hit in plate.hits())


def test_a_course_without_a_recorded_dose_has_no_tick(look: Look) -> None:
    bar = course("2019-05", "toripalimab", Tone.IMMUNOTHERAPY, ongoing=True, question="no dose")
    model = Lifeline(as_of=AS_OF, lanes=(Lane(LaneKind.DRUGS, (bar,)),))
    assert bar.doses == ()
    assert [h.mark for h in plate_of(model, look).hits()].count(bar) >= 1


def test_a_chart_without_results_says_so(look: Look) -> None:
    plate = plate_of(Lifeline(as_of=AS_OF), look)
    assert "No marker result recorded" in texts(plate.markers[0].drawing)
    assert "".join(texts(plate.names[0].drawing)) == "Markers"  # no unit, and no number


def test_an_empty_lane_says_what_it_lacks(look: Look) -> None:
    assert "no surgery recorded" in texts(plate_of(crowded(), look).lanes.drawing)


def test_multiples_of_the_limit_are_labelled_as_not_comparable(look: Look) -> None:
    plate = one_marker(look, result("2019-02", "61.10", Flag.HIGH), view=View(divided=True))
    said = " ".join(texts(plate.markers[0].drawing))
    assert "40.73 ×" in said
    assert "not comparable across assays" in said


def test_a_result_without_an_upper_limit_has_no_multiple(look: Look) -> None:
    point = result("2019-02-03", "3", None, upper=None)
    plate = one_marker(look, point, view=View(divided=True))
    assert "1 not drawn" in texts(plate.names[0].drawing)


def test_a_value_of_zero_makes_the_axis_linear_instead_of_vanishing(look: Look) -> None:
    plate = one_marker(
        look, result("2019-02-03", "0", Flag.NORMAL), result("2019-03-03", "4", None)
    )
    assert "ng/mL" in texts(plate.names[0].drawing)


@pytest.mark.parametrize("size", [SIZE, QSizeF(990, 430), QSizeF(1300, 800), QSizeF(640, 400)])
@pytest.mark.parametrize("model", [seed(), crowded(), crowded(markers=1)])
def test_no_word_covers_another_or_leaves_the_chart(
    look: Look, model: Lifeline, size: QSizeF
) -> None:
    plate = plate_of(model, look, size)
    inside = QRectF(QPointF(), size).adjusted(-1, -1, 1, 1)
    found = list(words_of(plate.whole().shapes, QPointF()))
    assert [text for ink, text in found if not inside.contains(ink)] == []
    clashes = [
        (a, b)
        for i, (one, a) in enumerate(found)
        for other, b in found[i + 1 :]
        if one.intersected(other).width() > 1 and one.intersected(other).height() > 1
    ]
    assert clashes == []


def test_no_word_crosses_the_break(look: Look) -> None:
    plate = plate_of(seed(), look)
    breaks = [x + plate.time_range().left() for x in plate.frame.breaks()]
    assert breaks
    lanes_end = plate.lanes.rect.bottom()
    found = [(i, t) for i, t in words_of(plate.whole().shapes, QPointF()) if i.top() < lanes_end]
    assert [t for ink, t in found if any(ink.left() < x < ink.right() for x in breaks)] == []


def test_thousands_of_results_are_drawn_by_pixel_and_keep_their_peak(look: Look) -> None:
    start = date(2019, 1, 1).toordinal()
    points = [
        result(PartialDate.of(date.fromordinal(start + i // 4)), f"{1 + i % 7}", None)
        for i in range(8000)
    ]
    points[4321] = replace(points[4321], text="90", number=90.0)
    plate = one_marker(look, *points)
    dots = sum(len(each.centres) for each in drawn(plate, Dots))
    assert 0 < dots <= 2 * SIZE.width()
    assert any(hit.mark is points[4321] for hit in plate.hits())


def test_a_result_stands_at_the_same_place_among_hundreds(look: Look) -> None:
    start = date(2019, 1, 1).toordinal()
    days = [PartialDate.of(date.fromordinal(start + i * 9)) for i in range(CROWDED)]
    flags = [Flag.NORMAL, Flag.HIGH, Flag.UNCERTAIN]
    points = [result(day, f"{1 + i % 7}", flags[i % 3]) for i, day in enumerate(days)]
    points[50] = result("2020-03", "6", Flag.HIGH)
    points[60] = result(days[60], "<2", Flag.NORMAL)
    one_more = result(days[-1], "3", None)
    few, many = one_marker(look, *points), one_marker(look, *points, one_more)
    assert drawn(few, Dot)
    assert not drawn(many, Dot)
    for kind in (Lines, ManyLines):
        assert len(drawn(many, kind)) == len(drawn(few, kind))
    places = [places_of_dots(plate) for plate in (few, many)]
    for point in points:
        before, after = (place[id(point)] for place in places)
        assert (before - after).manhattanLength() < 0.6, point


def places_of_dots(plate: Plate) -> dict[int, QPointF]:
    """Of each mark the middle of its smallest place, which is not its words."""
    hits = sorted(plate.hits(), key=lambda hit: -hit.rect.height() * hit.rect.width())
    return {id(hit.mark): hit.rect.center() for hit in hits}


def test_an_uncertain_result_is_hollow_among_hundreds(look: Look) -> None:
    start = date(2019, 1, 1).toordinal()
    points = [
        result(PartialDate.of(date.fromordinal(start + i * 9)), "3", Flag.UNCERTAIN)
        for i in range(CROWDED + 1)
    ]
    dots = sorted(drawn(one_marker(look, *points), Dots), key=lambda each: -each.diameter)
    ask, *grounds = dots
    assert ask.colour == look.theme.ask
    assert sum(len(each.centres) for each in grounds) == len(ask.centres)


# --- the widget -------------------------------------------------------------------------------


def test_the_number_of_items_depends_on_markers_and_on_nothing_else(chart: LifelineChart) -> None:
    counts = {}
    for markers, doses in ((1, 2), (1, 100), (4, 2), (4, 100)):
        chart.show_course(crowded(markers, doses))
        counts[markers, doses] = len([i for i in chart.scene().items() if i.isVisible()])
    assert counts[1, 2] == counts[1, 100] <= 40
    assert counts[4, 2] == counts[4, 100] <= counts[1, 2] + 3 * 14


def test_a_click_selects_the_record_and_enter_opens_it(qtbot: QtBot, chart: LifelineChart) -> None:
    model = seed()
    chart.show_course(model)
    first = model.markers[0].points[0]
    with qtbot.waitSignal(chart.mark_selected) as selected:
        click(qtbot, chart, place_of(chart, first))
    assert selected.args == [first]
    with qtbot.waitSignal(chart.record_activated) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert first.record
    assert opened.args == list(first.record)


def test_a_double_click_opens_the_record(qtbot: QtBot, chart: LifelineChart) -> None:
    model = seed()
    chart.show_course(model)
    biopsy = model.lanes[2].marks[1]
    at = place_of(chart, biopsy).toPoint()
    button = Qt.MouseButton.LeftButton
    qtbot.mouseClick(chart.viewport(), button, pos=at)
    with qtbot.waitSignal(chart.record_activated) as opened:
        qtbot.mouseDClick(chart.viewport(), button, pos=at)
    assert biopsy.record
    assert opened.args == list(biopsy.record)


def test_a_click_beside_every_mark_clears_the_selection(qtbot: QtBot, chart: LifelineChart) -> None:
    chart.show_course(seed())
    chart.step(1)
    with qtbot.waitSignal(chart.mark_selected) as selected:
        click(qtbot, chart, QPointF(300, 225))
    assert selected.args == [None]


def test_the_arrow_keys_visit_every_mark_in_order_of_time(
    qtbot: QtBot, chart: LifelineChart
) -> None:
    model = seed()
    chart.show_course(model)
    visited: list[Mark] = []
    chart.mark_selected.connect(visited.append)
    for _ in range(len(list(model.marks()))):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert {id(m) for m in visited} == {id(m) for m in model.marks()}
    days = [mark.order_day for mark in visited]
    assert days == sorted(days, key=lambda d: (d is None, d or 0))


def test_escape_gives_the_facts_back(qtbot: QtBot, chart: LifelineChart) -> None:
    chart.show_course(seed())
    chart.step(1)
    with qtbot.waitSignal(chart.mark_selected) as selected:
        qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert selected.args == [None]


def test_hovering_says_the_record_in_plain_words(qtbot: QtBot, chart: LifelineChart) -> None:
    point = result("2019-02-03", "2.2", Flag.HIGH, words="SCC <b>2.2</b> <1.5")
    chart.show_course(Lifeline(as_of=AS_OF, markers=(series(point),)))
    qtbot.mouseMove(chart.viewport(), place_of(chart, point).toPoint())
    label = chart.findChild(QLabel)
    qtbot.waitUntil(label.isVisible)
    assert label.text() == "SCC <b>2.2</b> <1.5"
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_second_click_takes_the_next_mark_of_a_heap(qtbot: QtBot, chart: LifelineChart) -> None:
    twins = tuple(event("2020-01-01", Symbol.VISIT, name) for name in ("one", "two"))
    chart.show_course(Lifeline(as_of=AS_OF, lanes=(Lane(LaneKind.VISITS, twins),)))
    selected: list[Mark] = []
    chart.mark_selected.connect(selected.append)
    at = place_of(chart, twins[0])
    click(qtbot, chart, at)
    click(qtbot, chart, at)
    assert {mark.words for mark in selected} == {"one", "two"}


@pytest.mark.parametrize(
    ("key", "switched"),
    [
        (Qt.Key.Key_L, View(log=False)),
        (Qt.Key.Key_B, View(bands=False)),
        (Qt.Key.Key_Equal, View(divided=True)),
    ],
)
def test_a_key_switches_the_view_and_back(
    qtbot: QtBot, chart: LifelineChart, key: Qt.Key, switched: View
) -> None:
    chart.show_course(seed())
    qtbot.keyClick(chart, key)
    assert chart.view == switched
    qtbot.keyClick(chart, key)
    assert chart.view == View()


def test_the_window_moves_and_everything_fits(qtbot: QtBot, chart: LifelineChart) -> None:
    model = seed()
    chart.show_course(model)
    first = chart.course_window
    qtbot.keyClick(chart, Qt.Key.Key_BracketRight)
    assert chart.course_window
    assert first
    assert chart.course_window[0] > first[0]
    qtbot.keyClick(chart, Qt.Key.Key_F)
    assert chart.plate
    assert chart.plate.frame.breaks() == []
    qtbot.keyClick(chart, Qt.Key.Key_F)
    assert chart.course_window == first


def test_a_click_on_the_true_scale_strip_moves_the_window_there(
    qtbot: QtBot, chart: LifelineChart
) -> None:
    chart.show_course(seed())
    assert chart.plate
    assert chart.plate.strip
    strip = chart.plate.strip.rect
    click(qtbot, chart, QPointF(strip.center().x(), strip.top() + 12))
    assert chart.course_window
    middle = date.fromordinal(sum(chart.course_window) // 2)
    assert middle.year in {2021, 2022}


def test_the_print_key_asks_the_page_to_print(qtbot: QtBot, chart: LifelineChart) -> None:
    chart.show_course(seed())
    with qtbot.waitSignal(chart.print_asked):
        qtbot.keyClick(chart, Qt.Key.Key_P)


def test_another_patient_leaves_nothing_of_the_one_before(chart: LifelineChart) -> None:
    before = seed()
    chart.show_course(before)
    chart.step(1)
    chart.show_course(crowded(markers=1))
    assert chart.plate
    assert {id(hit.mark) for hit in chart.plate.hits()}.isdisjoint(id(m) for m in before.marks())


def test_the_dark_theme_repaints_the_same_course(chart: LifelineChart, look: Look) -> None:
    chart.show_course(seed())
    light = chart.grab().toImage()
    look.set_theme(DARK)
    dark = chart.grab().toImage()
    assert dark.pixelColor(QPoint(300, 225)) == DARK.surface
    assert light.pixelColor(QPoint(300, 225)) != DARK.surface


def test_a_chinese_window_writes_dates_and_months_the_chinese_way(
    chart: LifelineChart,
) -> None:
    chart.setLocale(QLocale("zh_CN"))
    chart.show_course(replace(seed(), milestones=()))
    assert chart.plate
    assert "2024-11-26" in texts(chart.plate.markers[0].drawing)
    assert "11月" in texts(chart.plate.axis.drawing)


def test_a_mark_with_an_unknown_date_is_the_last_the_arrow_keys_visit(
    chart: LifelineChart,
) -> None:
    lost = event(None, Symbol.VISIT, "an undated visit")
    lane = Lane(LaneKind.VISITS, (lost, event("2020-01-01", Symbol.VISIT, "a dated one")))
    chart.show_course(Lifeline(as_of=AS_OF, lanes=(lane,)))
    assert lost.when == UNKNOWN
    chart.step(99)
    selected: list[Mark] = []
    chart.mark_selected.connect(selected.append)
    chart.step(0)
    assert selected == [lost]
