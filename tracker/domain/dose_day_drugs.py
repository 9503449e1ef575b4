# SPDX-License-Identifier: MIT
"""Whose boxes they are: what was typed for a drug follows the drug, never its place in a course.

A draft may be older than the last change of its course, or of another course of the patient.
"""

from collections.abc import Sequence

from tracker.domain.dose_day import DoseDay, Texts
from tracker.domain.dose_day_entry import DOSE, INFUSION, LOT, OF_ONE

DRUGS = "drugs"
"""The name under which a sheet keeps the drugs that its boxes stood for, one in a line."""


def with_drugs(day: DoseDay, texts: Texts) -> dict[str, str]:
    """The texts of a sheet, and of which drugs they are as soon as something is typed for one."""
    typed = any(name in OF_ONE or name.startswith((DOSE, LOT, INFUSION)) for name in texts)
    return dict(texts) | ({DRUGS: "\n".join(_names(day))} if typed else {})


def following_drugs(day: DoseDay, texts: Texts) -> tuple[dict[str, str], tuple[str, ...]]:
    """The texts in the boxes of the course as it is now.

    Returns:
        The texts, and the drugs whose texts were left out: they are not in this course.
    """
    before, now = texts.get(DRUGS, "").splitlines(), _names(day)
    kept = {name: text for name, text in texts.items() if name != DRUGS}
    if not before or before == now:
        return kept, ()
    own = [{n: kept.pop(box, "") for n, box in _boxes(before, k).items()}
           for k in range(len(before))]  # fmt: skip
    gone = []
    for drug, typed in zip(before, own, strict=True):
        if drug in now:
            boxes = _boxes(now, now.index(drug))
            kept |= {boxes[name]: text for name, text in typed.items() if text}
        elif any(typed.values()):
            gone.append(drug)
    return kept, tuple(gone)


def _names(day: DoseDay) -> list[str]:
    return [drug.drug for drug in day.drugs]


def _boxes(drugs: Sequence[str], number: int) -> dict[str, str]:
    """The boxes of one drug of a course by what they hold."""
    dose = {"dose": f"{DOSE}{number}"}
    if len(drugs) == 1:
        return dose | {"lot": "lot", "infusion": "infusion"}
    return dose | {"lot": f"{LOT}{number}", "infusion": f"{INFUSION}{number}"}
