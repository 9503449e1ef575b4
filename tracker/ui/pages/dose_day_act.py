# SPDX-License-Identifier: MIT
"""The lower bands of the dose-day sheet: gate, act, next date."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from tracker.domain.agents import Formulary
from tracker.domain.cycles import DOSE_GIVEN
from tracker.domain.dose_day import DoseDay, Texts
from tracker.domain.dose_day_entry import ACTS, DOSE, OF_ONE, difference, measured, visit_day
from tracker.domain.records.course import DoseAction
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.ui.glyphs import Glyph
from tracker.ui.pages.dose_day_check import CheckField
from tracker.ui.pages.dose_day_drugs import MASS, DrugBoxes, beside_plan, formula, how_it_stands
from tracker.ui.pages.dose_day_fields import Band, Field, Part, SheetBox
from tracker.ui.theme import Look
from tracker.ui.views.agents import agent_words
from tracker.ui.widgets.act_bar import Act, ActBar, ReasonBar
from tracker.ui.widgets.gate_panel import GatePanel, GateView
from tracker.ui.widgets.label import PlainLabel, plain_tooltip
from tracker.ui.widgets.press import SMALL, Press

translate = QCoreApplication.translate

_REASON_ROOM = 18  # share of the line
_MOST_SAID = 3  # drugs whose class and usual dose find room; of the others the tool tip says it
_REASONS = (
    QT_TRANSLATE_NOOP("DoseDay", "toxicity"),
    QT_TRANSLATE_NOOP("DoseDay", "labs"),
    QT_TRANSLATE_NOOP("DoseDay", "infection"),
    QT_TRANSLATE_NOOP("DoseDay", "patient"),
    QT_TRANSLATE_NOOP("DoseDay", "logistics"),
    QT_TRANSLATE_NOOP("DoseDay", "progression"),
    QT_TRANSLATE_NOOP("DoseDay", "completed"),
    QT_TRANSLATE_NOOP("DoseDay", "other"),
)


class GateBand(Band):
    """What the gate says, and why one goes on all the same.

    Signals:
        more_asked(): every line and the rule sets are wanted.
    """

    more_asked = Signal()

    def __init__(self, look: Look) -> None:
        title = translate("DoseDay", "Gate")
        super().__init__(look, title, translate("DoseDay", "suggests, you decide"))
        self.panel = GatePanel(look)
        self.row.addWidget(self.panel, 9)
        override = SheetBox(look, bold=False)
        label = translate("DoseDay", "Give anyway: reason")
        self._override = Field(look, "override", label, override, foot=False)
        self.row.addWidget(self._override, 2)
        rules = Press(look, translate("DoseDay", "Rules"), keys="Alt+A", height=SMALL)
        rules.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab stays on the paper
        rules.clicked.connect(self.more_asked)
        self.names.insertWidget(2, rules)

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band."""
        return {"override": self._override}

    def show_view(self, view: GateView, *, low: bool) -> None:
        """Shows what the gate says now; ``low`` leaves a row to the formulas below."""
        self.panel.set_low(low)
        more = translate("DoseDay", "and {n} more: Alt+A")
        self.panel.set_view(view, lambda n: more.format(n=n))


