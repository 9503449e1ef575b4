# SPDX-License-Identifier: MIT
"""Hostile and broken import files: each is taken exactly as it stands, or refused as a whole."""

import contextlib
import csv
import io
import json
import resource
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import xlsxwriter

from tests import clinics
from tests.clinics import CTX
from tests.faults.profile import closing_store, make, opened
from tests.faults.table import Tally
from tests.faults.tries import seen
from tracker.domain.records import MarkerResult
from tracker.domain.values import Reading
from tracker.interchange import results_csv
from tracker.services import imports
from tracker.services.imports import FileKind, SamePerson
from tracker.store.store import Store

HOSTILE = (
    *("=1+1", "+1", "-1", "@x", "\t", "\r", "＝1", "\ufeff", "\x00", "\x1b[2J", "\u202egpj.exe"),
    *(
        "NaN",
        "1e400",
        "1e999",
        "-0",
        "1_000",
        "２４０",
        "٣",
        "1,5",
        "1.500",
        "1e3",
        "<0.5",
        "> 100",
    ),
    *(
        "5 mg",
        "30 Feb",
        "2025-02-30",
        "03/04/25",
        "0025-01-01",
        "2925-01-01",
        "45000",
        " 007",
        "7.0",
    ),
    *(
        '"',
        '""',
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        ";",
        "\n",
        "\\",
        "\\u0000",
        "\\ud800",
        "null",
        "true",
    ),
    *(
        "<b>x</b>",
        "../x",
        "’ OR 1=1",
        "\u00e9",
        "e\u0301",
        "碌",
        "½",
        "\u200b",
        "a" * 3000,
        "[" * 500,
    ),
)


class _Undo(Exception):
    """Takes an accepted import back, so that the next file meets the same clinic."""


def fuzzed(
    kind: FileKind, seeds: Callable[[], list[bytes]], said: Callable[[bytes, list[str]], bool]
) -> Callable[[Path, int, Random], Tally]:
    """Files of one format, changed at random.

    Args:
        kind: of file.
        seeds: sound files.
        said: whether everything that was stored stands in the file.
    """

    def run(folder: Path, tries: int, rng: Random) -> Tally:
        tally, taken, slowest = Tally(tries), 0, 0.0
        file, sound = folder / "file", seeds()
        with closing_store(opened(make(folder / "profile"))) as store:
            before, known = store.counts(), Counter(_stored(store))
            for _ in range(tries):
                data = rng.choice(sound)
                data = data if rng.random() < 0.1 else _changed(data, rng)
                file.write_bytes(data)
                start = time.monotonic()
                state = _State()
                seen(lambda state=state: _taken(store, file, kind, state), tally)
                slowest = max(slowest, time.monotonic() - start)
                if state.is_taken:
                    taken += 1
                    tally.silent += not said(data, list(Counter(state.values) - known))
                tally.lost += store.counts() != before
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        tally.notes.append(f"{taken:,} taken whole, slowest {slowest:.1f} s, at most {memory} MB")
        return tally

    return run


class _State:
    """What came of one file, looked at before it is taken back."""

    def __init__(self) -> None:
        self.is_taken = False
        self.values: list[str] = []


def _taken(store: Store, file: Path, kind: FileKind, state: _State) -> bool:
    """Imports and takes it back."""
    try:
        with store._db.atomic():
            report = imports.import_file(
                store, CTX, path=file, as_kind=kind, answers=lambda _: SamePerson.OTHER
            )
            if report.problems:
                return True
            state.is_taken = True
            state.values = list(_stored(store))
            raise _Undo
    except _Undo:
        return True


def _stored(store: Store) -> Iterator[str]:
    """Every number that the charts hold now."""
    for line in store.patients(1_000):
        for kept in store.chart(line.patient).records.values():
            for each in kept:
                for value in vars_of(each.record):
                    if isinstance(value, Decimal):
                        yield str(value)
                    elif isinstance(value, Reading):
                        yield str(value.text)


def vars_of(record: Any) -> Iterator[object]:
    """The values of a record's fields."""
    return (getattr(record, name) for name in record.__dataclass_fields__)


