# SPDX-License-Identifier: MIT
"""Adds one more record kind: the declaration, its table, its Peewee class and its place in lists.

``python -m tools.new_kind NAME`` from the project's folder. The fields, labels and rules are then
the developer's; ``--renew NAME`` writes table and class again as the declaration has become,
``--print NAME`` only shows them, and the conformance tests say what is missing.
"""

import importlib.util
import re
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Field, items
from tracker.domain.records import KINDS
from tracker.domain.records.base import Record, links_of
from tracker.domain.values import Dose
from tracker.store.connection import open_db
from tracker.store.mapping import codec
from tracker.store.schema import migrate, schema_text

ROOT = Path(__file__).parents[1]

_DECLARATION = '''\
# SPDX-License-Identifier: MIT
"""{words}: say in one or two lines what is recorded here."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, kw_only=True)
class {cls}(Record):
    """{words}."""

    kind: ClassVar[str] = "{name}"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "{words}")
    when: ClassVar[str] = "date"

    date: Annotated[PartialDate, Item(label=QT_TRANSLATE_NOOP("{cls}", "Date"), required=True)]
    finding: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("{cls}", "Finding"), long=True)] = (
        None
    )
'''
_MIGRATION = '''\
# SPDX-License-Identifier: MIT
"""{words}."""

from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from tracker.store.schema import execute

_SQL = """
{sql}"""


def up(_migrator: Any, db: SqlCipherDatabase) -> None:  # noqa: ANN401 - the runner's, not used
    """Makes the table."""
    execute(db, _SQL)
'''
_ENVELOPE = """\
    id {{blob}} NOT NULL CHECK ({id_check}),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'entered-in-error')),
    recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
    source TEXT, note TEXT,
"""
_FIELD_OF = {"TEXT": "TextField", "INTEGER": "IntegerField", "{blob}": "BinaryUUIDField"}


class Unusable(ValueError):
    """The name cannot be that of a new kind; the text says why."""


def new_kind(name: str, root: Path = ROOT) -> list[Path]:
    """Writes the skeleton of a record kind with a date and a text.

    Args:
        name: the kind's code and the name of its table, in snake_case.
        root: of the project.

    Returns:
        The files that were written or changed.

    Raises:
        Unusable: not a name in snake_case, or taken. Nothing was written.
    """
    records, store = root / "tracker/domain/records", root / "tracker/store"
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name):
        raise Unusable(f"{name}: write it in lower case with underscores, like node_station")
    declaration = records / f"{name}.py"
    cls = "".join(word.capitalize() for word in name.split("_"))
    taken = f" {cls},\n" in (records / "__init__.py").read_text("utf-8")
    if taken or declaration.exists():
        raise Unusable(f"{name}: there is such a kind already")
    words = name.replace("_", " ").capitalize()
    declaration.write_text(_DECLARATION.format(words=words, cls=cls, name=name), "utf-8")
    kind = _loaded(declaration, cls)
    number = max(int(path.stem[:4]) for path in store.glob("migrations/[0-9]*.py")) + 1
    migration = store / "migrations" / f"{number:04}_{name}.py"
    migration.write_text(_MIGRATION.format(words=words, sql=table(kind)), "utf-8")
    _edit(records / "__init__.py", lambda text: _listed(text, name, cls))
    _edit(store / "models_findings.py", lambda text: _imported(f"{text}\n\n{model(kind)}"))
    entry = f'    "{name}": findings.{cls},\n}}\n'
    _edit(store / "models.py", lambda text: text.removesuffix("}\n") + entry)
    anonymity, samples = root / "tracker/domain/anonymity.py", root / "tests/kinds.py"
    line = f"{name}: | date | | finding\n"
    _edit(anonymity, lambda text: text.replace('"""\n\n_LIMIT', f'{line}"""\n\n_LIMIT'))
    _edit(
        samples,
        lambda text: text.removesuffix("}\n") + f'    "{name}": {{"date": "2024-11"}},\n}}\n',
    )
    schema = write_schema(root)
    changed = [records / "__init__.py", anonymity, samples]
    changed += [store / "models_findings.py", store / "models.py", schema]
    changelog = root / "CHANGELOG.md"
    if changelog.exists():
        line = f"- New record kind: {words.lower()}.\n"
        place = re.compile(r"^(## .*\n)(\n### Added\n)?", re.M)
        _edit(changelog, lambda text: place.sub(lambda m: m[1] + (m[2] or "\n") + line, text, 1))
        changed.append(changelog)
    return [declaration, migration, *changed]


