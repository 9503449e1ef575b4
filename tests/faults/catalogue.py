# SPDX-License-Identifier: MIT
"""All faults by their names for the command line."""

from dataclasses import replace

from tests.faults import damage, fuzz, leaks, literal, powercut, storms, surroundings
from tests.faults.ends import ENDS
from tests.faults.hostile import PAYLOADS
from tests.faults.paths import STORMS
from tests.faults.table import Fault
from tracker.services.imports import FileKind

_CUTS = ("save", "import", "migrate", "backup", "restore", "rotate")


def _kills() -> list[Fault]:
    return [
        Fault(
            name,
            says,
            goal=200,
            brief=2,
            trial=storms.trial(storm),
            control=storms.trial(
                replace(storm, act=control),
                until_lost=True,
                between_writes="no transaction" in without,
            ),
            control_tries=60,
            without=without,
        )
        for name, (says, storm, control, without) in (STORMS | ENDS).items()
    ]


def _power_cuts() -> list[Fault]:
    return [
        Fault(
            f"power-{path}",
            STORMS[f"kill-{path}"][0].replace("killed", "power cut"),
            goal=400,
            brief=4,
            trial=powercut.trial(f"kill-{path}"),
            control=powercut.trial(f"kill-{path}", never_sync=True),
            control_tries=400,
            without="nothing synced",
        )
        for path in _CUTS
    ]


_DAMAGE = [
    Fault(
        "flip-database",
        "one bit of the database flipped",
        goal=1000,
        brief=25,
        trial=damage.flip_database,
        control=damage.flip_plain,
        control_tries=500,
        without="a plain file",
    ),
    Fault(
        "old-page",
        "an authentic old page, or the whole old file, put back",
        goal=200,
        brief=10,
        trial=damage.old_page(damage.checked_wholly),
        control=damage.old_page(damage.pages_checked),
        control_tries=50,
        without="head and audit chain not looked at",
    ),
    Fault(
        "hot-journal",
        "the journal that a power cut leaves, damaged",
        goal=500,
        brief=10,
        trial=damage.damaged_journal,
        control=damage.damaged_wal,
        control_tries=40,
        without="a write-ahead log",
    ),
    Fault(
        "spoofed-backup",
        "backups flipped, cut off, or put together from two",
        goal=300,
        brief=15,
        trial=damage.spoofed_backups,
        control=damage.spoofed_without_manifest,
        control_tries=250,
        without="no manifest",
    ),
    Fault(
        "keyring",
        "keyring flipped, weakened, its slots moved or renamed",
        goal=300,
        brief=30,
        trial=damage.changed_keyring,
        control=damage.unbound_keyring,
        control_tries=100,
        without="slots bound to nothing",
    ),
]

_SURROUNDINGS = [
    Fault(
        "disk-full",
        "almost no room: save, import, backup, export; then the same again",
        goal=200,
        brief=8,
        trial=surroundings.disk_full,
        control=surroundings.disk_full_plainly,
        control_tries=8,
        without="packed under its final name",
    ),
    Fault(
        "read-only",
        "a medium that cannot be written to",
        goal=20,
        brief=2,
        trial=surroundings.read_only,
        control=surroundings.read_only_by_hope,
        control_tries=2,
        without="a medium that can be",
    ),
    Fault(
        "file-replaced",
        "the open file exchanged, removed, emptied, renamed",
        goal=100,
        brief=8,
        trial=surroundings.replaced,
        control=surroundings.replaced_unseen,
        control_tries=8,
        without="not looked at before a save",
    ),
    Fault(
        "foreign-file",
        "newer, foreign, empty, mistyped or missing files",
        goal=100,
        brief=14,
        trial=surroundings.foreign,
        control=surroundings.foreign_trusted,
        control_tries=30,
        without="kind and schema not asked for",
    ),
    Fault(
        "second-instance",
        "a second program while one writes; a third after that was killed",
        goal=50,
        brief=3,
        trial=surroundings.second_instance,
        control=surroundings.second_instance_unlocked,
        control_tries=3,
        without="no lock",
    ),
    Fault(
        "two-seats",
        "two people correct the same visit in any order",
        goal=1000,
        brief=40,
        trial=surroundings.two_seats,
        control=surroundings.two_seats_unchecked,
        control_tries=40,
        without="revision not compared",
    ),
    Fault(
        "clocks",
        "12 zones x 6 days of clock change, clocks a year off",
        goal=144,
        brief=36,
        trial=surroundings.clocks,
        control=surroundings.clocks_by_instant,
        control_tries=36,
        without="dates kept as instants",
    ),
]

_PRIVACY = [
    Fault(
        "literal-text",
        "texts that look like markup, formulas or keys, in every field, looked at everywhere",
        goal=len(PAYLOADS),
        brief=1,
        trial=literal.everywhere(),
        control=literal.everywhere("--unprotected"),
        control_tries=2,
        without="labels that guess, nothing escaped",
    ),
    Fault(
        "leaks",
        "a working day with a patient whose name is looked for in every file",
        goal=2,
        brief=1,
        trial=leaks.scanned(),
        control=leaks.scanned(asked_too=True),
        control_tries=1,
        without="files that a person asks for",
    ),
]

_FORMATS = [
    ("json", "files of this program", FileKind.JSON, fuzz.json_files, fuzz.numbers_stand_in),
    ("csv", "laboratory results (CSV)", FileKind.CSV, fuzz.csv_files, fuzz.numbers_stand_in),
    ("xlsx", "the CTCAE workbook", FileKind.CTCAE, fuzz.xlsx_files, fuzz.nothing_to_compare),
]
_FUZZ = [
    Fault(
        f"fuzz-{name}",
        f"{what}, changed at random",
        goal=10_000,
        brief=60,
        trial=fuzz.fuzzed(kind, seeds, said),
        control=fuzz.lenient_csv,
        control_tries=60,
        without="read by `csv` and `float`",
    )
    for name, what, kind, seeds, said in _FORMATS
]

FAULTS: dict[str, Fault] = {
    fault.name: fault
    for fault in (*_kills(), *_power_cuts(), *_DAMAGE, *_SURROUNDINGS, *_PRIVACY, *_FUZZ)
}
