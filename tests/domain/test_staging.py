# SPDX-License-Identifier: MIT
"""Stages are what their system defines, and nodes under the microscope are held against them."""

import csv
from pathlib import Path

import pytest

from tracker.domain.records import NodeStation, Stage
from tracker.domain.records.base import build
from tracker.domain.staging import (
    Figo,
    NodeRegion,
    figo_2018,
    figo_of,
    is_below,
    is_tnm,
    region_of,
    stage_by_nodes,
    stage_in_words,
)

ORACLES = Path(__file__).parents[1] / "fixtures" / "oracles"
PROCEDURE = "00000000-0000-7000-8000-000000000001"


def rows(name: str) -> list[dict[str, str]]:
    with (ORACLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stations(*found: tuple[str, str, str]) -> list[NodeStation]:
    return [
        build(NodeStation, {"procedure": PROCEDURE, "station": s, "positive": p, "examined": e})
        for s, p, e in found
    ]


def test_every_stage_of_figo_2018_is_read():
    table = rows("figo2018_cervix.csv")
    assert len(table) == 22
    assert all(str(figo_2018(row["stage"])) == row["stage"] for row in table)


def test_only_stage_iiic_says_by_imaging_or_by_pathology():
    suffixed = {r["stage"] for r in rows("figo2018_cervix.csv") if r["needs_r_or_p_suffix"] == "1"}
    stages = {r["stage"] for r in rows("figo2018_cervix.csv")}
    assert {s for s in stages if figo_2018(s + "p") and figo_2018(s + "r")} == suffixed


@pytest.mark.parametrize("text", ["mC2p", "", "V", "IVC", "IC", "IIIC3", "II1", "IIIC2q", "3C2"])
def test_what_is_printed_wrongly_is_no_stage(text):
    assert figo_2018(text) is None


@pytest.mark.parametrize("text", ["Stage IIIC2p", "IIIC2 p", "ⅢC2p", " IIIC2p "])
def test_a_stage_is_read_as_people_write_it(text):
    assert str(figo_2018(text)) == "IIIC2p"


def test_the_basis_of_a_record_is_its_suffix():
    stage = build(
        Stage, {"diagnosis": PROCEDURE, "system": "FIGO 2018", "stage": "IIIC2", "basis": "p"}
    )
    assert str(figo_of(stage)) == "IIIC2p"


@pytest.mark.parametrize(
    "text", ["T1b2 N1 M0", "pT2a1 pN1 M0", "cT1b3N0M0", "ypT0 N0", "Tis", "TX"]
)
def test_tnm_stages_are_known(text):
    assert is_tnm(text)


@pytest.mark.parametrize("text", ["T5", "N1", "mC2p", "T1b2 N4", "T1 M2"])
def test_other_words_are_no_tnm_stage(text):
    assert not is_tnm(text)


def test_every_region_of_the_seed_has_its_role():
    roles = {"regional": NodeRegion.PELVIC, "regional (IIIC2)": NodeRegion.PARA_AORTIC}
    table = rows("node_regions.csv")
    assert len(table) == 17
    for row in table:
        role = roles.get(row["figo_role_for_cervix"], NodeRegion.DISTANT)
        assert region_of(row["node_region"]) is role, row["node_region"]


def test_the_positive_nodes_of_the_seed_make_at_least_iiic2p():
    found = stage_by_nodes(
        stations(
            ("left pelvic", "1", "7"),
            ("right pelvic", "5", "10"),
            ("right common iliac", "5", "7"),
            ("para-aortic", "16", "16"),
        )
    )
    assert str(found) == "IIIC2p"


def test_common_iliac_nodes_are_pelvic_ones():
    assert str(stage_by_nodes(stations(("right common iliac", "5", "7")))) == "IIIC1p"


def test_a_positive_node_of_an_unknown_region_says_nothing():
    assert stage_by_nodes(stations(("para-aortic", "1", "3"), ("packet B", "1", "2"))) is None
    assert stage_by_nodes(stations(("para-aortic", "0", "16"))) is None


@pytest.mark.parametrize(
    ("lower", "higher"), [("IB3", "IIIC1"), ("IIIC1", "IIIC2"), ("IIB", "IIIC"), ("III", "IVA")]
)
def test_stages_have_their_order(lower, higher):
    assert is_below(Figo(lower), Figo(higher))
    assert not is_below(Figo(higher), Figo(lower))


@pytest.mark.parametrize(("whole", "part"), [("IIIC", "IIIC2"), ("III", "IIIC1"), ("IB", "IB3")])
def test_a_stage_is_not_below_its_own_part(whole, part):
    assert not is_below(Figo(whole), Figo(part))


@pytest.mark.parametrize(
    ("system", "stage", "basis", "words"),
    [
        ("FIGO 2018", "IIIC2", "p", "FIGO 2018 IIIC2p"),
        ("FIGO 2018", "IIIC1r", "r", "FIGO 2018 IIIC1r"),
        ("FIGO 2018", "IVB", "c", "FIGO 2018 IVB"),
        ("TNM 8", "IV", "c", "TNM 8 IV"),  # not IVc
        ("TNM 8", "IIB", "p", "TNM 8 IIB"),
    ],
)
def test_a_basis_is_written_behind_iiic_alone(system, stage, basis, words):
    texts = {"diagnosis": PROCEDURE, "system": system, "stage": stage, "basis": basis}
    assert stage_in_words(build(Stage, texts)) == words
