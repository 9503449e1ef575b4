# SPDX-License-Identifier: MIT
"""The dose day of a regimen: whose lot and time it is, and which drugs have their turn."""

from datetime import date

import pytest

from tests.domain.builders import CourseOf, day
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_drugs import following_drugs, with_drugs
from tracker.domain.dose_day_entry import Entries, read
from tracker.domain.dose_day_questions import questions
from tracker.domain.errors import Refused

FLOT = tuple(
    {"drug": name, "dose": dose}
    for name, dose in (
        ("docetaxel", "85 mg"),
        ("oxaliplatin", "145 mg"),
        ("leucovorin", "340 mg"),
        ("fluorouracil", "4400 mg"),
    )
)
WITH_DAY_8 = (
    {"drug": "durvalumab", "dose": "1500 mg"},
    {"drug": "gemcitabine", "dose": "1600 mg", "days": "1,8"},
)
TP = ({"drug": "paclitaxel", "days": "1"}, {"drug": "cisplatin", "days": "2-3"})
DOSES = {f"dose.{n}": drug["dose"] for n, drug in enumerate(FLOT)}


def flot() -> CourseOf:
    return CourseOf("2024-11-26", {"interval_days": "14"}, drugs=FLOT)


def read_on(made: CourseOf, on: str, **texts: str) -> Entries:
    texts = {"date": on, "act": "G"} | texts
    return read(DoseDay.of(made.chart(), date.fromisoformat(on)), texts, "Nurse Example")


def refused(made: CourseOf, **texts: str) -> dict[str, str]:
    with pytest.raises(Refused) as caught:
        read_on(made, "2024-11-26", **texts)
    return {problem.field: str(problem.message) for problem in caught.value.problems}


# Whose it is


def test_a_fourth_drug_is_given_as_the_others_are():
    events = read_on(flot(), "2024-11-26", **DOSES).events
    assert [(e.drug, str(e.dose)) for e in events] == [(d["drug"], d["dose"]) for d in FLOT]


def test_a_lot_and_a_time_are_of_the_drug_beside_which_they_stand_and_of_no_other():
    beside = {"lot.1": "OX-7", "infusion.1": "10:05-12:05", "lot.3": "FU-2"}
    events = read_on(flot(), "2024-11-26", **DOSES, **beside).events
    assert [(e.lot, e.started, e.stopped) for e in events] == [
        (None, None, None),
        ("OX-7", "10:05", "12:05"),
        (None, None, None),
        ("FU-2", None, None),
    ]


def test_a_lot_of_no_drug_is_refused_and_written_to_none():
    found = refused(flot(), **DOSES, lot="OX-7", infusion="1005", reaction="flush")
    assert set(found) == {"lot", "infusion", "reaction"}
    assert "Of which drug" in found["lot"]


def test_a_lot_or_a_time_without_its_dose_is_not_left_out_unsaid():
    found = refused(flot(), **{"dose.0": "85 mg", "lot.1": "OX-7", "infusion.2": "10:05"})
    assert set(found) == {"lot.1", "infusion.2"}
    assert found["lot.1"].startswith("oxaliplatin ")


@pytest.mark.parametrize("text", ["ten to eleven", "25:00", "11:00-10:00"])
def test_a_wrong_time_is_refused_under_its_own_box(text):
    assert set(refused(flot(), **DOSES, **{"infusion.2": text})) == {"infusion.2"}


def test_of_an_only_drug_lot_time_and_reaction_stand_beside_it():
    made = CourseOf("2024-11-26")
    texts = {"dose.0": "240 mg", "lot": "T-1", "infusion": "1005-1040", "reaction": "none seen"}
    (event,) = read_on(made, "2024-11-26", **texts).events
    assert (event.lot, event.started, event.reaction) == ("T-1", "10:05", "none seen")


def sheet(*drugs: dict[str, str]) -> DoseDay:
    return DoseDay.of(CourseOf("2024-11-26", drugs=drugs).chart(), date(2024, 11, 26))


def test_what_was_typed_for_a_drug_follows_it_when_the_course_changes():
    typed = {"ecog": "1", "dose.0": "85 mg", "dose.1": "145 mg", "lot.1": "OX-7"}
    texts = with_drugs(sheet(*FLOT), typed)
    own, gone = following_drugs(sheet(FLOT[3], FLOT[1]), texts)
    assert own == {"ecog": "1", "dose.1": "145 mg", "lot.1": "OX-7"}
    assert gone == ("docetaxel",)
    assert following_drugs(sheet(*FLOT), texts) == (typed, ())


