# SPDX-License-Identifier: MIT
"""What a typed date may mean, how it is kept, and how it is written for others."""

from datetime import date

import pytest

from tracker.domain.dates import UNKNOWN, DateError, PartialDate, Precision
from tracker.domain.errors import Refused

AS_OF = date(2024, 11, 26)


def bounds(text: str) -> tuple[str | None, str | None]:
    when = PartialDate.parse(text)
    earliest = when.earliest.isoformat() if when.earliest else None
    latest = when.latest.isoformat() if when.latest else None
    return earliest, latest


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("2024-10-01 08:10", "08:10"),
        ("2024-10-01T16:40:30.5", "16:40"),
        ("2024-10-01 08：10", "08:10"),
        ("2024-10-01T08", ""),
        ("2024/10/1 8:10", "08:10"),
        ("2024/10/01 8:10:30", "08:10"),
        ("2024-10-01", ""),
        ("2024-10", ""),
        ("7 October 2024", ""),
    ],
)
def test_a_time_of_day_is_known_to_the_minute_or_not_at_all(text, minute):
    assert PartialDate.parse(text).minute == minute


def test_the_time_that_another_program_wrote_stays_in_the_text():
    assert PartialDate.parse("2019-05-07T10:00").text == "2019-05-07T10:00"


@pytest.mark.parametrize("text", ["2019", "2019年", " 2019 ", "２０１９"])
def test_a_year_is_any_day_of_it(text):
    assert bounds(text) == ("2019-01-01", "2019-12-31")
    assert PartialDate.parse(text).precision is Precision.YEAR


@pytest.mark.parametrize(
    "text",
    [
        "2019-05",
        "2019-5",
        "2019/5",
        "5/2019",
        "05/2019",
        "5-2019",
        "May 2019",
        "may 2019",
        "MAY 2019",
        "2019年5月",
        "2019年05月",
        "2019 年 5 月",
        "２０１９年５月",
        "２０１９－０５",
    ],
)
def test_a_month_is_any_day_of_it(text):
    assert bounds(text) == ("2019-05-01", "2019-05-31")
    assert PartialDate.parse(text).precision is Precision.MONTH


@pytest.mark.parametrize(
    "text",
    [
        "2019-05-07",
        "2019-5-7",
        "2019/5/7",
        "2019.5.7",
        "7 May 2019",
        "7-May-2019",
        "07 may 2019",
        "May 7, 2019",
        "May 7 2019",
        "2019年5月7日",
        "2019年5月7号",
        "2019。5。7",
        "2019-05-07T10:00",
        "2019-05-07T10",
        "2019-05-07T23:59:59.5",
        "2019-05-07 10:00",
        "2019-05-07 10：00",
    ],
)
def test_a_day_is_only_that_day(text):
    assert bounds(text) == ("2019-05-07", "2019-05-07")
    when = PartialDate.parse(text)
    assert when.precision is Precision.DAY
    assert when.is_day
    assert when.day == date(2019, 5, 7)


@pytest.mark.parametrize("month", ["Sep", "Sept", "Sept.", "september", "SEPTEMBER"])
def test_english_months_may_be_abbreviated(month):
    assert bounds(f"{month} 2019") == ("2019-09-01", "2019-09-30")


@pytest.mark.parametrize("text", ["25/12/2019", "12/25/2019", "25.12.2019", "12-25-2019"])
def test_a_day_with_the_year_last_is_read_when_only_one_order_is_possible(text):
    assert bounds(text) == ("2019-12-25", "2019-12-25")


def test_a_day_that_is_the_same_in_either_order_is_read():
    assert bounds("5/5/2019") == ("2019-05-05", "2019-05-05")


@pytest.mark.parametrize(
    "text",
    ["~2019-05", "~ May 2019", "~5/2019", "～2019-05", "2019-05~", "约2019年5月", "大约2019-05"],
)
def test_about_a_month_includes_the_months_beside_it(text):
    assert bounds(text) == ("2019-04-01", "2019-06-30")
    assert PartialDate.parse(text).precision is Precision.APPROXIMATE


@pytest.mark.parametrize("text", ["~2019", "2019~", "约2019年", "约 2019"])
def test_about_a_year_includes_the_years_beside_it(text):
    assert bounds(text) == ("2018-01-01", "2020-12-31")
    assert PartialDate.parse(text).precision is Precision.APPROXIMATE


