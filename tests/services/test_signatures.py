# SPDX-License-Identifier: MIT
"""A signature stands for exactly what was signed, by somebody who proved who it is."""

from dataclasses import replace

import pytest

from tests.clinics import CTX, PASSPHRASE
from tracker.domain.errors import NotPermitted, UserError
from tracker.domain.records import InterviewAnswer, Patient, Visit
from tracker.domain.records.base import build
from tracker.domain.records.signature import Meaning
from tracker.domain.roles import Role
from tracker.services.signatures import sign, standing

STAMP = CTX.stamp()


@pytest.fixture
def visit(store):
    with store.unit(STAMP) as unit:
        patient = unit.add(build(Patient, {"mrn": "T-1"}), None)
        return unit.add(build(Visit, {"date": "2024-11-05", "contact": "visit"}), patient.id)


def signed(store, visit, *, whole=False, passphrase=PASSPHRASE, ctx=CTX):
    return sign(
        store,
        ctx,
        patient=visit.patient,
        visit=None if whole else visit.id,
        meaning=Meaning.REVIEWED,
        passphrase=passphrase,
    )


def stands(store, visit, *, whole=False):
    chart = store.chart(visit.patient)
    return [each.stands for each in standing(chart, None if whole else visit.id)]


def test_a_signature_names_person_role_meaning_and_time(store, visit):
    record = signed(store, visit).record
    assert (record.signed_by, record.role, record.meaning) == (CTX.user, CTX.role, Meaning.REVIEWED)
    assert record.signed_at == "2024-11-26T09:30:00+00:00"
    assert stands(store, visit) == [True]


def test_a_wrong_passphrase_signs_nothing(store, visit):
    with pytest.raises(UserError):
        signed(store, visit, passphrase="not the passphrase of anybody")
    assert stands(store, visit) == []


def test_a_viewer_signs_nothing(store, visit):
    with pytest.raises(NotPermitted):
        signed(store, visit, ctx=replace(CTX, role=Role.VIEWER))


def test_an_amended_visit_voids_its_signature_even_when_it_is_changed_back(store, visit):
    signed(store, visit)
    for ecog in ("1", None):
        texts = {"date": "2024-11-05", "contact": "visit"} | ({"ecog": ecog} if ecog else {})
        with store.unit(CTX.because("misread").stamp()) as unit:
            visit = unit.amend(visit, build(Visit, texts))
        assert stands(store, visit) == [False]


def test_a_list_inside_the_visit_belongs_to_what_was_signed(store, visit):
    signed(store, visit)
    answer = {"visit": str(visit.id), "item": "rash", "answer": "none"}
    with store.unit(STAMP) as unit:
        unit.add(build(InterviewAnswer, answer), visit.patient)
    assert stands(store, visit) == [False]


def test_a_voided_visit_has_no_standing_signature(store, visit):
    signed(store, visit)
    with store.unit(CTX.because("wrong chart").stamp()) as unit:
        unit.void(visit)
    assert stands(store, visit) == [False]


def test_another_visit_voids_the_signature_of_the_chart_but_not_that_of_the_visit(store, visit):
    signed(store, visit)
    signed(store, visit, whole=True)
    assert stands(store, visit, whole=True) == [True]  # a signature is no part of what is signed
    with store.unit(STAMP) as unit:
        unit.add(build(Visit, {"date": "2024-11-20", "contact": "phone"}), visit.patient)
    assert stands(store, visit) == [True]
    assert stands(store, visit, whole=True) == [False]


def test_the_trail_knows_who_signed(store, visit):
    signed(store, visit)
    lines = store.patient_history(visit.patient, 10)
    assert "sign" in [line.action for line in lines]
