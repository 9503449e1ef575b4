# SPDX-License-Identifier: MIT
"""The program's own JSON: every record exactly as it is stored, text by text.

Numbers travel as text, so that 61.10 stays 61.10. A file is taken whole or refused whole.
"""

import json
from collections.abc import Iterable
from typing import TypeVar, cast
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Status, Stored
from tracker.domain.errors import Refused
from tracker.domain.fields import items
from tracker.domain.records import KINDS, Patient, ReferenceRange
from tracker.domain.records.base import (
    LONG_TEXT,
    SHORT_TEXT,
    Record,
    build,
    content,
    from_text,
    parent_of,
)
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, hidden_characters, normal
from tracker.interchange.bundle import Bundle, Need, PatientDraft, RecordDraft, bundle_of
from tracker.interchange.findings import Findings, quoted
from tracker.interchange.strict_json import Number, Object, Value, parse

FORMAT = "followup-tracker"
VERSION = 1

ENVELOPE = ("id", "status", "source", "note")
"""What a record carries in the file besides its kind and its fields."""

_KIND_ORDER = {code: place for place, code in enumerate(KINDS)}  # parents before children

R = TypeVar("R", bound=Record)


def write(charts: Iterable[Chart], ranges: Iterable[Stored[ReferenceRange]]) -> bytes:
    """The file of ``charts`` and of the clinic's ``ranges``: UTF-8, LF, always the same order."""
    return dump(bundle_of(charts, ranges))


