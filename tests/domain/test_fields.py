# SPDX-License-Identifier: MIT
"""How a kind of record states its fields."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Optional

import pytest

from tracker.domain.errors import Refused
from tracker.domain.fields import Choice, Item, YesNo, items
from tracker.domain.records import MarkerResult, Visit
from tracker.domain.records.base import build


@dataclass(frozen=True, kw_only=True)
class Weighed:
    weight: Annotated[Decimal | None, Item(label="Weight", unit="kg")] = None
    asked: Annotated[Optional[YesNo], Item(label="Asked")] = None  # noqa: UP045 - both spellings
    name: Annotated[str, Item(label="Name", required=True)]


def test_fields_are_listed_in_the_order_of_the_declaration_with_their_type():
    assert [(f.name, f.type) for f in items(Weighed)] == [
        ("weight", Decimal),
        ("asked", YesNo),
        ("name", str),
    ]
    assert items(Weighed)[0].item.unit == "kg"


@pytest.mark.parametrize(
    "hint", [Decimal, Annotated[Decimal, "kg"], Annotated[Decimal | str, Item(label="x")]]
)
def test_a_field_that_is_not_fully_declared_is_a_mistake_of_the_programmer(hint):
    kind = dataclass(type("Kind", (), {"__annotations__": {"weight": hint}}))
    with pytest.raises(TypeError, match="weight"):
        items(kind)


def test_a_choice_is_its_code_and_carries_its_label():
    class Side(Choice):
        LEFT = "left", "left side"

    assert Side.LEFT == "left"
    assert Side("left").label == "left side"


@pytest.mark.parametrize("end", ["\n", "\u2028"])
@pytest.mark.parametrize(
    ("field", "text"),
    [("unit", "ng/{}mL"), ("value", "weakly{}positive"), ("date", "2019-02/{}2019-04")],
)
def test_a_field_of_one_line_has_one_line(field, text, end):
    texts = {"analyte": "SCC", "date": "2019-02", "value": "2.2", "unit": "ng/mL"}
    build(MarkerResult, texts | {field: f" {texts[field]}{end}"})  # as pasted with its line end
    with pytest.raises(Refused) as refused:
        build(MarkerResult, texts | {field: text.format(end)})
    assert {problem.field for problem in refused.value.problems} == {field}


def test_a_long_text_has_as_many_lines_as_it_needs():
    visit = build(Visit, {"date": "2024-11-26", "contact": "visit", "complaint": "tired\nthirsty"})
    assert visit.complaint == "tired\nthirsty"


def test_an_unanswered_question_is_none_of_the_three_answers():
    assert [answer.value for answer in YesNo] == ["yes", "no", "unknown"]
