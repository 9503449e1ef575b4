# SPDX-License-Identifier: MIT
"""Results from CSV: every cell literal, every bad row named, the encoding named."""

import csv
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interchange.made import WORDS, records
from tracker.domain.errors import Refused
from tracker.domain.records import MarkerResult
from tracker.interchange import results_csv
from tracker.interchange.results_csv import COLUMNS, read

HEADER = "patient,analyte,date,value,unit,laboratory,method,range\n"
ROW = "SYN-0482,SCC,2019-02,2.2,ng/mL,Lab A,ECLIA,<1.5\n"
CHINESE = "病历号,项目名称,采样日期,检测结果,单位,参考值\n007,鳞癌抗原,2030/01/15,5.2,ng/mL,0~7\n"


def with_value(value, **cells):
    row = {"patient": "007", "analyte": "SCC", "date": "2019-02", "value": value, "unit": "ng/mL"}
    row |= cells
    quoted = ",".join('"' + text.replace('"', '""') + '"' for text in row.values())
    return (",".join(row) + "\n" + quoted + "\n").encode()


def the_row(data):
    (row,) = read(data).rows
    return row


def problems(data):
    with pytest.raises(Refused) as refused:
        read(data)
    return [(problem.place, str(problem.message)) for problem in refused.value.problems]


# What is read


def test_a_row_becomes_a_result_of_the_patient_with_that_number():
    found = read((HEADER + ROW).encode())
    row = found.rows[0]
    assert (row.row, row.mrn, found.encoding, found.delimiter) == (2, "SYN-0482", "utf-8", ",")
    record = row.draft.record
    assert (record.analyte, record.date.text, record.value.text) == ("SCC", "2019-02", "2.2")
    assert (record.unit, record.laboratory, record.method) == ("ng/mL", "Lab A", "ECLIA")
    assert record.range_reported.text == "<1.5"
    assert (record.flag, record.range_used) == (None, None)


def test_columns_may_stand_in_any_order_and_optional_ones_may_be_absent():
    data = b"unit;value;date;analyte;patient\nng/mL;61.10;2018-11;SCC;007\n"
    found = read(data)
    assert (found.delimiter, found.columns[0]) == (";", "unit")
    assert (found.rows[0].mrn, found.rows[0].draft.record.value.text) == ("007", "61.10")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_comma_semicolon_and_tab_are_recognised(delimiter):
    assert read((HEADER + ROW).replace(",", delimiter).encode()).delimiter == delimiter


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_the_encoding_is_recognised_and_reported(encoding, named):
    found = read(CHINESE.encode(encoding))
    assert found.encoding == named
    assert found.rows[0].draft.record.analyte == "鳞癌抗原"
    assert found.rows[0].draft.record.range_reported.text == "0~7"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read(end):
    assert len(read((HEADER + ROW).replace("\n", end).encode()).rows) == 1


def test_a_number_is_compared_as_text_with_its_zeros():
    assert the_row(with_value("1", patient="007")).mrn == "007"
    assert the_row(with_value("1", patient="7.0")).mrn == "7.0"


@pytest.mark.parametrize("value", ["<0.5", ">100", "≤2", "61.10", "negative", "2.0", "阴性"])
def test_a_result_is_kept_as_reported(value):
    assert the_row(with_value(value)).draft.record.value.text == value


def test_full_width_digits_are_a_number_and_stay_as_typed():
    value = the_row(with_value("２４０")).draft.record.value
    assert (value.text, value.number) == ("２４０", Decimal(240))


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "@SUM(A1)", "-x", "＝A1", '=HYPERLINK("x")'])
def test_text_that_looks_like_a_formula_is_text(text):
    row = the_row(with_value("1", patient=text, laboratory=text))
    assert (row.mrn, row.draft.record.laboratory) == (text, text)


def test_rows_are_numbered_as_a_spreadsheet_does_and_blank_ones_are_passed_over():
    data = (HEADER + ROW + "\n,,,,,,,\n" + ROW.replace("2.2", "5.2")).encode()
    assert [row.row for row in read(data).rows] == [2, 5]


