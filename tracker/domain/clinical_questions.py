# SPDX-License-Identifier: MIT
"""Where symptoms or treatment decide a CTCAE laboratory grade: the least grade and the question.

Source: the clinical notes of ``lab_ctcae_v5.json`` (CTCAE 5.0). The notes of version 6 say
nothing, so there the numeric grade stands and the question is still asked.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from tracker.domain.text import QT_TRANSLATE_NOOP, Message

UNANSWERED = QT_TRANSLATE_NOOP(
    "Message",
    "Only the numeric limit of this CTCAE version was judged. Do symptoms or treatment change "
    "the grade?",
)
_SYMPTOMS = QT_TRANSLATE_NOOP(
    "Message", "Does the patient have signs or symptoms of it? Without, the lower grade holds."
)
_TREATED = QT_TRANSLATE_NOOP(
    "Message",
    "Does the patient have symptoms of it, or need treatment for it? Without, the lower grade "
    "holds.",
)
_CONSEQUENCES = QT_TRANSLATE_NOOP(
    "Message",
    "Does it have consequences for the body, such as renal failure or gout? Without, the lower "
    "grade holds.",
)
_ANTICOAGULANT = QT_TRANSLATE_NOOP(
    "Message",
    "Does the patient take an anticoagulant? Only then multiples of the baseline count.",
)


@dataclass(frozen=True, slots=True)
class Deciding:
    """The question for one term.

    Attributes:
        lowest: grade by the number alone -> the grade when the question is answered with no.
        from_value: smallest value that the question is open for.
        on_treatment: the question is about the alternatives that compare with the baseline.
    """

    question: str
    lowest: dict[int, int] = field(default_factory=dict)
    from_value: Decimal | None = None
    on_treatment: bool = False

    def applied(self, grade: int, value: Decimal) -> tuple[int, Message | None]:
        """The least grade and the question, or ``grade`` itself when nothing is open."""
        if grade not in self.lowest or (self.from_value is not None and value < self.from_value):
            return grade, None
        return self.lowest[grade], Message(self.question)


_VERSION_5 = {
    "Hyponatremia": Deciding(_SYMPTOMS, {3: 2}, from_value=Decimal(125)),  # 120-124 mmol/L is 3
    "Hypokalemia": Deciding(_TREATED, {2: 1}),
    "Hyperuricemia": Deciding(_CONSEQUENCES, {3: 1}),
    "Lipase increased": Deciding(_SYMPTOMS, {3: 2, 4: 3}),
    "Serum amylase increased": Deciding(_SYMPTOMS, {3: 2, 4: 3}),
    "INR increased": Deciding(_ANTICOAGULANT, on_treatment=True),
}
_UNKNOWN = Deciding(UNANSWERED, {1: 1, 2: 2, 3: 3, 4: 4})


def deciding(term: str, version: str) -> Deciding | None:
    """What decides the grade of a term beside its number; None for most terms."""
    rule = _VERSION_5.get(term)
    return rule if rule is None or version == "5.0" else _UNKNOWN
