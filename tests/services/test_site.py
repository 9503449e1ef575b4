# SPDX-License-Identifier: MIT
"""The clinic's IT may make the rules of a computer stricter, never looser."""

import pytest

from tracker.domain.fields import YesNo
from tracker.domain.records import LockPolicy
from tracker.services import site
from tracker.services.site import SiteSettings

POLICY = LockPolicy(idle_minutes=10, pin=YesNo.YES)


def settings(tmp_path, text):
    file = tmp_path / "tracker.ini"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return site.read([tmp_path / "not there.ini", file])


def test_without_a_file_the_clinics_own_rules_hold(tmp_path):
    found = site.read([tmp_path / "not there.ini"])
    assert found == SiteSettings()
    assert found.tightened(POLICY) == POLICY


def test_everything_it_can_say_is_read(tmp_path):
    text = f"[site]\nlanguage = zh_CN\nbackup_folder = {tmp_path}\nidle_minutes = 3\npin = no\n"
    found = settings(tmp_path, "\N{ZERO WIDTH NO-BREAK SPACE}" + text)
    assert (found.language, found.backup_folder) == ("zh_CN", tmp_path)
    assert found.tightened(POLICY) == LockPolicy(idle_minutes=3, pin=YesNo.NO)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "minutes", "pin"),
    [
        ("idle_minutes = 15", 10, YesNo.YES),
        ("idle_minutes = 1", 1, YesNo.YES),
        ("pin = yes", 10, YesNo.YES),
        ("pin = no", 10, YesNo.NO),
    ],
)
def test_a_rule_of_the_clinic_is_never_made_looser(tmp_path, text, minutes, pin):
    found = settings(tmp_path, f"[site]\n{text}\n")
    assert found.tightened(POLICY) == LockPolicy(idle_minutes=minutes, pin=pin)
    assert found.tightened(LockPolicy(idle_minutes=1, pin=YesNo.NO)) == LockPolicy(
        idle_minutes=1, pin=YesNo.NO
    )


@pytest.mark.parametrize(
    "line",
    [
        "idle_minutes = 0",
        "idle_minutes = 16",
        "idle_minutes = ten",
        "idle_minutes = ５",
        "pin = maybe",
        "language = de",
        "backup_folder = somewhere",
        "idel_minutes = 5",
    ],
)
def test_what_is_not_understood_is_told_and_does_not_hold(tmp_path, line):
    found = settings(tmp_path, f"[site]\n{line}\n")
    assert found.tightened(POLICY) == POLICY
    assert (found.language, found.backup_folder) == ("", None)
    assert line.partition(" =")[0] in str(found.problems[0])


@pytest.mark.parametrize(
    "text", ["idle_minutes = 3", b"\xff\xfe[site]", "[site]\n[site]\n", "[site\n"]
)
def test_a_file_that_cannot_be_read_is_told(tmp_path, text):
    found = settings(tmp_path, text)
    assert "cannot be read" in str(found.problems[0])
    assert found.tightened(POLICY) == POLICY


def test_a_section_of_another_name_is_told(tmp_path):
    assert "[sites]" in str(settings(tmp_path, "[sites]\npin = no\n").problems[0])
