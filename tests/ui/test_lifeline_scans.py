# SPDX-License-Identifier: MIT
"""Scans of several days that are read together, on the lifeline."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale, QSizeF

from tests.domain.builders import ChartOf
from tests.ui.chart_samples import AS_OF, event
from tracker.domain.lifeline import Lane, LaneKind, Lifeline, Symbol
from tracker.domain.records import ImagingStudy
from tracker.ui.charts.frame import View
from tracker.ui.charts.plate import Plate
from tracker.ui.charts.shapes import Dot, Lines
from tracker.ui.views.lifeline_scans import scan_marks


def scans_of(*scans):
    chart = ChartOf()
    for when, modality, *read_with in scans:
        joined = {"read_with": read_with[0]} if read_with else {}
        chart.add(ImagingStudy, date=when, modality=modality, **joined)
    return scan_marks(chart.chart())


def links(look, *marks):
    """The lines that begin in the middle of one mark and end in that of another."""
    model = Lifeline(as_of=AS_OF, lanes=(Lane(LaneKind.IMAGING, marks),))
    plate = Plate(model, look, View(), None, QLocale("en_GB"), QSizeF(990, 556))
    shapes = list(plate.lanes.drawing.each())
    middles = [shape.centre for shape in shapes if isinstance(shape, Dot)]
    lines = [shape.lines for shape in shapes if isinstance(shape, Lines)]
    return [way for way in lines if way[0].p1() in middles and way[-1].p2() in middles]


def test_each_of_the_scans_that_are_read_together_names_the_others(qapp):
    ct, pet, later = scans_of(
        ("2024-03-04", "CT"), ("2024-03-06", "PET-CT", "2024-03-04"), ("2024-05-06", "CT")
    )
    assert ct.words.splitlines()[1] == "Read together with PET-CT 6 Mar 2024"
    assert pet.words.splitlines()[1] == "Read together with CT 4 Mar 2024"
    assert len(later.words.splitlines()) == 1
    assert [ct.time_point, pet.time_point, later.time_point] == [date(2024, 3, 4)] * 2 + [None]


def test_scans_of_one_day_that_nobody_joined_stay_apart(qapp):
    assert [mark.time_point for mark in scans_of(("2024-03-04", "CT"), ("2024-03-04", "MRI"))] == [
        None,
        None,
    ]


def test_a_scan_that_is_read_with_one_that_is_not_there_is_alone(qapp):
    (alone,) = scans_of(("2024-03-06", "CT", "2024-03-04"))
    assert alone.time_point is None


def test_scans_without_a_known_day_are_not_taken_for_one_time_point(qapp):
    marks = scans_of(("2024-03", "CT"), ("2024-04", "MRI"), ("2024-03-06", "PET-CT", "2024-03-04"))
    assert [mark.time_point for mark in marks] == [None] * 3


@pytest.mark.parametrize("second", ["2024-03-06", "2024-03-28"])
def test_a_line_joins_the_marks_of_what_is_read_together(look, second):
    first, other = (event(when, Symbol.SCAN, "scan", title="CT") for when in ("2024-03-04", second))
    apart = event("2024-05-06", Symbol.SCAN, "scan", title="CT")
    assert links(look, first, other, apart) == []
    joined = [replace(each, time_point=date(2024, 3, 4)) for each in (first, other)]
    (link,) = links(look, *joined, apart)
    assert link[0].p1() != link[-1].p2()
    assert all(one.p2() == other.p1() for one, other in pairwise(link))
