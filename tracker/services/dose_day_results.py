# SPDX-License-Identifier: MIT
"""Laboratory values of one patient out of a results file, for the boxes of the dose-day sheet.

The file fills boxes and stores nothing: a person looks at the numbers and saves them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.dates import PartialDate
from tracker.domain.dose_day_labs import LabColumn, Pasted, results
from tracker.domain.errors import Refused
from tracker.domain.markers import by_sample
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.interchange import results_csv


@dataclass(frozen=True, slots=True)
class FoundResults:
    """What the file holds for the patient, of its newest sample."""

    sampled: PartialDate
    values: Pasted
    older: int


def from_file(path: Path, mrn: str, columns: Sequence[LabColumn]) -> FoundResults:
    """Reads the rows with this hospital number; of several samples the newest counts.

    Raises:
        Refused: the file cannot be read, or holds nothing for this patient.
    """
    rows = [row for row in results_csv.read(path.read_bytes()).rows if row.mrn == mrn]
    if not rows:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "The file holds no result of the hospital number {mrn}. Nothing was filled in.",
                ),
                {"mrn": mrn},
            )
        )
    found = by_sample(row.draft.record for row in rows)[::-1]  # of one day the last one counts
    newest = found[0].date
    now = [each for each in found if each.date.sort_key == newest.sort_key]
    values = results([(r.analyte, str(r.value), r.unit) for r in now], columns)
    has_one_time = len({each.date.minute for each in now}) == 1
    sampled = newest if has_one_time or newest.day is None else PartialDate.of(newest.day)
    return FoundResults(sampled, values, len(found) - len(now))
