# SPDX-License-Identifier: MIT
"""Erasing one patient: gone from every page, the trail still proven, and nothing done quietly."""

import json
import random
from copy import deepcopy
from dataclasses import replace

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, own_id, written
from tests.plain_pages import plain_pages
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import TrailFilter
from tracker.domain.errors import NotFound, NotPermitted, Refused
from tracker.domain.records import Patient, Visit
from tracker.domain.records.base import build
from tracker.domain.roles import PERMISSIONS, Action, Role
from tracker.services import (
    audit_trail,
    backups,
    calendar_export,
    documents,
    erasure,
    exports,
    imports,
    patients,
)
from tracker.services.exports import FileKind
from tracker.services.search_keys import search_keys
from tracker.store import erasure as removal

NEEDLE, OTHER_NEEDLE = "QZX-NEEDLE-4711", "Needlename Qzx"
WHY = CTX.because("request of 2024-11-20, file 12/24")


@pytest.fixture
def filled(store, tmp_path):
    """The small clinic, and a patient full of needles with every kind of trace in the trail."""
    whole = deepcopy(SMALL)
    chart = deepcopy(SMALL["patients"][0])
    text = json.dumps(chart)
    for number in range(7, 0, -1):
        text = text.replace(own_id(number), own_id(number + 100))
    chart = json.loads(text)
    chart["patient"] |= {
        "mrn": NEEDLE,
        "name": OTHER_NEEDLE,
        "name_latin": OTHER_NEEDLE,
        "phone": f"{NEEDLE}-phone",
    }
    for each in chart["records"]:
        each["note"] = f"note {NEEDLE}"
        each["source"] = f"page {NEEDLE}"
    whole["patients"].append(chart)
    path = written(tmp_path / "clinic.json", whole)
    assert imports.import_file(store, CTX, path=path).problems == ()
    patient = patients.by_number(store, CTX, mrn=NEEDLE)
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7 " + NEEDLE.encode())
    documents.add(store, CTX, patient=patient, path=letter, name=f"letter {NEEDLE}")
    exports.export(store, CTX, dest=tmp_path / f"{NEEDLE}.json", patient=patient)
    store.keep_draft("Synthetic Admin", patient, "visit", {"complaint": NEEDLE}, CLOCK.now())
    first = patients.by_number(store, CTX, mrn="A-001")
    stored = store.get(Patient, first, first)
    with store.unit(CTX.because("the same person").stamp()) as unit:
        linked = replace(stored.record, same_person_as=patient)
        unit.amend(stored, linked, search_keys=search_keys(linked))
    store.patient = patient
    return store


def needles(store):
    plain = plain_pages(store)
    assert b"CREATE TABLE audit" in plain
    return [word for word in (NEEDLE, OTHER_NEEDLE) if word.encode() in plain]


def erase(store, ctx=WHY):
    return erasure.erase(store, ctx, mrn=NEEDLE, again=NEEDLE, patient=store.patient)


def tamper(store, sql, *values):
    """As somebody with the data key and a SQL shell would, without the key of the trail."""
    with store._db.atomic():
        store._db.execute_sql(sql, values)


def codes(store):
    return {finding.code for finding in store.verify()}


# What is gone, and what is not


def test_nothing_of_the_patient_is_left_in_any_page_or_file(filled):
    assert needles(filled) == [NEEDLE, OTHER_NEEDLE]
    assert len(list(filled.profile.attachments.iterdir())) == 1
    gone = erase(filled)
    assert needles(filled) == []
    assert list(filled.profile.attachments.iterdir()) == []
    assert (gone.mrn, gone.rows["visit"], gone.files, gone.is_clean) == (NEEDLE, 1, 1, True)
    with pytest.raises(NotFound):
        filled.chart(filled.patient)
    assert patients.search(filled, CTX, text="needle") == []
    assert NEEDLE not in {line.patient.mrn for line in patients.listed(filled, CTX).lines}


def test_rows_that_moved_between_pages_leave_no_copy_behind(filled):
    ids, dice = list(filled.patient_ids()), random.Random(3)
    for _ in range(300):  # pages are split, and parts of them are written elsewhere
        patient = dice.choice(ids)
        said = (NEEDLE if patient == filled.patient else "x") + "a" * dice.randrange(300)
        visit = build(Visit, {"date": "2024-01-08", "contact": "visit", "complaint": said})
        with filled.unit(CTX.stamp()) as unit:
            unit.add(visit, patient)
    erase(filled)
    assert needles(filled) == []
    assert filled.verify() == []


