# SPDX-License-Identifier: MIT
"""A new profile made on the command line: accepted by somebody, and opened with its passphrase."""

import io
import sys

from tests.cli.terminal import DONE, INIT, REFUSED, AtTerminal, Terminal
from tests.clinics import CLOCK, PASSPHRASE
from tracker import cli
from tracker.domain.envelope import TrailFilter
from tracker.services import audit_trail, profiles, setup


def test_a_profile_made_on_the_command_line_opens(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, PASSPHRASE)
    tracker = Terminal(tmp_path / "new" / "clinic", capsys)
    accepted = ("--accepted-by", "Dr Example, head of the clinic")
    code, out, _err = tracker("init", "--clinic", "Synthetic Clinic", "--user", "Admin", *accepted)
    assert code == DONE
    groups = out.splitlines()[-1].split("-")
    assert [len(group) for group in groups] == [4] * 8
    assert tracker("verify")[0] == DONE
    code, _out, err = tracker("init", "--clinic", "Other", "--user", "Other Admin", *accepted)
    assert code == REFUSED
    assert "They were not touched" in err


def test_the_first_user_is_an_administrator(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, PASSPHRASE)
    tracker = Terminal(tmp_path / "clinic", capsys)
    assert tracker(*INIT, "--accepted-by", "Dr Example")[0] == DONE
    assert "U\tadministrator" in tracker("users")[1]


def test_without_a_name_that_accepts_the_limits_no_profile_is_made(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, PASSPHRASE)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    tracker = Terminal(tmp_path / "clinic", capsys)
    code, out, err = tracker(*INIT)
    assert code == REFUSED
    assert all(limit in out for limit in setup.LIMITS)
    assert "--accepted-by" in err
    code, _out, err = tracker(*INIT, "--accepted-by", " ")
    assert (code, "Write the name of the person" in err) == (REFUSED, True)
    assert not (tmp_path / "clinic").exists()


def test_who_accepted_the_limits_at_a_terminal_stands_in_the_audit_trail(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, PASSPHRASE)
    monkeypatch.setattr(sys, "stdin", AtTerminal("Dr Example, head of the clinic\n"))
    tracker = Terminal(tmp_path / "clinic", capsys)
    code, out, _err = tracker(*INIT)
    assert code == DONE
    assert out.index(setup.LIMITS[0]) < out.index("Accepted for the clinic by")
    store = profiles.open(tmp_path / "clinic", user=None, passphrase=PASSPHRASE, clock=CLOCK)
    try:
        asked = TrailFilter(action="limits accepted")
        (line,) = audit_trail.page(store, profiles.context(store, CLOCK), asked=asked).lines
    finally:
        store.close(CLOCK.now())
    assert ("by", "", "Dr Example, head of the clinic") in line.changes


def test_two_different_new_passphrases_make_no_profile(capsys, tmp_path, monkeypatch):
    typed = iter([PASSPHRASE, PASSPHRASE + "x"])
    monkeypatch.delenv(cli.PASSPHRASE_VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", AtTerminal())
    monkeypatch.setattr(cli.getpass, "getpass", lambda _prompt: next(typed))
    tracker = Terminal(tmp_path / "clinic", capsys)
    code, _out, err = tracker(*INIT, "--accepted-by", "Dr Example")
    assert (code, "not the same" in err) == (REFUSED, True)
    assert not (tmp_path / "clinic").exists()