def test_about_january_reaches_into_the_year_before():
    assert bounds("~2019-01") == ("2018-12-01", "2019-02-28")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("1977-11-27/1978-11-26", "1977-11-27", "1978-11-26", Precision.BETWEEN),
        ("2019-02/2019-04", "2019-02-01", "2019-04-30", Precision.BETWEEN),
        ("2019-02 / 2019-04", "2019-02-01", "2019-04-30", Precision.BETWEEN),
        ("2019/2020", "2019-01-01", "2020-12-31", Precision.BETWEEN),
        ("2019年2月/2019年4月", "2019-02-01", "2019-04-30", Precision.BETWEEN),
        ("[2019-02..2019-04]", "2019-02-01", "2019-04-30", Precision.BETWEEN),
        ("2019-02/..", "2019-02-01", None, Precision.OPEN),
        ("[2019-02..]", "2019-02-01", None, Precision.OPEN),
        ("../2019-03", None, "2019-03-31", Precision.OPEN),
        ("[..2019-03]", None, "2019-03-31", Precision.OPEN),
        ("2019-05-07/2019-05-07", "2019-05-07", "2019-05-07", Precision.DAY),
        ("2019-05-01/2019-05-31", "2019-05-01", "2019-05-31", Precision.MONTH),
    ],
)
def test_an_interval_is_one_day_between_its_ends(text, earliest, latest, precision):
    assert bounds(text) == (earliest, latest)
    assert PartialDate.parse(text).precision is precision


@pytest.mark.parametrize("text", ["unknown", "Unknown", "不详", "未知", "?", "？"])
def test_unknown_is_a_value_of_its_own(text):
    when = PartialDate.parse(text)
    assert when.is_unknown
    assert when.precision is Precision.UNKNOWN
    assert when.day is None
    assert when.text == text


# What is refused, and the reason given


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("   ", "is empty"),
        ("2019 " * 20, "more than 60 characters"),
        ("9" * 10_000_000, "more than 60 characters"),
        ("20190507", "without separators"),
        ("201905", "without separators"),
        ("43586", "without separators"),
        ("2019.5", "cut by a spreadsheet"),
        ("7 May", "no year"),
        ("May 7", "no year"),
        ("5月7日", "no year"),
        ("5-7", "no year"),
        ("5/19", "no year"),
        ("5/", "no year"),
        ("May", "no year"),
        ("5月", "no year"),
        ("5", "no year"),
        ("19", "two digits"),
        ("19-05-07", "two digits"),
        ("5/7/19", "two digits"),
        ("7 May 19", "two digits"),
        ("19年5月", "two digits"),
        ("May '19", "two digits"),
        ("19-02/19-04", "two digits"),
        ("2019-02-30", "2019-02 has 28 days"),
        ("30 February 2020", "2020-02 has 29 days"),
        ("2019年2月30日", "2019-02 has 28 days"),
        ("30/2/2019", "2019-02 has 28 days"),
        ("2019-05-00", "no day 0"),
        ("2019-04-31/..", "2019-04 has 30 days"),
        ("1900-02-29", "1900-02 has 28 days"),
        ("2019-13", "no month 13"),
        ("2019-00", "no month 0"),
        ("13/2019", "no month 13"),
        ("31/13/2019", "no month 31"),
        ("0025", "0025 is not within 1880 to 2199"),
        ("2925-03-01", "2925 is not within 1880 to 2199"),
        ("1879", "1879 is not within"),
        ("2200-01", "2200 is not within"),
        ("03/04/0019", "0019 is not within"),
        ("03/04/2019", "can be 2019-03-04 or 2019-04-03"),
        ("5-7-2019", "can be 2019-05-07 or 2019-07-05"),
        ("5.7.2019", "can be 2019-05-07 or 2019-07-05"),
        ("~2019-05-07", "is a day, and “about”"),
        ("2019-05-07~", "is a day, and “about”"),
        ("约2019年5月7日", "is a day, and “about”"),
        ("2019-04/2019-02", "ends before it starts"),
        ("[2019-04..2019-02]", "ends before it starts"),
        ("2019-02/", "without two complete dates"),
        ("/2019-02", "without two complete dates"),
        ("2019-02/04", "without two complete dates"),
        ("2019-5/7", "without two complete dates"),
        ("../..", "open on both sides"),
        ("[..]", "open on both sides"),
        ("2019-05-07T10:00Z", "time of day"),  # in China the day may have been the 8th
        ("2019-05-07 10:00:00+08:00", "time of day"),
        ("2019-05-07T24:00", "time of day"),
        ("2019-05-07T10:60", "time of day"),
        ("2019-05-07T", "not a date"),
        ("2019-02-30T10:00", "no day 30"),
        ("2019-05T10:00", "time of day"),
        ("~2019-05-07T10:00", "is a day, and “about”"),
        ("7/5/2019 10:00", "time of day"),
        ("٢٠١٩-٠٥", "digits other than 0 to 9"),
        ("२०१९", "digits other than 0 to 9"),
        ("2019-0²", "digits other than 0 to 9"),
        ("2019\u200b-05", "cannot be seen (U+200B)"),
        ("\u202e2019-05", "cannot be seen (U+202E)"),
        ("2019\x00", "cannot be seen (U+0000)"),
        ("soon", "not a date"),
        ("2019 or 2020", "not a date"),
        ("2010–11", "not a date"),  # as typeset, a stretch of two years
        ("2019/2020/2021/2022", "not a date"),
        ("~2019/2020", "not a date"),
        ("2019\n05", "not a date"),
        ("-2019", "not a date"),
        ("[2019-05]", "not a date"),
        ("二〇一九年五月", "not a date"),
        ("Mai 2019", "not a date"),
        ("201-05", "not a date"),
    ],
)
def test_a_refused_date_says_why(text, reason):
    with pytest.raises(DateError) as refusal:
        PartialDate.parse(text)
    assert reason in str(refusal.value)


