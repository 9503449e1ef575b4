# SPDX-License-Identifier: MIT
"""The command line: what scripts rely on, and what people in front of a terminal read."""

import io
import json
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from tests import clinics
from tests.cli.terminal import DONE, INIT, REFUSED, USAGE, AtTerminal, Terminal
from tests.clinics import CLOCK, CTX, PASSPHRASE, SMALL, written
from tracker import __main__, cli, defects, paths
from tracker.domain.errors import Refused
from tracker.domain.text import Message
from tracker.services import audit_trail, exports
from tracker.store.schema import MIGRATIONS

ROOT = Path(__file__).parents[2]


# Reading


def test_a_chart_is_shown_as_a_page_for_a_person(tracker):
    code, out, err = tracker("show", "A-001", "--as-of", "2024-11-26")
    assert (code, err) == (DONE, "")
    assert out.startswith("A-001  王示例\nfemale, age 54 years\nas of 2024-11-26\n")
    assert "toripalimab, from 2024-01-08, running" in out
    assert "doses recorded 1, given not known" in out
    assert "2019-02  2.2 ng/mL  H, range <1.5" in out
    assert "dose  2024-11-26  due" in out


def test_a_chart_with_hardly_anything_says_what_is_not_recorded(tracker):
    code, out, _err = tracker("show", "A-002", "--as-of", "2024-11-26")
    assert code == DONE
    assert "A-002  name not recorded" in out
    assert "Nodes\n  not recorded" in out


def test_a_chart_is_shown_as_json_for_a_script(tracker):
    code, out, _err = tracker("show", "A-001", "--as-of", "2024-11-26", "--json")
    assert code == DONE
    state = json.loads(out)
    assert state["courses"][0]["next_due"] == "2024-11-26"
    assert state["patient"]["name"] == "王示例"
    store = clinics.opened(tracker.folder)
    [line] = [line for line in audit_trail.page(store, CTX).lines if line.action == "export"]
    assert line.changes == (("state as of", "", "2024-11-26"),)
    store.close(CLOCK.now())


def test_the_day_list_tells_who_is_due_and_who_was_not_seen(tracker):
    code, out, _err = tracker("due", "--on", "2024-11-28")
    assert code == DONE
    head, dose, contact = out.splitlines()
    assert head == "2024-11-28: 2 on the list"
    assert dose.startswith("overdue 2 d over  2024-11-26  A-001  王示例")
    assert contact.startswith("not seen 272 d    2024-03-01  A-002")
    code, out, _err = tracker("due", "--on", "2024-05-20", "--json")
    assert (code, json.loads(out)) == (DONE, [])


def test_the_day_list_for_a_script_has_every_key(tracker):
    _code, out, _err = tracker("due", "--on", "2024-11-20", "--days", "10", "--json")
    (line,) = [line for line in json.loads(out) if line["what"] == "dose"]
    assert len(UUID(line.pop("key")).bytes) == 16
    assert line == {
        "mrn": "A-001",
        "name": "王示例",
        "treatment": "toripalimab 240 mg q3w",
        "state": "later",
        "on": "2024-11-26",
        "days_over": 0,
        "cycle": None,
        "cycle_day": None,
        "last_given": "2024-11-05",
        "why": None,
        "reason": None,
        "recheck": None,
        "appointed": None,
        "projected": "2024-11-26",
        "what": "dose",
        "title": "",
        "between": ["2024-11-26", "2024-11-26"],
        "snoozed_until": None,
        "promised": None,
        "cancelled": None,
        "attempts": 0,
        "left": None,
        "left_on": None,
    }


def test_one_section_of_the_day_list_can_be_asked_for(tracker):
    def numbers(section):
        code, out, _err = tracker("due", "--on", "2024-11-28", "--section", section, "--json")
        assert code == DONE
        return [line["mrn"] for line in json.loads(out)]

    assert numbers("overdue") == ["A-001"]
    assert numbers("not seen") == ["A-002"]
    assert numbers("left") == numbers("labs") == []
    code, _out, err = tracker("due", "--section", "tomorrow")
    assert (code, "tomorrow" in err) == (USAGE, True)


def test_an_unknown_hospital_number_is_said(tracker):
    assert tracker("show", "A-999")[::2] == (
        REFUSED,
        "No patient has the hospital number A-999.\n",
    )


# Beside an open window