def test_a_cell_over_two_lines_is_one_cell_and_no_laboratory():
    row = ROW.replace("Lab A", '"Lab A,\nsecond floor"')
    ((place, message),) = problems((HEADER + row + ROW).encode())
    assert (place, message.split(".")[0]) == ("row 2, laboratory", "Laboratory has a line break")


def test_a_partial_sample_date_stays_partial():
    assert the_row(with_value("1", date="~2019-05")).draft.record.date.text == "~2019-05"


@given(
    st.lists(
        st.tuples(WORDS.map(str.strip), records(MarkerResult)),
        max_size=4,
        unique_by=lambda row: row[0],
    )
)
def test_results_that_were_written_are_read_back(rows):
    found = read(results_csv.write(rows)).rows
    plain = [(mrn, replace(result, flag=None, range_used=None)) for mrn, result in rows]
    assert [(row.mrn, row.draft.record) for row in found] == plain


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "@SUM(A1)", "-x", "＝A1", "'=1", "''+x", "'a", "5"]
)
def test_no_text_that_was_written_is_taken_for_a_formula_and_all_come_back(text):
    result = the_row(with_value("-5.2", unit="mmol/L", laboratory="x", method="x")).draft.record
    data = results_csv.write([(text, replace(result, laboratory=text, unit=text, method=text))])
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    cells = dict(zip(*rows, strict=True))
    assert not [c for c in cells.values() if c.startswith(("=", "+", "@", "＝", "-x"))]
    assert cells["value"] == "-5.2"
    [row] = read(data).rows
    found = row.draft.record
    assert (row.mrn, found.laboratory, found.unit, found.method) == (text,) * 4


# What is refused


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("61.10↑", "arrow"),
        ("↓", "arrow"),
        ("阳性↑", "arrow"),
        ("118.2个", "misread"),
        ("402.6小", "misread"),
        ("5 mg", "own column"),
        ("5.2 H", "behind the number"),
        ("27~25", "behind the number"),
        ("1,5", "decimal point"),
        ("1e3", "exponent"),
        ("1e400", "exponent"),
        ("NaN", "missing number"),
        ("#N/A", "missing number"),
        ("null", "missing number"),
        ("٣", "not a plain number"),
        ("1 000", "not a plain number"),
        ("1'000", "behind the number"),
        (".5", "not a plain number"),
        ("=1+1", "not a plain number"),
        ("", "Result is needed"),
        ("neg\u202eative", "nobody can see"),
    ],
)
def test_a_doubtful_result_is_refused_with_the_reason(value, reason):
    ((place, message),) = problems(with_value(value))
    assert place == "row 2, value"
    assert reason in message


@pytest.mark.parametrize(
    ("cells", "place", "reason"),
    [
        ({"date": "30.02.2019"}, "row 2, date", "no day 30"),
        ({"date": "03/04/25"}, "row 2, date", ""),
        ({"date": "03/04/2019"}, "row 2, date", ""),
        ({"date": "0025-01-01"}, "row 2, date", ""),
        ({"date": "2925-01-01"}, "row 2, date", ""),
        ({"date": "43586"}, "row 2, date", ""),
        ({"date": "2019-05-07T08:30Z"}, "row 2, date", ""),
        ({"unit": ""}, "row 2, unit", "Unit is needed"),
        ({"range": "1.5"}, "row 2, range", "not a reference range"),
        ({"range": "7~0"}, "row 2, range", "low limit first"),
        ({"patient": " 007"}, "row 2, patient", "blanks around it"),
        ({"patient": ""}, "row 2, patient", "empty"),
        ({"patient": "0\x000"}, "row 2, patient", "U+0000"),
        ({"laboratory": "x" * 501}, "row 2, laboratory", "500"),
        ({"laboratory": "Lab\u202e"}, "row 2, laboratory", "U+202E"),
    ],
)
def test_a_doubtful_cell_is_refused_at_its_row_and_column(cells, place, reason):
    ((where, message),) = problems(with_value("1", **cells))
    assert where == place
    assert reason in message


