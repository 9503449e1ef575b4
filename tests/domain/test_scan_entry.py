# SPDX-License-Identifier: MIT
"""A scan as typed: what each short text stands for, and what is refused with its reason."""

from decimal import Decimal

import pytest

from tests.domain.test_lesion_series import Scans
from tracker.domain.errors import Refused
from tracker.domain.fields import YesNo
from tracker.domain.lesion_series import series_of
from tracker.domain.records import Lesion
from tracker.domain.records.base import build
from tracker.domain.records.lesion import Finding, LesionRole
from tracker.domain.scan_entry import Added, ScanEntry, cell_text, preview, read, read_cell


def lesion(role="target", node="no"):
    return build(Lesion, {"label": "T1", "organ": "liver", "role": role, "node": node})


@pytest.mark.parametrize(
    ("text", "diameter", "finding"),
    [
        ("12", Decimal(12), None),
        (" 12.50 ", Decimal("12.50"), None),
        ("１２", Decimal(12), None),
        ("0", None, Finding.ABSENT),
        ("a", None, Finding.ABSENT),
        ("TS", None, Finding.TOO_SMALL),
        ("ne", None, Finding.NOT_EVALUABLE),
        ("p", None, Finding.PRESENT),
        ("m", None, Finding.MERGED),
        ("12+9", Decimal(21), Finding.SPLIT),
    ],
)
def test_a_short_text_is_a_size_or_a_finding(text, diameter, finding):
    found = read_cell(text, lesion())
    assert (found.diameter, found.finding) == (diameter, finding)


def test_a_node_is_typed_by_its_short_axis_alone_or_by_both():
    node = lesion(node="yes")
    assert read_cell("18", node).short_axis == 18
    assert read_cell("18", node).diameter is None
    both = read_cell("18x30", node)
    assert (both.diameter, both.short_axis) == (30, 18)


def test_an_empty_cell_is_a_lesion_nobody_looked_at():
    assert read_cell("  ", lesion()) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("4.1 cm", "typed in millimetres"),
        ("41mm", "typed in millimetres"),
        ("-5", "no size"),
        ("12,5", "no size in mm"),
        ("<5", "no size in mm"),
        ("12+0", "typed as 0"),
        ("big", "no size in mm"),
        ("pd", "not said of a target lesion"),
        ("?", "not said of a target lesion"),
    ],
)
def test_what_is_no_size_in_millimetres_is_refused_and_never_converted(text, said):
    with pytest.raises(Refused, match=said):
        read_cell(text, lesion())


def test_progression_without_a_size_is_said_of_non_target_disease():
    assert read_cell("pd", lesion("non-target")).finding is Finding.PROGRESSED
    assert read_cell("?", lesion("new")).finding is Finding.EQUIVOCAL


@pytest.mark.parametrize("text", ["12", "0", "ts", "ne", "p", "m", "12+9", "12.50"])
@pytest.mark.parametrize("node", ["yes", "no"])
def test_a_stored_measurement_is_shown_as_it_would_be_typed(text, node):
    kind = lesion(node=node)
    assert cell_text(read_cell(text, kind), kind) == text


def added(label, organ="liver", cell="20", role=LesionRole.TARGET, node=YesNo.NO):
    return Added(label=label, organ=organ, role=role, node=node, cell=cell)


def problems(entry, chart):
    with pytest.raises(Refused) as refused:
        read(entry, chart.chart())
    return [(problem.field, str(problem.message)) for problem in refused.value.problems]


def test_every_problem_is_said_at_once_with_its_box():
    entry = ScanEntry(date="", modality="", added=(added("T1", cell="4 cm", node=None),))
    found = problems(entry, Scans())
    fields = [field for field, _ in found]
    assert {"date", "modality", "added 1"} <= set(fields)
    assert fields.count("added 1") == 2


def test_a_sixth_target_and_a_third_in_an_organ_are_refused():
    organs = ("liver", "liver", "liver", "lung", "bone", "brain")
    entry = ScanEntry(
        date="2024-01-04",
        modality="CT",
        is_baseline=True,
        added=tuple(added(f"T{n}", organ) for n, organ in enumerate(organs)),
    )
    said = " ".join(text for _, text in problems(entry, Scans()))
    assert "6 targets: RECIST 1.1 takes at most 5" in said
    assert "3 targets in one organ (liver)" in said