def test_while_the_window_is_open_reading_works_and_writing_says_who_holds_the_file(
    tracker, tmp_path
):
    window = clinics.opened(tracker.folder)
    before = window.counts()
    for reading in (("show", "A-001"), ("due",), ("verify",), ("backup", tmp_path / "stick")):
        assert tracker(*reading)[0] == DONE
    file = written(tmp_path / "again.json", SMALL)
    assert tracker("import", file, "--dry-run")[0] == DONE
    for writing in (
        ("import", file),
        ("export", tmp_path / "out.json"),
        ("show", "A-001", "--json"),
        ("migrate",),
        ("restore", tmp_path / "any.backup"),
    ):
        code, out, err = tracker(*writing)
        assert (code, out) == (REFUSED, "")
        assert "in use on the computer" in err
    assert window.counts() == before
    window.close(CLOCK.now())


# Files


def test_an_import_tells_what_it_did_and_leaves_a_backup(tracker, tmp_path):
    later = written(tmp_path / "later.json", clinics.document(clinics.patient(70, "A-003")))
    code, out, err = tracker("import", later)
    assert (code, err) == (DONE, "")
    assert "read as utf-8. Records: 1 read, 1 added, 0 already stored. Charts: 1." in out
    assert list((tracker.folder / "backups").glob("*.backup"))


def test_an_import_tells_a_script_what_it_did(tracker, tmp_path):
    rows = "patient,analyte,date,value,unit\nA-001,SCC,2024-10-01,2.9,ng/mL\n"
    _code, out, _err = tracker("import", written(tmp_path / "r.csv", rows), "--dry-run", "--json")
    report = json.loads(out)
    assert report.pop("sha256")
    assert report == {
        "file": "r.csv",
        "kind": "csv",
        "encoding": "utf-8",
        "dry_run": True,
        "rows_read": 1,
        "added": 1,
        "unchanged": 0,
        "patients": ["A-001"],
        "left_out": 0,
        "duplicates": [],
        "problems": [],
    }


def test_a_patient_who_may_be_on_file_is_refused_until_a_script_says_who_it_is(tracker, tmp_path):
    twin = clinics.document(clinics.patient(901, "B-001", name="王示例"))
    file = written(tmp_path / "twin.json", twin)
    code, _out, err = tracker("import", file)
    assert code == REFUSED
    assert "B-001 may be A-001" in err
    _code, out, _err = tracker("import", file, "--dry-run")
    assert "B-001 may be A-001: not answered" in out
    code, out, _err = tracker("import", file, "--duplicates", "link")
    assert code == DONE
    assert "same person" in out


def test_an_export_comes_back_as_the_same_records(tracker, tmp_path):
    out_file = tmp_path / "out.json"
    code, out, _err = tracker("export", out_file)
    assert code == DONE
    assert "(patients: 2), not encrypted" in out
    assert "Not in it: the lists of the clinic but the reference ranges" in out
    code, out, _err = tracker("import", out_file, "--json")
    assert (code, json.loads(out)["unchanged"]) == (DONE, 11)
    assert tracker("export", out_file)[0] == REFUSED
    code, out, _err = tracker("export", out_file, "--force", "--patient", "A-002", "--as", "csv")
    assert (code, "only the results that count" in out) == (DONE, True)
    assert out_file.read_text("utf-8-sig").splitlines()[1:] == []


def test_the_schema_is_the_committed_one(tracker):
    code, out, _err = tracker.bare("schema")
    assert code == DONE
    assert out == (ROOT / "docs" / "reference" / "followup-tracker.schema.json").read_text("utf-8")


# Keeping and proving


def test_a_backup_restores_on_a_clean_machine_with_only_the_passphrase(tracker, tmp_path):
    code, out, _err = tracker("backup", tmp_path / "stick")
    assert code == DONE
    (file,) = (tmp_path / "stick").iterdir()
    assert str(file) in out
    clean = ("--profile", tmp_path / "clean")
    assert tracker.bare(*clean, "restore", file)[0] == DONE
    assert tracker.bare(*clean, "show", "A-001")[0] == DONE
    assert tracker.bare(*clean, "verify")[0] == DONE


def test_verify_names_what_is_wrong(tracker):
    store = clinics.opened(tracker.folder)
    store._db.execute_sql("UPDATE visit SET ecog = 4")
    store.close(CLOCK.now())
    code, out, err = tracker("verify")
    assert (code, out) == (REFUSED, "")
    assert err.count("changed by something other than this program") == 2