def test_the_other_charts_are_as_they_were_but_for_the_link(filled, tmp_path):
    first = patients.by_number(filled, CTX, mrn="A-001")
    before = replace(filled.chart(first).patient.record, same_person_as=None)
    records = filled.chart(first).records
    gone = erase(filled)
    assert gone.linked == ("A-001",)
    after = filled.chart(first)
    assert after.patient.record == before
    assert after.records == records
    assert filled.history("patient", first)[-1].reason == WHY.reason
    assert patients.search(filled, CTX, text="wsl")


def test_a_sound_trail_says_who_erased_how_much_and_why(filled):
    gone = erase(filled)
    checked = backups.verify(filled, CTX)
    assert checked.findings == ()
    [said] = map(str, checked.erased)
    assert "on 2024-11-26 by Synthetic Admin;" in said
    assert f"audit trail without content: {gone.entries}." in said
    assert said.endswith("Reason: request of 2024-11-20, file 12/24")
    filled.close(CLOCK.now())
    again = clinics.opened(filled.profile.folder)
    assert again.warnings == []
    assert again.verify() == []
    again.close(CLOCK.now())


def test_the_entry_says_how_many_rows_of_each_kind(filled):
    erase(filled)
    [line] = filled.trail.page(TrailFilter(action="erase"), 10)
    said = {name: new for name, _old, new in line.changes}
    assert (line.patient, line.by, line.reason) == (filled.patient, CTX.user, WHY.reason)
    assert said["rows"] == (
        "course 1, course_drug 1, document 1, dose_event 1, marker_result 1, patient 1, "
        "plan_segment 1, visit 1"
    )
    assert (said["files"], len(said["digest"])) == ("1", 64)


def test_what_was_done_and_when_stays_and_is_still_shown(filled, tmp_path):
    before = [(line.seq, line.action, line.kind) for line in filled.trail.page(TrailFilter(), 99)]
    erase(filled)
    after = [(line.seq, line.action, line.kind) for line in filled.trail.page(TrailFilter(), 99)]
    assert set(before) < set(after)
    out = tmp_path / "trail.csv"
    audit_trail.export(filled, CTX, dest=out)
    assert NEEDLE not in out.read_text("utf-8-sig")


def test_the_names_of_files_in_entries_about_nobody_go_too(filled, tmp_path):
    exports.export(filled, CTX, dest=tmp_path / f"all with {NEEDLE}.json")
    erase(filled)
    assert needles(filled) == []
    assert filled.verify() == []


def test_two_patients_are_erased_one_after_the_other(filled):
    first = erase(filled)
    second = erasure.erase(filled, WHY, mrn="A-001", again="A-001")
    assert first.entries
    assert second.entries
    assert filled.verify() == []
    assert len(backups.verify(filled, CTX).erased) == 2


def test_a_chart_entered_in_error_can_be_erased(filled):
    whole = filled.chart(filled.patient)
    with filled.unit(WHY.stamp()) as unit:
        for stored in (*(r for kind in reversed(whole.records.values()) for r in kind),):
            unit.void(stored)
        unit.void(whole.patient)
    erase(filled)
    assert needles(filled) == []
    assert filled.verify() == []


# What was not recorded is damage


def test_an_erasure_by_another_hand_is_damage(filled):
    tamper(
        filled,
        'UPDATE audit SET reason = NULL, content = \'{"erased":["00",1,"00"]}\' WHERE patient = ?',
        filled.patient.bytes,
    )
    assert "entries-changed" in codes(filled)


def test_an_erasure_whose_record_was_taken_away_is_damage(filled):
    erase(filled)
    tamper(filled, "DELETE FROM audit WHERE action = 'erase'")
    assert {"entries-cut-off", "erasure-unrecorded"} <= codes(filled)


def test_the_seal_of_one_erased_entry_does_not_hold_for_another(filled):
    erase(filled)
    tamper(
        filled,
        "UPDATE audit SET reason = NULL, content = (SELECT content FROM audit"
        " WHERE content LIKE '{\"erased\":%' LIMIT 1)"
        " WHERE patient = (SELECT patient FROM patient WHERE mrn = 'A-002')",
    )
    assert {"entries-changed"} <= codes(filled)


