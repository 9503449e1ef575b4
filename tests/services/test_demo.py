# SPDX-License-Identifier: MIT
"""The demonstration: built by the ordinary import, thrown away, never mixed with a clinic."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.clinics import CTX, document, patient, written
from tracker import paths
from tracker.domain.radiotherapy import expected_end
from tracker.domain.records import RadiotherapyPhase
from tracker.services import clinic_days, demo, exports, imports, patients, profiles, today

DATA = paths.resources() / "demo"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The demonstration, open."""
    store = demo.build(tmp_path_factory.mktemp("demo") / "profile", DATA)
    yield store
    profiles.close(store, demo.clock(), backup=False)


@pytest.fixture(scope="module")
def ctx(built):
    """The person of the demonstration."""
    return profiles.context(built, demo.clock())


def test_its_day_is_the_day_of_the_published_case(ctx):
    assert ctx.clock.today() == date(2024, 11, 26)
    assert ctx.clock.now().date() == date(2024, 11, 26)


def test_it_holds_the_published_case_and_a_synthetic_clinic(built, ctx):
    numbers = [line.mrn for line in patients.search(built, ctx, text="")]
    assert numbers[0] == "SEED-001"
    assert all(mrn.startswith("SYN-") for mrn in numbers[1:])
    assert len(numbers) >= 8


def test_its_day_list_shows_every_state(built, ctx):
    states = {line.state.value for line in today.day_list(built, ctx)}
    assert states == {"overdue", "due", "held", "cannot project", "done", "not seen"}


def test_every_chart_is_sound_and_every_result_with_a_range_is_flagged(built, ctx):
    assert built.verify() == []
    seed = built.chart(patients.by_number(built, ctx, mrn="SEED-001"))
    flags = [(str(s.record.value), s.record.flag.value) for s in seed.records["marker_result"]]
    assert flags == [("61.10", "H"), ("2.2", "H"), ("5.2", "H")]


def test_the_neck_of_the_published_case_ends_after_the_holiday_of_its_may(built, ctx):
    chart = built.chart(patients.by_number(built, ctx, mrn="SEED-001"))
    neck = next(
        p.record for p in chart.of(RadiotherapyPhase) if p.record.total_gy == Decimal("50.4")
    )
    end = expected_end(neck, clinic_days.calendar(built, ctx))
    assert (end.without_gaps, end.with_closures) == (date(2019, 5, 22), date(2019, 5, 27))


def test_what_is_exported_from_it_stays_marked(built, ctx, tmp_path):
    exports.export(built, ctx, dest=tmp_path / "demo.json")
    assert json.loads((tmp_path / "demo.json").read_bytes())["demonstration"] is True
    again = imports.import_file(built, ctx, path=tmp_path / "demo.json")
    assert (again.problems, again.added) == ((), 0)


def test_real_patients_do_not_enter_it(built, tmp_path):
    file = written(tmp_path / "real.json", document(patient(1, "A-001")))
    report = imports.import_file(built, CTX, path=file)
    assert report.problems
    assert built.find_mrn("A-001") is None


def test_nothing_of_it_is_left_behind():
    with demo.throw_away(DATA) as store:
        folder = store.profile.folder
        assert Path(folder, "tracker.db").exists()
    assert not folder.exists()
