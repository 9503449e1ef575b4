# SPDX-License-Identifier: MIT
"""The published case to the digit: as the contract shows it, and moved, by brute force."""

import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

from tests import clinics
from tests.clinics import PASSPHRASE, written
from tracker import cli, paths

ROOT = Path(__file__).parents[1]
SEED = paths.resources() / "demo" / "seed_case.json"
ANY = object()  # where the contract shows three dots

# The example of the command line's contract, value by value.
CONTRACT: dict[str, Any] = {
    "patient": {"mrn": "SEED-001", "name": None, "sex": "female", "age_years": [46, 46]},
    "as_of": "2024-11-26",
    "clocks": [
        {
            "name": "OS",
            "index": "admission",
            "from": "2018-11-26",
            "to": "2024-11",
            "days": [2167, 2192],
            "months_completed": [71, 72],
            "months_30_4375": [71.2, 72.0],
            "event": False,
        }
    ],
    "courses": [
        {
            "id": ANY,
            "regimen": "toripalimab",
            "start": "2019-05",
            "stop": None,
            "ongoing": True,
            "counted_to": "2024-11",
            "days": [1981, 2036],
            "months_completed": [65, 66],
            "doses": {
                "recorded": 0,
                "given": None,
                "held": None,
                "skipped": None,
                "reduced": None,
                "on_schedule": [95, 97],
            },
            "cycle_next": None,
            "delay_days": None,
            "drift_days": None,
            "dose_intensity": {"first_to_last": None, "with_last_cycle": None},
            "next_due": None,
            "next_due_reason": "no dose date recorded",
            "appointed": None,
        }
    ],
    "markers": [
        {
            "code": "SCC",
            "results": [
                {
                    "date": "2019-02",
                    "text": "2.2",
                    "unit": "ng/mL",
                    "flag": "H",
                    "range": "<1.5",
                    "times_limit": [1.467, 1.467],
                }
            ],
            "nadir": {},
            "doubling_days": None,
        }
    ],
    "radiotherapy": [
        {
            "site": ANY,
            "gy": 48.6,
            "fractions": 27,
            "inferred": False,
            "bed": {"10": 57.348, "3": 77.76},
            "eqd2": {"10": 47.79, "3": 46.656},
        }
    ],
    "nodes": {"positive": 27, "examined": 40, "stations": []},
    "stages": [{"system": "FIGO 2018", "stage": "IIIC2", "basis": "p", "date": "2018-11-30"}],
    # the contract's list was empty while no kind of record held a status
    "disease_status": [
        {"date": "2019-04-03", "status": "recurrent", "basis": "biopsy"},
        {"date": None, "status": "NED", "basis": "statement"},
    ],
    "responses": [
        {"date": None, "criteria": "statement", "computed": None, "decided": "CR", "source": ANY}
    ],
    "adverse_events": [
        {"term": ANY, "grade": None, "onset": "2019-04", "irae": False, "ongoing": False}
    ],
    "irae": {
        "recorded": 0,
        "visits": 0,
        "visits_asked": 0,
        "statement": "none (report, 2024-11)",
    },
    "due": [
        {"what": "dose", "on": None, "state": "cannot project", "why": "no dose date recorded"}
    ],
    "contradictions": [],
}


def missing(expected: Any, found: Any, place: str = "") -> list[str]:
    """Where ``found`` does not show what is expected; it may show more."""
    if expected is ANY:
        return [] if found else [f"{place}: empty"]
    if isinstance(expected, dict):
        return [
            line
            for key, value in expected.items()
            for line in (
                missing(value, found[key], f"{place}.{key}")
                if isinstance(found, dict) and key in found
                else [f"{place}.{key}: absent"]
            )
        ]
    if isinstance(expected, list) and expected and isinstance(expected[0], dict):
        tries = [[missing(each, other, f"{place}[]") for other in found] for each in expected]
        return [line for each in tries for line in min(each, key=len, default=[f"{place}: none"])]
    if isinstance(expected, list) and not expected:
        return [] if isinstance(found, list) else [f"{place}: {found!r} is no list"]
    same = expected == found and type(expected) is type(found)
    return [] if same else [f"{place}: {found!r} instead of {expected!r}"]


def test_the_command_line_shows_the_contract_of_the_published_case():
    command = [sys.executable, "-m", "tracker", "--demo", "show", "SEED-001"]
    shown = subprocess.run(
        [*command, "--as-of", "2024-11-26", "--json"],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONWARNINGS": "error"},
        check=False,
    )
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert missing(CONTRACT, json.loads(shown.stdout)) == []