def test_content_that_was_put_back_after_the_erasure_is_damage(filled):
    old = filled._db.execute_sql(
        "SELECT content, reason, chain, seq FROM audit WHERE patient = ? AND kind = 'visit'",
        (filled.patient.bytes,),
    ).fetchone()
    erase(filled)
    assert codes(filled) == set()
    tamper(filled, "UPDATE audit SET content = ?, reason = ? WHERE chain = ? AND seq = ?", *old)
    assert "erasure-differs" in codes(filled)


def test_a_row_that_was_put_back_after_the_erasure_is_damage(filled):
    row = filled._db.execute_sql(
        "SELECT * FROM patient WHERE patient = ?", (filled.patient.bytes,)
    ).fetchone()
    erase(filled)
    tamper(filled, f"INSERT INTO patient VALUES ({', '.join('?' * len(row))})", *row)
    assert "row-unaudited" in codes(filled)


# All of it or nothing


def test_a_kill_before_the_end_erases_nothing(filled, monkeypatch):
    def killed(*_args, **_more):
        raise KeyboardInterrupt

    before = filled.counts()
    with monkeypatch.context() as patch:
        patch.setattr(removal, "digest", killed)
        with pytest.raises(KeyboardInterrupt):
            erase(filled)
    assert filled.counts() == before
    assert filled.verify() == []
    assert needles(filled) == [NEEDLE, OTHER_NEEDLE]
    assert len(list(filled.profile.attachments.iterdir())) == 1


