# SPDX-License-Identifier: MIT
"""A paragraph for a discharge letter, in English or in Chinese whatever the window speaks."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QTranslator

from tracker import paths
from tracker.domain import outcomes
from tracker.domain.adverse_events import worst_in
from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice
from tracker.domain.markers import range_in_words, series
from tracker.domain.records import (
    AdverseEvent,
    Diagnosis,
    MarkerResult,
    Procedure,
    RadiotherapyPhase,
    ResponseAssessment,
    Stage,
)
from tracker.domain.records.statement import Topic
from tracker.domain.schedule import DOSE_GIVEN, leading, ledgers
from tracker.domain.staging import stage_in_words
from tracker.domain.state import in_time, statements
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.ui import names


class _Tongue:
    """One language: sentences of this page, and the labels of choices."""

    def __init__(self, language: str) -> None:
        self._translator: QTranslator | None = None
        if language != "en":
            self._translator = QTranslator()
            self._translator.load(f"tracker_{language}", str(paths.resources() / "i18n"))

    def say(self, text: str, **values: object) -> str:
        """A sentence with its values; the source text where no translation is there."""
        return self._words("Letter", text).format(**values)

    def choice(self, value: Choice) -> str:
        return self._words("Choice", value.label)

    def index(self, name: str) -> str:
        """The day 0 of a clock; the six facts have its words."""
        return self._words("Facts", name)

    def _words(self, context: str, text: str) -> str:
        found = self._translator.translate(context, text) if self._translator else ""
        return found or text


def letter(chart: Chart, as_of: date, language: str) -> str:
    """The course in English or Chinese (``zh_CN``) sentences, dates as precise as known."""
    tongue = _Tongue(language)
    between = "" if language == "zh_CN" else " "
    parts: tuple[Callable[[Chart, date, _Tongue], Iterator[str]], ...] = (
        _who,
        _tumour,
        _local,
        _drugs,
        _results,
        _events,
        _survival,
    )
    said = (sentence for part in parts for sentence in part(chart, as_of, tongue))
    end = tongue.say(QT_TRANSLATE_NOOP("Letter", "Calculated figures are to be verified."))
    return between.join([*said, end])


def _date(when: PartialDate | None, tongue: _Tongue) -> str:
    if when is None or when.is_unknown:
        return tongue.say(QT_TRANSLATE_NOOP("Letter", "date not recorded"))
    return when.iso()


def _entered(when: PartialDate | None, tongue: _Tongue) -> str:
    """A date that was cut for a computation, as it was entered."""
    return _date(PartialDate.parse(when.text) if when is not None else None, tongue)


def _who(chart: Chart, as_of: date, tongue: _Tongue) -> Iterator[str]:
    patient = chart.patient.record
    age, aged = outcomes.age_of(patient, as_of), QT_TRANSLATE_NOOP("Letter", "aged {age}")
    unknown = QT_TRANSLATE_NOOP("Letter", "age unknown")
    yield tongue.say(
        QT_TRANSLATE_NOOP("Letter", "Patient {number}, {name}, {sex}, {age}."),
        number=patient.mrn,
        name=names.name_of(patient) or tongue.say(QT_TRANSLATE_NOOP("Letter", "name not recorded")),
        sex=tongue.choice(patient.sex)
        if patient.sex
        else tongue.say(QT_TRANSLATE_NOOP("Letter", "sex not recorded")),
        age=tongue.say(unknown) if age is None else tongue.say(aged, age=age),
    )


def _tumour(chart: Chart, _as_of: date, tongue: _Tongue) -> Iterator[str]:
    for diagnosis in chart.of(Diagnosis):
        record = diagnosis.record
        stages = [
            f"{stage_in_words(s.record)} ({_date(s.record.date, tongue)})"
            for s in in_time(chart.of(Stage, diagnosis.id))
        ]
        stage = ", ".join(stages) or tongue.say(QT_TRANSLATE_NOOP("Letter", "not recorded"))
        yield tongue.say(
            QT_TRANSLATE_NOOP("Letter", "Diagnosis: {tumour}; stage at diagnosis: {stage}."),
            tumour=", ".join(filter(None, (record.site, record.histology))),
            stage=stage,
        )


def _local(chart: Chart, _as_of: date, tongue: _Tongue) -> Iterator[str]:
    for procedure in in_time(chart.of(Procedure)):
        yield tongue.say(
            QT_TRANSLATE_NOOP("Letter", "{date}: {procedure}."),
            date=_date(procedure.record.date, tongue),
            procedure=procedure.record.name,
        )
    for phase in in_time(chart.of(RadiotherapyPhase)):
        yield tongue.say(
            _RADIOTHERAPY_ONCE if phase.record.fractions == 1 else _RADIOTHERAPY,
            site=phase.record.site,
            gy=phase.record.total_gy,
            n=phase.record.fractions,
            date=_date(phase.record.start, tongue),
            boost=f", {tongue.choice(phase.record.boost)}" if phase.record.boost else "",
        )


_RADIOTHERAPY = QT_TRANSLATE_NOOP(
    "Letter", "Radiotherapy of {site}: {gy} Gy in {n} fractions, {date}{boost}."
)
_RADIOTHERAPY_ONCE = QT_TRANSLATE_NOOP(
    "Letter", "Radiotherapy of {site}: {gy} Gy in {n} fraction, {date}{boost}."
)


def _drugs(chart: Chart, as_of: date, tongue: _Tongue) -> Iterator[str]:
    books = ledgers(chart)
    current = leading(books)
    for book in books:
        course = book.course.record
        if book is current and book.is_running:
            continue
        stop = book.stop or course.stop
        yield tongue.say(
            QT_TRANSLATE_NOOP("Letter", "{regimen} from {start} to {stop}{cycles}."),
            regimen=book.treatment,
            start=_date(course.start, tongue),
            stop=_date(stop, tongue),
            cycles=tongue.say(
                QT_TRANSLATE_NOOP("Letter", ", cycles reported: {n}"), n=course.cycles_reported
            )
            if course.cycles_reported
            else "",
        )
    if current is not None and current.is_running:
        time = outcomes.course_time(chart, current, as_of)
        yield tongue.say(
            QT_TRANSLATE_NOOP(
                "Letter",
                "Now {regimen} since {start}, completed months: {months}, counted to {end}; "
                "doses recorded: {n}{given}.",
            ),
            regimen=current.treatment,
            start=_date(time.start, tongue),
            months=time.months if time.months is not None else "–",
            end=_entered(time.counted_to, tongue),
            n=current.count(*DOSE_GIVEN),
            given=""
            if current.is_complete
            else tongue.say(QT_TRANSLATE_NOOP("Letter", ", number given not known")),
        )
        for drug, off in current.stopped_drugs.items():
            yield tongue.say(
                QT_TRANSLATE_NOOP("Letter", "Of this treatment {drug} was stopped: {date}."),
                drug=current.name_of(drug),
                date=_date(off.record.date, tongue),
            )


def _results(chart: Chart, _as_of: date, tongue: _Tongue) -> Iterator[str]:
    for assessment in in_time(chart.of(ResponseAssessment))[-1:]:
        record = assessment.record
        answer = record.decided or record.computed
        if answer is not None:
            yield tongue.say(
                QT_TRANSLATE_NOOP("Letter", "Last response ({criteria}): {answer}, {date}."),
                criteria=record.criteria,
                answer=tongue.choice(answer),
                date=_date(record.date, tongue),
            )
    for said in statements(chart, Topic.RESPONSE)[-1:]:
        yield tongue.say(
            QT_TRANSLATE_NOOP("Letter", "Response as stated by {who}: {answer}, {date}."),
            who=said.record.stated_by,
            answer=said.record.finding,
            date=_date(said.record.date, tongue),
        )
    found = series([stored.record for stored in chart.of(MarkerResult)])
    if found:
        last = found[0].results[-1]
        flag = last.flag.value if last.flag else "–"
        yield tongue.say(
            QT_TRANSLATE_NOOP(
                "Letter", "{analyte} {value} {unit} ({flag}, range {range}), {date}."
            ),
            analyte=last.analyte,
            value=last.value.text,
            unit=last.unit,
            flag=flag,
            range=range_in_words(last) or "–",
            date=_date(last.date, tongue),
        )


def _events(chart: Chart, _as_of: date, tongue: _Tongue) -> Iterator[str]:
    events = []
    for stored in in_time(chart.of(AdverseEvent)):
        worst = worst_in(chart, stored)
        graded = f"{stored.record.term} {f'G{worst}' if worst else ''}".strip()
        events.append(f"{graded} ({_date(stored.record.onset, tongue)})")
    if events:
        text = QT_TRANSLATE_NOOP("Letter", "Adverse events: {events}.")
        yield tongue.say(text, events=", ".join(events))
    else:
        yield tongue.say(QT_TRANSLATE_NOOP("Letter", "No adverse event is recorded."))


def _survival(chart: Chart, as_of: date, tongue: _Tongue) -> Iterator[str]:
    status = chart.patient.record.vital_status
    found = [clock for clock in outcomes.clocks(chart, as_of) if clock.name == "OS"]
    if status is None:
        return
    if not found:  # the death, too, may be known without its day
        yield tongue.say(
            QT_TRANSLATE_NOOP("Letter", "Vital status: {status}."), status=tongue.choice(status)
        )
        return
    yield tongue.say(
        QT_TRANSLATE_NOOP(
            "Letter", "{status}; overall survival from {index}, completed months: {months}."
        ),
        status=tongue.choice(status),
        months=found[0].months_completed or "–",
        index=tongue.index(found[0].index),
    )
