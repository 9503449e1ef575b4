# SPDX-License-Identifier: MIT
"""A clinic is made whole or not at all, and nothing is stated that nobody stated."""

from dataclasses import replace

import pytest

from tests.clinics import CLOCK, CTX, PASSPHRASE
from tracker.domain.errors import Refused
from tracker.services import audit_trail, clinic_days, profiles, setup
from tracker.services.setup import NewClinic
from tracker.store.faults import Fault, StorageFault


@pytest.fixture
def new(tmp_path):
    return NewClinic(
        clinic="Synthetic Clinic",
        accepted_by="Dr Example",
        user="Synthetic Admin",
        folder=tmp_path / "records",
        passphrase=PASSPHRASE,
    )


def test_a_clinic_that_said_nothing_of_its_days_has_none(new):
    store, code = setup.create(new, CLOCK)
    assert code
    assert clinic_days.calendar(store, CTX) is None
    store.close(CLOCK.now())


def test_weekdays_and_country_are_a_record_of_the_clinic(new):
    store, _code = setup.create(replace(new, weekdays="Mo Tu We", country="DE-BY"), CLOCK)
    said, _closed = clinic_days.kept(store, CTX)
    assert (said[0].record.weekdays, said[0].record.country) == ("Mo Tu We", "DE-BY")
    store.close(CLOCK.now())


def test_who_accepted_what_stands_in_the_trail(new):
    store, _code = setup.create(new, CLOCK)
    lines = audit_trail.page(store, CTX).lines
    accepted = next(line for line in lines if line.action == "limits accepted")
    said = {name: text for name, _before, text in accepted.changes}
    assert said["by"] == "Dr Example"
    assert "Not assessed or registered as a medical device in any country." in said["text"]
    store.close(CLOCK.now())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"accepted_by": ""}, "accepts this for the clinic"),
        ({"country": "DE"}, "Choose the weekdays too"),
        ({"weekdays": "Mo", "country": "XX"}, "not known"),
        ({"passphrase": "short"}, "at least"),
    ],
)
def test_what_is_missing_makes_nothing(new, change, words):
    with pytest.raises(Refused, match=words):
        setup.create(replace(new, **change), CLOCK)
    assert not profiles.exists(new.folder)


def test_a_disk_that_fails_half_way_leaves_nothing(new, monkeypatch):
    def fail(*_arguments, **_options):
        raise StorageFault(Fault.FULL)

    monkeypatch.setattr(setup.profiles, "context", fail)
    with pytest.raises(StorageFault):
        setup.create(new, CLOCK)
    assert not profiles.exists(new.folder)
    monkeypatch.undo()
    store, _code = setup.create(new, CLOCK)
    store.close(CLOCK.now())


def test_records_that_are_there_are_never_touched(new):
    store, _code = setup.create(new, CLOCK)
    store.close(CLOCK.now())
    before = (new.folder / "keyring.json").read_bytes()
    with pytest.raises(Refused, match="holds records already"):
        setup.create(new, CLOCK)
    assert (new.folder / "keyring.json").read_bytes() == before


def test_a_backup_folder_is_there_and_not_beside_what_it_copies(new, tmp_path):
    def said(folder):
        return [str(each) for each in setup.place_problems(new.folder, folder)]

    (new.folder / "copies").mkdir(parents=True)
    assert "lies inside" in said(new.folder / "copies")[0]
    assert "not there" in said(tmp_path / "not there")[0]
    assert said(tmp_path) == []
    assert said(None) == []


@pytest.mark.parametrize("name", ["clinic", "user", "accepted_by"])
def test_no_name_of_the_first_day_holds_what_nobody_can_see(new, name):
    with pytest.raises(Refused, match="nobody can see"):
        setup.create(replace(new, **{name: "Ex\u202eample"}), CLOCK)
    assert not (new.folder / "tracker.db").exists()


def test_no_reason_holds_what_nobody_can_see():
    with pytest.raises(Refused, match="nobody can see") as refused:
        CTX.because("typed \x1b[2J wrong").stamp()
    assert [problem.field for problem in refused.value.problems] == ["reason"]
