# SPDX-License-Identifier: MIT
"""Numbers as people write them: what is accepted is kept to the digit, the rest is refused."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.domain.errors import Refused
from tracker.domain.values import Dose, DoseUnit, Limits, Reading, Side, decimal, whole

HUGE = "9" * 10_000_000

PLAIN = [
    ("0", "0"),
    ("5", "5"),
    ("-5", "-5"),
    ("0.5", "0.5"),
    ("1.500", "1.500"),
    ("61.10", "61.10"),
    ("100", "100"),
    ("123456789012", "123456789012"),
    ("0.000000001", "0.000000001"),
    (" 58.2 ", "58.2"),
    ("58.2\n", "58.2"),
    ("２４０", "240"),
    ("６１．１０", "61.10"),
    ("58。2", "58.2"),
    ("−5", "-5"),
]

NOT_PLAIN = [
    "",
    " ",
    "1,5",
    "1，5",
    "1.234,5",
    "1,234.5",
    "1 000",
    "1\N{NO-BREAK SPACE}000",
    "1'000",
    "1_000",
    "1e3",
    "1E3",
    "1e-3",
    "٣",
    "१२",
    "൩",
    "𝟓",
    "10²",
    "1.5³",
    "⑤",
    "㉑",
    "½",
    "１½",
    "Ⅳ",
    "NaN",
    "nan",
    "sNaN",
    "Infinity",
    "-inf",
    "5 mg",
    "58kg",
    "58.2 kg",
    ".5",
    "5.",
    "-.5",
    "0240",
    "007",
    "00",
    "--5",
    "+5",
    "5-",
    "5-6",
    "–5",
    "~5",
    "<5",
    "1.2.3",
    "1..2",
    "0x10",
    "0b1",
    "5%",
    "5\u200b",
    "\u202e5",
    "5\ufeff1",
    "5\x00",
    "五",
    "five",
    "?",
    "-",
    ".",
    "1234567890123",
    "0.0123456789",
    "=1+1",
    "None",
    "true",
    HUGE,
]


@pytest.mark.parametrize(("text", "kept"), PLAIN)
def test_a_plain_number_is_kept_to_the_digit(text, kept):
    assert f"{decimal(text):f}" == kept


@pytest.mark.parametrize("text", NOT_PLAIN, ids=lambda text: repr(text[:20]))
def test_whatever_has_to_be_guessed_at_is_no_number(text):
    for read in (decimal, whole):
        with pytest.raises(Refused) as refused:
            read(text)
        assert len(str(refused.value)) < 300


@pytest.mark.parametrize("text", ["5.0", "5.5", "-0", "58.2"])
def test_a_number_with_decimals_or_a_sign_without_use_is_not_whole(text):
    with pytest.raises(Refused):
        whole(text)


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("5", 5), ("-5", -5), ("１２", 12), (" 96 ", 96)]
)
def test_a_whole_number(text, number):
    assert whole(text) == number


SHORT_TEXTS = st.text(
    st.sampled_from("0123456789.,-+ e E < > ≤ ０５．² ½ ٣ mg/kg AUC\u200b"), max_size=9
)


@given(SHORT_TEXTS | st.text(max_size=8))
@example("-0.0")
def test_no_number_is_ever_changed_silently(text):
    try:
        number = decimal(text)
    except Refused:
        return
    typed = text.strip().translate(str.maketrans("０１２３４５６７８９．。－−", "0123456789..--"))
    assert f"{number:f}" == typed


# Doses


@pytest.mark.parametrize(
    ("text", "kept", "micrograms"),
    [
        ("240 mg", "240 mg", 240_000),
        ("240.0 mg", "240.0 mg", 240_000),
        ("1.5 g", "1.5 g", 1_500_000),
        ("0.25 mg", "0.25 mg", 250),
        ("90 mcg", "90 mcg", 90),
        ("0.5 mcg", "0.5 mcg", None),
        ("0.0000001 g", "0.0000001 g", None),
        ("175 mg/m2", "175 mg/m2", None),
        ("175 mg/m²", "175 mg/m2", None),
        ("10 mg/kg", "10 mg/kg", None),
        ("AUC 5", "AUC 5", None),
        ("auc 5", "AUC 5", None),
        ("5 AUC", "AUC 5", None),
        ("２４０ mg", "240 mg", 240_000),
        ("240  mg", "240 mg", 240_000),
        (" 240 mg ", "240 mg", 240_000),
    ],
)
def test_a_dose_has_an_amount_and_a_unit(text, kept, micrograms):
    dose = Dose.parse(text)
    assert str(dose) == kept
    assert Dose.parse(kept) == dose
    assert dose.micrograms == micrograms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "240",
        "mg",
        "240mg",
        "240 MG",
        "240 mgs",
        "240 mg q3w",
        "240 mg/m3",
        "240 µg",
        "240 ml",
        "0 mg",
        "0.0 mg",
        "-5 mg",
        "1,5 mg",
        "1e3 mg",
        "NaN mg",
        "175² mg",
        "٣ mg",
        "½ mg",
        "AUC",
        "AUC 0",
        "AUC five",
        "0240 mg",
        ".5 mg",
        "5. mg",
        "2 x 120 mg",
        "240 mg\u202e",
        HUGE,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_a_dose_that_can_be_misread_is_refused(text):
    with pytest.raises(Refused):
        Dose.parse(text)


def test_a_dose_without_its_blank_is_not_told_to_leave_the_unit_out():
    with pytest.raises(Refused, match="needs an amount, a blank and a unit"):
        Dose.parse("240mg")


@given(
    st.decimals("0.000001", "99999", places=6, allow_nan=False),
    st.sampled_from(list(DoseUnit)),
)
def test_a_dose_reads_back_what_it_writes(amount, unit):
    dose = Dose(amount, unit)
    assert Dose.parse(str(dose)) == dose


# Results


@pytest.mark.parametrize(
    ("text", "comparator", "number"),
    [
        ("2.2", "", "2.2"),
        ("61.10", "", "61.10"),
        ("<0.5", "<", "0.5"),
        ("< 0.5", "<", "0.5"),
        ("＜0.5", "<", "0.5"),
        ("≤0.5", "<=", "0.5"),
        ("<=0.5", "<=", "0.5"),
        (">100", ">", "100"),
        ("≥100", ">=", "100"),
        (">=100", ">=", "100"),
        ("-1.5", "", "-1.5"),
        ("２．２", "", "2.2"),
    ],
)
def test_a_result_is_a_number_with_or_without_a_comparator(text, comparator, number):
    reading = Reading.parse(text)
    assert (reading.comparator, str(reading.number)) == (comparator, number)
    assert str(reading) == text
    assert reading.is_censored == bool(comparator)


@pytest.mark.parametrize("text", ["negative", "weakly positive", "阴性", "+", "++", "n.d."])
def test_a_result_in_words_has_no_number(text):
    reading = Reading.parse(text)
    assert (str(reading), reading.number, reading.is_censored) == (text, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1,5",
        "1e3",
        "2.2 ng/mL",
        "2.2 H",
        "2.2↑",
        "↑2.2",
        "118.2个",
        "402.6小",
        "5.2²",
        "⑤",
        "٣",
        "<",
        ">=",
        "<<0.5",
        "<.5",
        "=0.5",
        "<negative",
        "0.5-1.5",
        "27~25",
        "1:160",
        "02.2",
        ".5",
        "5.",
        "neg\u202eative",
        "negative\u200b",
        "negative\x07",
        "n" * 201,
        HUGE,
        "negative " * 1_000_000,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_a_result_that_has_to_be_guessed_at_is_refused(text):
    with pytest.raises(Refused):
        Reading.parse(text)


@given(SHORT_TEXTS)
def test_a_result_keeps_its_text_and_loses_no_digit(text):
    try:
        reading = Reading.parse(text)
    except Refused:
        return
    assert reading.text == text.strip()
    digits = [c for c in text if c.isdigit()]
    assert bool(digits) == (reading.number is not None)


# Ranges


@pytest.mark.parametrize(
    ("text", "low", "high", "strict"),
    [
        ("<1.5", None, "1.5", True),
        ("< 1.5", None, "1.5", True),
        ("＜1.5", None, "1.5", True),
        ("≤1.5", None, "1.5", False),
        ("<=1.50", None, "1.50", False),
        (">60", "60", None, True),
        ("≥60", "60", None, False),
        ("0.27-4.2", "0.27", "4.2", False),
        ("0.27 – 4.2", "0.27", "4.2", False),
        ("0~7", "0", "7", False),
        ("0～7", "0", "7", False),
    ],
)
def test_a_reference_range_has_one_side_or_two(text, low, high, strict):
    limits = Limits.parse(text)
    assert (limits.low, limits.high) == (low and Decimal(low), high and Decimal(high))
    assert strict == (limits.low_strict or limits.high_strict)
    assert str(limits) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.5",
        "<",
        "<1,5",
        "1,5-2,7",
        "4.2-0.27",
        "4.2-4.2",
        "0-",
        "-7",
        "1-2-3",
        "<1.5 ng/mL",
        "0.5.1-7",
        "<1.5²",
        "٣-٧",
        "normal",
        "<1.5 or <2.7",
        "\u202e<1.5",
        HUGE,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_what_is_no_range_is_refused(text):
    with pytest.raises(Refused):
        Limits.parse(text)


@given(st.decimals(-10, 20, places=2), st.sampled_from(["<1.5", "≤1.5", "0.27-4.2", ">60"]))
def test_an_exact_result_lies_on_one_side_of_a_range(number, text):
    limits = Limits.parse(text)
    assert limits.sides(Reading(str(number), "", number)) == {limits.side(number)}


@given(
    st.decimals(0, 10, places=2),
    st.decimals(0, 10, places=2),
    st.sampled_from(["<", "<=", ">", ">="]),
    st.sampled_from(["<1.5", "≤1.5", "0.27-4.2", ">3", "≥3"]),
)
def test_a_censored_result_lies_wherever_its_true_value_may(limit, true, sign, text):
    holds = {"<": true < limit, "<=": true <= limit, ">": true > limit, ">=": true >= limit}[sign]
    limits = Limits.parse(text)
    if holds:
        assert limits.side(true) in limits.sides(Reading(f"{sign}{limit}", sign, limit))


def test_a_result_in_words_lies_nowhere():
    assert Limits.parse("<1.5").sides(Reading("negative")) == frozenset()


def test_a_multiple_needs_an_upper_limit_above_zero():
    assert Limits.parse("<1.5").times_upper(Decimal("61.10")).quantize(Decimal("0.01")) == Decimal(
        "40.73"
    )
    assert Limits.parse(">60").times_upper(Decimal(5)) is None
    assert Limits.parse("<0").times_upper(Decimal(5)) is None
    assert Limits.parse(">60").side(Decimal(5)) is Side.LOW
