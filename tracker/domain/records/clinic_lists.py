# SPDX-License-Identifier: MIT
"""What a clinic decides for itself: tests it wants before a dose, and drugs the program lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from tracker.domain.agents import Agent, AgentClass, LabelLimit, LimitKind
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class Timing(Choice):
    """Before which doses a test is wanted."""

    EACH = "each dose", QT_TRANSLATE_NOOP("Choice", "before each dose")
    FIRST = "first dose", QT_TRANSLATE_NOOP("Choice", "before the first dose")
    NOT_REQUIRED = "not required", QT_TRANSLATE_NOOP("Choice", "not required here")


@dataclass(frozen=True, kw_only=True)
class RequiredTest(Record):
    """How old one test may be before a dose, by a named person's decision for this clinic.

    It takes the place of the published list of the program for the same test.
    """

    kind: ClassVar[str] = "required_test"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Test before a dose")
    of_clinic: ClassVar[bool] = True

    analyte: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("RequiredTest", "Test"),
            required=True,
            hint=QT_TRANSLATE_NOOP(
                "RequiredTest", "Code as on the dose-day sheet; AMY/LIP = one of them is enough."
            ),
        ),
    ]
    timing: Annotated[
        Timing, Item(label=QT_TRANSLATE_NOOP("RequiredTest", "Wanted"), required=True)
    ]
    days: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("RequiredTest", "Not older than"),
            unit="d",
            minimum=1,
            maximum=730,
        ),
    ] = None
    decided_by: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("RequiredTest", "Decided by"),
            required=True,
            hint=QT_TRANSLATE_NOOP("RequiredTest", "The physician of the clinic, by name."),
        ),
    ]

    def problems(self) -> Iterator[Problem]:
        """A test that is wanted has a window."""
        if self.timing is not Timing.NOT_REQUIRED and self.days is None:
            yield Problem(
                Message(QT_TRANSLATE_NOOP("Message", "Say how many days old the test may be.")),
                "days",
            )


@dataclass(frozen=True, kw_only=True)
class ClinicAgent(Record):
    """A drug that the program's tables lack, or that the clinic describes differently."""

    kind: ClassVar[str] = "clinic_agent"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Drug of the clinic")
    of_clinic: ClassVar[bool] = True

    inn: Annotated[str, Item(label=QT_TRANSLATE_NOOP("ClinicAgent", "Generic name"), required=True)]
    zh_name: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("ClinicAgent", "Chinese name"))] = (
        None
    )
    brands: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicAgent", "Brand names"),
            hint=QT_TRANSLATE_NOOP("ClinicAgent", "Several with a stroke between: A / B."),
        ),
    ] = None
    agent_class: Annotated[
        AgentClass, Item(label=QT_TRANSLATE_NOOP("ClinicAgent", "Class"), required=True)
    ]
    label_dose: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicAgent", "Usual dose as printed"),
            hint=QT_TRANSLATE_NOOP("ClinicAgent", "To be read; never filled in as a dose."),
        ),
    ] = None
    interval_days: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicAgent", "Usual interval"),
            unit="d",
            minimum=1,
            maximum=366,
        ),
    ] = None
    cap: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("ClinicAgent", "Highest dose as printed"))
    ] = None
    reference: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicAgent", "Where it is printed"),
            required=True,
            hint=QT_TRANSLATE_NOOP("ClinicAgent", "Label, protocol or guideline, with its page."),
        ),
    ]
    version: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicAgent", "Version or date of it"),
            required=True,
        ),
    ]
    doses: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicAgent", "Most doses as printed"),
            minimum=1,
            maximum=500,
            hint=QT_TRANSLATE_NOOP("ClinicAgent", "The gate asks when they are recorded."),
        ),
    ] = None
    below_kg: Annotated[
        Decimal | None,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicAgent", "Another dose below this weight"),
            unit="kg",
            minimum=1,
            maximum=200,
        ),
    ] = None


def agent_of(record: ClinicAgent) -> Agent:
    """The drug as the tables of the program describe theirs, with the clinic's source."""
    return Agent(
        inn=record.inn,
        zh_name=record.zh_name or "",
        brands=tuple(part.strip() for part in (record.brands or "").split("/") if part.strip()),
        agent_class=record.agent_class,
        target=record.agent_class.value,
        route="",
        label_dose=record.label_dose or "",
        basis="",
        interval_days=record.interval_days,
        alternatives="",
        days_in_cycle="",
        cap=record.cap or "",
        atc="",
        note="",
        source=record.reference,
        version=record.version,
        confidence=None,
        limits=tuple(_limits(record)),
    )


def _limits(record: ClinicAgent) -> Iterator[LabelLimit]:
    """The traps that the gate looks at, in the words and with the source of the clinic."""
    if record.cap:
        yield _limit(record, LimitKind.HIGHEST_DOSE, "every dose", record.cap)
    if record.doses is not None:
        words = "1 dose" if record.doses == 1 else f"{record.doses} doses"
        yield _limit(record, LimitKind.DOSE_COUNT, "every schedule", words, record.doses)
    if record.below_kg is not None:
        below = f"below {record.below_kg} kg"
        yield _limit(record, LimitKind.BODY_WEIGHT, below, "another dose is printed")


def _limit(
    record: ClinicAgent, kind: LimitKind, applies_to: str, text: str, doses: int | None = None
) -> LabelLimit:
    return LabelLimit(kind, applies_to, doses, None, text, record.reference, record.version)
