# SPDX-License-Identifier: MIT
"""The events of an old paper chart: the words they are typed by, and where their values go.

Only the places of values are known here; dates, numbers and lists are read by the record kinds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from tracker.domain.analytes import Analytes
from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.fields import items
from tracker.domain.records import (
    AdverseEvent,
    Biomarker,
    Course,
    CourseDrug,
    Decision,
    DiseaseStatus,
    DoseEvent,
    FollowUp,
    ImagingStudy,
    MarkerResult,
    Procedure,
    RadiotherapyPhase,
    ResponseAssessment,
    Statement,
    Visit,
)
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.domain.toxicity import Ctcae


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One word of the event column.

    Attributes:
        word: what is typed, or its first letters.
        also: other words for it, Chinese ones too; a single letter only counts as it stands.
        kind: the record that a line becomes.
        preset: fields that the word itself says.
        first: how the first part of the values falls into fields; None when it is one value.
        slots: the fields of the other parts, in the order they are filled.
        pairs: every part begins with the name of its field.
        form: what to write, in words.
    """

    word: str
    kind: type[Record]
    form: str
    also: tuple[str, ...] = ()
    preset: Mapping[str, str] = field(default_factory=dict)
    first: re.Pattern[str] | None = None
    slots: tuple[str, ...] = ()
    pairs: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Everything it can be typed by."""
        return (self.word, *self.also)

    @property
    def beginnings(self) -> tuple[str, ...]:
        """What its first letters may be those of; an analyte has too many names for that."""
        words = (self.word,) if self.preset.get("analyte") else self.words
        return tuple(word for word in words if len(word) > 1)


@dataclass(frozen=True, slots=True)
class CourseName:
    """A course that a dose of the old chart may belong to."""

    id: UUID
    regimen: str
    drugs: tuple[str, ...] = ()
    start: PartialDate | None = None
    stop: PartialDate | None = None

    def drug_called(self, text: str) -> str | None:
        """The drug whose name begins with ``text``; None when there is none or several."""
        found = [drug for drug in self.drugs if _begins(drug, text)]
        return found[0] if len(found) == 1 else None

    def is_called(self, text: str) -> bool:
        """Whether the regimen or one of its drugs begins with ``text``."""
        return _begins(self.regimen, text) or any(_begins(drug, text) for drug in self.drugs)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be typed into the old chart of one patient."""

    events: tuple[Event, ...]
    ctcae: Ctcae
    courses: tuple[CourseName, ...]

    @classmethod
    def of(cls, chart: Chart, ctcae: Ctcae, analytes: Analytes) -> "Vocabulary":
        """The words of the program and of this chart: its analytes and its courses."""
        return cls((*EVENTS, *_tests(chart, analytes)), ctcae, tuple(_courses(chart)))

    def find(self, typed: str) -> list[Event]:
        """The event of exactly this word, else all whose words begin with it."""
        text = typed.strip()
        exact = [e for e in self.events if text.casefold() in map(str.casefold, e.words)]
        if exact:
            return exact[:1]
        return [e for e in self.events if any(_begins(w, text) for w in e.beginnings)]


def _begins(word: str, typed: str) -> bool:
    return bool(typed) and word.casefold().startswith(typed.casefold())


def _tests(chart: Chart, analytes: Analytes) -> Iterator[Event]:
    """An event for every analyte and tumour test the program or the chart knows by name."""
    others = {each.code: (each.zh_name, *each.aliases) for each in analytes.all}
    others |= {
        s.record.analyte: () for s in chart.of(MarkerResult) if s.record.analyte not in others
    }
    taken = {word.casefold() for event in EVENTS for word in event.words}
    for name, also in others.items():
        if name.casefold() in taken:
            continue  # CT is a scan here; calcitonin is typed as: marker, then CT and the result
        yield Event(
            word=name,
            kind=MarkerResult,
            also=tuple(each for each in also if each.casefold() not in taken),
            preset={"analyte": name},
            first=_RESULT,
            slots=("laboratory", "method"),
            form=_RESULT_FORM,
        )
    for name in _suggested(Biomarker, "test"):
        yield Event(
            word=name,
            kind=Biomarker,
            preset={"test": name},
            slots=("value", "assay", "specimen"),
            form=QT_TRANSLATE_NOOP("Message", "value as reported; assay; specimen"),
        )


def _courses(chart: Chart) -> Iterator[CourseName]:
    for stored in chart.of(Course):
        drugs = tuple(each.record.drug for each in chart.of(CourseDrug, stored.id))
        course = stored.record
        yield CourseName(stored.id, course.regimen, drugs, course.start, course.stop)


def _suggested(kind: type[Record], name: str) -> Iterable[str]:
    return next(f.item.suggestions for f in items(kind) if f.name == name)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


_RESULT = _pattern(
    r"""(?P<value> [<>≤≥]=? \s* \S+ | \S+ ) \s+ (?P<unit> [^\s(]+ )
    (?: \s* \( (?P<range_reported> [^()]+ ) \) )?"""
)
_ANY_RESULT = _pattern(rf"(?P<analyte> \S+ ) \s+ {_RESULT.pattern}")
_TERM = _pattern(r"(?P<term> .+? ) (?: \s+ (?:g|grade\s*)? (?P<grade> [0-9] ) )?")
_STUDY = _pattern(r"(?P<modality> \S+ ) (?: \s+ (?P<region> .+ ) )?")
_PHASE = _pattern(
    r"(?P<site> .+? ) \s+ (?P<total_gy> [0-9.,]+ ) \s* Gy \s* / \s* (?P<fractions> [0-9]+ ) \s* f?"
)

