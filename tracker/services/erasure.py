# SPDX-License-Identifier: MIT
"""Erase one patient for good, and say which charts the clinic need not keep any longer.

A chart entered in error is not erased: it is marked as such, and stays. What is erased here is
gone from the file and from the audit trail; copies made before still hold it, and are named.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from tracker.domain.envelope import TrailFilter, TrailLine
from tracker.domain.errors import Problem, Refused
from tracker.domain.records import Patient
from tracker.domain.retention import LONGEST, SHORTEST, is_over, last_day
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, is_named_in, normal
from tracker.services import backups, erasures, patients
from tracker.services.context import Context
from tracker.services.search_keys import search_keys
from tracker.store.backup import Backup
from tracker.store.files import destroy
from tracker.store.lists import Order
from tracker.store.store import Store

_RETENTION = "retention"
_EXPORTS = ("export", "calendar exported", "print", "handout", "day list printed")


@dataclass(frozen=True, slots=True)
class Copies:
    """What may still hold a patient after he is erased from the file.

    Attributes:
        backups: files in the profile's own folder.
        folders: other folders into which backups were made, as the audit trail names them.
        given_out: when and what left the file with this patient in it: exports, prints.
        set_aside: folders beside the database that a restore left behind.
    """

    backups: tuple[str, ...]
    folders: tuple[str, ...]
    given_out: tuple[str, ...]
    set_aside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased, shown once: the numbers and names in it are kept nowhere.

    Attributes:
        mrn: of the patient.
        rows: how many of each kind of record.
        entries: of the audit trail that lost their content.
        files: of documents.
        linked: hospital numbers of other charts of the same person, which stay.
        copies: what still holds the patient.
        is_clean: False when the disk did not let the pages be written anew; the next start does.
    """

    mrn: str
    rows: dict[str, int]
    entries: int
    files: int
    linked: tuple[str, ...]
    copies: Copies
    is_clean: bool