class ActBand(Band):
    """What is done with the dose, with the boxes that this needs.

    Signals:
        plan_asked(): the course with its drugs, plan and checks is wanted.
    """

    plan_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, translate("DoseDay", "Act"), translate("DoseDay", "one key"))
        self._day: DoseDay | None = None
        plan = Press(look, translate("DoseDay", "Plan"), keys="F6", height=SMALL)
        plan.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab stays on the paper
        plan.setToolTip(plain_tooltip(translate("DoseDay", "Course, drugs, checks before dose 1")))
        plan.clicked.connect(self.plan_asked)
        self.names.insertWidget(2, plan)
        self.bar = ActBar(
            look,
            "act",
            translate("DoseDay", "Act"),
            (
                Act("G", translate("DoseDay", "Give"), Glyph.DONE),
                Act("H", translate("DoseDay", "Hold"), Glyph.HELD),
                Act("D", translate("DoseDay", "Delay"), Glyph.DELAYED),
                Act("R", translate("DoseDay", "Reduce"), Glyph.REDUCED),
                Act("S", translate("DoseDay", "Skip"), Glyph.SKIPPED),
                Act("X", translate("DoseDay", "Stop"), Glyph.STOPPED),
            ),
        )
        self._boxes = line = QHBoxLayout()
        line.setSpacing(look.px(12))
        line.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(look.px(4))
        self._dose = Field(
            look, f"{DOSE}0", translate("DoseDay", "Dose"), SheetBox(look, latin=True)
        )
        self._drugs = DrugBoxes(look)
        names = [translate("DoseDay", reason) for reason in _REASONS]
        self.reason = ReasonBar(look, "reason", translate("DoseDay", "Reason"), names)
        self._fields = {
            name: Field(look, name, label, SheetBox(look, latin=latin, bold=latin))
            for name, label, latin in (
                ("until", translate("DoseDay", "New date"), True),
                ("reason_text", translate("DoseDay", "In words, optional"), False),
                ("lot", translate("DoseDay", "Lot, optional"), False),
                ("infusion", translate("DoseDay", "Infusion, from–to"), True),
                ("reaction", translate("DoseDay", "Reaction"), False),
            )
        }
        line.addWidget(self._dose, 4)
        self._beside = line.count()
        line.addWidget(self.reason, _REASON_ROOM)
        for field in self._fields.values():
            line.addWidget(field, 5)
        self.check = CheckField(look)
        line.addWidget(self.check)
        line.addStretch(1)
        self._formula = PlainLabel(look, "", 12, colour="text2")
        self._formula.setWordWrap(True)
        self._agents = PlainLabel(look, "", 12, colour="text2")
        self._column = column = QVBoxLayout()
        column.setSpacing(look.px(2))
        column.addLayout(line)
        column.addWidget(self._drugs)
        column.addWidget(self._formula)
        column.addWidget(self._agents)
        self.row.addLayout(column, 1)
        self.bar.value_changed.connect(self._chosen)
        self.bar.digit.connect(self._reason_pressed)
        self._chosen()

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band; a regimen of several drugs has a row of its own for them."""
        alone = {} if self._several else {self._dose.name: self._dose}
        several = self._drugs.parts if self._several else {}
        return {"act": self.bar, **alone, "reason": self.reason, **self._fields, **several}

    @property
    def doses(self) -> list[Field]:
        """The boxes of the doses, drug by drug."""
        return self._drugs.doses if self._several else [self._dose]

    @property
    def _several(self) -> bool:
        return self._day is not None and len(self._day.drugs) > 1

    def hide_doses(self, hidden: bool) -> None:
        """Covers the doses while another person enters them."""
        mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        for field in self.doses:
            field.box.setEchoMode(mode)

    def show_day(self, day: DoseDay, known: Formulary) -> None:
        """Takes the drugs and planned doses of another course, and what tables say of them."""
        self._day = day
        if self._several:
            self._drugs.show_drugs(day.drugs)
        said = [agent_words(drug.drug, known.find(drug.drug)) for drug in day.drugs]
        self._agents.setText("\n".join(_first_of(said)))
        self._agents.setToolTip(plain_tooltip("\n".join(said)))
        for field, each in zip(self.doses, said, strict=False):
            field.box.setToolTip(plain_tooltip(each))
        self._chosen()

    @property
    def needs_room(self) -> bool:
        """Whether a regimen, a formula, or the reasons of a reduced dose, stand below the acts."""
        below = self._column.indexOf(self.reason) >= 0 or not self._formula.isHidden()
        return below or (self._several and ACTS.get(self.bar.text()) in {None, *DOSE_GIVEN})

    def refresh(self, texts: Texts) -> None:
        """Says below each dose how far it is from the plan, and how the plan was calculated."""
        day = self._day
        if day is None:
            return
        self._show_boxes_of_one()
        now, formulas, full = measured(day, texts), [], []
        given = visit_day(texts)
        others = day.book.out_of_turn(given or day.today) if day.book else frozenset()
        for number, (field, drug) in enumerate(zip(self.doses, day.drugs, strict=False)):
            computed = day.computed(drug, now, given or day.today)
            off = difference(texts, number, computed) if given else None
            said = beside_plan(drug, computed, off)
            if self._several and day.book and not field.text():
                said = how_it_stands(drug, day.book, others, computed)
            field.set_last(said)
            formulas.append(formula(drug, computed))
            full += [f"{drug.drug}: {computed.formula}"] if computed and computed.inputs else []
        self._formula.setText("\n".join(filter(None, formulas)))
        self._formula.setToolTip(plain_tooltip("\n".join(full)))
        self._formula.setVisible(ACTS.get(texts.get("act", "")) in DOSE_GIVEN and any(formulas))

    def _chosen(self) -> None:
        """Shows the boxes of the act; Give fills in the plan, which is what the key says."""
        act = ACTS.get(self.bar.text())
        gives, drugs = act in DOSE_GIVEN, self._day.drugs if self._day else ()
        self._dose.setVisible(gives and len(drugs) == 1)
        self._drugs.setVisible(gives and self._several)
        self._fields["until"].setVisible(act in {DoseAction.DELAYED, DoseAction.HELD})
        self._fields["reason_text"].setVisible(not gives and act is not None)
        self._show_boxes_of_one()
        self.check.setVisible(gives)
        self.check.set_low(self._several)
        self._agents.setVisible(act is None)
        self._place_reason(below=act is DoseAction.REDUCED and not self._several)
        self.reason.setVisible(act is not None and act is not DoseAction.GIVEN)
        label = translate("DoseDay", "Recheck on")
        held = act is DoseAction.HELD
        self._fields["until"].set_label(label if held else translate("DoseDay", "New date"))
        planned = drugs[0].dose if len(drugs) == 1 else None
        if planned is not None and planned.unit in MASS:
            self._fill(act, str(planned))

    def _show_boxes_of_one(self) -> None:
        """Of several drugs only to take out what was typed while there was one."""
        gives = ACTS.get(self.bar.text()) in DOSE_GIVEN
        for name in OF_ONE:
            field = self._fields[name]
            field.setVisible(gives and (not self._several or bool(field.text())))

    def _place_reason(self, *, below: bool) -> None:
        """A reduced dose has the boxes of a dose; the reasons then stand in a row below them."""
        if below:
            self._column.insertWidget(1, self.reason)
        else:
            self._boxes.insertWidget(self._beside, self.reason, _REASON_ROOM)
        self.reason.set_rows(1 if below else 2)

    def _reason_pressed(self, digit: str) -> None:
        """Takes the digit after the letter, and goes on to the dose or behind the reason."""
        if self.reason.isVisible() and digit in dict(self.reason.cells()):
            self.reason.focus()
            self.reason.took(digit)
            if self.doses[0].isVisible():
                self.doses[0].focus()

    def _fill(self, act: DoseAction | None, planned: str) -> None:
        """Give means the planned dose; any other act takes that back."""
        box = self._dose
        if act is DoseAction.GIVEN and not box.text():
            box.set_text(planned)
        elif act is not DoseAction.GIVEN and box.text() == planned:
            box.set_text("")


def _first_of(said: list[str]) -> list[str]:
    """As many lines as find room; the last of them says how many more there are."""
    shown, more = said[:_MOST_SAID], len(said) - _MOST_SAID
    if more > 0:
        text = translate("DoseDay", "{what}; and {n} more").format(what=shown[-1], n=more)
        shown[-1] = text
    return shown