def followed():
    chart = Scans()
    first = chart.lesion("T1", node="no")
    chart.scan("2024-01-04", {first: "20"}, baseline="yes")
    chart.scan("2024-03-07", {first: "12"})
    return chart, first


def test_a_second_scan_of_the_same_day_is_refused():
    chart, first = followed()
    entry = ScanEntry(date="2024-03-07", modality="CT", cells={first: "10"})
    assert problems(entry, chart) == [
        ("date", "A scan of 2024-03-07 is already measured. Change that one instead.")
    ]


def test_a_follow_up_before_the_baseline_is_refused():
    chart, first = followed()
    entry = ScanEntry(date="2023-12", modality="CT", cells={first: "10"})
    ((field, said),) = problems(entry, chart)
    assert field == "date"
    assert "before the first measured scan (2024-01-04)" in said


def test_a_first_scan_that_is_no_baseline_is_refused():
    entry = ScanEntry(date="2024-01-04", modality="CT", added=(added("N1", role=LesionRole.NEW),))
    assert any("is the baseline" in text for _, text in problems(entry, Scans()))


def test_a_target_is_not_chosen_after_the_baseline():
    chart, first = followed()
    entry = ScanEntry(date="2024-05-09", modality="CT", cells={first: "10"}, added=(added("T9"),))
    assert any("targets are chosen at baseline" in text for _, text in problems(entry, chart))


def test_a_scan_without_any_size_is_refused():
    chart, first = followed()
    entry = ScanEntry(date="2024-05-09", modality="CT", cells={first: ""})
    assert problems(entry, chart) == [(None, "Nothing is measured yet: type a size for a lesion.")]


def test_what_is_being_typed_is_computed_before_it_is_stored():
    chart, first = followed()
    stored = chart.chart()
    entry = ScanEntry(date="2024-05-09", modality="CT", cells={first: "18"})
    (series,) = series_of(preview(entry, stored))
    assert [each.total for each in series.recist] == [20, 12, 18]
    assert series.recist[-1].overall.value == "PD"
    assert [each.total for each in series_of(stored)[0].recist] == [20, 12]


def test_a_text_that_is_no_size_yet_is_not_computed():
    chart, first = followed()
    entry = ScanEntry(date="2024-05-09", modality="CT", cells={first: "1x"})
    assert len(series_of(preview(entry, chart.chart()))[0].columns) == 2


def test_what_is_said_beside_a_size_is_typed_behind_it():
    grown = read_cell("30 PD", lesion("non-target"))
    assert (grown.diameter, grown.finding) == (30, Finding.PROGRESSED)
    assert cell_text(grown, lesion("non-target")) == "30pd"
    doubtful = read_cell("8?", lesion("new"))
    assert (doubtful.diameter, doubtful.finding) == (8, Finding.EQUIVOCAL)
    for text in ("30pd", "tspd", "12+9pd", "pdpd"):
        with pytest.raises(Refused):
            read_cell(text, lesion("target" if text == "30pd" else "non-target"))


@pytest.mark.parametrize(
    ("node", "stored"),
    [
        ("no", {"diameter": "30", "finding": "progressed"}),
        ("no", {"diameter": "41", "as_printed": "about 4 cm"}),
        ("no", {"diameter": "30", "short_axis": "18"}),
        ("no", {"diameter": "21", "finding": "split"}),
        ("no", {"as_printed": "about 4 cm"}),
        ("yes", {"diameter": "30"}),
    ],
)
def test_a_text_that_nobody_changed_keeps_all_that_is_stored(node, stored):
    chart = Scans()
    other = chart.lesion("N1", role="non-target", node=node)
    first = chart.lesion("T1")
    chart.scan("2024-01-04", {first: "20", other: stored}, baseline="yes")
    (series,) = series_of(chart.chart())
    column = series.columns[0]
    (kept,) = column.seen[other]
    record = next(each.record for each in series.lesions if each.id == other)
    cells = {first: "22", other: cell_text(kept.record, record)}
    entry = ScanEntry(date="2024-01-04", modality="CT", is_baseline=True, cells=cells)
    assert read(entry, chart.chart(), column).sizes[other] == kept.record
    assert read(entry, chart.chart(), column).sizes[first].diameter == 22
