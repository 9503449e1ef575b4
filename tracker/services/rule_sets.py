# SPDX-License-Identifier: MIT
"""Rule sets of the gate: off until an oncologist of the clinic has accepted one by name and date.

One source is in force at a time: the sources disagree, and are never mixed.
"""

from dataclasses import dataclass
from functools import cache

from tracker import paths
from tracker.domain.changes import Changed
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.errors import NotFound, NotPermitted, Problem, Refused
from tracker.domain.records.dose_day import RuleAcceptance
from tracker.domain.roles import Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, normal
from tracker.domain.toxicity import RuleSet, parse_rule_sets
from tracker.services.context import Context
from tracker.store.store import Store

_MAY_ACCEPT = frozenset({Role.ONCOLOGIST, Role.ADMINISTRATOR})
"""The administrator writes down an oncologist's acceptance where only one person unlocks."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A rule set of the program, and who has accepted it."""

    rules: RuleSet
    acceptance: Stored[RuleAcceptance] | None


@cache
def _all() -> tuple[RuleSet, ...]:
    table = paths.resources() / "clinical" / "irae_actions.csv"
    return parse_rule_sets(table.read_text("utf-8"))


def offered(store: Store) -> tuple[Offered, ...]:
    """Every rule set of the program, in the order of its table."""
    kept = {
        (stored.record.rule_source, stored.record.rule_version): stored
        for stored in store.of_clinic(RuleAcceptance)
    }
    return tuple(Offered(each, kept.get((each.source, each.version))) for each in _all())


def in_force(store: Store) -> RuleSet | None:
    """The accepted rule set, with its acceptance; None while there is none."""
    for each in offered(store):
        if each.acceptance is not None:
            accepted = each.acceptance.record
            day = accepted.date.day
            if day is not None:
                return each.rules.accepted_by(accepted.accepted_by, day)
    return None


def accept(store: Store, ctx: Context, *, source: str, version: str, oncologist: str) -> Changed:
    """Switches a rule set on, and the one before off.

    Raises:
        NotPermitted: neither an oncologist nor the administrator.
        NotFound: the program has no such set.
        Refused: nobody is named.
    """
    _require(ctx)
    name = normal(oncologist)
    if not name:
        raise Refused(
            Problem(
                Message(QT_TRANSLATE_NOOP("Message", "Name the oncologist who accepts the rules.")),
                "oncologist",
            )
        )
    sets = offered(store)
    if not any((o.rules.source, o.rules.version) == (source, version) for o in sets):
        raise NotFound(Message(QT_TRANSLATE_NOOP("Message", "There is no such rule set.")))
    record = RuleAcceptance(
        rule_source=source,
        rule_version=version,
        accepted_by=name,
        date=PartialDate.of(ctx.clock.today()),
    )
    with store.unit(ctx.because(f"replaced by {source}, version {version}").stamp()) as unit:
        for each in sets:
            if each.acceptance is not None:
                unit.void(each.acceptance)
        unit.add(record, None)
    return unit.changed


def withdraw(store: Store, ctx: Context, *, reason: str) -> Changed:
    """Switches the rule set off; what the gate said before stays as it was said.

    Raises:
        NotPermitted: neither an oncologist nor the administrator.
        Refused: no reason.
    """
    _require(ctx)
    with store.unit(ctx.because(reason).stamp()) as unit:
        for each in offered(store):
            if each.acceptance is not None:
                unit.void(each.acceptance)
    return unit.changed


def _require(ctx: Context) -> None:
    if ctx.role not in _MAY_ACCEPT:
        raise NotPermitted(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "Rule sets are accepted by an oncologist; the role “{role}” may not. Nothing "
                    "was changed.",
                ),
                {"role": ctx.role},
            )
        )
