# SPDX-License-Identifier: MIT
"""The official CTCAE workbooks in all their layouts. Every sentence here is made up."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter

from tracker.domain.errors import Refused
from tracker.interchange import ctcae_workbook

NBSP = "\u00a0"
GRADES = [f"Grade {n}" for n in range(1, 6)]
V5 = ["MedDRA Code", "MedDRA SOC", "CTCAE Term" + NBSP, *(grade + NBSP for grade in GRADES),
      "Definition", "Navigational Note", "CTCAE v5.0 Change"]  # fmt: skip
V6 = [*(f"CTCAE v6.0 MedDRA 28.0 {name}" for name in ("LLT Code", "SOC", "Term")), *GRADES,
      "Definition", "Navigational Note"]  # fmt: skip
LONG = ["CTCAE v6.0 MedDRA Code", "CTCAE SOC", "CTCAE Preferred Term", "Grade", "Grade Description",
        "Definition"]  # fmt: skip
TERMS = {
    "Anemia": ("Blood and lymphatic system disorders ", "10002272", "12345"),
    "Pneumonitis" + NBSP: ("Respiratory, thoracic and mediastinal disorders", "10035742", "12345"),
    "Alanine aminotransferase increased": ("Investigations", "10001551", "1234"),
    "Alopecia": ("Skin and subcutaneous tissue disorders" + NBSP, "10001760", "12"),
}


def wide(header, terms=None):
    rows = [header]
    for term, (soc, code, grades) in (TERMS if terms is None else terms).items():
        cells = [f"made up {n}" if str(n) in grades else " -" for n in range(1, 6)]
        rows.append([code, soc, term, *cells, "a definition", " -"])
    return rows


def long():
    rows = [LONG]
    for term, (soc, code, grades) in TERMS.items():
        for n in range(1, 6):
            text = f"made up {n}" if str(n) in grades else " -"
            rows.append([code, soc, term, f"Grade {n}", text, "a definition"])
    return rows


def book(rows, sheet="CTCAE v6.0 Clean Copy", above=()) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        workbook.add_worksheet("Read me").write_string(0, 0, "no terms here")
        page = workbook.add_worksheet(sheet)
        for number, row in enumerate([*above, *rows]):
            for place, cell in enumerate(row):
                page.write(number, place, cell)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "version", "layout"),
    [
        (book(wide(V5), "CTCAE v5.0"), "5.0", "wide"),
        (book(wide(V5), "Sheet1", [["CTCAE v5.0 November 27, 2017"]]), "5.0", "wide"),
        (book(wide(V6)), "6.0", "wide"),
        (book(long(), "Terms"), "6.0", "long"),
    ],
)
def test_version_and_layout_are_read_from_the_header(data, version, layout):
    found = ctcae_workbook.read(data)
    assert (found.ctcae.version, found.layout) == (version, layout)
    assert len(found.ctcae.terms) == len(TERMS)
    alopecia = found.ctcae.find("alopecia")
    assert alopecia.organ_class == "Skin and subcutaneous tissue disorders"
    assert (alopecia.code, alopecia.definition) == ("10001760", "a definition")
    assert dict(alopecia.sentences) == {1: "made up 1", 2: "made up 2"}
    assert alopecia.grades == {1, 2}
    assert found.ctcae.find("Pneumonitis").name == "Pneumonitis"


def test_a_code_that_a_spreadsheet_made_a_number_is_the_same_code():
    rows = wide(V6)
    rows[1][0] = 10002272
    assert ctcae_workbook.read(book(rows)).ctcae.find("Anemia").code == "10002272"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no workbook", "no Excel workbook"),
        (b"", "no Excel workbook"),
        (book([["a", "b"], ["c", "d"]]), "No sheet has the header row"),
        (book(wide([*V5[:-1], "Change"]), "Sheet1"), "does not say which CTCAE version"),
        (book(wide(V6, {"Alopecia": TERMS["Alopecia"]})), "“Anemia” is missing"),
        (book([*wide(V6), wide(V6)[1]]), "row 6: The term “Anemia” stands there twice"),
        (book(wide(V6, TERMS | {"X": ("SOC", "123", "1")})), "“123” is no MedDRA code"),
        (book(wide(V6, TERMS | {"X": ("", "10000001", "1")})), "no system organ class"),
        (book(wide(V6, TERMS | {"X": ("SOC", "10000001", "")})), "“X” has no grade at all"),
        (book([*long(), ["", "SOC", "X", "severe", "y", ""]]), "“severe” is no grade"),
        (
            book([*long(), [*long()[1][:4], "another text", ""]]),
            "“Anemia” has two texts for grade 1",
        ),
    ],
)
def test_what_is_no_whole_ctcae_is_refused_with_the_reason(data, words):
    with pytest.raises(Refused) as refusal:
        ctcae_workbook.read(data)
    said = "\n".join(f"{p.place}: {p.message}" for p in refusal.value.problems)
    assert words in said


def test_the_rows_are_numbered_as_the_spreadsheet_shows_them():
    rows = wide(V6, TERMS | {"X": ("SOC", "12", "1")})
    with pytest.raises(Refused) as refusal:
        ctcae_workbook.read(book(rows, above=[["CTCAE v6.0"], []]))
    assert refusal.value.problems[0].place == "row 8"


def test_an_archive_of_a_version_that_nobody_knows_is_no_workbook():
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("a", "b")
    whole = bytearray(packed.getvalue())
    whole[whole.index(b"PK\x01\x02") + 6] = 116  # version 11.6, found by changing files at random
    with pytest.raises(Refused):
        ctcae_workbook.read(bytes(whole))
