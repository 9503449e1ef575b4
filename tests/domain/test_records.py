# SPDX-License-Identifier: MIT
"""What every kind of record demands, refuses and keeps."""

from decimal import Decimal

import pytest

from tests.kinds import LEAST
from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import Choice, items
from tracker.domain.records import KINDS, RECORD_KINDS, Record
from tracker.domain.records.base import build, content, from_text, parent_of, to_text
from tracker.domain.text import LONG_TEXT, SHORT_TEXT

MEGABYTES = "长" * 10_000_000

ONE_OF_SEVERAL = {
    "as_printed",
    "treatment",
}  # needed by a rule across fields while the others are empty


def least(kind: type[Record], **more: str) -> dict[str, str]:
    return LEAST[kind.kind] | more


def problems(kind: type[Record], texts: dict[str, str]) -> tuple[Problem, ...]:
    """What is complained about; nothing for an entry that is accepted."""
    try:
        build(kind, texts)
    except Refused as error:
        return error.problems
    return ()


def refused(kind: type[Record], **texts: str) -> list[str | None]:
    """The fields that are complained about, in words."""
    found = problems(kind, texts)
    assert all(str(problem.message) for problem in found)
    return [problem.field for problem in found]


# Every kind

every_kind = pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.kind)


@every_kind
def test_the_least_entry_is_accepted_and_comes_back_as_it_was_typed(kind):
    try:
        record = build(kind, LEAST[kind.kind])
    except Refused as error:
        pytest.fail(f"Mend the entry of {kind.kind} in tests/kinds.py. {error}")
    assert content(record) == LEAST[kind.kind]
    assert build(kind, content(record)) == record


@every_kind
def test_an_untouched_form_is_refused_with_every_field_it_needs(kind):
    needed = [field.name for field in items(kind) if field.item.required]
    given = [name for name in LEAST[kind.kind] if name not in ONE_OF_SEVERAL]
    assert given == needed, f"{kind.kind} in tests/kinds.py; or a rule needs it: ONE_OF_SEVERAL"
    assert refused(kind) == needed
    assert refused(kind, **dict.fromkeys(needed, "  ")) == needed


@every_kind
def test_a_field_left_empty_is_none_and_never_a_default(kind):
    record = build(kind, LEAST[kind.kind])
    empty = [f.name for f in items(kind) if f.name not in LEAST[kind.kind]]
    assert [name for name in empty if getattr(record, name) is not None] == []
    for field in items(kind):
        if not field.item.required:
            assert kind.__dataclass_fields__[field.name].default is None


@every_kind
def test_a_field_nobody_declared_is_refused_by_its_name(kind):
    assert refused(kind, **least(kind, wieght="58")) == ["wieght"]


@every_kind
def test_a_number_outside_its_limits_is_refused(kind):
    for field in items(kind):
        for limit, step in ((field.item.minimum, -1), (field.item.maximum, 1)):
            if limit is not None:
                texts = least(kind, **{field.name: str(limit + step)})
                assert field.name in refused(kind, **texts)


@every_kind
def test_a_number_at_its_limit_is_not_outside(kind):
    for field in items(kind):
        for limit in (field.item.minimum, field.item.maximum):
            if limit is not None:
                found = problems(kind, least(kind, **{field.name: str(limit)}))
                assert not [p for p in found if "outside" in str(p)]


@every_kind
def test_every_number_has_both_limits(kind):
    unlimited = [
        f.name
        for f in items(kind)
        if f.type in {int, Decimal} and None in {f.item.minimum, f.item.maximum}
    ]
    assert unlimited == []


@every_kind
def test_a_code_that_is_not_of_the_list_is_refused(kind):
    for field in items(kind):
        if issubclass(field.type, Choice):
            assert refused(kind, **least(kind, **{field.name: "???"})) == [field.name]


