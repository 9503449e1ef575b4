# SPDX-License-Identifier: MIT
"""As much of JSON Schema as the program's own schema uses, so that a test can apply it."""

import re

_TYPES = {"object": dict, "array": list, "string": str, "boolean": bool}
_HOLDS = {
    "type": lambda value, wanted: isinstance(value, _TYPES[wanted]),
    "const": lambda value, wanted: value == wanted and type(value) is type(wanted),
    "enum": lambda value, wanted: value in wanted,
    "pattern": lambda value, wanted: re.search(wanted, value) is not None,
    "minLength": lambda value, wanted: len(value) >= wanted,
    "maxLength": lambda value, wanted: len(value) <= wanted,
    "required": lambda value, wanted: set(wanted) <= value.keys(),
}


def violations(value, schema, whole=None, place="$"):
    """Where ``value`` breaks ``schema``; empty when it does not. An unknown keyword raises."""
    whole = whole or schema
    found = []
    for keyword, wanted in schema.items():
        match keyword:
            case "$schema" | "$id" | "$defs" | "title" | "description":
                broken = []
            case "$ref":
                broken = violations(value, whole["$defs"][wanted.split("/")[-1]], whole, place)
            case "oneOf":
                fits = [s for s in wanted if not violations(value, s, whole, place)]
                broken = [] if len(fits) == 1 else [f"{place}: fits {len(fits)} of the kinds"]
            case "properties":
                broken = [
                    problem
                    for key, inner in wanted.items()
                    if key in value
                    for problem in violations(value[key], inner, whole, f"{place}.{key}")
                ]
            case "items":
                broken = [
                    problem
                    for number, inner in enumerate(value)
                    for problem in violations(inner, wanted, whole, f"{place}[{number}]")
                ]
            case "additionalProperties":
                broken = [f"{place}.{key}" for key in value if key not in schema["properties"]]
            case _:
                broken = [] if _HOLDS[keyword](value, wanted) else [f"{place}: {keyword}"]
        found += broken
        if keyword == "type" and broken:
            break
    return found