@dataclass(frozen=True, slots=True)
class PastRetention:
    """A chart that the clinic need not keep any longer; what follows is for a person to decide."""

    patient: UUID
    mrn: str
    name: str | None
    name_latin: str | None
    last: date


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many years charts are kept, None = not set, and which are past that."""

    years: int | None
    past: tuple[PastRetention, ...]


def erase(
    store: Store, ctx: Context, *, mrn: str, again: str, patient: UUID | None = None
) -> Erasure:
    """Removes everything about a patient, after a verified backup.

    Args:
        store: the open profile.
        ctx: an administrator, with the reason.
        mrn: the hospital number.
        again: the same, typed a second time.
        patient: the chart, where it is not the current one of this number.

    Raises:
        NotPermitted: the role may not erase.
        NotFound: no chart has this number.
        Refused: another number was typed, there is no reason, or it names the patient.
        UserError: the backup failed. In each case nothing was erased.
    """
    ctx.require(Action.ERASE)
    patient = patient or patients.by_number(store, ctx, mrn=normal(mrn))
    stored = store.get(Patient, patient, patient)
    Refused.if_any(_problems(stored.record, (mrn, again), ctx.reason))
    found = copies(store, ctx, patient=patient)
    backups.keep(store, ctx.clock)
    with store.unit(ctx.stamp()) as unit:
        linked = unit.linked_to(patient)
        for each in linked:
            alone = replace(each.record, same_person_as=None)
            unit.amend(each, alone, search_keys=search_keys(alone))
        removed = unit.erase(patient)
    is_clean = store.finish_erasure()
    store.seal(ctx.clock.now())
    own = tuple(each.path.name for each in backups.kept(store))
    return Erasure(
        mrn=stored.record.mrn,
        rows=removed.rows,
        entries=removed.entries,
        files=removed.files,
        linked=tuple(each.record.mrn for each in linked),
        copies=replace(found, backups=own),
        is_clean=is_clean,
    )


def renew_backups(store: Store, ctx: Context) -> Backup:
    """Replaces the backups in the profile's own folder by one that is made and verified now.

    Else they hold an erased patient until they are thinned out, the last after twelve months.

    Raises:
        NotPermitted: the role may not erase.
        UserError: the new backup failed; the old ones are all there.
    """
    ctx.require(Action.ERASE)
    old = backups.kept(store)
    with store.unit(ctx.stamp()) as unit:
        unit.log("backups renewed", content={"removed": str(len(old))})
    made = backups.keep(store, ctx.clock)
    for each in old:
        if each.path != made.path:
            destroy(each.path)
    return made


def copies(store: Store, ctx: Context, *, patient: UUID) -> Copies:
    """What holds the patient besides the file, as far as this computer and the trail know.

    Raises:
        NotPermitted: the role may not erase.
    """
    ctx.require(Action.ERASE)
    folders = dict.fromkeys(
        new
        for line in erasures.entries(store, TrailFilter(action="backup"))
        for name, _old, new in line.changes
        if name == "folder"
    )
    given_out = (
        _given_out(line)
        for action in _EXPORTS
        for line in erasures.entries(store, TrailFilter(action=action))
        if line.patient in {None, patient}
    )
    return Copies(
        tuple(each.path.name for each in backups.kept(store)),
        tuple(folders),
        tuple(given_out),
        tuple(path.name for path in sorted(store.profile.folder.glob("replaced-*"))),
    )


def retention(store: Store, ctx: Context) -> int | None:
    """For how many years after the last contact or the death a chart is kept; None = not set."""
    ctx.require(Action.READ)
    for line in store.trail.page(TrailFilter(action=_RETENTION), 1):
        said = {name: new for name, _old, new in line.changes}
        return int(said["years"]) if said.get("years") else None
    return None


def set_retention(store: Store, ctx: Context, *, years: int | None) -> None:
    """Sets for how long a chart is kept; None proposes nothing any more.

    The entry of the audit trail is the setting: it cannot be changed without leaving one.

    Raises:
        NotPermitted: the role may not.
        Refused: not 1 to 100 years.
    """
    ctx.require(Action.ERASE)
    if years is not None and not SHORTEST <= years <= LONGEST:
        text = QT_TRANSLATE_NOOP(
            "Message", "A chart is kept for {low} to {high} years. Nothing was changed."
        )
        raise Refused(Problem(Message(text, {"low": SHORTEST, "high": LONGEST}), "years"))
    with store.unit(ctx.stamp()) as unit:
        unit.log(_RETENTION, content={"years": "" if years is None else str(years)})


def past_retention(store: Store, ctx: Context) -> Retention:
    """The charts that are older than the clinic must keep them; none while nothing is set.

    Charts entered in error are among them: they hold a person's data, too.

    Raises:
        NotPermitted: the role may not erase.
    """
    ctx.require(Action.ERASE)
    years, today = retention(store, ctx), ctx.clock.today()
    if years is None:
        return Retention(None, ())
    recent = {
        line.patient.patient
        for line in store.lists.listed(Order.CONTACT, limit=-1)
        if line.summary.last_contact
        and line.summary.last_contact.latest
        and not is_over(line.summary.last_contact.latest, years, today)
    }
    found = []
    for patient in store.patient_ids():
        if patient in recent:  # not read at all: most of the charts of a clinic
            continue
        chart = store.chart(patient)
        last = last_day(chart)
        if last is not None and is_over(last, years, today):
            person = chart.patient.record
            found.append(PastRetention(patient, person.mrn, person.name, person.name_latin, last))
    return Retention(years, tuple(sorted(found, key=lambda each: (each.last, each.mrn))))


def _problems(person: Patient, typed: tuple[str, str], reason: str | None) -> Iterator[Problem]:
    if {normal(each) for each in typed} != {person.mrn}:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "The hospital number is not the one of this chart. Nothing was erased. Compare it "
            "character by character.",
        )
        yield Problem(Message(text), "mrn")
    if not reason:
        text = QT_TRANSLATE_NOOP("Message", "A reason is needed: it stands in the audit trail.")
        yield Problem(Message(text), "reason")
        return
    words = (person.mrn, person.name, person.name_latin)
    if any(word and is_named_in(word, reason) for word in words):
        text = QT_TRANSLATE_NOOP(
            "Message",
            "The reason names the patient, and it would stay in the audit trail. Nothing was "
            "erased. Name the request instead, such as its date or file number.",
        )
        yield Problem(Message(text), "reason")


def _given_out(line: TrailLine) -> str:
    said = {name: new for name, _old, new in line.changes}
    what = said.get("file") or said.get("what") or ""
    return f"{line.at:%Y-%m-%d} {line.action} {what} ({line.by})".replace("  ", " ")