@every_kind
def test_a_choice_is_stored_by_its_code(kind):
    for field in items(kind):
        if issubclass(field.type, Choice):
            for choice in field.type:
                assert to_text(choice) == choice.value
                assert from_text(field.type, choice.value) is choice
                assert choice.label


@every_kind
def test_characters_nobody_can_see_are_refused(kind):
    for field in items(kind):
        if field.type is str:
            for hidden in ("\u202e", "\u200b", "\x00", "\u2066"):
                assert field.name in refused(kind, **least(kind, **{field.name: f"a{hidden}b"}))


@every_kind
def test_ten_megabytes_in_any_field_are_refused(kind):
    for field in items(kind):
        assert field.name in refused(kind, **least(kind, **{field.name: MEGABYTES}))


@every_kind
def test_a_free_text_has_room_for_its_purpose_and_no_more(kind):
    for field in items(kind):
        if field.type is str:
            longest = LONG_TEXT if field.item.long else SHORT_TEXT
            found = problems(kind, least(kind, **{field.name: "长" * longest}))
            assert not [p for p in found if "characters" in str(p)]
            assert field.name in refused(kind, **least(kind, **{field.name: "长" * (longest + 1)}))


@every_kind
def test_a_kind_is_ordered_by_a_date_it_has(kind):
    names = {field.name for field in items(kind)}
    assert kind.when in names | {""}
    assert kind.title


def test_kinds_are_found_by_their_code():
    assert list(KINDS.values()) == list(RECORD_KINDS)


def test_the_parent_of_a_list_is_the_kind_its_field_is_named_after():
    parents = {kind.kind: link.name for kind in RECORD_KINDS if (link := parent_of(kind))}
    assert parents == {  # a new list inside a form gets its line here
        "interview_answer": "visit",
        "gate_answer": "visit",
        "second_check": "dose_event",
        "stage": "diagnosis",
        "node_station": "procedure",
        "course_drug": "course",
        "plan_segment": "course",
        "dose_event": "course",
        "dose_summary": "course",
        "baseline_check": "course",
        "planned_item": "course",
        "adverse_event_grade": "adverse_event",
        "attribution": "adverse_event",
        "steroid_course": "adverse_event",
        "lesion_measurement": "imaging_study",
    }
    assert set(parents.values()) <= set(KINDS)


# All at once


def test_all_problems_of_an_entry_are_named_at_once():
    texts = {"date": "30 Feb 2024", "contact": "chat", "weight": "1,5", "ecog": "NaN", "x": "1"}
    assert sorted(refused(KINDS["visit"], **texts)) == ["contact", "date", "ecog", "weight", "x"]


def test_all_limits_and_rules_that_are_broken_are_named_at_once():
    texts = least(KINDS["visit"], weight="500", ecog="6", systolic="120")
    assert refused(KINDS["visit"], **texts) == ["ecog", "weight", "diastolic"]


def test_a_field_that_is_missing_is_named_beside_one_that_cannot_be_read():
    assert refused(KINDS["visit"], weight="1,5", ecog="6") == ["weight", "date", "contact", "ecog"]


def test_a_refusal_quotes_little_of_what_was_typed():
    texts = least(KINDS["visit"], weight="x" * 1000, **{"y" * 1000: "1"})
    found = problems(KINDS["visit"], texts)
    assert len(found) == 2
    assert all(len(str(problem)) < 300 for problem in found)


# Rules across the fields of a kind

