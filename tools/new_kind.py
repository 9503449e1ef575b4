# SPDX-License-Identifier: MIT
"""Writes the skeleton of one more record kind, or the table and the Peewee class of a declared one.

``python3 dev.py new-kind NAME`` calls ``new_kind``; the rest of the work (fields, labels, rules) is
the developer's, and the conformance tests say what is missing.
"""

from collections.abc import Iterator

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Field, items
from tracker.domain.records.base import Record, parent_of
from tracker.domain.values import Dose
from tracker.store.mapping import codec

_ENVELOPE = """\
    id {{blob}} NOT NULL CHECK ({id_check}),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
"""
_FIELD_OF = {"TEXT": "TextField", "INTEGER": "IntegerField", "{blob}": "BinaryUUIDField"}


# --- the table and the Peewee class of a declared kind ------------------------------


def table(kind: type[Record]) -> str:
    """The CREATE TABLE of a kind, with the placeholders of the migrations."""
    if kind.of_clinic:
        owner, key, id_check = "", "id", "length(id) = 16"
    elif kind.kind == "patient":
        owner, key, id_check = "    patient {blob} NOT NULL,\n", "patient", "id = patient"
    else:
        owner = "    patient {blob} NOT NULL REFERENCES patient (patient),\n"
        key, id_check = "patient, id", "length(id) = 16"
    if kind.kind == "patient":
        owner = "    patient {blob} NOT NULL CHECK (length(patient) = 16),\n"
    lines = [f"    {line},\n" for field in items(kind) for line in _columns(field)]
    lines.append(f"    PRIMARY KEY ({key})")
    parent = parent_of(kind)
    if parent:
        lines.append(f",\n    FOREIGN KEY (patient, {parent.name})")
        lines.append(f" REFERENCES {parent.name} (patient, id)")
    lines += [f",\n    CHECK ({check})" for field in items(kind) for check in _checks(field)]
    envelope = _ENVELOPE.format(id_check=id_check)
    return f"CREATE TABLE {kind.kind} (\n{owner}{envelope}{''.join(lines)}\n) {{options}};\n"


def model(kind: type[Record]) -> str:
    """The Peewee class of a kind: columns and keys only."""
    base = "ClinicRow" if kind.of_clinic else "PatientRow"
    lines = [f"class {kind.__name__}({base}):", f'    """{kind.title}."""', ""]
    for field in items(kind):
        for n, (suffix, sql) in enumerate(codec(field.type).columns):
            null = "" if field.item.required and n == 0 else "null=True"
            lines.append(f"    {field.name}{suffix} = {_FIELD_OF[sql]}({null})")
    if kind.kind == "patient":
        lines += ["", "    class Meta:", '        """The key is the patient alone."""', ""]
        lines.append('        primary_key = CompositeKey("patient")')
    return "\n".join(lines) + "\n"


def _columns(field: Field) -> Iterator[str]:
    item = field.item
    for n, (suffix, sql) in enumerate(codec(field.type).columns):
        needed = " NOT NULL" if item.required and n == 0 else ""
        limits = ""
        if field.type is int and item.minimum is not None and item.maximum is not None:
            limits = f" CHECK ({field.name} BETWEEN {item.minimum} AND {item.maximum})"
        if suffix == "_ug":
            limits = f" CHECK ({field.name}_ug > 0)"
        yield f"{field.name}{suffix} {sql}{needed}{limits}"


def _checks(field: Field) -> Iterator[str]:
    name = field.name
    if field.type is PartialDate:
        yield f"{name}_earliest BETWEEN 1 AND {name}_latest"
        if not field.item.required:
            days = f"{name}_earliest, {name}_latest"
            yield f"{name}_text IS NOT NULL\n        OR coalesce({days}) IS NULL"
    if field.type is Dose and not field.item.required:
        yield f"{name}_text IS NOT NULL OR {name}_ug IS NULL"
