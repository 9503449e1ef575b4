# SPDX-License-Identifier: MIT
"""The whole trail as it is read: a page at a time, filtered, and taken along as a table."""

import csv
from dataclasses import replace
from datetime import date, timedelta, timezone

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, FixedClock, written
from tracker.domain.envelope import TrailFilter
from tracker.domain.errors import NotPermitted, Refused
from tracker.domain.records import Visit
from tracker.domain.roles import Action, Role
from tracker.services import (
    accounts,
    audit_trail,
    backups,
    exports,
    imports,
    patients,
    profiles,
    records,
    reports,
)
from tracker.services.context import Context
from tracker.services.records import Entry


@pytest.fixture(scope="session")
def closed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trail")
    store = clinics.make(folder / "profile")
    imports.import_file(store, CTX, path=written(folder / "small.json", SMALL))
    store.close(CLOCK.now())
    return folder / "profile"


@pytest.fixture
def store(closed, tmp_path):
    opened = clinics.opened(clinics.copied(closed, tmp_path / "profile"))
    yield opened
    opened.close(CLOCK.now())


def amended_visit(store, ctx=CTX):
    patient = patients.by_number(store, CTX, mrn="A-002")
    [visit] = store.chart(patient).of(Visit)
    entry = Entry(record=replace(visit.record, ecog=2), stored=visit)
    records.save(store, ctx.because("read again"), patient=patient, entry=entry)
    return patient


def lines(store, **asked):
    return audit_trail.page(store, CTX, asked=TrailFilter(**asked), limit=1000).lines


def table(path):
    return path.read_text(encoding="utf-8-sig").splitlines()


def test_a_line_says_who_when_what_why_and_what_stood_there_before(store):
    patient = amended_visit(store)
    found = audit_trail.page(store, CTX, limit=1)
    [line] = found.lines
    assert (line.by, line.role, line.action, line.kind) == (
        clinics.USER,
        "administrator",
        "amend",
        "visit",
    )
    assert line.reason == "read again"
    assert line.at == CLOCK.now()
    assert line.at.utcoffset() == timedelta(0)
    assert line.changes == (("ecog", "1", "2"),)
    assert found.numbers == {patient: "A-002"}


def test_pages_follow_each_other_without_a_line_twice_or_none(store):
    everything = lines(store)
    paged, end = [], ()
    while end is not None:
        found = audit_trail.page(store, CTX, limit=3, after=end)
        paged += found.lines
        end = found.end
    assert tuple(paged) == everything
    assert [line.seq for line in paged] == list(range(len(paged), 0, -1))


def test_the_filter_keeps_what_was_asked_for(store):
    nurse = replace(CTX, user="Nurse Example", role=Role.NURSE)
    later = FixedClock(CLOCK.instant + timedelta(days=2))
    patient = amended_visit(store, replace(nurse, clock=later))
    [line] = lines(store, person="Nurse Example")
    assert line.patient == patient
    assert lines(store, action="amend") == (line,)
    assert lines(store, first=date(2024, 11, 28)) == (line,)
    assert line not in lines(store, last=date(2024, 11, 27))
    assert {each.patient for each in lines(store, patient=patient)} == {patient}
    people, actions = audit_trail.words(store, CTX)
    assert people == ["Nurse Example", clinics.USER]
    assert {"add", "amend", "create profile"} <= set(actions)


def test_a_day_is_the_one_of_the_place_where_it_was_done(store):
    far = CLOCK.instant.astimezone(tz=None).replace(hour=1, tzinfo=timezone(timedelta(hours=8)))
    amended_visit(store, replace(CTX, clock=FixedClock(far)))  # the day before in UTC
    assert len(lines(store, action="amend", first=far.date(), last=far.date())) == 1


def test_the_table_holds_old_and_new_and_the_export_itself_is_in_the_trail(store, tmp_path):
    amended_visit(store)
    n = audit_trail.export(store, CTX, dest=tmp_path / "trail.csv")
    rows = list(csv.DictReader(table(tmp_path / "trail.csv")))
    assert len({(row["at"], row["record"], row["action"]) for row in rows}) <= n
    first = rows[0]
    assert (first["mrn"], first["field"], first["old"], first["new"]) == ("A-002", "ecog", "1", "2")
    [line] = audit_trail.page(store, CTX, limit=1).lines
    assert (line.action, {name: new for name, _, new in line.changes}["kind"]) == (
        "export",
        "audit trail",
    )