def test_the_lot_of_an_only_drug_stays_with_it_when_another_drug_joins():
    texts = with_drugs(sheet(FLOT[1]), {"dose.0": "145 mg", "lot": "OX-7", "infusion": "10:05"})
    own, gone = following_drugs(sheet(FLOT[0], FLOT[1]), texts)
    assert own == {"dose.1": "145 mg", "lot.1": "OX-7", "infusion.1": "10:05"}
    assert gone == ()
    assert following_drugs(sheet(FLOT[1]), with_drugs(sheet(*FLOT[:2]), own))[0] == {
        "dose.0": "145 mg",
        "lot": "OX-7",
        "infusion": "10:05",
    }


def test_a_sheet_without_a_dose_names_no_drugs():
    assert with_drugs(sheet(*FLOT), {"ecog": "1"}) == {"ecog": "1"}


# Whose turn it is


def begun(drugs: tuple[dict[str, str], ...], **given: str) -> CourseOf:
    """A course whose first cycle began on 1 January 2024."""
    made = CourseOf("2024-01-01", drugs=drugs)
    for drug, days in (given or {d["drug"]: "2024-01-01" for d in drugs}).items():
        made.given(*days.split(), drug=drug)
    return made


def turn(made: CourseOf, on: str) -> list[str]:
    return sorted(made.ledger().turn(day(on)))


@pytest.mark.parametrize(
    ("on", "drugs"),
    [
        ("2024-01-01", ["durvalumab", "gemcitabine"]),  # the day the cycle began
        ("2024-01-06", ["gemcitabine"]),  # day 8, two days early
        ("2024-01-08", ["gemcitabine"]),
        ("2024-01-12", ["gemcitabine"]),
        ("2024-01-22", ["durvalumab", "gemcitabine"]),
    ],
)
def test_on_day_8_it_is_the_turn_of_the_drugs_that_have_a_day_8(on, drugs):
    assert turn(begun(WITH_DAY_8), on) == drugs


def test_before_the_first_dose_it_is_the_turn_of_what_begins_the_cycle():
    assert turn(CourseOf("2024-01-01", drugs=TP), "2024-01-01") == ["paclitaxel"]


def test_a_late_day_2_is_the_turn_of_every_drug_whose_day_has_come():
    drugs = (*WITH_DAY_8, {"drug": "cisplatin", "days": "1,9"})
    assert turn(begun(drugs), "2024-01-08") == ["gemcitabine"]
    assert turn(begun(drugs), "2024-01-09") == ["cisplatin", "gemcitabine"]


@pytest.mark.parametrize("action", ["held", "stopped"])
def test_a_drug_that_is_left_out_has_no_turn(action):
    made = begun(WITH_DAY_8)
    made.event(action, "2024-01-03", drug="durvalumab")
    assert turn(made, "2024-01-22") == ["gemcitabine"]


def test_after_a_dose_of_an_unknown_day_nobody_says_that_it_is_not_the_turn_of_a_drug():
    made = CourseOf("2024-01", drugs=TP)
    made.given("2024-01", drug="paclitaxel")
    assert made.ledger().out_of_turn(day("2024-01-22")) == frozenset()
    [question] = asked(made, "2024-01-22", **{"dose.1": "50 mg"})
    assert "paclitaxel" in question
    made.given("2024-01-30", drug="paclitaxel")
    assert made.ledger().out_of_turn(day("2024-02-20")) == {"cisplatin"}


def asked(made: CourseOf, on: str, **texts: str) -> list[str]:
    sheet = DoseDay.of(made.chart(), date.fromisoformat(on))
    found = questions(sheet, {"date": on, "act": "G"} | texts)
    return [str(q.message) for q in found if q.about.startswith(("without", "not due"))]


def test_a_dose_of_a_drug_that_has_no_turn_asks():
    made = begun(WITH_DAY_8)
    assert asked(made, "2024-01-08", **{"dose.1": "1600 mg"}) == []
    [question] = asked(made, "2024-01-08", **{"dose.0": "1500 mg", "dose.1": "1600 mg"})
    assert "not the day of: durvalumab" in question


def test_on_day_8_too_a_drug_that_has_its_turn_and_no_dose_is_asked_about():
    drugs = (*WITH_DAY_8, {"drug": "cisplatin", "days": "1,8"})
    [question] = asked(begun(drugs), "2024-01-08", **{"dose.1": "1600 mg"})
    assert "cisplatin" in question
    assert "durvalumab" not in question


def test_a_drug_that_is_taken_at_home_is_never_out_of_turn():
    drugs = (*WITH_DAY_8, {"drug": "capecitabine", "days": "1-14", "route": "oral"})
    made = begun(drugs)
    assert made.ledger().out_of_turn(day("2024-01-08")) == {"durvalumab"}
    assert asked(made, "2024-01-08", **{"dose.1": "1600 mg", "dose.2": "1500 mg"}) == []


def test_a_dose_of_a_drug_that_was_stopped_is_left_to_the_gate():
    made = begun(WITH_DAY_8)
    made.event("stopped", "2024-01-03", drug="durvalumab")
    assert asked(made, "2024-01-08", **{"dose.0": "1500 mg", "dose.1": "1600 mg"}) == []