def dump(bundle: Bundle) -> bytes:
    """The bytes of a bundle; ``dump(read(data)) == data`` for every file this program wrote."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "clinic": [_record_object(draft) for draft in sorted(bundle.clinic, key=_order)],
        "patients": [
            {
                "patient": _envelope(each.patient) | content(each.patient.record),
                "records": [_record_object(draft) for draft in sorted(each.records, key=_order)],
            }
            for each in sorted(bundle.patients, key=lambda each: each.id)
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _order(draft: RecordDraft[Record]) -> tuple[int, UUID]:
    return _KIND_ORDER[draft.kind], draft.id


def _record_object(draft: RecordDraft[Record]) -> dict[str, object]:
    return {"kind": draft.kind, **_envelope(draft), "fields": content(draft.record)}


def _envelope(draft: RecordDraft[Record]) -> dict[str, str]:
    status = "" if draft.status is Status.CURRENT else draft.status.value
    texts = (str(draft.id), status, draft.source, draft.note)
    return {name: text for name, text in zip(ENVELOPE, texts, strict=True) if text}


def read(data: bytes) -> Bundle:
    """Reads a file of this format.

    Raises:
        Refused: with every problem and its place, such as
            ``patients[0].records[3].fields.date``; of a newer format or another kind of file,
            that alone.
    """
    document = parse(data)
    if not isinstance(document, Object) or document.get("format") != FORMAT:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message", "This is not a file of this program (“format” is not “{format}”)."
                ),
                {"format": FORMAT},
            )
        )
    _check_version(document.get("version"))
    return _Reader().bundle(document)


def _check_version(version: Value) -> None:
    if version == Number(str(VERSION)):
        return
    newer = isinstance(version, Number) and version.text.isdigit() and len(version.text) < 5
    if newer and int(cast("Number", version).text) > VERSION:
        message = QT_TRANSLATE_NOOP(
            "Message",
            "The file has format version {version}; this program reads version {known}. "
            "Update the program, then import again.",
        )
        text = cast("Number", version).text
        raise Refused(Message(message, {"version": text, "known": VERSION}))
    message = QT_TRANSLATE_NOOP("Message", "The file does not say that it has version {known}.")
    raise Refused(Message(message, {"known": VERSION}))


class _Reader:
    """Walks one document, collecting records and everything that is wrong."""

    def __init__(self) -> None:
        self._findings = Findings()
        self._kinds: dict[UUID, tuple[str, UUID | None]] = {}  # of each id: kind and patient
        self._numbers: dict[str, str] = {}  # of each hospital number: where it stands

    def bundle(self, document: Object) -> Bundle:
        self._keys(document, "", "format", "version", "clinic", "patients")
        clinic = [
            self._record(value, f"clinic[{n}]", None)
            for n, value in enumerate(self._list(document.get("clinic", []), "clinic"))
        ]
        patients = [
            self._patient(value, f"patients[{n}]")
            for n, value in enumerate(self._list(document.get("patients", []), "patients"))
        ]
        needs = [need for each in patients if each for need in self._links(each)]
        self._findings.refuse_if_any()
        return Bundle(
            tuple(draft for draft in clinic if draft),
            tuple(each for each in patients if each),
            tuple(needs),
        )

    # One patient, one record. None means: something was wrong, and it was noted

    def _patient(self, value: Value, place: str) -> PatientDraft | None:
        chart = self._object(value, place)
        if chart is None:
            return None
        self._keys(chart, place, "patient", "records")
        person, person_place = self._object(chart.get("patient"), f"{place}.patient"), place
        person_place = f"{place}.patient"
        if person is None:
            return None
        fields = Object([(k, v) for k, v in person.items() if k not in ENVELOPE])
        fields.repeated = person.repeated
        own_id = self._id(person, person_place)
        patient = self._draft(Patient, person, fields, own_id, person_place, person_place)
        if own_id is not None:
            self._register(own_id, Patient.kind, own_id, person_place)
        if patient is not None and patient.status is Status.CURRENT:
            self._claim_number(patient.record.mrn, f"{person_place}.mrn")
        records = [
            self._record(each, f"{place}.records[{n}]", own_id)
            for n, each in enumerate(self._list(chart.get("records", []), f"{place}.records"))
        ]
        if patient is None:
            return None
        return PatientDraft(patient, tuple(draft for draft in records if draft))

    def _record(
        self, value: Value, place: str, patient: UUID | None
    ) -> RecordDraft[Record] | None:
        whole = self._object(value, place)
        if whole is None:
            return None
        self._keys(whole, place, "kind", "fields", *ENVELOPE)
        kind = self._kind(whole.get("kind"), place)
        own_id = self._id(whole, place)
        fields = self._object(whole.get("fields"), f"{place}.fields")
        if kind is None or fields is None:
            return None
        if own_id is not None:
            self._register(own_id, kind.kind, patient, place)
        return self._draft(kind, whole, fields, own_id, place, f"{place}.fields")

    def _kind(self, value: Value, place: str) -> type[Record] | None:
        code = self._text(value, f"{place}.kind")
        if code is None:
            return None
        in_clinic = place.startswith("clinic")
        kind = KINDS.get(code)
        if kind is None or kind is Patient or kind.of_clinic is not in_clinic:
            allowed = [k.kind for k in KINDS.values() if k.of_clinic is in_clinic]
            message = QT_TRANSLATE_NOOP(
                "Message", "“{kind}” is not a kind of record that stands here: {kinds}."
            )
            names = ", ".join(sorted(set(allowed) - {Patient.kind}))
            self._findings.add(
                Message(message, {"kind": quoted(code), "kinds": names}), f"{place}.kind"
            )
            return None
        return kind

    def _draft(
        self,
        kind: type[R],
        envelope: Object,
        fields: Object,
        own_id: UUID | None,
        place: str,
        fields_place: str,
    ) -> RecordDraft[R] | None:
        record = self._build(kind, fields, fields_place)
        status = self._status(envelope, place)
        source = self._free_text(envelope, "source", SHORT_TEXT, place)
        note = self._free_text(envelope, "note", LONG_TEXT, place)
        if record is None or own_id is None or status is None:
            return None
        return RecordDraft(
            record=record, id=own_id, status=status, source=source, note=note, place=place
        )

    def _build(self, kind: type[R], fields: Object, place: str) -> R | None:
        self._repeats(fields, place)
        texts = {name: self._text(value, f"{place}.{quoted(name)}") for name, value in fields.items()}
        readable = {name: text for name, text in texts.items() if text is not None}
        try:
            record = build(kind, readable)
        except Refused as error:
            for problem in error.problems:
                if problem.field not in texts or problem.field in readable:
                    where = f"{place}.{quoted(problem.field)}" if problem.field else place
                    self._findings.add(problem.message, where)
            return None
        return record if len(readable) == len(texts) else None

    # Links between records

    def _register(self, own_id: UUID, kind: str, patient: UUID | None, place: str) -> None:
        if own_id in self._kinds:
            message = QT_TRANSLATE_NOOP("Message", "The id {id} stands twice in the file.")
            self._findings.add(Message(message, {"id": own_id}), f"{place}.id")
        else:
            self._kinds[own_id] = kind, patient

    def _claim_number(self, mrn: str, place: str) -> None:
        first = self._numbers.setdefault(mrn, place)
        if first != place:
            message = QT_TRANSLATE_NOOP(
                "Message", "The hospital number {mrn} stands twice in the file, first at {first}."
            )
            self._findings.add(Message(message, {"mrn": quoted(mrn), "first": first}), place)

    def _links(self, patient: PatientDraft) -> Iterable[Need]:
        for draft in patient.records:
            link = parent_of(type(draft.record))
            if link is None:
                continue
            parent: UUID = getattr(draft.record, link.name)
            if parent not in self._kinds:
                yield Need(patient.id, link.name, parent, draft.place)
            elif self._kinds[parent] != (link.name, patient.id):
                message = QT_TRANSLATE_NOOP(
                    "Message", "{id} is not a record of the kind “{kind}” of this patient."
                )
                self._findings.add(
                    Message(message, {"id": parent, "kind": link.name}),
                    f"{draft.place}.fields.{link.name}",
                )

    # Single values

    def _id(self, envelope: Object, place: str) -> UUID | None:
        text = self._text(envelope.get("id"), f"{place}.id")
        return None if text is None else self._choice_or_id(UUID, text, f"{place}.id")

    def _status(self, envelope: Object, place: str) -> Status | None:
        if "status" not in envelope:
            return Status.CURRENT
        text = self._text(envelope["status"], f"{place}.status")
        return None if text is None else self._choice_or_id(Status, text, f"{place}.status")

    def _choice_or_id(self, kind: type[V], text: str, place: str) -> V | None:
        try:
            return cast("V", from_text(kind, text))
        except Refused as error:
            self._findings.add(error.problems[0].message, place)
            return None

    def _free_text(self, envelope: Object, name: str, longest: int, place: str) -> str | None:
        if name not in envelope:
            return None
        text = self._text(envelope[name], f"{place}.{name}")
        if text is None:
            return None
        hidden = hidden_characters(text[:longest])
        if len(text) > longest or hidden:
            message = QT_TRANSLATE_NOOP(
                "Message",
                "A text of {length} characters, at most {longest} are kept; invisible: {codes}.",
            )
            values = {"length": len(text), "longest": longest, "codes": ", ".join(hidden) or "–"}
            self._findings.add(Message(message, values), f"{place}.{name}")
        return normal(text) or None

    def _text(self, value: Value, place: str) -> str | None:
        if not isinstance(value, str):
            found = value.text if isinstance(value, Number) else _TYPE_NAMES[type(value)]
            message = QT_TRANSLATE_NOOP(
                "Message", "Text in quotation marks is expected here, not {found}."
            )
            self._findings.add(Message(message, {"found": quoted(found)}), place)
            return None
        if any("\ud800" <= c <= "\udfff" for c in value):
            message = QT_TRANSLATE_NOOP("Message", "Holds half a character.")
            self._findings.add(Message(message), place)
            return None
        return value

    def _object(self, value: Value, place: str) -> Object | None:
        if isinstance(value, Object):
            return value
        message = QT_TRANSLATE_NOOP("Message", "An object in braces is expected here.")
        self._findings.add(Message(message), place)
        return None

    def _list(self, value: Value, place: str) -> list[Value]:
        if isinstance(value, list):
            return value
        message = QT_TRANSLATE_NOOP("Message", "A list in brackets is expected here.")
        self._findings.add(Message(message), place)
        return []

    def _keys(self, value: Object, place: str, *known: str) -> None:
        self._repeats(value, place)
        for key in value:
            if key not in known:
                message = QT_TRANSLATE_NOOP("Message", "The key “{key}” is not known here: {keys}.")
                values = {"key": quoted(key), "keys": ", ".join(known)}
                self._findings.add(Message(message, values), _inside(place, key))

    def _repeats(self, value: Object, place: str) -> None:
        for key in sorted(value.repeated):
            message = QT_TRANSLATE_NOOP("Message", "The key “{key}” stands here more than once.")
            self._findings.add(Message(message, {"key": quoted(key)}), _inside(place, key))