def test_no_cell_of_the_table_is_taken_for_a_formula(store, tmp_path):
    patient = patients.by_number(store, CTX, mrn="A-002")
    [visit] = store.chart(patient).of(Visit)
    entry = Entry(record=visit.record, stored=visit, note='=HYPERLINK("x")')
    records.save(store, CTX.because("+1"), patient=patient, entry=entry)
    audit_trail.export(store, CTX, dest=tmp_path / "trail.csv")
    rows = list(csv.reader(table(tmp_path / "trail.csv")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def newest(store):
    [line] = audit_trail.page(store, CTX, limit=1).lines
    return line, {name: new for name, _, new in line.changes}


def test_what_leaves_on_paper_or_as_values_is_in_the_trail_with_whose_it_was(store):
    patient = patients.by_number(store, CTX, mrn="A-002")
    reports.leave(store, CTX, patient=patient, what="summary")
    line, said = newest(store)
    assert (line.action, line.patient, said) == ("print", patient, {"what": "summary"})
    exports.state_of(store, CTX, patient=patient)  # what the command show --json prints
    line, said = newest(store)
    assert (line.action, line.patient) == ("export", patient)
    assert said == {"state as of": "2024-11-26"}


def test_an_emergency_is_in_the_trail_with_its_reason_and_what_it_opened(store):
    viewer = Context("Synthetic Viewer", Role.VIEWER, CLOCK)
    accounts.break_glass(store, viewer, reason="nobody else is here")
    line, said = newest(store)
    assert (line.action, line.by, line.role) == ("break-glass", "Synthetic Viewer", "viewer")
    assert (line.reason, said["actions"]) == ("nobody else is here", "export, record")


@pytest.mark.parametrize("role", list(Role))
def test_only_who_may_reads_the_whole_trail(store, role):
    ctx = replace(CTX, role=role)
    if Action.AUDIT in ctx.permissions:
        assert audit_trail.page(store, ctx).lines
    else:
        with pytest.raises(NotPermitted):
            audit_trail.page(store, ctx)
        with pytest.raises(NotPermitted):
            audit_trail.words(store, ctx)


def came_in(folder):
    opened = clinics.opened(folder)
    profiles.arrived(opened, CLOCK)
    return opened


@pytest.fixture
def put_back(closed, tmp_path):
    """A profile whose database was exchanged for that of the day before."""
    folder = clinics.copied(closed, tmp_path / "put back")
    old = (folder / "tracker.db").read_bytes()
    for _ in range(3):
        came_in(folder).close(CLOCK.now())
    (folder / "tracker.db").write_bytes(old)
    opened = came_in(folder)
    yield opened
    opened.close(CLOCK.now())


def test_the_warning_stands_in_the_trail_and_in_each_check(put_back):
    checked = backups.verify(put_back, CTX)
    assert "entries missing at the end" in str(checked.findings[0])
    assert checked.to_settle
    assert "alarm" in [entry.action for entry in put_back.trail.page(TrailFilter(), 9)]


def test_only_an_administrator_with_a_reason_settles_it(put_back):
    with pytest.raises(Refused, match="what was found"):
        backups.settle(put_back, CTX)
    nurse = replace(CTX, role=Role.NURSE, reason="x")
    with pytest.raises(NotPermitted):
        backups.settle(put_back, nurse)
    backups.settle(put_back, CTX.because("copied back from the old laptop, compared"))
    assert backups.verify(put_back, CTX).findings == ()
    newest = put_back.trail.page(TrailFilter(), 1)[0]
    assert (newest.action, newest.reason) == (
        "alarm settled",
        "copied back from the old laptop, compared",
    )


def test_there_is_nothing_to_settle_in_a_sound_profile(store):
    with pytest.raises(Refused, match="nothing to settle"):
        backups.settle(store, CTX.because("x"))