@pytest.mark.parametrize(
    "text", ["", "soon", "7 May", "20190507", "2019-02/", "19", "2019.5", "~2019-05-07"]
)
def test_a_refusal_shows_how_to_write_a_date(text):
    with pytest.raises(Refused, match=r"2019-0[25]"):
        PartialDate.parse(text)


def test_a_refusal_with_braces_in_the_text_is_still_readable():
    with pytest.raises(DateError, match=r"“\{text\}” is not a date"):
        PartialDate.parse("{text}")


# How it is kept and written


def test_the_text_is_kept_as_typed():
    assert PartialDate.parse("  约２０１９年5月 ").text == "约２０１９年5月"
    assert str(PartialDate.parse("may 2019")) == "may 2019"


def test_a_known_day_writes_itself():
    assert PartialDate.of(AS_OF) == PartialDate("2024-11-26", AS_OF, AS_OF)


@pytest.mark.parametrize("text", ["2019", "May 2019", "~2019-05", "2019-02/..", "../2019", "不详"])
def test_a_stored_date_comes_back_whole(text):
    when = PartialDate.parse(text)
    stored = [None if day is None else day.toordinal() for day in (when.earliest, when.latest)]
    assert PartialDate.from_stored(when.text, *stored) == when


@pytest.mark.parametrize(("earliest", "latest"), [(737_000, 736_999), (0, None), (None, 10**9)])
def test_stored_days_that_are_no_date_are_a_defect(earliest, latest):
    with pytest.raises((ValueError, OverflowError)):
        PartialDate.from_stored("2019", earliest, latest)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019", "2019"),
        ("May 2019", "2019-05"),
        ("2019年5月7日", "2019-05-07"),
        ("约2019年5月", "2019-05~"),
        ("~2019", "2019~"),
        ("1977-11-27/1978-11-26", "[1977-11-27..1978-11-26]"),
        ("2019-02/2019-04", "[2019-02..2019-04]"),
        ("2019-04/2019-06", "[2019-04..2019-06]"),
        ("2018/2020", "[2018..2020]"),
        ("2019-02-15/2019-04", "[2019-02-15..2019-04-30]"),
        ("2019-02/..", "[2019-02..]"),
        ("../2019-03", "[..2019-03]"),
        ("../2019-03-15", "[..2019-03-15]"),
        ("unknown", ""),
    ],
)
def test_exports_write_iso_8601_2(text, iso):
    assert PartialDate.parse(text).iso() == iso


def test_a_month_is_never_shown_as_a_day():
    when = PartialDate.parse("2019-02")
    assert (when.iso(), when.day, when.is_day) == ("2019-02", None, False)


# Source: pharmaverse admiral, tests of derive_vars_dt (partial-date imputation, both ends).
def test_the_ends_of_a_month_agree_with_trial_programming():
    assert bounds("2019-02") == ("2019-02-01", "2019-02-28")
    assert bounds("2019-07-18") == ("2019-07-18", "2019-07-18")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-11", date(2024, 11, 1), AS_OF),
        ("2019-02/..", date(2019, 2, 1), AS_OF),
        ("../2019-03", None, date(2019, 3, 31)),
        ("../2025", None, AS_OF),
        ("2019-05-07", date(2019, 5, 7), date(2019, 5, 7)),
        ("2025-01", AS_OF, AS_OF),
    ],
)
def test_a_computation_knows_nothing_after_its_as_of_day(text, earliest, latest):
    assert PartialDate.parse(text).closed(AS_OF) == PartialDate(text, earliest, latest)


def test_an_unknown_date_stays_unknown_in_computations():
    assert UNKNOWN.closed(AS_OF) == UNKNOWN


@pytest.mark.parametrize("text", ["~2024-11", "~2024"])
def test_about_is_no_longer_claimed_of_days_that_were_cut(text):
    cut = PartialDate.parse(text).closed(AS_OF)
    assert cut.precision is Precision.BETWEEN
    assert cut.iso().endswith("..2024-11-26]")


def test_dates_are_listed_by_earliest_then_latest_day():
    texts = ["2020", "2019-05", "2019-05-01", "../2018", "2019-05/..", "2019"]
    in_order = sorted((PartialDate.parse(text) for text in texts), key=lambda d: d.sort_key)
    assert [d.text for d in in_order] == [
        "../2018", "2019", "2019-05-01", "2019-05", "2019-05/..", "2020",
    ]  # fmt: skip


def test_dates_are_equal_only_when_also_typed_alike():
    assert PartialDate.parse("2019-05") == PartialDate.parse("2019-05")
    assert PartialDate.parse("2019-05") != PartialDate.parse("May 2019")
