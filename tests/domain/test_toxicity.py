# SPDX-License-Identifier: MIT
"""What a source says about an immune-related event, and that no two sources are ever mixed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.oracles import clinical
from tracker.domain.agents import AgentClass, Confidence
from tracker.domain.toxicity import (
    ANY_TERM,
    Condition,
    Ctcae,
    IraeAction,
    LiverBaseline,
    parse_rule_sets,
)

CTCAE = Ctcae.parse(clinical("ctcae_v5_terms.csv"))
SETS = {each.jurisdiction: each for each in parse_rule_sets(clinical("irae_actions.csv"))}
LABEL, ASCO, PROTOCOL = SETS["US label"], SETS["ASCO guideline"], SETS["CN trial protocol"]
TERMS = sorted({term for each in SETS.values() for rule in each.rules for term in rule.applies})


def actions(rules, term, grade, conditions=(), any_term=True):
    return [f.rule.action for f in rules.on_event(term, grade, dict(conditions), any_term=any_term)]


def severity(rules, term, grade):
    found = rules.on_event(term, grade, {}, any_term=True)
    return max((f.rule.action.severity for f in found if not f.open), default=-1)


def multiples(alt="0", bili="0", liver=None, rules=LABEL):
    met = rules.on_multiples({"ALT": Decimal(alt), "BILI": Decimal(bili)}, liver)
    return met.action if met else None


def test_all_terms_of_ctcae_five_are_read():
    assert (CTCAE.version, len(CTCAE.terms)) == ("5.0", 837)
    assert CTCAE.find("pneumonitis").grades == {1, 2, 3, 4, 5}
    assert CTCAE.find("inflamed lung") is None


def test_each_source_is_a_rule_set_of_its_own():
    assert [len(each.rules) for each in (LABEL, ASCO, PROTOCOL)] == [30, 70, 31]
    assert sum(len(each.rules) for each in SETS.values()) == 131


def test_every_rule_has_an_id_of_its_own_and_its_confidence():
    ids = [rule.rule_id for each in SETS.values() for rule in each.rules]
    assert len(ids) == len(set(ids))
    assert {rule.confidence for rule in LABEL.rules} == {Confidence.HIGH}
    assert {rule.confidence for rule in PROTOCOL.rules} == {Confidence.MEDIUM}


def test_every_rule_can_be_met():
    assert all(r.applies or r.multiples for each in SETS.values() for r in each.rules)


def test_rules_name_terms_of_ctcae_or_the_words_of_their_source():
    own = {rule.event.casefold() for each in SETS.values() for rule in each.rules}
    assert not [t for t in TERMS if t != ANY_TERM and t not in own and not CTCAE.find(t)]


def test_no_rule_waits_for_a_grade_that_its_term_does_not_have_alone():
    unreachable = [
        (rule.rule_id, term)
        for each in SETS.values()
        for rule in each.rules
        for term, grades in rule.applies.items()
        if (known := CTCAE.find(term))
        and rule.applies.keys() == {term}
        and not grades & known.grades
    ]
    assert not unreachable


def test_a_rule_set_is_off_until_it_is_accepted_by_name_and_date():
    assert LABEL.accepted is None
    accepted = LABEL.accepted_by("Dr Example", date(2024, 11, 26))
    assert (accepted.accepted.by, accepted.accepted.on) == ("Dr Example", date(2024, 11, 26))
    assert LABEL.accepted is None


@pytest.mark.parametrize(
    ("inn", "agent_class", "covered"),
    [
        ("pembrolizumab", AgentClass.PD1, True),
        ("durvalumab", AgentClass.PDL1, True),
        ("ipilimumab", AgentClass.CTLA4, False),
        ("cadonilimab", AgentClass.BISPECIFIC, False),
        ("something new", None, False),
    ],
)
def test_the_label_is_for_its_classes_only(inn, agent_class, covered):
    assert LABEL.is_for(inn, agent_class) is covered


def test_a_trial_protocol_is_for_its_drug_only():
    assert PROTOCOL.is_for("Toripalimab", AgentClass.PD1)
    assert not PROTOCOL.is_for("pembrolizumab", AgentClass.PD1)


@pytest.mark.parametrize(
    ("rules", "version", "same"),
    [
        (PROTOCOL, "5.0", True),
        (PROTOCOL, "6.0", False),
        (PROTOCOL, None, False),
        (LABEL, "5.0", True),
        (LABEL, "6.0", False),
        (ASCO, "5.0", False),
    ],
)
def test_grades_count_only_in_the_scheme_of_the_source(rules, version, same):
    assert rules.grades_are(version) is same


@pytest.mark.parametrize(
    ("rules", "term", "grade", "expected"),
    [
        (LABEL, "Pneumonitis", 2, [IraeAction.HOLD]),
        (LABEL, "Pneumonitis", 3, [IraeAction.STOP]),
        (LABEL, "Myocarditis", 2, [IraeAction.STOP]),
        (LABEL, "Colitis", 3, [IraeAction.HOLD]),
        (LABEL, "Infusion related reaction", 1, [IraeAction.SLOW]),
        (LABEL, "Hypothyroidism", 3, [IraeAction.HOLD_OR_STOP]),
        (PROTOCOL, "Diarrhea", 4, [IraeAction.STOP]),
        (PROTOCOL, "Encephalitis", 3, [IraeAction.STOP]),
        (PROTOCOL, "Stevens-Johnson syndrome", 3, [IraeAction.STOP]),
        (ASCO, "Hypothyroidism", 2, [IraeAction.CONTINUE]),
    ],
)
def test_an_event_gets_the_action_of_its_row(rules, term, grade, expected):
    assert actions(rules, term, grade) == expected


@pytest.mark.parametrize(
    ("rules", "term", "grade"),
    [(LABEL, "Pneumonitis", 1), (LABEL, "Uveitis", 2), (PROTOCOL, "Rash maculo-papular", 2)],
)
def test_an_event_without_a_row_gets_no_action(rules, term, grade):
    assert actions(rules, term, grade) == []


def test_an_event_without_rows_of_its_own_is_any_other_when_it_is_immune_related():
    assert actions(LABEL, "Uveitis", 3) == [IraeAction.HOLD]
    assert actions(LABEL, "Uveitis", 3, any_term=False) == []


def test_a_row_of_a_lower_grade_still_holds_and_says_that_it_is_one():
    (found,) = PROTOCOL.on_event("Hyperthyroidism", 5, {}, any_term=True)
    assert not found.exact
    assert found.rule.action.severity >= IraeAction.HOLD.severity


def test_what_only_a_condition_decides_is_left_open():
    open_ones = PROTOCOL.on_event("Pneumonitis", 2, {}, any_term=True)
    assert [(f.rule.action, f.open) for f in open_ones] == [
        (IraeAction.HOLD, False),
        (IraeAction.STOP, True),
    ]
    assert actions(PROTOCOL, "Pneumonitis", 2, {Condition.RECURRENT: True}.items()) == [
        IraeAction.STOP
    ]
    assert actions(PROTOCOL, "Pneumonitis", 2, {Condition.RECURRENT: False}.items()) == [
        IraeAction.HOLD
    ]


@given(st.sampled_from(list(SETS.values())), st.sampled_from(TERMS), st.integers(1, 4))
def test_a_higher_grade_is_never_answered_more_mildly(rules, term, grade):
    assert severity(rules, term, grade) <= severity(rules, term, grade + 1)


@pytest.mark.parametrize(
    ("alt", "bili", "action"),
    [
        ("3", "1.5", None),
        ("3.1", "0", IraeAction.HOLD),
        ("8", "0", IraeAction.HOLD),
        ("8.1", "0", IraeAction.STOP),
        ("0", "1.6", IraeAction.HOLD),
        ("0", "3.1", IraeAction.STOP),
    ],
)
def test_the_label_judges_the_liver_by_multiples_of_the_limit(alt, bili, action):
    assert multiples(alt, bili, LiverBaseline.NO_TUMOUR) is action


def test_the_protocol_is_stricter_than_the_label():
    assert multiples("5.1") is IraeAction.HOLD
    assert multiples("5.1", rules=PROTOCOL) is IraeAction.STOP


@pytest.mark.parametrize(
    ("liver", "alt", "action"),
    [
        (LiverBaseline.TUMOUR_1_TO_3, "5", None),
        (LiverBaseline.TUMOUR_1_TO_3, "5.1", IraeAction.HOLD),
        (LiverBaseline.TUMOUR_3_TO_5, "8", None),
        (LiverBaseline.TUMOUR_3_TO_5, "8.1", IraeAction.HOLD),
        (LiverBaseline.TUMOUR_3_TO_5, "10.1", IraeAction.STOP),
        (LiverBaseline.TUMOUR, "10.1", IraeAction.STOP),
    ],
)
def test_a_liver_with_a_tumour_has_multiples_of_its_own(liver, alt, action):
    assert multiples(alt, liver=liver) is action


def test_a_liver_nobody_described_is_judged_by_the_stricter_rows():
    assert multiples("3.1") is IraeAction.HOLD
