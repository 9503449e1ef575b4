# SPDX-License-Identifier: MIT
"""The commands that keep, prove and give back."""

import json

from tests import clinics
from tests.cli.terminal import DONE, REFUSED
from tracker.services import backups
from tracker.store.connection import PAGE_BYTES
from tracker.store.files import Profile


def damage(folder, table):
    """Flips a bit in the first page of a table."""
    store = clinics.opened(folder, readonly=True)
    page = store._db.value(f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")
    store.close(clinics.CLOCK.now())
    database = Profile(folder).database
    raw = bytearray(database.read_bytes())
    raw[(page - 1) * PAGE_BYTES + 500] ^= 1
    database.write_bytes(raw)


def test_a_backup_beside_the_records_says_what_it_is_not(tracker, tmp_path):
    code, out, _ = tracker("backup", tmp_path / "copies")
    assert code == DONE
    assert "on the same disk as the records" in out


def test_the_person_says_what_the_system_does_not_tell(tracker, tmp_path, monkeypatch):
    monkeypatch.setattr(backups, "is_second_medium", lambda _copies, _records: None)
    _, out, _ = tracker("backup", tmp_path / "copies")
    assert "--second-medium" in out
    assert not Profile(tracker.folder).backup_notes.exists()
    code, out, _ = tracker("backup", tmp_path / "copies", "--second-medium")
    assert (code, "--second-medium" in out) == (DONE, False)
    assert json.loads(Profile(tracker.folder).backup_notes.read_text())["second"]


def test_the_newest_backup_is_drilled_and_nothing_is_left_of_it(tracker):
    assert "There is no backup" not in tracker("drill")[2]  # the import of the fixture made one
    before = sorted(path.name for path in tracker.folder.rglob("*"))
    code, out, err = tracker("drill")
    assert (code, err) == (DONE, "")
    assert "Sound. Rows: " in out
    assert "restored, checked and removed again in" in out
    assert sorted(path.name for path in tracker.folder.rglob("*")) == before


def test_without_a_backup_there_is_nothing_to_drill(tracker):
    for made in (tracker.folder / "backups").iterdir():
        made.unlink()
    code, _, err = tracker("drill")
    assert code == REFUSED
    assert "There is no backup in" in err


def test_of_a_damaged_profile_what_can_be_read_is_written_and_what_is_lost_is_said(
    tracker, tmp_path
):
    damage(tracker.folder, "dose_event")
    before = Profile(tracker.folder).database.read_bytes()
    code, out, err = tracker("rescue", tmp_path / "rescued.json")
    assert code == REFUSED
    assert "Pages of the database that were damaged or exchanged: 1." in err
    assert "Patient A-001: some or all records of these kinds cannot be read: Dose event." in err
    assert "Charts that can be read whole: 1 of 2." in out
    assert "not in the audit trail" in out
    assert len(json.loads((tmp_path / "rescued.json").read_text("utf-8"))["patients"]) == 2
    assert Profile(tracker.folder).database.read_bytes() == before


def test_a_sound_profile_needs_no_rescue(tracker, tmp_path):
    code, _, err = tracker("rescue", tmp_path / "rescued.json")
    assert code == REFUSED
    assert "No damage was found" in err


def test_a_restore_can_be_looked_at_first_and_leaves_a_protocol(tracker, tmp_path):
    tracker("backup", tmp_path / "stick")
    (file,) = (tmp_path / "stick").iterdir()
    before = Profile(tracker.folder).database.read_bytes()
    code, out, _ = tracker("restore", file, "--preview")
    assert code == DONE
    assert "In it: patients 2" in out
    assert "Nothing was changed." in out
    assert Profile(tracker.folder).database.read_bytes() == before
    code, out, _ = tracker("restore", file)
    assert code == DONE
    (protocol,) = tracker.folder.glob("restored-*.txt")
    assert protocol.read_text("utf-8") in out


def test_a_lost_seal_is_said_until_an_administrator_settles_it(tracker):
    Profile(tracker.folder).head.unlink()
    for command in ("verify", "verify"):
        code, _, err = tracker(command)
        assert (code, err.count("sealed end of the audit trail was missing")) == (REFUSED, 1)
    code, out, err = tracker("verify", "--settle", "the folder was copied without it")
    assert (code, err) == (DONE, "")
    assert out.startswith("Settled, and not said again: The sealed end of the audit trail was")
    assert tracker("verify")[0] == DONE
    assert "Settled" not in tracker("verify")[1]