def test_no_number_of_the_published_case_stands_in_the_program():
    numbers = (
        r"\b(1981|2036|2167|2192|2163|2188|71\.2|1\.467|57\.348|77\.76|47\.79|46\.656|48\.6)\b"
    )
    sources = (ROOT / "tracker").rglob("*.py")
    assert not [path for path in sources if re.search(numbers, path.read_text("utf-8"))]


# The same chart, moved


def moved() -> dict[str, Any]:
    """The published case with another start, last contact, value and range."""
    file = json.loads(SEED.read_text("utf-8"))
    del file["demonstration"]
    chart = file["patients"][0]
    chart["patient"] |= {"mrn": "MOVED-1", "last_contact": "2025-01"}
    for record in chart["records"]:
        fields = record["fields"]
        if fields.get("regimen") == "toripalimab":
            fields["start"] = "2019-06"
        if fields.get("value") == "2.2":
            fields["value"] = "3.70"
    (first,) = [each for each in file["clinic"] if each["fields"]["limits"] == "<1.5"]
    first["fields"]["limits"] = "<1.9"
    return file


def days_of(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


ADMISSION = [date(2018, 11, 26)]
START = days_of(date(2019, 6, 1), date(2019, 6, 30))
CONTACT = days_of(date(2025, 1, 1), date(2025, 1, 31))
BIRTH = days_of(date(1977, 11, 27), date(1978, 11, 26))


def ends(numbers) -> list[Any]:
    whole = list(numbers)
    return [min(whole), max(whole)]


def completed_months(start: date, end: date) -> int:
    months = 0
    while start + relativedelta(months=months + 1) <= end:
        months += 1
    return months


def doses_on_schedule(start: date, end: date) -> int:
    day, doses = start, 0
    while day <= end:
        day, doses = day + timedelta(days=21), doses + 1
    return doses


def pairs(starts: list[date], stops: list[date]) -> list[tuple[date, date]]:
    return [(start, stop) for start in starts for stop in stops]


@pytest.fixture(scope="module")
def state(tmp_path_factory):
    """What the command line shows of the moved case, from a profile of its own."""
    folder = tmp_path_factory.mktemp("moved")
    clinics.make(folder / "profile").close(clinics.CLOCK.now())
    file = written(folder / "moved.json", moved())
    out = folder / "state.json"
    with pytest.MonkeyPatch.context() as patch, out.open("w", encoding="utf-8") as stream:
        patch.setenv(cli.PASSPHRASE_VARIABLE, PASSPHRASE)
        profile = ["--profile", str(folder / "profile")]
        assert cli.main([*profile, "import", str(file)]) == 0
        patch.setattr(sys, "stdout", stream)
        assert cli.main([*profile, "show", "MOVED-1", "--as-of", "2025-01-31", "--json"]) == 0
    return json.loads(out.read_text("utf-8"))


def test_the_counter_of_a_moved_course_is_that_of_every_possible_day(state):
    (course,) = [each for each in state["courses"] if each["regimen"] == "toripalimab"]
    possible = pairs(START, CONTACT)
    assert course["start"] == "2019-06"
    assert course["counted_to"] == "2025-01"
    assert course["days"] == ends((stop - start).days for start, stop in possible)
    assert course["months_completed"] == ends(completed_months(*each) for each in possible)
    assert course["doses"]["on_schedule"] == ends(doses_on_schedule(*each) for each in possible)
    assert course["doses"]["given"] is None


def test_the_survival_clock_of_a_moved_contact_is_that_of_every_possible_day(state):
    (clock,) = [c for c in state["clocks"] if (c["name"], c["index"]) == ("OS", "admission")]
    days = [(stop - start).days for start, stop in pairs(ADMISSION, CONTACT)]
    assert clock["to"] == "2025-01"
    assert clock["days"] == ends(days)
    assert clock["months_30_4375"] == ends(round(each / 30.4375, 1) for each in days)
    assert clock["months_completed"] == ends(
        completed_months(*each) for each in pairs(ADMISSION, CONTACT)
    )


def test_the_age_is_that_of_every_possible_birthday(state):
    as_of = date(2025, 1, 31)
    assert state["patient"]["age_years"] == ends(relativedelta(as_of, day).years for day in BIRTH)
    assert state["as_of"] == as_of.isoformat()


def test_a_changed_result_is_judged_by_the_changed_range(state):
    results = {each["text"]: each for each in state["markers"][0]["results"]}
    changed = results["3.70"]
    times = round(float(Decimal("3.70") / Decimal("1.9")), 3)
    assert (changed["flag"], changed["range"], changed["times_limit"]) == (
        "H",
        "<1.9",
        [times, times],
    )
    first = round(float(Decimal("61.10") / Decimal("1.9")), 3)
    assert results["61.10"]["times_limit"] == [first, first]
