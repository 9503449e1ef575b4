# SPDX-License-Identifier: MIT
"""The file that leaves without the patients: what ``anonymity`` lets through, and what it is.

It says itself what it holds, how its dates are counted and what it is not, so that nobody takes
it for more than it is. It is never read back.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from tracker.domain.anonymity import Day0, IsWord, age, bare, day_0, leaves, left_out
from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.records import KINDS
from tracker.domain.records.base import Record, links_of, to_text
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, Say

FORMAT = "followup-tracker-anonymised"
VERSION = 1

STATEMENT = (
    QT_TRANSLATE_NOOP(
        "Message",
        "Names, numbers, phone, day of birth, people of the clinic, laboratories, "
        "documents, sources, notes and every free text are left out.",
    ),
    QT_TRANSLATE_NOOP(
        "Message",
        "A text is here only where it is exactly a word of a list of the program, or a code.",
    ),
    QT_TRANSLATE_NOOP(
        "Message",
        "A pseudonym holds for this file alone; the same patient has another one in the "
        "next file, and no list of them is kept.",
    ),
    QT_TRANSLATE_NOOP(
        "Message",
        "Dates are days since day_0 of the same patient, as [earliest, latest]; null = "
        "open. Days between two dates are as exact as they were recorded. Calendar "
        "months cannot be counted.",
    ),
    QT_TRANSLATE_NOOP(
        "Message",
        "A date known to the month is a range of 28 to 31 days, which tells something "
        "of the month.",
    ),
    QT_TRANSLATE_NOOP(
        "Message", "Age is in completed years at day_0; from 90 on it is [90, null]."
    ),
    QT_TRANSLATE_NOOP(
        "Message",
        "Records entered in error are left out, and so are charts entered in error.",
    ),
    QT_TRANSLATE_NOOP(
        "Message",
        "This is pseudonymised, not anonymous beyond doubt: a rare disease, a rare "
        "course or an unusual row of intervals can lead somebody who knows the patient "
        "back to him. Give it only to people who may have it, and do not join it with "
        "other data.",
    ),
)
"""What such a file is: the sentences that stand at its head, each in the language of who asks."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and how much stayed behind.

    Attributes:
        data: the bytes.
        patients: how many are in it.
        unlisted: how many texts stayed behind because they are in no list, by field.
    """

    data: bytes
    patients: int
    unlisted: Mapping[str, int]


def write(
    charts: Iterable[Chart],
    is_word: IsWord,
    pseudonym: Callable[[], str],
    *,
    demonstration: bool = False,
    say: Say = str,
) -> Made:
    """The file of ``charts``, those entered in error left out.

    Args:
        charts: of the patients.
        is_word: whether a text is a word of a list of the program.
        pseudonym: gives another random word at each call; patients stand in their order, so that
            the order of the file tells nothing either.
        demonstration: the patients are those of the demonstration.
        say: the language of the statement; the keys and codes are of no language.
    """
    named = [(pseudonym(), chart) for chart in charts if chart.patient.is_current]
    aliases = {chart.patient.id: alias for alias, chart in named}
    unlisted: Counter[str] = Counter()
    patients = [
        _patient(alias, chart, aliases, is_word, unlisted)
        for alias, chart in sorted(named, key=lambda each: each[0])
    ]
    document = {
        "format": FORMAT,
        "version": VERSION,
        **({"demonstration": True} if demonstration else {}),
        "statement": [say(Message(text)) for text in STATEMENT],
        "left_out": left_out(),
        "texts_in_no_list": dict(sorted(unlisted.items())),
        "patients": patients,
    }
    data = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    return Made(data, len(patients), unlisted)


def _patient(
    alias: str,
    chart: Chart,
    aliases: Mapping[UUID, str],
    is_word: IsWord,
    unlisted: Counter[str],
) -> dict[str, object]:
    zero, person = day_0(chart), chart.patient.record
    stored = [
        each
        for kind in KINDS
        for each in chart.records.get(kind, ())
        if each.is_current and leaves(type(each.record))
    ]
    numbers = {each.id: number for number, each in enumerate(stored, start=1)}
    same = aliases.get(person.same_person_as) if person.same_person_as else None
    return {
        "patient": alias,
        "day_0": zero.what if zero else None,
        "age_years": age(person, zero) if zero else None,
        **({"same_person_as": same} if same else {}),
        "fields": _fields(chart.patient, zero, {}, is_word, unlisted),
        "records": [
            {
                "n": numbers[each.id],
                "kind": each.record.kind,
                "fields": _fields(each, zero, numbers, is_word, unlisted),
            }
            for each in stored
        ],
    }


def _fields(
    stored: Stored[Record],
    zero: Day0 | None,
    numbers: Mapping[UUID, int],
    is_word: IsWord,
    unlisted: Counter[str],
) -> dict[str, object]:
    record = stored.record
    found = bare(record, zero, is_word)
    unlisted.update(found.unlisted)
    links = {link.name: getattr(record, link.name) for link in links_of(type(record))}
    return {name: numbers[id_] for name, id_ in links.items() if id_ in numbers} | {
        name: list(value) if isinstance(value, tuple) else to_text(value)
        for name, value in found.values.items()
    }
