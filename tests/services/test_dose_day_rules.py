# SPDX-License-Identifier: MIT
"""Rule sets are off until an oncologist accepts one by name, and one is in force at a time."""

import pytest

from tests.clinics import CLOCK
from tracker.domain.errors import NotFound, NotPermitted, Refused
from tracker.domain.roles import Role
from tracker.services import rule_sets
from tracker.services.context import Context

ONCOLOGIST = Context("Dr Example", Role.ONCOLOGIST, CLOCK)


def accept(store, number, ctx=ONCOLOGIST, oncologist="Dr Example"):
    rules = rule_sets.offered(store)[number].rules
    rule_sets.accept(store, ctx, source=rules.source, version=rules.version, oncologist=oncologist)
    return rules


def test_a_new_clinic_has_no_rules_in_force(store):
    assert len(rule_sets.offered(store)) >= 2
    assert rule_sets.in_force(store) is None


def test_an_accepted_set_carries_who_and_when(store):
    accept(store, 0)
    found = rule_sets.in_force(store)
    assert (found.accepted.by, found.accepted.on) == ("Dr Example", CLOCK.today())


def test_accepting_another_set_switches_the_first_one_off(store):
    accept(store, 0)
    other = accept(store, 1)
    assert rule_sets.in_force(store).source == other.source
    assert sum(each.acceptance is not None for each in rule_sets.offered(store)) == 1
    assert store.verify() == []


def test_a_set_is_switched_off_with_a_reason(store):
    accept(store, 0)
    rule_sets.withdraw(store, ONCOLOGIST, reason="new guideline")
    assert rule_sets.in_force(store) is None


@pytest.mark.parametrize("role", [Role.NURSE, Role.DATA_MANAGER, Role.VIEWER])
def test_nobody_else_accepts_rules(store, role):
    with pytest.raises(NotPermitted):
        accept(store, 0, Context("Somebody", role, CLOCK))
    assert rule_sets.in_force(store) is None


def test_an_acceptance_names_the_oncologist(store):
    with pytest.raises(Refused):
        accept(store, 0, oncologist="  ")


def test_a_set_that_the_program_does_not_have_is_not_accepted(store):
    with pytest.raises(NotFound):
        rule_sets.accept(store, ONCOLOGIST, source="x", version="1", oncologist="Dr Example")
