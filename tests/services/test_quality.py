# SPDX-License-Identifier: MIT
"""The weekly list goes through every chart once, a slice at a time."""

import pytest

from tests.clinics import CLOCK, CTX
from tracker import paths
from tracker.services import demo, quality


@pytest.fixture(scope="module")
def clinic():
    with demo.throw_away(paths.resources() / "demo") as store:
        yield store


def test_every_chart_is_looked_at_once_whatever_the_slice(clinic):
    read, after, numbers = 0, "", []
    while after is not None:
        part = quality.next_slice(clinic, CTX, after=after, size=7)
        read, after = read + part.read, part.after
        numbers += [each.patient.mrn for each in part.found]
    assert read == 25
    assert numbers == sorted(set(numbers))
    assert numbers == [each.patient.mrn for each in quality.everything(clinic, CTX)]


def test_disagreements_and_open_questions_stand_apart(clinic):
    found = {each.patient.mrn: each for each in quality.everything(clinic, CTX)}
    assert len(found["SEED-001"].disagreements) == 13
    assert [each.code for each in found["SYN-0246"].questions] == ["STAGE_MISSING"]
    assert CLOCK.today() == demo.WORKING_DATE  # events are open as of this day
