# SPDX-License-Identifier: MIT
"""dose_day.feature: keys from text files, sent to the window; rows read by another program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from tests.features.conftest import unlock
from tests.features.read_back import Day
from tracker.services import demo

pytestmark = pytest.mark.slow

scenarios("dose_day.feature")

HERE = Path(__file__).parent


@given("the dose day of the first patient is open")
def open_first(me):
    me.press("Enter")
    me.reads("Dose day, cycle 12")


@when("the program is locked and unlocked")
def lock(me):
    me.press("Ctrl+Q")
    me.leave()
    unlock(me, demo.PASSPHRASE)
    me.reads("5 d over", "SYN-0482")


def read_back(folder, mrn: str, day: str) -> Day:
    """What another program reads while this one is still open."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.features.read_back", str(folder), mrn, day],
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


@then(parsers.parse('another program reads of "{mrn}" on "{day}"'))
def read(folder, mrn, day, datatable):
    stored = read_back(folder, mrn, day)
    for kind, words in datatable:
        assert _in_words(kind, stored) == words, (kind, stored[kind])


@then(parsers.parse('nothing more is stored of "{mrn}" on "{day}"'))
def nothing_more(folder, mrn, day):
    stored = read_back(folder, mrn, day)
    assert not any(stored[kind] for kind in stored if kind != "due"), stored


@then(parsers.parse('the box "{label}" holds "{text}"'))
def holds(me, label, text):
    assert me.said_by(label) == text


def _in_words(kind: str, stored: Day) -> str:
    found = stored[kind]
    if kind == "visit":
        shown = ("weight", "ecog", "temperature", "systolic", "diastolic", "pulse", "spo2")
        return ", ".join(f"{name} {v[name]}" for v in found for name in shown if name in v)
    if kind == "interview_answer":
        assert {answer["answer"] for answer in found} == {"none"}
        return str(len(found))
    if kind == "marker_result":
        parts = ((r["analyte"], r["value"], r.get("flag", "")) for r in found)
        return ", ".join(" ".join(filter(None, each)) for each in parts)
    if kind == "dose_event":
        return ", ".join(_event(event) for event in found)
    if kind == "due":
        (due,) = found
        return due["on"] if due["state"] == "projected" else due["state"]
    return ", ".join(record["answer"] for record in found)


def _event(event: dict[str, str]) -> str:
    until = f"until {event['until']}" if "until" in event else ""
    texts = (event["action"], event.get("dose"), event.get("reason"), event.get("reason_text"))
    return " ".join(filter(None, (*texts, until)))
