# SPDX-License-Identifier: MIT
"""The lifeline with 1,000 to 100,000 results and 200 treatment bands: processor time of a frame.

matplotlib draws the same where it happens to be installed, without dots when there are thousands;
the project does not need it. It moves its axis over 41 % of the results; the lifeline lays out and
draws all of them. Both go back and forth between two windows, and neither keeps the one it left.
"""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.rounds import in_turn, processor_milliseconds
from tests.ui.chart_samples import AS_OF, course, result, series
from tracker.domain.dates import PartialDate
from tracker.domain.lifeline import Lane, LaneKind, Lifeline, Tone
from tracker.domain.records.marker import Flag
from tracker.ui.charts.lifeline import LifelineChart
from tracker.ui.theme import Look

WIDTH, HEIGHT = 1200, 500
RESULTS, BANDS, DAYS = 1_000, 200, 3_650
MOST_ITEMS = 40  # performance.md, goal 12


def _when(step, steps):
    return PartialDate.of(AS_OF - timedelta(days=DAYS - step * DAYS // steps))


def _course_of(results, bands):
    points = [
        result(_when(n, results), f"{1 + n % 7 / 2:.1f}", Flag.NORMAL if n % 7 else Flag.HIGH)
        for n in range(results)
    ]
    bars = [
        course(
            _when(n, bands).text,
            f"C{n}",
            Tone.IMMUNOTHERAPY,
            end=PartialDate.of(_when(n, bands).earliest + timedelta(days=8)),
        )
        for n in range(bands)
    ]
    lanes = (Lane(LaneKind.DRUGS, tuple(bars)),)
    return Lifeline(as_of=AS_OF, markers=(series(*points),), lanes=lanes)


def _shown(model):
    chart = LifelineChart(Look())
    chart.resize(WIDTH, HEIGHT)
    chart.show_course(model)
    chart.show()
    QApplication.processEvents()
    chart.viewport().repaint()
    return chart


def _frame(chart):
    steps = iter([-1, 1] * 1000)

    def draw():
        chart.move_window(next(steps))
        chart.viewport().repaint()

    return processor_milliseconds(draw, 4)


@pytest.mark.usefixtures("qapp")
def test_build_and_frame(sheet):
    """Each frame moves the window: all but the strip's courses is laid out and painted anew."""
    models = {"plain": _course_of(RESULTS, 0), "bands": _course_of(RESULTS, BANDS)}

    def build(model):
        _shown(model).close()

    built = in_turn(
        {name: processor_milliseconds(lambda m=model: build(m)) for name, model in models.items()}
    )
    charts = {name: _shown(model) for name, model in models.items()}
    sides = {name: _frame(chart) for name, chart in charts.items()}
    frames = in_turn(sides | _matplotlib(RESULTS))
    sheet.put("lifeline, 1,000 results: built and painted", built["plain"])
    sheet.put(
        "lifeline, and 200 bands: built and painted", built["bands"], limit=built["plain"], goal=2
    )
    sheet.put("lifeline, 1,000 results: the window moved", frames["plain"])
    sheet.put(
        "lifeline, and 200 bands: the window moved",
        frames["bands"],
        limit=frames["plain"],
        goal=2.5,
    )
    _against_matplotlib(sheet, RESULTS, frames["bands"], frames)
    items = sum(item.isVisible() for item in charts["bands"].scene().items())
    sheet.put("lifeline, 1,000 results and 200 bands: items", items, "", goal=MOST_ITEMS)
    assert items <= MOST_ITEMS


@pytest.mark.usefixtures("qapp")
def test_frame_of_many_results(sheet):
    charts = {many: _shown(_course_of(many, BANDS)) for many in (RESULTS, 10_000, 100_000)}
    sides = {str(many): _frame(chart) for many, chart in charts.items()}
    for many in (10_000, 100_000):
        frames = in_turn(sides | _matplotlib(many))
        taken, few = frames[str(many)], frames[str(RESULTS)]
        sheet.put(f"lifeline, {many:,} results and 200 bands: moved", taken, limit=few, goal=2)
        _against_matplotlib(sheet, many, taken, frames)


def _against_matplotlib(sheet, many, taken, frames):
    if "matplotlib" in frames:
        what = f"lifeline, {many:,} results and 200 bands: against matplotlib"
        sheet.put(what, taken, limit=frames["matplotlib"], goal=0.5)


def _matplotlib(results):
    """The same course as a side of its own, or nothing without matplotlib."""
    try:
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
        from matplotlib.figure import Figure
    except ImportError:
        return {}
    canvas = FigureCanvasQTAgg(Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100))
    axes = canvas.figure.add_subplot()
    days = [n * DAYS / results for n in range(results)]
    bands = [(n * DAYS / BANDS, 8) for n in range(BANDS)]
    axes.broken_barh(bands, (0, 1), transform=axes.get_xaxis_transform())
    axes.plot(
        days, [1 + n % 7 / 2 for n in range(results)], "-o" if results <= RESULTS else "-", lw=1
    )
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    starts = iter([100, 0] * 1000)

    def draw():
        start = next(starts)
        axes.set_xlim(start, start + 1500)
        canvas.draw()
        canvas.repaint()

    return {"matplotlib": processor_milliseconds(draw, 4)}
