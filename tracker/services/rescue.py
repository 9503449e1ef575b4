# SPDX-License-Identifier: MIT
"""A damaged file: say which charts can still be read, and write those out with every loss named.

Nothing is repaired. Whoever has no sound backup has at least this.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.errors import Refused
from tracker.domain.records import ReferenceRange
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.interchange import own_json
from tracker.services.context import Context
from tracker.store.faults import named_faults
from tracker.store.files import replace_file
from tracker.store.rescue import Rescued
from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class RescuedChart:
    """How much of one patient's chart can be read.

    Attributes:
        patient: its id.
        mrn, name, name_latin: None where the patient cannot be read.
        lost: titles of the kinds of records that are missing, such as "Visit".
    """

    patient: UUID
    mrn: str | None
    name: str | None
    name_latin: str | None
    lost: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing.

        Only then the chart is shown: what is computed from a part of the records would be wrong.
        """
        return self.mrn is not None and not self.lost


@dataclass(frozen=True, slots=True)
class Survey:
    """What a damaged file still gives.

    Attributes:
        damage: what is wrong with it; nothing = it is sound.
        charts: every patient that could be found, those with a loss first.
        of_clinic: what is lost of the lists of the clinic, in sentences.
    """

    damage: tuple[Message, ...]
    charts: tuple[RescuedChart, ...]
    of_clinic: tuple[Message, ...] = ()

    @property
    def losses(self) -> tuple[Message, ...]:
        """Everything that is lost, each in a sentence."""
        return (*self.of_clinic, *(loss for chart in self.charts for loss in _losses(chart)))

    @property
    def whole(self) -> int:
        """How many charts can be read whole."""
        return sum(chart.is_whole for chart in self.charts)


@dataclass(frozen=True, slots=True)
class Written:
    """The file with what could be read: not encrypted, in the care of whoever asked for it."""

    path: Path
    sha256: str
    survey: Survey


def found_meanwhile(store: Store) -> tuple[Message, ...]:
    """What is damaged in a file in which something could not be read; nothing in a sound one."""
    return tuple(store.check_pages()) if store.rescue.is_needed else ()


def survey(store: Store, ctx: Context) -> Survey:
    """Looks through the whole file.

    Raises:
        NotPermitted: the role may not read charts.
    """
    ctx.require(Action.READ)
    return _read(store).survey


def export(store: Store, ctx: Context, *, dest: Path, force: bool = False) -> Written:
    """Writes every record that can be read to a JSON file, with each loss named in it.

    It cannot be logged, for nothing is written into a damaged file; the file says who took it.

    Raises:
        NotPermitted: the role may not export.
        Refused: the file is sound (then an export belongs in the trail), or ``dest`` is there.
        StorageFault: the place cannot be written to; no partial file is left.
    """
    ctx.require(Action.EXPORT)
    if dest.exists() and not force:
        raise Refused(Message(_THERE, {"file": str(dest)}))
    read = _read(store)
    found = read.survey
    if not found.damage:
        raise Refused(Message(_SOUND))
    taken = Message(_TAKEN, {"by": ctx.user, "at": ctx.clock.now().isoformat(timespec="seconds")})
    losses = tuple(str(each) for each in (taken, *found.damage, *found.losses))
    data = own_json.write(read.charts, read.ranges, demonstration=store.is_demo, losses=losses)
    with named_faults():
        replace_file(dest, data)
    return Written(dest, hashlib.sha256(data).hexdigest(), found)


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything that could be read, and what is to be said of it."""

    survey: Survey
    charts: tuple[Chart, ...]
    ranges: tuple[Stored[ReferenceRange], ...]


def _read(store: Store) -> _Read:
    damage = tuple(store.check_pages())
    found = [store.rescue.chart(patient) for patient in store.rescue.patients()]
    ranges = store.rescue.ranges()
    lines = sorted(map(_line, found), key=lambda line: (line.is_whole, line.mrn or ""))
    charts = tuple(each.chart for each in found if each.chart is not None)
    return _Read(Survey(damage, tuple(lines), tuple(_of_clinic(store))), charts, ranges)


def _line(found: Rescued) -> RescuedChart:
    lost = tuple(kind.title for kind in found.lost)
    if found.chart is None:
        return RescuedChart(found.id, None, None, None, lost)
    person = found.chart.patient.record
    return RescuedChart(found.id, person.mrn, person.name, person.name_latin, lost)


def _losses(chart: RescuedChart) -> Iterator[Message]:
    if chart.mrn is None:
        yield Message(_NO_PATIENT, {"patient": str(chart.patient)})
    elif chart.lost:
        yield Message(_NO_RECORDS, {"mrn": chart.mrn, "kinds": ", ".join(chart.lost)})


def _of_clinic(store: Store) -> Iterator[Message]:
    if not store.rescue.is_complete:
        yield Message(_MORE_PATIENTS)
    if not store.rescue.has_ranges:
        yield Message(_NO_RANGES)


_SOUND = QT_TRANSLATE_NOOP(
    "Message",
    "No damage was found in the file. Nothing was written. Export it as usual, so that the export "
    "stands in the audit trail.",
)
_THERE = QT_TRANSLATE_NOOP(
    "Message", "There is a file {file} already; it was not touched. Choose another name."
)
_TAKEN = QT_TRANSLATE_NOOP(
    "Message",
    "Taken from a damaged database by {by} at {at}; not in its audit trail, into which nothing "
    "could be written.",
)
_NO_PATIENT = QT_TRANSLATE_NOOP(
    "Message", "Patient {patient}: cannot be read; no record of this chart is here."
)
_NO_RECORDS = QT_TRANSLATE_NOOP(
    "Message", "Patient {mrn}: some or all records of these kinds cannot be read: {kinds}."
)
_MORE_PATIENTS = QT_TRANSLATE_NOOP(
    "Message", "The list of patients cannot be read to its end: there may be more patients."
)
_NO_RANGES = QT_TRANSLATE_NOOP("Message", "The reference ranges of the clinic cannot be read.")
