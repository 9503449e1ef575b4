# SPDX-License-Identifier: MIT
"""The second check: another account, an own passphrase, an entry of its own; or nothing at all."""

import pytest

from tests import clinics
from tests.services.test_dose_day import GIVE, NURSE
from tracker.domain.errors import Refused
from tracker.domain.records import Patient, SecondCheck
from tracker.domain.roles import Role
from tracker.domain.values import Dose
from tracker.services import accounts, dose_day, imports, records, second_check
from tracker.services.patients import by_number
from tracker.store.keyring import Keyring, WrongPassphrase

OWN = "seven quiet herons fold the map"
FIRST = {"": Dose.parse("240 mg")}


@pytest.fixture
def second(store):
    """A second nurse with an own passphrase."""
    once = accounts.add(store, clinics.CTX, name="Second Nurse", role=Role.NURSE)
    ring = Keyring(store.profile.keyring)
    ring.change_passphrase("Second Nurse", once.passphrase, OWN, avoid=())
    return "Second Nurse"


@pytest.fixture
def patient(store, tmp_path):
    """A patient with a running course; the administrator is at work."""
    file = clinics.written(tmp_path / "small.json", clinics.SMALL)
    assert imports.import_file(store, clinics.CTX, path=file).problems == ()
    return by_number(store, clinics.CTX, mrn="A-001")


@pytest.fixture
def check(store, patient):
    def run(name, passphrase=OWN, again="240 mg", of=patient):
        return second_check.check(
            store,
            clinics.CTX,
            patient=of,
            name=name,
            passphrase=passphrase,
            first=FIRST,
            again={"": again},
        )

    return run


@pytest.fixture
def save(store, patient):
    def run(checked=None, **changes):
        return dose_day.save(
            store, NURSE, patient=patient, course=None, texts=GIVE | changes, checked=checked
        )

    return run


def refused(check, *args, **named) -> str:
    with pytest.raises(Refused) as caught:
        check(*args, **named)
    (problem,) = caught.value.problems
    return str(problem.message)


def test_the_same_dose_entered_by_a_second_account_is_stored_below_the_dose(
    store, patient, second, check, save
):
    save(check(second))
    (stored,) = store.chart(patient).of(SecondCheck)
    assert (stored.record.checked_by, stored.record.role) == ("Second Nurse", "nurse")
    assert str(stored.record.dose) == "240 mg"
    assert stored.recorded_by == NURSE.user


def test_what_the_second_person_did_is_in_the_trail_under_the_own_name(store, second, check):
    check(second)
    rows = store._db.execute_sql("SELECT actor, action FROM audit ORDER BY seq").fetchall()
    assert rows[-1] == ("Second Nurse", "second check")


def test_without_a_check_nothing_is_stored_that_looks_like_one(store, patient, save):
    save()
    assert not store.chart(patient).of(SecondCheck)


def test_the_same_amount_in_another_unit_is_the_same_dose(second, check):
    assert check(second, again="0.24 g").by == "Second Nurse"


def test_another_dose_is_refused_without_showing_the_first_one(second, check):
    said = refused(check, second, again="420 mg")
    assert "differ" in said
    assert "240" not in said


def test_a_dose_without_its_unit_is_no_second_entry(second, check):
    assert "unit" in refused(check, second, again="240")


def test_one_does_not_check_oneself(check):
    assert "another person" in refused(check, clinics.USER, clinics.PASSPHRASE)


def test_a_passphrase_that_somebody_else_made_is_no_proof(store, check):
    once = accounts.add(store, clinics.CTX, name="Third Nurse", role=Role.NURSE)
    assert "own passphrase" in refused(check, "Third Nurse", once.passphrase)


@pytest.mark.parametrize("name", ["Second Nurse", "Nobody Here"])
def test_a_wrong_passphrase_and_a_wrong_name_are_answered_alike(second, check, name):
    assert second
    with pytest.raises(WrongPassphrase):
        check(name, "not the passphrase at all")


def test_a_check_does_not_hold_for_a_dose_that_was_changed_after_it(
    store, patient, second, check, save
):
    said = refused(save, check(second), **{"dose.0": "230 mg"})
    assert "checked again" in said
    assert not store.chart(patient).of(SecondCheck)


def test_a_check_of_one_patient_never_holds_for_another(store, second, check, save):
    entry = records.Entry(record=Patient(mrn="T-0002"))
    other = records.save(store, clinics.CTX, patient=None, entry=entry).stored.id
    assert "checked again" in refused(save, check(second, of=other))


def test_undo_takes_the_check_back_with_the_dose(store, patient, second, check, save):
    dose_day.undo(store, NURSE, saved=save(check(second)))
    assert not store.chart(patient).of(SecondCheck)
