# SPDX-License-Identifier: MIT
"""corrections.feature"""

from dataclasses import replace
from functools import partial

from pytest_bdd import parsers, scenarios, then, when

from tests.clinics import CLOCK
from tracker.domain.records import DoseEvent
from tracker.domain.roles import Role
from tracker.domain.values import Dose
from tracker.services import patients, records
from tracker.services.context import Context
from tracker.services.records import Entry

scenarios("corrections.feature")


@when(
    parsers.parse(
        'meanwhile a colleague stores "{dose}" for the dose of "{day}", because of "{why}"'
    )
)
def colleague(me, dose, day, why):
    """The other seat: the same service, on the same file, while the sheet here is open."""
    done: list[object] = []
    me.beside(partial(_stored_elsewhere, dose=dose, day=day, why=why), done.append)
    me.wait(lambda: bool(done))


def _stored_elsewhere(store, *, dose, day, why):
    ctx = Context("Synthetic Colleague", Role.NURSE, CLOCK, reason=why)
    patient = patients.by_number(store, ctx, mrn="SYN-0482")
    chart = patients.open_chart(store, ctx, patient=patient).chart
    event = next(e for e in chart.of(DoseEvent) if e.record.date.text == day)
    record = replace(event.record, dose=Dose.parse(dose))
    entry = Entry(record=record, stored=event, source=event.source, note=event.note)
    return records.save(store, ctx, patient=patient, entry=entry)


@then(parsers.parse('the row of "{words}" is gone'))
def gone(me, words):
    me.wait(lambda: not me.in_a_dialog and not any(words in row for row in me.rows()))


@then(parsers.parse('the button "{name}" cannot be pressed'))
def disabled(me, name):
    assert name not in me.buttons()