def test_a_kill_after_the_transaction_is_made_good_at_the_next_start(filled, monkeypatch):
    def killed(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(removal, "finish", killed)
        with pytest.raises(KeyboardInterrupt):
            erase(filled)
    assert len(list(filled.profile.attachments.iterdir())) == 1
    filled._db.close()
    filled._lock.release()
    again = clinics.opened(filled.profile.folder)
    assert needles(again) == []
    assert list(again.profile.attachments.iterdir()) == []
    assert again.verify() == []
    again.close(CLOCK.now())


# Who, and how


@pytest.mark.parametrize("role", list(Role))
def test_only_who_may_erases_or_asks_what_could_be(filled, role):
    ctx = replace(WHY, role=role)
    if Action.ERASE in PERMISSIONS[role]:
        assert erasure.past_retention(filled, ctx).past == ()
        erase(filled, ctx)
        return
    for attempt in (
        lambda: erase(filled, ctx),
        lambda: erasure.past_retention(filled, ctx),
        lambda: erasure.copies(filled, ctx, patient=filled.patient),
        lambda: erasure.set_retention(filled, ctx, years=10),
        lambda: erasure.renew_backups(filled, ctx),
    ):
        with pytest.raises(NotPermitted, match="may not"):
            attempt()
    assert filled.chart(filled.patient)


@pytest.mark.parametrize(
    ("typed", "reason", "field"),
    [
        ("A-001", "on request", "mrn"),
        ("", "on request", "mrn"),
        (NEEDLE, "", "reason"),
        (NEEDLE, f"request of {OTHER_NEEDLE}", "reason"),
        (NEEDLE, f"request, {NEEDLE}", "reason"),
    ],
)
def test_a_wrong_number_or_a_reason_that_names_the_patient_erases_nothing(
    filled, typed, reason, field
):
    before = filled.counts()
    with pytest.raises(Refused) as error:
        erasure.erase(filled, CTX.because(reason), mrn=NEEDLE, again=typed)
    assert [problem.field for problem in error.value.problems] == [field]
    assert filled.counts() == before
    assert backups.kept(filled) == []


# Copies


def test_what_still_holds_the_patient_is_named(filled, tmp_path):
    backups.back_up(filled, CTX, folder=tmp_path / "stick")
    calendar_export.export(filled, CTX, dest=tmp_path / "days.ics")
    other = patients.by_number(filled, CTX, mrn="A-002")
    exports.export(filled, CTX, dest=tmp_path / "other.json", patient=other)
    (filled.profile.folder / "replaced-20240101").mkdir()
    copies = erase(filled).copies
    assert copies.folders == (str(tmp_path / "stick"),)
    assert copies.backups == tuple(each.path.name for each in backups.kept(filled))
    assert len(copies.backups) == 1
    assert copies.set_aside == ("replaced-20240101",)
    assert sorted(line.split()[1] for line in copies.given_out) == ["calendar", "export"]
    assert not any("other.json" in line for line in copies.given_out)


def test_the_own_backups_can_be_replaced_by_one_without_the_patient(filled, tmp_path):
    before = backups.keep(filled, CLOCK)
    gone = erase(filled)
    assert before.path.name in gone.copies.backups
    erasure.renew_backups(filled, CTX)
    [kept] = backups.kept(filled)
    assert kept.path != before.path
    folder = tmp_path / "elsewhere"
    backups.restore(file=kept.path, folder=folder, passphrase=clinics.PASSPHRASE, clock=CLOCK)
    restored = clinics.opened(folder)
    assert needles(restored) == []
    assert restored.verify() == []
    assert patients.by_number(restored, CTX, mrn="A-001")
    restored.close(CLOCK.now())


def test_a_restore_of_an_older_backup_says_that_somebody_comes_back(filled):
    before = backups.keep(filled, CLOCK)
    erase(filled)
    filled.close(CLOCK.now())
    seen = backups.preview(
        file=before.path,
        folder=filled.profile.folder,
        passphrase=clinics.PASSPHRASE,
        clock=CLOCK,
    )
    assert any("Patients who are not in the folder and come back" in str(m) for m in seen.lines())


def test_an_import_does_not_bring_an_erased_patient_back(filled, tmp_path):
    file = tmp_path / "kept.json"
    exports.export(filled, CTX, dest=file)
    erase(filled)
    report = imports.import_file(filled, CTX, path=file)
    [problem] = [each for each in report.problems if "was erased on" in str(each)]
    assert str(problem).startswith("patients[2].patient: This patient was erased on 2024-11-26")
    with pytest.raises(NotFound):
        filled.chart(filled.patient)
    rest = tmp_path / "results.csv"
    rest.write_text(f"patient,analyte,date,value,unit\n{NEEDLE},SCC,2024-01-05,1.0,ng/mL\n")
    report = imports.import_file(filled, CTX, path=rest, as_kind=FileKind.CSV)
    assert "No patient has the hospital number" in str(report.problems[0])


# How long a chart is kept


def test_no_chart_is_proposed_before_the_clinic_has_set_its_years(filled):
    assert erasure.retention(filled, CTX) is None
    assert proposed(filled, 2300) == []


def later(year):
    return clinics.FixedClock(CLOCK.now().replace(year=year))


def proposed(store, year):
    found = erasure.past_retention(store, replace(CTX, clock=later(year)))
    return sorted(each.mrn for each in found.past)


def test_years_count_from_the_end_of_the_year_of_the_last_contact(filled):
    erasure.set_retention(filled, CTX, years=10)  # A-002 was last seen on 2024-03-01
    assert erasure.retention(filled, CTX) == 10
    assert proposed(filled, 2034) == []
    assert proposed(filled, 2035) == ["A-001", "A-002", NEEDLE]
    assert filled.chart(filled.patient)  # proposed, never erased by itself


def test_a_later_contact_or_a_date_without_an_end_keeps_a_chart(filled):
    erasure.set_retention(filled, CTX, years=10)
    for mrn, last in (("A-001", "2026-01-05"), ("A-002", "[2024-03..]")):
        patient = patients.by_number(filled, CTX, mrn=mrn)
        stored = filled.get(Patient, patient, patient)
        with filled.unit(WHY.stamp()) as unit:
            record = replace(stored.record, last_contact=PartialDate.parse(last))
            unit.amend(stored, record)
    assert proposed(filled, 2036) == [NEEDLE]
    assert proposed(filled, 2037) == ["A-001", NEEDLE]


@pytest.mark.parametrize("years", [0, 101, -1])
def test_a_number_of_years_that_is_none_is_refused(filled, years):
    with pytest.raises(Refused, match="1 to 100 years"):
        erasure.set_retention(filled, CTX, years=years)
    assert erasure.retention(filled, CTX) is None


def test_the_setting_is_in_the_trail_and_can_be_taken_back(filled):
    erasure.set_retention(filled, CTX, years=15)
    erasure.set_retention(filled, CTX, years=None)
    assert erasure.retention(filled, CTX) is None
    lines = filled.trail.page(TrailFilter(action="retention"), 10)
    assert [line.changes for line in lines] == [(), (("years", "", "15"),)]
