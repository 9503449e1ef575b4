# SPDX-License-Identifier: MIT
"""The program's own JSON format as a JSON schema (draft 2020-12), made from the declarations."""

import json
import re
from decimal import Decimal
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Status
from tracker.domain.fields import Choice, Field, items
from tracker.domain.records import EXCHANGED, Patient
from tracker.domain.records.base import Record
from tracker.domain.text import LONG_TEXT, SHORT_TEXT
from tracker.domain.values import Dose, DoseUnit, Limits, Reading
from tracker.interchange.own_json import FORMAT, VERSION

Schema = dict[str, object]

_NUMBER = r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,9})?"
_DOSE_UNITS = "|".join(re.escape(u.value) for u in DoseUnit if u is not DoseUnit.AUC)
_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

_VALUES: dict[type, tuple[str, Schema]] = {
    UUID: ("id", {"pattern": f"^{_ID}$"}),
    int: ("whole_number", {"pattern": "^-?(0|[1-9][0-9]{0,11})$"}),
    Decimal: (
        "decimal_number",
        {"pattern": f"^-?{_NUMBER}$", "description": "The digits as written: 61.10 stays 61.10."},
    ),
    PartialDate: (
        "partial_date",
        {
            "minLength": 1,
            "maxLength": 60,
            "description": "A day as precisely as it is known: 2019, 2019-05, 2019-05-07, "
            "~2019-05 (about), a/b (one day from a to b), a/.. (a or later), ../b (b or earlier), "
            "unknown. Of 2019-05-07T10:00 the day counts; the text stays.",
        },
    ),
    Dose: (
        "dose",
        {
            "pattern": f"^({_NUMBER} ({_DOSE_UNITS})|AUC {_NUMBER})$",
            "description": "An amount above zero, a blank and a unit.",
        },
    ),
    Reading: (
        "result",
        {"minLength": 1, "description": "As reported: 2.2, <0.5, >100, or words like negative."},
    ),
    Limits: (
        "limits",
        {"minLength": 1, "description": "A reference range: <1.5, ≤5, >60 or 0.27-4.2."},
    ),
    str: ("line", {"maxLength": SHORT_TEXT, "pattern": "^[^\\n\\u2028\\u2029]*$"}),
}
_TEXT: Schema = {"type": "string"}
_LONG: tuple[str, Schema] = ("long_text", {"maxLength": LONG_TEXT})

_LOSSES = "What a damaged database did not give back. A file with it is not imported."
_ENVELOPE: Schema = {
    "id": {"$ref": "#/$defs/id"},
    "status": {"enum": [status.value for status in Status]},
    "source": {"$ref": "#/$defs/line"},
    "note": {"$ref": "#/$defs/long_text"},
}


def as_text() -> str:
    """The schema as it is printed and committed."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def schema() -> Schema:
    """The schema of a file. Limits of numbers stand in words: numbers travel as text."""
    texts: Schema = {n: _TEXT | rest for n, rest in (*_VALUES.values(), _LONG)}
    kinds: Schema = {kind.kind: _record(kind) for kind in EXCHANGED}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:format:{VERSION}",
        "title": "Records of the follow-up tracker",
        **_object(
            {
                "format": {"const": FORMAT},
                "version": {"const": VERSION},
                "demonstration": {"type": "boolean"},
                "losses": _list({"type": "string"}) | {"description": _LOSSES},
                "clinic": _list(_any_of(of_clinic=True)),
                "patients": _list(
                    _object(
                        {
                            "patient": {"$ref": "#/$defs/patient"},
                            "records": _list(_any_of(of_clinic=False)),
                        }
                    )
                ),
            },
            ["format", "version", "clinic", "patients"],
        ),
        "$defs": texts | {Patient.kind: _patient()} | kinds,
    }


def _any_of(*, of_clinic: bool) -> Schema:
    kinds = [k for k in EXCHANGED if k.of_clinic is of_clinic]
    return {"oneOf": [{"$ref": f"#/$defs/{kind.kind}"} for kind in kinds]}


def _patient() -> Schema:
    fields = {field.name: _value(field) for field in items(Patient)}
    return {
        "title": Patient.title,
        **_object(_ENVELOPE | fields, ["id", *_required(Patient)]),
    }


def _record(kind: type[Record]) -> Schema:
    fields = _object({field.name: _value(field) for field in items(kind)}, _required(kind))
    return {
        "title": kind.title,
        **_object(
            {"kind": {"const": kind.kind}, **_ENVELOPE, "fields": fields}, ["kind", "id", "fields"]
        ),
    }


def _required(kind: type[Record]) -> list[str]:
    return [field.name for field in items(kind) if field.item.required]


def _value(field: Field) -> Schema:
    item = field.item
    value: Schema = {"title": item.label}
    if issubclass(field.type, Choice):
        value["enum"] = [member.value for member in field.type]
    else:
        name, _ = _LONG if item.long else _VALUES[field.type]
        value["$ref"] = f"#/$defs/{name}"
    if description := " ".join(filter(None, (_limits(field), item.hint))):
        value["description"] = description
    return value


def _limits(field: Field) -> str:
    item = field.item
    if item.minimum is None and item.maximum is None:
        return f"In {item.unit}." if item.unit else ""
    unit = f" {item.unit}" if item.unit else ""
    return f"From {item.minimum} to {item.maximum}{unit}."


def _object(properties: Schema, required: list[str] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }


def _list(element: Schema) -> Schema:
    return {"type": "array", "items": element}