BROKEN = [
    ("patient", {"birth": "1978", "death": "1977-12-31", "vital_status": "dead"}, ["death"]),
    ("patient", {"birth": "1978-05", "last_contact": "1978-04-30"}, ["last_contact"]),
    (
        "patient",
        {"last_contact": "2024-11", "death": "2024-10-31", "vital_status": "dead"},
        ["death"],
    ),
    ("patient", {"death": "2024-11-01"}, ["vital_status"]),
    ("patient", {"death": "2024-11-01", "vital_status": "alive"}, ["vital_status"]),
    ("patient", {"allergies": "penicillin"}, ["allergy_status"]),
    ("patient", {"allergies": "penicillin", "allergy_status": "none"}, ["allergy_status"]),
    ("visit", {"systolic": "120"}, ["diastolic"]),
    ("visit", {"diastolic": "80"}, ["diastolic"]),
    ("visit", {"systolic": "80", "diastolic": "120"}, ["systolic"]),
    ("visit", {"systolic": "80", "diastolic": "80"}, ["systolic"]),
    ("visit", {"weight": "-58"}, ["weight"]),
    ("visit", {"weight": "NaN"}, ["weight"]),
    ("visit", {"ecog": "1.0"}, ["ecog"]),
    ("node_station", {"positive": "8", "examined": "7"}, ["positive"]),
    ("radiotherapy_phase", {"start": "2019-04-15", "end": "2019-04-14"}, ["end"]),
    ("radiotherapy_phase", {"total_gy": "-48.6"}, ["total_gy"]),
    ("radiotherapy_phase", {"fractions": "0"}, ["fractions"]),
    ("course", {"stop": "2019-04"}, ["stop"]),
    ("course", {"stop_reason": "toxicity"}, ["stop"]),
    ("course_drug", {"dose": "-240 mg"}, ["dose"]),
    ("course_drug", {"course": "not an id"}, ["course"]),
    ("plan_segment", {"start": "2024-01-08", "from_cycle": "5"}, ["from_cycle"]),
    ("plan_segment", {"interval_days": "0"}, ["interval_days"]),
    ("dose_event", {"action": "held"}, ["reason"]),
    ("dose_event", {"action": "skipped"}, ["reason"]),
    ("dose_event", {"action": "reduced"}, ["reason"]),
    ("dose_event", {"action": "stopped"}, ["reason"]),
    ("dose_event", {"action": "delayed"}, ["reason", "until"]),
    ("dose_event", {"action": "appointed"}, ["until"]),
    ("dose_event", {"action": "appointed", "until": "2024-02"}, ["until"]),
    ("dose_event", {"until": "2024-02-01"}, ["until"]),
    ("dose_event", {"dose": "0 mg"}, ["dose"]),
    ("adverse_event", {"grade": "0"}, ["grade"]),
    ("adverse_event", {"grade": "6"}, ["grade"]),
    ("adverse_event", {"grade": "severe"}, ["grade"]),
    ("adverse_event", {"end": "2019-03-31"}, ["end"]),
    ("marker_result", {"value": "1,5"}, ["value"]),
    ("marker_result", {"range_reported": "normal"}, ["range_reported"]),
    ("reference_range", {"effective_from": "2019-08", "effective_to": "2019-07"}, ["effective_to"]),
    ("statement", {"about": "weather"}, ["about"]),
    ("lesion_measurement", {"as_printed": ""}, ["diameter"]),
    ("lesion_measurement", {"finding": "absent", "diameter": "12"}, ["finding"]),
    ("lesion_measurement", {"diameter": "12", "short_axis": "12.5"}, ["short_axis"]),
    ("response_assessment", {"computed": "PR", "decided": "SD"}, ["why"]),
    ("adverse_event_grade", {"grade": "6"}, ["grade"]),
    ("user_reminder", {"due": "2024-12"}, ["due"]),
    ("user_reminder", {"times": "3"}, ["every"]),
    ("user_reminder", {"closed": "2024-12-18"}, ["closed_because"]),
    ("user_reminder", {"closed_because": "done"}, ["closed"]),
    ("document", {"file": "../../etc/hostname"}, ["file"]),
]


@pytest.mark.parametrize(("code", "texts", "fields"), BROKEN)
def test_an_entry_that_contradicts_itself_is_refused(code, texts, fields):
    assert refused(KINDS[code], **(LEAST[code] | texts)) == fields


