# SPDX-License-Identifier: MIT
"""The Peewee models are what the declarations and the tables are."""

import peewee
import pytest

from tracker.domain.fields import items
from tracker.domain.records import RECORD_KINDS
from tracker.store.mapping import key_columns, row_columns
from tracker.store.models import MODELS

SQL_TYPE = {"TEXT": "TEXT", "INT": "INTEGER", "UUIDB": "BLOB"}
EVERY_KIND = pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.kind)


def test_every_kind_has_a_model():
    assert list(MODELS) == [kind.kind for kind in RECORD_KINDS]


@EVERY_KIND
def test_a_model_is_named_after_its_kind_and_bound_to_no_database(kind):
    model = MODELS[kind.kind]
    assert model.__name__ == kind.__name__
    assert model._meta.table_name == kind.kind
    assert model._meta.database is None


@EVERY_KIND
def test_a_model_has_the_columns_of_the_declaration(kind):
    model = MODELS[kind.kind]
    assert set(model._meta.columns) == set(row_columns(kind))
    required = {column for field in items(kind) if field.item.required for column in (field.name,)}
    filled = {name for name, column in model._meta.columns.items() if not column.null}
    assert {name.removesuffix("_text") for name in filled} >= required


@EVERY_KIND
def test_a_model_is_its_table(kind, store):
    rows = store._db.execute_sql(f"PRAGMA table_info({kind.kind})").fetchall()
    table = {name: (sql, bool(needed)) for _, name, sql, needed, _, _ in rows}
    columns = MODELS[kind.kind]._meta.columns
    model = {
        name: (SQL_TYPE[column.field_type], not column.null) for name, column in columns.items()
    }
    assert model == table
    assert tuple(table) == row_columns(kind)


@EVERY_KIND
def test_a_key_is_the_patient_and_the_record(kind, store):
    rows = store._db.execute_sql(f"PRAGMA table_info({kind.kind})").fetchall()
    in_table = [name for _, name, *_, place in sorted(rows, key=lambda row: row[-1]) if place]
    assert tuple(in_table) == key_columns(kind)
    assert tuple(MODELS[kind.kind]._meta.primary_key.field_names) == key_columns(kind)


@EVERY_KIND
def test_no_column_hides_a_method_of_peewee(kind):
    assert set(vars(peewee.Model)).isdisjoint(row_columns(kind))