def test_every_bad_row_is_named():
    rows = [ROW, ROW.replace("2.2", "2,2"), ROW.replace("2019-02", "soon"), ROW.replace("SCC", "")]
    places = [place for place, _ in problems((HEADER + "".join(rows)).encode())]
    assert places == ["row 3", "row 4, date", "row 5, analyte"]


def test_a_row_that_repeats_another_in_every_cell_is_refused():
    assert problems((HEADER + ROW + ROW).encode()) == [
        ("row 3", "The row repeats row 2 in every cell.")
    ]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("patient,analyte,date,value\n", "no column for: unit"),
        ("项目名称,检测结果,参考值,单位\n", "no column for: patient, date"),
        ("patient,analyte,检测日期,value,unit\n", "“检测日期”, is not known"),
        ("patient,analyte,date,value,unit,colour\n", "“colour”, is not known"),
        ("patient,analyte,date,value,unit,\n", "Column 6"),
        ("patient,analyte,date,value,unit,VALUE\n", "“value” stands there twice"),
        ("\ufeff\ufeffpatient,analyte,date,value,unit\n", "no column for: patient"),
        ("sep=;\n", "no column for"),
        ("\n", "no column for"),
        ("", "no column for"),
        ('"patient\n', "no column for"),
    ],
)
def test_a_header_that_leaves_a_doubt_is_refused(header, reason):
    assert any(reason in message for _, message in problems(header.encode()))


@pytest.mark.parametrize(
    "rest",
    ['"SYN', '"a"b,SCC,2019,1,u,,,\n', "x" * 200_000 + "," * 7],
    ids=["open", "text", "long"],
)
def test_a_file_that_cannot_be_read_on_says_from_which_row(rest):
    *_, (place, message) = problems((HEADER + ROW + rest).encode())
    assert place == "row 3"
    assert "cannot be read on" in message


def test_a_file_of_mixed_encodings_is_refused():
    data = CHINESE.encode("gb18030") + "007,鳞癌抗原,2019,1,ng/mL,<1\n".encode()
    assert "mixes encodings" in problems(data)[0][1]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x80\x81\xff", "é,ö\n".encode("latin-1")])
def test_bytes_of_no_known_encoding_are_refused(data):
    assert "Save it as" in problems(data)[0][1]


def test_utf16_without_a_mark_is_refused():
    assert problems((HEADER + ROW).encode("utf-16-le"))


def test_big5_headings_are_not_taken_for_something_else():
    assert problems("病歷號,項目名稱,日期\n".encode("big5"))


def test_too_large_and_too_long_files_are_refused(monkeypatch):
    monkeypatch.setattr(results_csv, "LARGEST_FILE", 100)
    assert "MB" in problems((HEADER + ROW).encode())[0][1]
    monkeypatch.setattr(results_csv, "LARGEST_FILE", 10_000)
    monkeypatch.setattr(results_csv, "MOST_ROWS", 2)
    data = HEADER + ROW + ROW.replace("2.2", "5.2")
    assert problems(data.encode()) == [("row 3", "More than 2 rows. Split the file.")]


def test_every_heading_means_one_column():
    headings = [heading for name, others in COLUMNS.items() for heading in (name, *others)]
    assert len(headings) == len(set(headings))
    assert headings == [heading.casefold() for heading in headings]


# Whatever the bytes are

JUNK = st.one_of(
    st.binary(max_size=6),
    st.sampled_from([b'"', b'""', b",", b";", b"\t", b"\r", b"\n", b"\x00", b"\xef\xbb\xbf"]),
    st.sampled_from(["↑".encode(), "王".encode(), "王".encode("gb18030"), b"=1+1", b"1e999"]),
)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30), JUNK), max_size=4))
def test_damaged_bytes_are_read_or_refused(damages):
    data = (HEADER + ROW).encode()
    for start, length, junk in damages:
        data = data[:start] + junk + data[start + length :]
    try:
        found = read(data)
    except Refused as refused:
        reasons = str(refused)
    else:
        assert all(row.mrn for row in found.rows)
        return
    assert reasons.encode()