ACCEPTED = [
    ("patient", {"birth": "1978", "death": "1978", "vital_status": "dead"}),
    ("patient", {"vital_status": "dead"}),
    ("patient", {"allergies": "penicillin", "allergy_status": "present"}),
    ("visit", {"systolic": "120", "diastolic": "80"}),
    ("visit", {"ecog": "0"}),
    ("node_station", {"positive": "16", "examined": "16"}),
    ("node_station", {"positive": "0", "examined": "0"}),
    ("radiotherapy_phase", {"start": "2019-04", "end": "2019-04-15"}),
    ("course", {"stop": "unknown", "stop_reason": "patient's wish"}),
    ("course", {"stop": "2019-05-01"}),
    ("dose_event", {"action": "held", "reason": "labs", "until": "2024-03-18"}),
    ("dose_event", {"action": "resumed"}),
    ("dose_event", {"action": "appointed", "until": "2024-03-18"}),
    ("adverse_event", {"described_as": "severe"}),
    ("adverse_event", {"end": "2019-04"}),
    ("marker_result", {"value": "<0.5"}),
    ("marker_result", {"value": "negative"}),
    ("reference_range", {"effective_from": "2019-08", "effective_to": "2019-08"}),
    ("imaging_study", {"lesions": "multiple"}),
    ("lesion_measurement", {"diameter": "12", "short_axis": "12"}),
    ("lesion_measurement", {"finding": "progressed", "diameter": "12"}),
    ("response_assessment", {"computed": "PR", "decided": "SD", "why": "new node"}),
    ("adverse_event_grade", {"grade": "0"}),
    ("user_reminder", {"every": "21", "times": "3"}),
    ("user_reminder", {"closed": "2024-12-18", "closed_because": "done"}),
    ("document", {"name": "../letter"}),
]


@pytest.mark.parametrize(("code", "texts"), ACCEPTED)
def test_an_entry_that_may_be_true_is_accepted_as_typed(code, texts):
    record = build(KINDS[code], LEAST[code] | texts)
    assert content(record) == LEAST[code] | texts


@pytest.mark.parametrize(
    ("outcome", "end", "ongoing"),
    [
        ("resolved", "", False),
        ("resolved-with-sequelae", "", False),
        ("fatal", "", False),
        ("ongoing", "", True),
        ("resolving", "", True),
        ("unknown", "", None),
        ("", "", None),
        ("", "2019-06", False),
    ],
)
def test_an_adverse_event_goes_on_only_when_somebody_said_so(outcome, end, ongoing):
    kind = KINDS["adverse_event"]
    assert build(kind, least(kind, outcome=outcome, end=end)).is_ongoing is ongoing


def test_a_text_is_kept_in_normal_form_without_blanks_around_it():
    kind = KINDS["patient"]
    assert build(kind, {"mrn": " 0012 ", "name": "Mu\u0308ller\n"}).name == "Müller"
    assert build(kind, {"mrn": " 0012 "}).mrn == "0012"


@pytest.mark.parametrize("unit", ["ng/mL", "U/L", "10^9/L", "mIU/L"])
def test_no_laboratory_finds_less_than_none(unit):
    texts = LEAST["marker_result"] | {"value": "-2.2", "unit": unit}
    with pytest.raises(Refused, match="less than nothing"):
        build(KINDS["marker_result"], texts)


@pytest.mark.parametrize("unit", ["mmol/L", "%", "of its own"])
def test_a_difference_may_lie_below_zero(unit):
    texts = LEAST["marker_result"] | {"analyte": "BE", "value": "-2.2", "unit": unit}
    assert content(build(KINDS["marker_result"], texts)) == texts


@pytest.mark.parametrize("action", ["delayed", "held", "appointed"])
def test_the_new_day_of_a_dose_is_not_before_the_old_one(action):
    texts = LEAST["dose_event"] | {"action": action, "reason": "infection", "until": "2024-01-07"}
    with pytest.raises(Refused, match=r"2024-01-07.* lies before 2024-01-08"):
        build(KINDS["dose_event"], texts)
