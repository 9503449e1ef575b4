# SPDX-License-Identifier: MIT
"""The generated reference pages: as committed, and true of what the program reads and writes."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.interchange.a_schema_check import violations
from tests.interchange.made import bundles
from tests.interchange.test_own_json import BAD_VALUES, a_file, changed
from tools.reference import PAGES, REFERENCE
from tracker.domain.fields import items
from tracker.domain.records import RECORD_KINDS
from tracker.interchange import data_dictionary, own_json, schema

WHOLE = schema.schema()

# Only the reader can see these: dates and limits of numbers, ids across records, invisible
# characters, rules across fields.
BEYOND_A_SCHEMA = {
    *("no day 30", "year", "outside", "nobody can see", "twice", "no record of the kind"),
    *("no record of", "before the birth"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_committed_as_generated(name):
    committed = Path(REFERENCE / name).read_text("utf-8")
    assert committed == PAGES[name](), "run: .venv/bin/python -m tools.reference"


@settings(max_examples=25)
@given(bundles())
def test_everything_the_program_writes_obeys_the_schema(bundle):
    assert violations(json.loads(own_json.dump(bundle)), WHOLE) == []


@pytest.mark.parametrize(("path", "value", "place", "reason"), BAD_VALUES)
def test_what_the_reader_refuses_the_schema_refuses_too(path, value, place, reason):
    broken = violations(json.loads(changed(path, value)), WHOLE)
    assert bool(broken) is (reason not in BEYOND_A_SCHEMA)


def test_a_valid_file_obeys_the_schema():
    assert violations(a_file(), WHOLE) == []


def test_every_field_of_every_kind_stands_in_the_dictionary():
    text = data_dictionary.as_text()
    for kind in RECORD_KINDS:
        section = text.split(f"(`{kind.kind}`)")[1].split("\n## ")[0]
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == [
            field.name for field in items(kind)
        ]


def test_units_and_limits_stand_in_both_pages():
    assert "| `weight` | Weight | decimal number | kg | 1 to 400 |" in data_dictionary.as_text()
    assert "From 1 to 400 kg." in schema.as_text()
