# SPDX-License-Identifier: MIT
"""A drug that was stopped and is given again: what brings it back, and what does not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import CourseOf, when
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import readable
from tracker.domain.dose_day_gate import GateFacts, assess
from tracker.domain.records.dose_day import Verdict

TWO = ({"drug": "nivolumab", "dose": "240 mg"}, {"drug": "ipilimumab", "dose": "60 mg"})
DOCTOR = "Dr Example"
FIRST = date(2024, 1, 1)


def course(*happened: tuple[str, str, str], drug: str = "ipilimumab") -> CourseOf:
    """A course of two drugs; of one of them: action, date, and which doctor ordered it."""
    made = CourseOf("2024-01-01", drugs=TWO, regimen="nivolumab + ipilimumab")
    for action, on, doctor in happened:
        texts = {"ordered_by": doctor} if doctor else {}
        made.event(action, on, drug=drug, **texts)
    return made


def stopped(made: CourseOf) -> list[str]:
    return list(made.ledger().stopped_drugs)


def test_a_dose_after_the_stop_by_order_of_a_named_doctor_brings_the_drug_back():
    made = course(("stopped", "2024-02-01", ""), ("given", "2024-03-01", DOCTOR))
    book = made.ledger()
    assert (book.stopped_drugs, list(book.brought_back)) == ({}, ["ipilimumab"])
    back = book.brought_back["ipilimumab"]
    assert (str(back.stop.record.date), str(back.dose.record.date)) == ("2024-02-01", "2024-03-01")
    assert book.treatment == "nivolumab 240 mg + ipilimumab 60 mg q3w"


def test_it_stays_back_when_later_doses_name_no_doctor():
    again = ("given", "2024-03-22", "")
    made = course(("stopped", "2024-02-01", ""), ("reduced", "2024-03-01", DOCTOR), again)
    assert stopped(made) == []


@pytest.mark.parametrize(
    "dose",
    [
        ("given", "2024-01-15", DOCTOR),  # before the stop
        ("given", "2024-02-01", DOCTOR),  # of its day
        ("given", "2024-02", DOCTOR),  # perhaps before it
        ("given", "2024-03-01", ""),  # nobody is named
        ("resumed", "2024-03-01", DOCTOR),  # no dose
    ],
    ids=" ".join,
)
def test_a_stop_is_not_undone_by(dose):
    made = course(("stopped", "2024-02-01", ""), dose)
    assert stopped(made) == ["ipilimumab"]
    assert made.ledger().brought_back == {}


def test_a_stop_of_an_unknown_day_in_a_month_is_not_undone_by_a_dose_of_that_month():
    made = course(("stopped", "2024-02", ""), ("given", "2024-02-20", DOCTOR))
    assert stopped(made) == ["ipilimumab"]


@pytest.mark.parametrize("drug", [{"drug": "nivolumab"}, {}], ids=["the other drug", "no name"])
def test_a_dose_that_does_not_name_the_drug_does_not_bring_it_back(drug):
    made = course(("stopped", "2024-02-01", ""))
    made.given("2024-03-01", ordered_by=DOCTOR, **drug)
    assert stopped(made) == ["ipilimumab"]


def test_a_voided_dose_brings_nothing_back():
    made = course(("stopped", "2024-02-01", ""))
    made.event("given", "2024-03-01", voided=True, drug="ipilimumab", ordered_by=DOCTOR)
    assert stopped(made) == ["ipilimumab"]


def test_a_second_stop_needs_a_dose_of_its_own():
    made = course(
        ("stopped", "2024-02-01", ""),
        ("given", "2024-03-01", DOCTOR),
        ("stopped", "2024-04-01", ""),
    )
    book = made.ledger()
    assert book.stopped_drugs["ipilimumab"].record.date == when("2024-04-01")
    assert book.brought_back == {}


def test_a_course_goes_on_while_a_drug_that_was_brought_back_does():
    made = course(("stopped", "2024-02-01", ""), ("given", "2024-03-01", DOCTOR))
    made.event("stopped", "2024-03-10", drug="nivolumab")
    assert made.ledger().is_running
    made.event("stopped", "2024-04-01", drug="ipilimumab")
    assert made.ledger().stop == when("2024-04-01")


def test_a_stop_of_the_whole_course_is_undone_by_no_dose():
    made = course()
    made.event("stopped", "2024-02-01")
    made.given("2024-03-01", drug="ipilimumab", ordered_by=DOCTOR)
    assert made.ledger().stop == when("2024-02-01")


def test_a_hold_of_a_drug_that_was_brought_back_holds_it():
    made = course(
        ("stopped", "2024-02-01", ""), ("given", "2024-03-01", DOCTOR), ("held", "2024-03-20", "")
    )
    assert list(made.ledger().held_drugs) == ["ipilimumab"]


DAYS = st.integers(0, 60).map(lambda n: (FIRST + timedelta(days=n)).isoformat())
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(("given", "reduced", "held", "resumed", "stopped")),
        DAYS,
        st.sampled_from(("", DOCTOR)),
    ),
    max_size=8,
    unique_by=lambda event: event[1],
)


@given(EVENTS, st.randoms())
def test_what_is_stopped_does_not_depend_on_the_order_of_entering(happened, shuffler):
    def facts(made: CourseOf) -> tuple[object, ...]:
        book = made.ledger()
        stops = {drug: event.record for drug, event in book.stopped_drugs.items()}
        back = {d: (b.stop.record, b.dose.record) for d, b in book.brought_back.items()}
        return stops, back, book.stop, book.treatment, list(book.held_drugs)

    in_time = facts(course(*happened))
    shuffler.shuffle(happened)
    assert facts(course(*happened)) == in_time


@given(EVENTS)
def test_a_drug_is_stopped_while_no_ordered_dose_is_later_than_its_last_stop(happened):
    stops = [day for action, day, _ in happened if action == "stopped"]
    ordered = [day for action, day, who in happened if action in {"given", "reduced"} and who]
    last = max(stops, default=None)
    is_stopped = last is not None and not any(day > last for day in ordered)
    assert stopped(course(*happened)) == (["ipilimumab"] if is_stopped else [])


def drug_lines(made: CourseOf, on: str, **texts: str) -> list[tuple[str, Verdict, str]]:
    """What the gate says of drugs that were stopped, once both doses are typed."""
    day = DoseDay.of(made.chart(), date.fromisoformat(on))
    typed = {"date": on, "act": "G", "dose.0": "240 mg", "dose.1": "60 mg", **texts}
    facts = GateFacts(day, readable(day, typed, "Nurse Example"))
    lines = [line for line in assess(facts).lines if line.rule.startswith("drug ")]
    return [(line.rule, line.answer, str(line.text)) for line in lines]


def test_the_gate_suggests_to_hold_the_dose_that_brings_a_drug_back_and_not_the_one_after_it():
    made = course(("stopped", "2024-02-01", ""))
    made.given("2024-01-11", drug="nivolumab")
    [(_, answer, _)] = drug_lines(made, "2024-03-01", ordered_by=DOCTOR)
    assert answer is Verdict.HOLD
    made.given("2024-03-01", drug="ipilimumab", ordered_by=DOCTOR)
    [(rule, answer, text)] = drug_lines(made, "2024-03-22")
    assert (rule, answer) == ("drug given again", Verdict.NO_STOP)
    for word in ("ipilimumab", "had been stopped on 2024-02-01", "since 2024-03-01", DOCTOR):
        assert word in text
