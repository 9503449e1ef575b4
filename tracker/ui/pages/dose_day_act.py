# SPDX-License-Identifier: MIT
"""The lower bands of the dose-day sheet: gate, act, next date."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.domain.cycles import DOSE_GIVEN
from tracker.domain.dose_day import DoseDay, Texts, appointed
from tracker.domain.dose_day_entry import ACTS, DOSE, difference, visit_day
from tracker.domain.dosing import Computed
from tracker.domain.errors import Refused
from tracker.domain.records.course import DoseAction
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.domain.values import Dose, DoseUnit, decimal
from tracker.ui import wording
from tracker.ui.glyphs import Glyph
from tracker.ui.pages.dose_day_check import CheckField
from tracker.ui.pages.dose_day_fields import Band, Field, Part, SheetBox
from tracker.ui.theme import Look
from tracker.ui.widgets.act_bar import Act, ActBar, ReasonBar
from tracker.ui.widgets.gate_panel import GatePanel, GateView
from tracker.ui.widgets.label import PlainLabel, plain_tooltip
from tracker.ui.widgets.mark import Mark
from tracker.ui.widgets.press import SAVE, SMALL, Press

translate = QCoreApplication.translate

MOST_DRUGS = 3  # with a box of their own; a regimen of more drugs is recorded in the ledger
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
_MASS = frozenset({DoseUnit.MG, DoseUnit.G, DoseUnit.MCG})


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

    def show_view(self, view: GateView) -> None:
        """Shows what the gate says now."""
        more = translate("DoseDay", "and {n} more: Alt+A")
        self.panel.set_view(view, lambda n: more.format(n=n))


class ActBand(Band):
    """What is done with the dose, with the boxes that this needs."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, translate("DoseDay", "Act"), translate("DoseDay", "one key"))
        self._day: DoseDay | None = None
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
        self.row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addSpacing(look.px(4))
        self.doses = [
            Field(look, f"{DOSE}{n}", translate("DoseDay", "Dose"), SheetBox(look, latin=True))
            for n in range(MOST_DRUGS)
        ]
        words = [translate("DoseDay", reason) for reason in _REASONS]
        self.reason = ReasonBar(look, "reason", translate("DoseDay", "Reason"), words)
        self._fields = {
            name: Field(look, name, label, SheetBox(look, latin=latin, bold=latin))
            for name, label, latin in (
                ("until", translate("DoseDay", "New date"), True),
                ("reason_text", translate("DoseDay", "In words, optional"), False),
                ("lot", translate("DoseDay", "Lot, optional"), False),
                ("reaction", translate("DoseDay", "Reaction"), False),
            )
        }
        for field in self.doses:
            self.row.addWidget(field, 4)
        self.row.addWidget(self.reason, 18)
        for field in self._fields.values():
            self.row.addWidget(field, 5)
        self.check = CheckField(look)
        self.row.addWidget(self.check)
        self.row.addStretch(1)
        self.bar.value_changed.connect(self._chosen)
        self.bar.digit.connect(self._reason_pressed)
        self._chosen()

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band."""
        found: dict[str, Part] = {"act": self.bar}
        found |= {field.name: field for field in self.doses}
        return found | {"reason": self.reason} | self._fields

    def hide_doses(self, hidden: bool) -> None:
        """Covers the doses while another person enters them."""
        mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        for field in self.doses:
            field.box.setEchoMode(mode)

    def show_day(self, day: DoseDay) -> None:
        """Takes the drugs and planned doses of another course."""
        self._day = day
        self._chosen()

    def refresh(self, texts: Texts) -> None:
        """Says below each dose how far it is from the plan."""
        day = self._day
        if day is None:
            return
        for number, field in enumerate(self.doses[: len(day.drugs)]):
            drug, on = day.drugs[number], visit_day(texts) or day.today
            computed = day.computed(drug, _weight(texts), on)
            plan = computed.dose if computed else drug.dose
            off = difference(day, texts, number)
            said = translate("DoseDay", "plan {dose}").format(dose=plan) if plan else ""
            if off is not None:
                said = translate("DoseDay", "as planned") if off == 0 else f"{off:+.1f} %"
            field.set_last(said.replace("-", "−"))
            field.setToolTip(plain_tooltip(_formula(computed)))

    def _chosen(self) -> None:
        """Shows the boxes of the act; Give fills in the plan, which is what the key says."""
        act = ACTS.get(self.bar.text())
        gives, drugs = act in DOSE_GIVEN, self._day.drugs if self._day else ()
        several = len(drugs) > 1
        for number, field in enumerate(self.doses):
            field.setVisible(gives and number < max(len(drugs), 0))
        shown = {
            "until": act in {DoseAction.DELAYED, DoseAction.HELD},
            "reason_text": act not in DOSE_GIVEN and act is not None,
            "lot": gives,
            "reaction": gives and act is not DoseAction.REDUCED and not several,
        }
        for name, field in self._fields.items():
            field.setVisible(shown[name])
        self.check.setVisible(gives)
        self.reason.setVisible(act is not None and act is not DoseAction.GIVEN)
        label = translate("DoseDay", "Recheck on")
        held = act is DoseAction.HELD
        self._fields["until"].set_label(label if held else translate("DoseDay", "New date"))
        planned = drugs[0].dose if len(drugs) == 1 else None
        if planned is not None and planned.unit in _MASS:
            self._fill(act, str(planned))
        for number, drug in enumerate(drugs[:MOST_DRUGS]):
            self.doses[number].set_label(drug.drug if several else translate("DoseDay", "Dose"))

    def _reason_pressed(self, digit: str) -> None:
        """Takes the digit after the letter, and goes on behind the reason."""
        if self.reason.isVisible() and digit in dict(self.reason.cells()):
            self.reason.focus()
            self.reason.took(digit)

    def _fill(self, act: DoseAction | None, planned: str) -> None:
        """Give means the planned dose; any other act takes that back."""
        box = self.doses[0]
        if act is DoseAction.GIVEN and not box.text():
            box.set_text(planned)
        elif act is not DoseAction.GIVEN and box.text() == planned:
            box.set_text("")


def _weight(texts: Texts) -> Decimal | None:
    try:
        return decimal(texts.get("weight", "")) if texts.get("weight", "").strip() else None
    except Refused:
        return None


def _formula(computed: Computed | None) -> str:
    """How a dose was calculated, from what and of which day."""
    if computed is None or not computed.inputs:
        return ""
    stale = translate("DoseDay", "too old")
    lines = [
        f"{wording.choice(used.name)} {used.value:.4g} {used.unit}"
        + (f", {wording.when(used.date)}" if used.date else "")
        + (f" – {stale}" if used.stale else "")
        for used in computed.inputs
    ]
    said = translate("DoseDay", "Calculated, verify: {formula} = {dose}")
    exact = Dose(round(computed.dose.amount, 1), computed.dose.unit)
    return "\n".join([said.format(formula=computed.formula, dose=exact), *lines])


class NextBand(Band):
    """The projected next date, an appointment beside it, and Save."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, translate("DoseDay", "Next"), translate("DoseDay", "+21, 3w, a date")
        )
        self._on: date | None = None
        self._projected = PlainLabel(look, "", 18, bold=True)
        self._note = PlainLabel(look, "", 12, colour="text2")
        texts = QVBoxLayout()
        texts.setSpacing(look.px(1))
        texts.addStretch()
        texts.addWidget(self._projected)
        texts.addWidget(self._note)
        texts.addStretch()
        left = QWidget()
        left.setLayout(texts)
        texts.setContentsMargins(0, 0, 0, 0)
        left.setFixedWidth(look.px(220))
        self.row.addWidget(left)
        box = SheetBox(look, latin=True)
        self.appoint = Field(
            look, "appoint", translate("DoseDay", "Appoint"), box, self._in_words, beside=True
        )
        box.setFixedWidth(look.px(150))
        self.row.addWidget(self.appoint, 1)
        self._mark = Mark(look, Glyph.ASK, 13)
        self._open = PlainLabel(look, "", 13.5, bold=True, colour="ask")
        self.row.addWidget(self._mark)
        self.row.addWidget(self._open)
        self.row.addSpacing(look.px(6))
        self.save = Press(
            look, translate("DoseDay", "Save"), keys="Ctrl+Enter", primary=True, height=SAVE
        )
        self.row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band."""
        return {"appoint": self.appoint}

    def refresh(self, day: DoseDay, texts: Texts, open_lines: int) -> None:
        """Says the next date that follows from what is typed, and how many questions are open."""
        act = ACTS.get(texts.get("act", ""))
        self._on = visit_day(texts) or day.today
        self._projected.setText(self._next(day, act, texts))
        self.appoint.refresh()
        gives = act in DOSE_GIVEN
        said = translate("DoseDay", "{n} gate answers open").format(n=open_lines)
        self._open.setText(said if open_lines and gives else "")
        self._mark.setVisible(bool(open_lines and gives))

    def _next(self, day: DoseDay, act: DoseAction | None, texts: Texts) -> str:
        on = self._on or day.today
        if act is DoseAction.HELD:
            self._note.setText(translate("DoseDay", "until the hold is lifted"))
            return translate("DoseDay", "no date: held")
        if act is DoseAction.STOPPED:
            self._note.setText(translate("DoseDay", "interview and reminders go on"))
            return translate("DoseDay", "no date: stopped")
        until = _read_day(texts.get("until", ""), on) if act is DoseAction.DELAYED else None
        found = until or day.projected(on if act in DOSE_GIVEN else None)
        if act is DoseAction.SKIPPED and found and (interval := day.interval(on)):
            found = max(found, on) + timedelta(days=interval)
        if found is None:
            self._note.setText(translate("DoseDay", "no interval or dose date in the plan"))
            return translate("DoseDay", "cannot project")
        note = translate("DoseDay", "delayed to") if until else translate("DoseDay", "projected")
        self._note.setText(f"{note}, {(found - on).days:+d} d".replace("-", "−"))
        return wording.day(found, weekday=True)

    def _in_words(self, text: str) -> tuple[str, str]:
        found = _read_day(text, self._on) if self._on else None
        if found is None or self._on is None:
            return "", ""
        said = f"{wording.day(found, weekday=True)}, {(found - self._on).days:+d} d"
        weekend = found.weekday() >= 5
        return said, translate("DoseDay", "weekend") if weekend else ""


def _read_day(text: str, on: date) -> date | None:
    try:
        return appointed(text, on).day if text.strip() else None
    except Refused:
        return None
