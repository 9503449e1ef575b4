# SPDX-License-Identifier: MIT
"""The program's own JSON: every record exactly as it is stored, text by text.

Numbers travel as text, so that 61.10 stays 61.10. A file is taken whole or refused whole.
"""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeVar
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Status, Stored
from tracker.domain.errors import Refused
from tracker.domain.fields import items
from tracker.domain.records import EXCHANGED, KINDS, Patient, ReferenceRange
from tracker.domain.records.base import Record, build, content, links_of
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, line_problems, text_problems
from tracker.interchange.bundle import Bundle, Need, PatientDraft, RecordDraft, bundle_of
from tracker.interchange.findings import Findings, quoted
from tracker.interchange.json_node import Node
from tracker.interchange.strict_json import Number, Object, Value, parse

FORMAT = "followup-tracker"
VERSION = 1

ENVELOPE = ("id", "status", "source", "note")
"""What a record carries in the file besides its kind and its fields."""

_TEXT = Message(QT_TRANSLATE_NOOP("Message", "The text"))
_KIND_ORDER = {code: place for place, code in enumerate(KINDS)}  # parents before children

R = TypeVar("R", bound=Record)


def write(
    charts: Iterable[Chart],
    ranges: Iterable[Stored[ReferenceRange]],
    *,
    demonstration: bool = False,
    losses: tuple[str, ...] = (),
) -> bytes:
    """The file of ``charts`` and of the clinic's ``ranges``: UTF-8, LF, always the same order.

    A file with ``losses`` is for people: ``read`` refuses it, so that nobody takes it for all.
    """
    return dump(bundle_of(charts, ranges, demonstration=demonstration, losses=losses))


def dump(bundle: Bundle) -> bytes:
    """The bytes of a bundle; ``dump(read(data)) == data`` for every file without losses."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        **({"demonstration": True} if bundle.demonstration else {}),
        **({"losses": list(bundle.losses)} if bundle.losses else {}),
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
    status = None if draft.status is Status.CURRENT else draft.status.value
    texts = (str(draft.id), status, draft.source, draft.note)
    return {name: text for name, text in zip(ENVELOPE, texts, strict=True) if text}


def read(data: bytes) -> Bundle:
    """Reads a file of this format.

    Raises:
        Refused: with every problem and its place, such as
            ``patients[0].records[3].fields.date``. A file of another kind or of a newer format
            is refused for that alone.
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
    if "losses" in document:
        raise Refused(_incomplete())
    return _Reader().bundle(document)


def _check_version(version: Value) -> None:
    if not isinstance(version, Number):
        missing = QT_TRANSLATE_NOOP(
            "Message",
            "The file does not say its format version: “version” must be the number {known}. "
            "Nothing was imported.",
        )
        raise Refused(Message(missing, {"known": VERSION}))
    if version.text == str(VERSION):
        return
    message = QT_TRANSLATE_NOOP(
        "Message",
        "The file has the format version “{version}”; this program reads version {known}. A newer "
        "file needs a newer program. Nothing was imported.",
    )
    raise Refused(Message(message, {"version": quoted(version.text), "known": VERSION}))


def _incomplete() -> Message:
    return Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The file holds what could be read of a damaged database; it says under “losses” what "
            "is missing. Nothing was imported. Restore the latest backup, then enter what is newer "
            "by hand, with this file beside you.",
        )
    )