def test_migrate_says_which_schema_the_profile_has(tracker):
    newest = max(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))
    said = f"The profile is at schema {newest}, that of this program.\n"
    assert tracker("migrate")[:2] == (DONE, said)


# The demonstration


def test_the_demonstration_is_shown_without_a_passphrase(capsys, tmp_path, monkeypatch):
    monkeypatch.delenv(cli.PASSPHRASE_VARIABLE, raising=False)
    tracker = Terminal(tmp_path, capsys)
    code, out, err = tracker.bare("--demo", "due")
    assert (code, err) == (DONE, "")
    assert out.startswith("2024-11-26: ")
    assert "SEED-001" in out


def test_a_course_that_stopped_on_an_unknown_day_ran_for_nobody_knows_how_long(capsys, tmp_path):
    _code, out, _err = Terminal(tmp_path, capsys).bare("--demo", "show", "SEED-001")
    assert "stopped on an unknown day\n    how long it ran is not known" in out
    assert "counted to not recorded" not in out


@pytest.mark.parametrize("command", [INIT, ("restore", "x")])
def test_the_demonstration_is_neither_made_nor_restored(capsys, tmp_path, command):
    code, _out, err = Terminal(tmp_path, capsys).bare("--demo", *command)
    assert code == REFUSED
    assert "demonstration cannot be made or restored" in err


# The passphrase


def test_a_passphrase_file_may_end_with_a_line_break(tracker, tmp_path, monkeypatch):
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, "the file wins over this")
    file = written(tmp_path / "passphrase", PASSPHRASE + "\r\n")
    assert tracker("--passphrase-file", file, "verify")[0] == DONE
    code, _out, err = tracker("--passphrase-file", tmp_path / "none", "verify")
    assert code == REFUSED
    assert "cannot be read" in err


def test_without_a_terminal_a_missing_passphrase_is_said(tracker, monkeypatch):
    monkeypatch.delenv(cli.PASSPHRASE_VARIABLE)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    code, _out, err = tracker("verify")
    assert code == REFUSED
    assert "--passphrase-file" in err


def test_at_a_terminal_the_passphrase_is_asked_for(tracker, monkeypatch):
    monkeypatch.delenv(cli.PASSPHRASE_VARIABLE)
    monkeypatch.setattr(sys, "stdin", AtTerminal())
    monkeypatch.setattr(cli.getpass, "getpass", lambda _prompt: PASSPHRASE)
    assert tracker("verify")[0] == DONE


# Usage and defects


@pytest.mark.parametrize(
    "arguments",
    [
        ("unknown",),
        ("show",),
        ("show", "A-001", "--as-of", "2024-13-01"),
        ("show", "A-001", "--as-of", "2024-11"),
        ("due", "--days", "-1"),
        ("import", "x.json", "--as", "xlsx"),
        ("init", "--clinic", "C"),
        (*INIT, "--role", "boss"),
        ("--selftest", "x", "due"),
        ("--demo", "due"),  # beside --profile
    ],
)
def test_wrong_usage_is_told_from_a_refusal(tracker, arguments):
    code, out, err = tracker(*arguments)
    assert (code, out) == (USAGE, "")
    assert err.startswith("usage: tracker")


def test_a_defect_is_reported_without_a_value_of_any_chart(capsys):
    try:
        raise KeyError("Needleperson")
    except KeyError as error:
        defects.report_defect(type(error), error, error.__traceback__)
    _out, err = capsys.readouterr()
    assert "Internal error (KeyError)" in err
    assert "cli/test_commands.py:" in err
    assert "Needleperson" not in err


