# SPDX-License-Identifier: MIT
"""Drugs: found by exact name only, with source, version and the traps of their labels."""

import pytest

from tests.domain.oracles import clinical
from tracker.domain.agents import AgentClass, Confidence, Formulary, LimitKind, parse_agents
from tracker.domain.errors import Refused

LIMITS = clinical("agent_limits.csv")
AGENTS = (
    *parse_agents(clinical("agents_ici.csv"), LIMITS),
    *parse_agents(clinical("agents_partner.csv"), LIMITS),
)
FORMULARY = Formulary(AGENTS)
OWN = (
    "inn,zh_name,class,brand,basis,usual_dose,interval_days,atc,note,source,version,confidence\n"
    "toripalimab,特瑞普利单抗,PD-1,,flat,3 mg/kg,14,,,ward list,2,\n"
)


def limits(inn, kind):
    agent = FORMULARY.find(inn)
    return [limit for limit in agent.limits if limit.kind is kind]


def test_all_drugs_of_both_tables_are_known():
    assert len(FORMULARY) == len(AGENTS) == 32 + 25


def test_every_drug_names_source_and_version():
    assert all(agent.source and agent.version for agent in FORMULARY)


def test_a_confidence_that_is_not_stated_is_not_invented():
    assert FORMULARY.find("toripalimab").confidence is Confidence.HIGH
    assert FORMULARY.find("zimberelimab").confidence is Confidence.MEDIUM
    assert FORMULARY.find("cisplatin").confidence is None


@pytest.mark.parametrize(
    "name", ["toripalimab", "Toripalimab ", "特瑞普利单抗", "Loqtorzi", "tuoyi"]
)
def test_a_drug_is_found_by_inn_chinese_name_and_brand(name):
    assert FORMULARY.find(name).inn == "toripalimab"


@pytest.mark.parametrize("name", ["", "tori", "toripalimab 240 mg", "paclitaxell"])
def test_a_similar_name_is_not_taken_for_a_drug(name):
    assert FORMULARY.find(name) is None


def test_drugs_that_sound_alike_are_kept_apart():
    assert FORMULARY.find("nab-paclitaxel").inn != FORMULARY.find("paclitaxel").inn
    assert FORMULARY.find("nivolumab and relatlimab").inn != FORMULARY.find("nivolumab").inn


def test_no_name_leads_to_two_drugs():
    names = [name.casefold() for agent in AGENTS for name in agent.names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("toripalimab", AgentClass.PD1),
        ("durvalumab", AgentClass.PDL1),
        ("ipilimumab", AgentClass.CTLA4),
        ("cadonilimab", AgentClass.BISPECIFIC),
        ("ivonescimab", AgentClass.BISPECIFIC),
        ("iparomlimab and tuvonralimab", AgentClass.COMBINATION),
        ("cisplatin", AgentClass.CHEMOTHERAPY),
        ("bevacizumab", AgentClass.ANTI_VEGF),
        ("lenvatinib", AgentClass.TKI),
        ("tisotumab vedotin", AgentClass.ADC),
    ],
)
def test_a_drug_belongs_to_one_class(name, expected):
    assert FORMULARY.find(name).agent_class is expected


def test_tremelimumab_is_a_single_dose_in_liver_cancer_and_five_in_lung_cancer():
    (single,) = limits("tremelimumab", LimitKind.SINGLE_DOSE)
    (five,) = limits("tremelimumab", LimitKind.DOSE_COUNT)
    assert (single.doses, single.applies_to) == (1, "hepatocellular carcinoma")
    assert (five.doses, five.applies_to) == (5, "non-small cell lung cancer")
    assert FORMULARY.find("tremelimumab").interval_days is None


def test_ipilimumab_ends_after_four_doses_in_the_three_week_schedules_only():
    (four,) = limits("ipilimumab", LimitKind.DOSE_COUNT)
    assert (four.doses, four.interval_days) == (4, 21)


def test_the_dose_of_a_light_patient_is_text_to_be_read():
    (light,) = limits("durvalumab", LimitKind.BODY_WEIGHT)
    assert "30 kg" in light.text
    assert light.doses is None


def test_dostarlimab_changes_dose_and_interval_after_the_induction():
    (change,) = limits("dostarlimab", LimitKind.CHANGE)
    assert "3 weeks after the last induction dose" in change.text


def test_every_trap_belongs_to_a_known_drug_and_names_its_source():
    found = [limit for agent in AGENTS for limit in agent.limits]
    assert len(found) == len(LIMITS.splitlines()) - 1
    assert all(limit.source and limit.version and limit.text for limit in found)


def test_a_clinics_own_entry_wins_over_that_of_the_program():
    clinic = FORMULARY.with_own(parse_agents(OWN))
    assert clinic.find("特瑞普利单抗").source == "ward list"
    assert len(clinic) == len(FORMULARY)


def test_all_incomplete_entries_are_refused_at_once_with_their_rows():
    bad = OWN + ",,PD-1,,,,,,,x,1,\nsome drug,,unheard of,,,,,,,x,1,\nother,,PD-1,,,,,,,,1,\n"
    with pytest.raises(Refused) as refused:
        parse_agents(bad)
    assert [problem.place for problem in refused.value.problems] == ["row 3", "row 4", "row 5"]