class _Reader:
    """Walks one document, collecting records and everything that is wrong."""

    def __init__(self) -> None:
        self._findings = Findings()
        self._owners: dict[UUID, tuple[str, UUID | None]] = {}  # of each id: kind and patient
        self._numbers: dict[str, str] = {}  # of each hospital number: where it stands

    def bundle(self, document: Object) -> Bundle:
        root = Node(document, "", self._findings)
        known = ("format", "version", "clinic", "patients")
        parts = root.members(known, ("demonstration",)) or {}
        demonstration = "demonstration" in parts and parts["demonstration"].yes_or_no()
        clinic = [self._record(node, None) for node in _elements(parts, "clinic")]
        patients = [self._patient(node) for node in _elements(parts, "patients")]
        needs = [need for each in patients if each for need in self._links(each)]
        self._findings.refuse_if_any()
        return Bundle(
            tuple(draft for draft in clinic if draft),
            tuple(each for each in patients if each),
            tuple(needs),
            demonstration,
        )

    def _patient(self, node: Node) -> PatientDraft | None:
        chart = node.members(("patient", "records"), ())
        if chart is None or "patient" not in chart:
            return None
        parts = chart["patient"].members(("id",), (*ENVELOPE[1:], *_field_names(Patient)))
        if parts is None:
            return None
        own_id = parts["id"].read_as(UUID) if "id" in parts else None
        patient = self._draft(Patient, own_id, own_id, parts, parts, chart["patient"])
        if patient is not None and patient.status is Status.CURRENT:
            self._claim_number(patient.record.mrn, parts["mrn"])
        records = [self._record(each, own_id) for each in _elements(chart, "records")]
        if patient is None:
            return None
        return PatientDraft(patient, tuple(draft for draft in records if draft))

    def _record(self, node: Node, patient: UUID | None) -> RecordDraft[Record] | None:
        parts = node.members(("kind", "id", "fields"), ENVELOPE[1:])
        if parts is None or not {"kind", "id", "fields"} <= parts.keys():
            return None
        kind = _kind(parts["kind"], of_clinic=node.place.startswith("clinic"))
        own_id = parts["id"].read_as(UUID)
        fields = parts["fields"].members((), _field_names(kind)) if kind else None
        if kind is None or fields is None:
            return None
        return self._draft(kind, own_id, patient, parts, fields, parts["fields"])

    def _draft(
        self,
        kind: type[R],
        own_id: UUID | None,
        patient: UUID | None,
        envelope: dict[str, Node],
        fields: dict[str, Node],
        whole: Node,
    ) -> RecordDraft[R] | None:
        record = _build(kind, fields, whole)
        status, source, note = (envelope.get(name) for name in ENVELOPE[1:])
        known_status = status.read_as(Status) if status else Status.CURRENT
        draft_source = source.free_text(partial(line_problems, _TEXT)) if source else None
        draft_note = note.free_text(partial(text_problems, _TEXT)) if note else None
        if own_id is not None:
            self._register(own_id, kind, patient, envelope["id"])
        if record is None or own_id is None or known_status is None:
            return None
        return RecordDraft(
            record=record,
            id=own_id,
            status=known_status,
            source=draft_source,
            note=draft_note,
            place=whole.place.removesuffix(".fields"),
        )

    def _register(self, own_id: UUID, kind: type[Record], patient: UUID | None, node: Node) -> None:
        if own_id in self._owners:
            node.refuse(QT_TRANSLATE_NOOP("Message", "This id stands twice in the file."))
        self._owners[own_id] = kind.kind, patient

    def _claim_number(self, mrn: str, node: Node) -> None:
        first = self._numbers.setdefault(mrn, node.place)
        if first != node.place:
            node.refuse(
                QT_TRANSLATE_NOOP(
                    "Message", "The hospital number {mrn} stands twice, first at {first}."
                ),
                mrn=quoted(mrn),
                first=first,
            )

    def _links(self, patient: PatientDraft) -> Iterator[Need]:
        for draft in patient.records:
            for link in links_of(type(draft.record)):
                linked: UUID | None = getattr(draft.record, link.name)
                if linked is None:
                    continue
                if linked not in self._owners:
                    yield Need(patient.id, link.name, linked, draft.place)
                elif self._owners[linked] != (link.name, patient.id):
                    text = QT_TRANSLATE_NOOP(
                        "Message", "{id} is no record of the kind “{kind}” of this patient."
                    )
                    self._findings.add(
                        Message(text, {"id": linked, "kind": link.name}),
                        f"{draft.place}.fields.{link.name}",
                    )


def _field_names(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in items(kind))


def _elements(parts: dict[str, Node], name: str) -> Iterator[Node]:
    return parts[name].elements() if name in parts else iter(())


_ALLOWED = {
    of_clinic: {kind.kind: kind for kind in EXCHANGED if kind.of_clinic is of_clinic}
    for of_clinic in (False, True)
}


def _kind(node: Node, *, of_clinic: bool) -> type[Record] | None:
    """The kind with this code, if such a record may stand at this place."""
    allowed = _ALLOWED[of_clinic]
    code = node.text()
    if code is not None and code not in allowed:
        node.refuse(
            QT_TRANSLATE_NOOP("Message", "“{kind}” is no kind of record for this list: {kinds}."),
            kind=quoted(code),
            kinds=", ".join(allowed),
        )
    return allowed.get(code or "")


def _build(kind: type[R], fields: dict[str, Node], whole: Node) -> R | None:
    """The record of these fields. Notes the problems of every field at the field."""
    texts = {name: fields[name].text() for name in _field_names(kind) if name in fields}
    readable = {name: text for name, text in texts.items() if text is not None}
    try:
        record = build(kind, readable)
    except Refused as error:
        for problem in error.problems:
            noted = problem.field in texts and problem.field not in readable
            if not noted:
                name = f".{problem.field}" if problem.field else ""
                whole.findings.add(problem.message, whole.place + name)
        return None
    return record if len(readable) == len(texts) else None