_RESULT_FORM = QT_TRANSLATE_NOOP(
    "Message", '2.2 ng/mL (<1.5); laboratory.  A " for the unit repeats that of the line above'
)
_VISIT_FORM = QT_TRANSLATE_NOOP(
    "Message", "ecog 1; weight 58.2; bp 120/80; complaint …  (first letters do: e1; w58.2)"
)
_DOSE_FORM = QT_TRANSLATE_NOOP(
    "Message", '240 mg, or " as above; the course, where several run; lot: …  (empty = as planned)'
)
_HELD_FORM = QT_TRANSLATE_NOOP("Message", "reason: tox, lab, inf, pat, log, prog; in words")


def _visit(word: str, also: tuple[str, ...]) -> Event:
    return Event(
        word=word, kind=Visit, also=also, preset={"contact": word}, pairs=True, form=_VISIT_FORM
    )


def _dose(word: str, also: tuple[str, ...], slots: tuple[str, ...], form: str) -> Event:
    return Event(
        word=word, kind=DoseEvent, also=also, preset={"action": word}, slots=slots, form=form
    )


def _imaging(modality: str) -> Event:
    return Event(
        word=modality,
        kind=ImagingStudy,
        also={"PET-CT": ("PET/CT", "PETCT"), "ultrasound": ("US", "超声")}.get(modality, ()),
        preset={"modality": modality},
        slots=("conclusion", "region", "findings"),
        form=QT_TRANSLATE_NOOP(
            "Message", "region; findings; conclusion: no ev, dis, sus, prog, stab, resp"
        ),
    )


EVENTS: tuple[Event, ...] = (
    _visit("visit", ("v", "门诊", "随访")),
    _visit("phone", ("p", "电话")),
    _visit("admission", ("住院", "入院")),
    _dose("given", ("g", "给药"), ("dose",), _DOSE_FORM),
    _dose("reduced", ("减量",), ("dose", "reason", "reason_text"), _HELD_FORM),
    _dose("held", ("h", "暂停"), ("reason", "reason_text"), _HELD_FORM),
    _dose("skipped", ("跳过",), ("reason", "reason_text"), _HELD_FORM),
    _dose("delayed", ("推迟",), ("until", "reason", "reason_text"), _HELD_FORM),
    _dose("resumed", ("恢复",), (), _DOSE_FORM),
    _dose("stopped", ("停药",), ("reason", "reason_text"), _HELD_FORM),
    Event(
        word="course",
        kind=Course,
        also=("疗程",),
        slots=("therapy", "intent", "regimen"),
        form=QT_TRANSLATE_NOOP("Message", "regimen; class: imm, chem, targ; stop: …; line: …"),
    ),
    Event(
        word="adverse event",
        kind=AdverseEvent,
        also=("ae", "toxicity", "不良反应"),
        first=_TERM,
        slots=("outcome", "irae", "action"),
        form=QT_TRANSLATE_NOOP(
            "Message",
            "CTCAE term by the beginnings of its words, grade; outcome; end: …; immune: yes",
        ),
    ),
    *(_imaging(modality) for modality in _suggested(ImagingStudy, "modality")),
    Event(
        word="imaging",
        kind=ImagingStudy,
        also=("影像",),
        first=_STUDY,
        slots=("conclusion", "findings"),
        form=QT_TRANSLATE_NOOP("Message", "modality region; findings; conclusion"),
    ),
    Event(
        word="surgery",
        kind=Procedure,
        also=("operation", "手术"),
        preset={"type": "surgery"},
        slots=("proves", "name", "site", "histology"),
        form=QT_TRANSLATE_NOOP("Message", "procedure; site; histology; size: …; margins: …"),
    ),
    Event(
        word="biopsy",
        kind=Procedure,
        also=("活检",),
        preset={"type": "biopsy"},
        slots=("proves", "name", "site", "histology"),
        form=QT_TRANSLATE_NOOP("Message", "procedure; site; histology; tissue: relapse"),
    ),
    Event(
        word="radiotherapy",
        kind=RadiotherapyPhase,
        also=("rt", "放疗"),
        first=_PHASE,
        slots=("boost", "technique"),
        form=QT_TRANSLATE_NOOP("Message", "site 50.4 Gy/28; technique; end: …"),
    ),
    Event(
        word="status",
        kind=DiseaseStatus,
        also=("disease status", "疾病状态"),
        slots=("disease", "basis"),
        form=QT_TRANSLATE_NOOP("Message", "NED, CR, PR, stable, recurrent, progressive; basis"),
    ),
    Event(
        word="response",
        kind=ResponseAssessment,
        also=("疗效",),
        slots=("decided", "criteria"),
        form=QT_TRANSLATE_NOOP("Message", "CR, PR, SD, PD; criteria; decided by: …"),
    ),
    Event(
        word="statement",
        kind=Statement,
        also=("陈述",),
        slots=("about", "finding", "stated_by", "detail"),
        form=QT_TRANSLATE_NOOP("Message", "about: irae, resp, surv; finding; stated by; in full"),
    ),
    Event(
        word="decision",
        kind=Decision,
        also=("决定",),
        slots=("answer", "what", "decided_by", "why"),
        form=QT_TRANSLATE_NOOP(
            "Message", "what was proposed; accepted or declined; decided by; why"
        ),
    ),
    Event(
        word="follow-up",
        kind=FollowUp,
        also=("followup",),
        slots=("state", "reason"),
        form=QT_TRANSLATE_NOOP("Message", "active, transferred, lost, declined; reason"),
    ),
    Event(
        word="marker",
        kind=MarkerResult,
        also=("lab", "检验"),
        first=_ANY_RESULT,
        slots=("laboratory", "method"),
        form=QT_TRANSLATE_NOOP("Message", "analyte, blank, result, blank, unit; laboratory"),
    ),
)
"""The words of the program; those of a chart's own tests come on top."""