def test_a_missing_library_is_said_in_words(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tracker.cli", None)
    monkeypatch.delattr("tracker.cli")
    assert __main__.main(["schema"]) == REFUSED
    assert "A part of the program is missing" in capsys.readouterr().err


def test_a_missing_library_of_the_system_is_said_with_what_to_install(capsys, monkeypatch):
    def refuse(_given):
        raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("tracker.cli.main", refuse)
    assert __main__.main(["schema"]) == REFUSED
    said = capsys.readouterr().err
    assert "libGL.so.1" in said
    assert "apt-get install libgl1" in said
    assert "Nothing was opened or changed" in said


def test_a_reader_who_has_seen_enough_meets_no_defect():
    command = [sys.executable, "-m", "tracker", "schema"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == REFUSED
    process.stderr.close()


def test_every_refusal_stands_on_its_own_line(tracker, monkeypatch):
    def refused():
        raise Refused(*(Message("Problem {n}.", {"n": n}) for n in (1, 2)))

    monkeypatch.setattr(exports, "json_schema", refused)
    assert tracker.bare("schema") == (REFUSED, "", "Problem 1.\nProblem 2.\n")


# Where the profile is


def test_the_variable_names_the_profile(tracker, monkeypatch):
    monkeypatch.setenv("TRACKER_PROFILE", str(tracker.folder))
    assert tracker.bare("verify")[0] == DONE


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/followup-tracker"),
        ("linux", {}, "/home/a/.local/share/followup-tracker"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/Follow-up Tracker"),
        ("win32", {}, "/home/a/AppData/Local/Follow-up Tracker"),
        ("darwin", {}, "/home/a/Library/Application Support/Follow-up Tracker"),
    ],
)
def test_each_system_has_its_place_for_the_profile(monkeypatch, platform, variables, expected):
    for name in ("TRACKER_PROFILE", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/a"))
    monkeypatch.setattr(paths.sys, "platform", platform)
    assert paths.default_profile() == Path(expected)


def test_the_own_files_are_found_in_a_checkout_and_when_installed(monkeypatch, tmp_path):
    assert (paths.resources() / "demo" / "seed_case.json").exists()
    monkeypatch.setattr(paths, "_VENDORED", tmp_path)
    assert paths.resources() == tmp_path


def test_every_command_and_option_is_explained_in_the_reference():
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text("utf-8")
    parser = cli.parser()
    commands = next(action.choices for action in parser._actions if action.choices)
    options = {
        option
        for each in (parser, *commands.values())
        for action in each._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help"
    }
    assert [name for name in commands if f"### `{name}" not in page] == []
    assert sorted(option for option in options if option not in page) == []


def test_the_quality_list_names_charts_and_codes(tracker):
    code, out, _err = tracker("quality")
    assert code == DONE
    assert "A-001\n  HIGH_BY_ITS_OWN_RANGE: SCC 2.2 of 2019-02 was high" in out
    assert "  STAGE_MISSING: No stage is recorded." in out
    code, out, _err = tracker("quality", "--json")
    chart = json.loads(out)[0]
    (record,) = chart["open_questions"][0]["records"]
    assert (chart["mrn"], record["kind"]) == ("A-001", "patient")


# How long charts are kept, and erasing one


def test_a_patient_is_erased_with_the_number_typed_twice_and_verify_says_so(tracker):
    code, _out, err = tracker("erase", "A-001", "--again", "A-002", "--reason", "on request")
    assert (code, "Nothing was erased" in err) == (REFUSED, True)
    code, out, err = tracker("erase", "A-001", "--again", "A-001", "--reason", "on request")
    assert (code, err) == (DONE, "")
    assert out.startswith("A-001 was erased: ")
    assert "Backups that still hold the patient:\n  tracker-" in out
    code, out, _err = tracker("verify")
    assert code == DONE
    assert "Reason: on request" in out
    assert tracker("show", "A-001")[0] == REFUSED


def test_no_chart_is_past_a_retention_that_nobody_set(tracker):
    assert tracker("retention")[1] == "Not set: no chart is ever proposed.\n"
    code, out, _err = tracker("retention", "--years", "1")
    assert (code, out.startswith("Years kept after that of the last contact or the death: 1.")) == (
        DONE,
        True,
    )
    assert tracker("retention", "--years", "0")[0] == REFUSED
    assert tracker("retention", "--off")[1] == "Not set: no chart is ever proposed.\n"


def test_an_export_without_identity_takes_no_names_and_no_other_form(tracker, tmp_path):
    for extra in (("--names",), ("--as", "csv")):
        code, _out, err = tracker("export", tmp_path / "out.json", "--anonymised", *extra)
        assert (code, "leave out --as and --names" in err) == (REFUSED, True)
    assert not (tmp_path / "out.json").exists()
    code, out, _err = tracker("export", tmp_path / "out.json", "--anonymised")
    assert (code, "pseudonymised, not anonymous" in out) == (DONE, True)
    assert "A-001" not in (tmp_path / "out.json").read_text("utf-8")
