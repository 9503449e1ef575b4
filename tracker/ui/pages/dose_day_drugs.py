# SPDX-License-Identifier: MIT
"""The boxes of a regimen on the dose-day sheet: a dose, a lot and a time for each of its drugs."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.domain.calculated import Input
from tracker.domain.dose_day_entry import DOSE, INFUSION, LOT
from tracker.domain.dosing import Computed
from tracker.domain.records import CourseDrug
from tracker.domain.schedule import Ledger
from tracker.domain.values import Dose, DoseUnit
from tracker.ui import wording
from tracker.ui.errors import words
from tracker.ui.pages.dose_day_fields import Field, Part, SheetBox
from tracker.ui.theme import Look

translate = QCoreApplication.translate

MASS = frozenset({DoseUnit.MG, DoseUnit.G, DoseUnit.MCG})
_BESIDE = 4  # drugs in one row
_FEWEST = 3  # as wide as of three drugs, when there are two


class _Cell(NamedTuple):
    """One drug; ``dose`` holds the other two boxes beside its own."""

    dose: Field
    lot: Field
    infusion: Field


class DrugBoxes(QWidget):
    """Every drug by its name, each with a lot and a time of its own.

    Four stand beside each other; a regimen of more drugs goes on below.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cells: list[_Cell] = []
        self._shown = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, look.px(4), 0, 0)  # below the ring of the acts
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(4))

    @property
    def doses(self) -> list[Field]:
        """The boxes of the doses, drug by drug."""
        return [cell.dose for cell in self._cells[: self._shown]]

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers drug by drug, in the order of Tab."""
        return {field.name: field for cell in self._cells[: self._shown] for field in cell}

    def show_drugs(self, drugs: Sequence[CourseDrug]) -> None:
        """Takes the drugs of another course, every one of them."""
        self._cells += [_cell(self._look, n) for n in range(len(self._cells), len(drugs))]
        self._shown = len(drugs)
        columns = max(_FEWEST, ceil(len(drugs) / ceil(len(drugs) / _BESIDE)))
        for column in range(_BESIDE):
            self._grid.setColumnStretch(column, column < columns)
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell.dose, number // columns, number % columns)
            cell.dose.setVisible(number < len(drugs))
        for cell, drug in zip(self._cells, drugs, strict=False):
            cell.dose.set_label(drug.drug)
            cell.lot.set_label(translate("DoseDay", "Lot of {drug}").format(drug=drug.drug))
            label = translate("DoseDay", "Infusion of {drug}, from–to").format(drug=drug.drug)
            cell.infusion.set_label(label)
            for field in (cell.lot, cell.infusion):
                field.hide_label()


def _cell(look: Look, number: int) -> _Cell:
    lot = SheetBox(look, bold=False, narrow=True)
    infusion = SheetBox(look, latin=True, bold=False, narrow=True)
    lot.setPlaceholderText(translate("DoseDay", "lot"))
    infusion.setPlaceholderText(translate("DoseDay", "from–to"))
    beside = (
        Field(look, f"{LOT}{number}", "", lot, foot=False),
        Field(look, f"{INFUSION}{number}", "", infusion, foot=False),
    )
    dose = SheetBox(look, latin=True, narrow=True)
    return _Cell(Field(look, f"{DOSE}{number}", "", dose, tail=beside), *beside)


def how_it_stands(
    drug: CourseDrug, book: Ledger, out_of_turn: frozenset[str], computed: Computed | None
) -> str:
    """What is to be known of a drug of several before its dose is typed.

    Args:
        drug: of the course.
        book: of the course.
        out_of_turn: the drugs that the plan does not give on the day.
        computed: the dose of the plan.
    """
    name, plan = drug.drug.casefold(), beside_plan(drug, computed, None)
    if (stop := book.stopped_drugs.get(name)) is not None:
        return translate("DoseDay", "stopped {day}").format(day=wording.when(stop.record.date))
    if (hold := book.held_drugs.get(name)) is not None:
        return translate("DoseDay", "held since {day}").format(day=wording.when(hold.record.date))
    if name in out_of_turn:
        return translate("DoseDay", "not due today")
    if name in book.brought_back:
        return "; ".join(filter(None, (plan, translate("DoseDay", "had been stopped"))))
    return plan


def beside_plan(drug: CourseDrug, computed: Computed | None, off: Decimal | None) -> str:
    """The dose of the plan, or how many percent the dose typed is off it."""
    if computed is None:
        if drug.dose is None or drug.dose.unit in MASS:
            return ""
        return translate("DoseDay", "{dose}: not calculated").format(dose=drug.dose)
    plan = _shown(computed.dose)
    if off is None:
        return translate("DoseDay", "plan {dose}").format(dose=plan)
    if off == 0:
        return translate("DoseDay", "as planned")
    return translate("DoseDay", "{percent} % off plan").format(percent=wording.signed(off, ".1f"))


def _shown(dose: Dose) -> str:
    """A calculated dose to one decimal, and a sign where that is not all of it."""
    rounded = round(dose.amount, 1).normalize() if dose.amount else dose.amount
    return f"{'' if rounded == dose.amount else '≈ '}{rounded:f} {dose.unit.value}"


def formula(drug: CourseDrug, computed: Computed | None) -> str:
    """How a dose was calculated, from what and of which day."""
    if computed is None or not computed.inputs:
        return ""
    said = translate("DoseDay", "Calculated, verify: {drug} {plan}: {dose} by {formula}; {inputs}")
    inputs = [_input(used) for used in computed.inputs]
    notes = [words(note) for note in computed.notes]
    return said.format(
        drug=drug.drug,
        plan=drug.dose,
        dose=_shown(computed.dose),
        formula=computed.formula.partition(":")[0],  # its constants: tool tip, Alt+A
        inputs="; ".join((*inputs, *notes)),
    )


def _input(used: Input) -> str:
    """One input with its day; an old one is named so."""
    said = f"{wording.choice(used.name)} {used.value:.4g} {used.unit}"
    if used.date is not None:
        said = f"{said} {wording.when(used.date)}"
    if used.stale:
        said = translate("DoseDay", "{input}, too old").format(input=said)
    return said