def renew(name: str, root: Path = ROOT) -> list[Path]:
    """Writes table and class of a kind again, as its declaration has become.

    Returns:
        The files that were written.

    Raises:
        Unusable: no such kind, or a released profile has its table already. Nothing was written.
    """
    store, profiles = root / "tracker/store", root / "tests/fixtures/profiles"
    migration = next(store.glob(f"migrations/[0-9]*_{name}.py"), None)
    if name not in KINDS or migration is None:
        raise Unusable(f"{name}: no kind with a migration of its own name")
    if int(migration.stem[:4]) <= max(int(folder.name) for folder in profiles.iterdir()):
        raise Unusable(f"{name}: people have this table; a change of it is one more migration")
    kind = KINDS[name]
    _edit(
        migration,
        lambda text: re.sub(r"CREATE TABLE.*?;\n", lambda _: table(kind), text, flags=re.S),
    )
    start = f"class {kind.__name__}("
    models = next(p for p in store.glob("models_*.py") if start in p.read_text("utf-8"))
    old = re.compile(re.escape(start) + r".*?(?=\n\n\nclass |\Z)", re.S)
    new = model(kind).rstrip("\n")
    _edit(models, lambda text: _imported(old.sub(new, text).rstrip("\n") + "\n"))
    return [migration, models, write_schema(root)]


def write_schema(root: Path = ROOT) -> Path:
    """Writes ``schema.sql`` from a database that went through all migrations."""
    path = root / "tracker/store/schema.sql"
    with tempfile.TemporaryDirectory() as folder:
        db = open_db(Path(folder) / "new.db", secrets.token_bytes(32), create=True)
        migrate(db, root / "tracker/store/migrations")
        path.write_text(schema_text(db), "utf-8")
        db.close()
    return path


def table(kind: type[Record]) -> str:
    """The CREATE TABLE of a kind, with the placeholders of the migrations."""
    is_patient = kind.kind == "patient"
    if kind.of_clinic:
        owner, key = "", "id"
    elif is_patient:
        owner, key = "    patient {blob} NOT NULL CHECK (length(patient) = 16),\n", "patient"
    else:
        owner = "    patient {blob} NOT NULL REFERENCES patient (patient),\n"
        key = "patient, id"
    lines = [*(line for field in items(kind) for line in _columns(field)), f"PRIMARY KEY ({key})"]
    for link in links_of(kind):
        name = link.name
        lines.append(f"FOREIGN KEY (patient, {name}) REFERENCES {name} (patient, id)")
    lines += [f"CHECK ({check})" for field in items(kind) for check in _checks(field)]
    envelope = _ENVELOPE.format(id_check="id = patient" if is_patient else "length(id) = 16")
    body = ",\n".join(f"    {line}" for line in lines)
    return f"CREATE TABLE {kind.kind} (\n{owner}{envelope}{body}\n) {{options}};\n"


def model(kind: type[Record]) -> str:
    """The Peewee class of a kind: columns and keys only."""
    base = "ClinicRow" if kind.of_clinic else "PatientRow"
    lines = [f"class {kind.__name__}({base}):", f'    """{kind.title}."""', ""]
    for field in items(kind):
        for n, (suffix, sql) in enumerate(codec(field.type).columns):
            null = "" if field.item.required and n == 0 else "null=True"
            lines.append(f"    {field.name}{suffix} = {_FIELD_OF[sql]}({null})")
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


def _loaded(path: Path, cls: str) -> type[Record]:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None  # noqa: S101 - a path to a Python file has one
    assert spec.loader is not None  # noqa: S101
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where the declaration's annotations are looked up
    spec.loader.exec_module(module)
    kind: type[Record] = getattr(module, cls)
    return kind


def _listed(text: str, name: str, cls: str) -> str:
    """``records/__init__.py`` with one more import, name and kind."""
    imports = re.findall(r"^from tracker\.domain\.records\..*\n", text, flags=re.M)
    new = f"from tracker.domain.records.{name} import {cls}\n"
    text = text.replace("".join(imports), "".join(sorted([*imports, new])))
    names = re.findall(r'^    "[A-Z][a-z]\w*",\n', text, flags=re.M)
    text = text.replace("".join(names), "".join(sorted([*names, f'    "{cls}",\n'])))
    last = text.index("\n)\n\nKINDS")
    return f"{text[:last]}\n    {cls},{text[last:]}"


def _imported(text: str) -> str:
    """A module of models with the import of every field that it uses."""
    line = re.search(r"^from peewee import (.*)$", text, flags=re.M)
    assert line is not None  # noqa: S101 - every such module has one
    names = {*line[1].split(", "), *re.findall(r" = (\w+Field)\(", text)}
    return text.replace(line[0], f"from peewee import {', '.join(sorted(names))}", 1)


def _edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def main(arguments: list[str]) -> int:
    """Adds the kind named on the command line; without a name, renews ``schema.sql``."""
    if arguments[:1] == ["--print"]:
        for kind in (KINDS[name] for name in arguments[1:]):
            sys.stdout.write(f"{table(kind)}\n\n{model(kind)}\n")
        return 0
    try:
        if arguments[:1] == ["--renew"]:
            files = [path for name in arguments[1:] for path in renew(name)]
        else:
            files = new_kind(arguments[0]) if arguments else [write_schema()]
    except Unusable as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("".join(f"{path.relative_to(ROOT)}\n" for path in files))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
