# SPDX-License-Identifier: MIT
"""What a nurse asks on every dose day and in every phone call, one item after the other.

Each item names its CTCAE 5.0 term and takes that term's grades only; an item that was not asked
has no answer, which is not grade 0.
"""

from dataclasses import dataclass

from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.domain.toxicity import Ctcae


@dataclass(frozen=True, slots=True)
class InterviewItem:
    """One question.

    Attributes:
        code: what is stored.
        label: how it is asked.
        ctcae_term: term that a positive answer is graded by.
        behind: the immune-related event to ask for from grade 2 on.
    """

    code: str
    label: str
    ctcae_term: str
    behind: str

    def grades(self, ctcae: Ctcae) -> tuple[int, ...]:
        """Grades that can be answered beside 0: those of the term, up to 4.

        Raises:
            KeyError: this CTCAE version has no such term.
        """
        term = ctcae.find(self.ctcae_term)
        if term is None:
            raise KeyError(self.ctcae_term)
        return tuple(sorted(grade for grade in term.grades if grade < 5))


INTERVIEW = (
    InterviewItem(
        "rash",
        QT_TRANSLATE_NOOP("Interview", "rash, itch"),
        "Rash maculo-papular",
        QT_TRANSLATE_NOOP("Interview", "immune-related dermatitis"),
    ),
    InterviewItem(
        "diarrhoea",
        QT_TRANSLATE_NOOP("Interview", "diarrhoea, blood in stool"),
        "Diarrhea",
        QT_TRANSLATE_NOOP("Interview", "colitis"),
    ),
    InterviewItem(
        "breathlessness",
        QT_TRANSLATE_NOOP("Interview", "cough, breathlessness"),
        "Dyspnea",
        QT_TRANSLATE_NOOP("Interview", "pneumonitis"),
    ),
    InterviewItem(
        "fatigue",
        QT_TRANSLATE_NOOP("Interview", "fatigue"),
        "Fatigue",
        QT_TRANSLATE_NOOP("Interview", "hypothyroidism, adrenal insufficiency or hypophysitis"),
    ),
    InterviewItem(
        "jaundice",
        QT_TRANSLATE_NOOP("Interview", "dark urine or jaundice"),
        "Hepatobiliary disorders - Other, specify",  # CTCAE has no term for jaundice
        QT_TRANSLATE_NOOP("Interview", "hepatitis"),
    ),
    InterviewItem(
        "pain",
        QT_TRANSLATE_NOOP("Interview", "joint or muscle pain"),
        "Arthralgia",
        QT_TRANSLATE_NOOP("Interview", "arthritis or myositis"),
    ),
    InterviewItem(
        "weakness",
        QT_TRANSLATE_NOOP(
            "Interview", "weakness, drooping lids, double vision, trouble swallowing"
        ),
        "Generalized muscle weakness",
        QT_TRANSLATE_NOOP("Interview", "myositis, myasthenia gravis or myocarditis"),
    ),
    InterviewItem(
        "heart",
        QT_TRANSLATE_NOOP("Interview", "chest pain, palpitations"),
        "Chest pain - cardiac",
        QT_TRANSLATE_NOOP("Interview", "myocarditis"),
    ),
    InterviewItem(
        "nerves",
        QT_TRANSLATE_NOOP("Interview", "numbness, confusion, headache"),
        "Peripheral sensory neuropathy",
        QT_TRANSLATE_NOOP("Interview", "neuropathy, encephalitis or hypophysitis"),
    ),
    InterviewItem(
        "eyes",
        QT_TRANSLATE_NOOP("Interview", "eye pain or sight"),
        "Blurred vision",
        QT_TRANSLATE_NOOP("Interview", "uveitis"),
    ),
    InterviewItem(
        "thirst",
        QT_TRANSLATE_NOOP("Interview", "thirst, much urine"),
        "Urinary frequency",
        QT_TRANSLATE_NOOP("Interview", "type 1 diabetes or diabetes insipidus"),
    ),
    InterviewItem(
        "fever",
        QT_TRANSLATE_NOOP("Interview", "fever"),
        "Fever",
        QT_TRANSLATE_NOOP("Interview", "infection, or cytokine release"),
    ),
    InterviewItem(
        "bleeding",
        QT_TRANSLATE_NOOP("Interview", "bleeding"),
        "Vascular disorders - Other, specify",  # the site is unknown until it is asked for
        QT_TRANSLATE_NOOP("Interview", "thrombocytopenia or another immune-related cause"),
    ),
)
"""The items of the dose-day sheet, in the order of the paper."""