def _changed(data: bytes, rng: Random) -> bytes:
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        at = rng.randrange(len(data) + 1)
        to = min(len(data), at + rng.choice((0, 1, 1, 4, 40)))
        how = rng.random()
        if how < 0.45:
            data = data[:at] + rng.choice(HOSTILE).encode("utf-8", "surrogatepass") + data[to:]
        elif how < 0.65:
            data = data[:at] + data[to:]
        elif how < 0.8:
            data = data[:at] + data[at:to] * 2 + data[to:]
        elif how < 0.95 and data:
            at = min(at, len(data) - 1)
            data = data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]
        else:
            data = data[:at]
    return _coded(data, rng) if rng.random() < 0.1 else data


def _coded(data: bytes, rng: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(("gb18030", "utf-16", "utf-8-sig", "big5", "utf-32")), "replace")


# --- the formats ------------------------------------------------------------------------------


def json_files() -> list[bytes]:
    """A small clinic of two new patients, as this program writes it."""
    texts = {"regimen": "toripalimab", "therapy": "immunotherapy", "start": "2024-01-08"}
    course = clinics.record("course", 903, texts)
    drug = clinics.record("course_drug", 904, {"course": clinics.own_id(903), "drug": "toripalimab",
                                               "dose": "240 mg"})  # fmt: skip
    person = clinics.patient(900, "Z-1", clinics.visit(901), course, drug,
                             clinics.result(905, "2024-01-08", "1.9"))  # fmt: skip
    other = clinics.patient(910, "Z-2", clinics.visit(911), birth="1944")
    return [
        json.dumps(clinics.document(person, other), ensure_ascii=False, indent=indent).encode()
        for indent in (None, 1)
    ]


def csv_files() -> list[bytes]:
    """Results of the patient who is there."""
    rows = [("patient", "analyte", "date", "value", "unit", "range")]
    for n in range(6):
        rows.append(("A-001", "SCC", f"2024-0{n + 1}-08", f"{n}.{n + 1}", "ng/mL", "0-1.5"))
    return [
        "\r\n".join(delimiter.join(row) for row in rows).encode(code)
        for delimiter in (",", ";", "\t")
        for code in ("utf-8", "utf-8-sig", "gb18030", "utf-16")
    ]


def xlsx_files() -> list[bytes]:
    """Made-up workbooks in the layout of the official one, most with hostile cells."""
    return [_workbook(text) for text in ("made up", *HOSTILE)]


def _workbook(text: str) -> bytes:
    data = io.BytesIO()
    grades = [f"Grade {n}" for n in range(1, 6)]
    header = ["MedDRA Code", "MedDRA SOC", "CTCAE Term", *grades, "Definition"]
    terms = {
        "Anemia": "10002272",
        "Pneumonitis": "10035742",
        "Alanine aminotransferase increased": "10001551",
    }
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("CTCAE v5.0")
        sheet.write_row(0, 0, [*header, "Navigational Note", "CTCAE v5.0 Change"])
        for row, (term, code) in enumerate(terms.items(), start=1):
            cells = [f"{text} {n}" for n in range(1, 6)]
            sheet.write_row(row, 0, [code, "Investigations", term, *cells, text, "-"])
    return data.getvalue()


def numbers_stand_in(data: bytes, values: list[str]) -> bool:
    """Whether each stored number stands in the file as it is stored."""
    text = _text(data)
    return all(value in text for value in values)


def _text(data: bytes) -> str:
    """All that the bytes may say, in the encodings that are recognised."""
    read = [data.decode(code, "ignore") for code in ("utf-8", "gb18030", "utf-16")]
    return unicodedata.normalize("NFKC", "\n".join(read)) + "\n".join(read)


def nothing_to_compare(_data: bytes, _values: list[str]) -> bool:
    """Terms of a workbook hold no numbers of a patient."""
    return True


# --- the control: whatever looks like a number is one -------------------------------------------


def lenient_csv(folder: Path, tries: int, rng: Random) -> Tally:
    """Python's own CSV reader and ``float``: what an import written in a hurry does."""

    strict = results_csv.read(csv_files()[0])

    def read(data: bytes) -> results_csv.ResultsFile:
        found = []
        for number, cells in enumerate(csv.reader(io.StringIO(data.decode("latin-1"))), start=1):
            with contextlib.suppress(ValueError, IndexError):
                value = f"{float(cells[3]):g}"
                row = strict.rows[0]
                record: MarkerResult = replace(row.draft.record, value=Reading.parse(value))
                found.append(replace(row, row=number, draft=replace(row.draft, record=record)))
        return replace(strict, rows=tuple(found))

    with patch("tracker.services.import_plan.results_csv.read_rows", read):
        return fuzzed(FileKind.CSV, csv_files, numbers_stand_in)(folder, tries, rng)
