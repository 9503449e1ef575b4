# SPDX-License-Identifier: MIT
"""The response criteria against published trial tables, row by row."""

from decimal import Decimal

import pytest

from tests.domain.builders import when
from tests.domain.oracles import Tally, number, rows
from tests.domain.response_oracles import answer_to, answers, code, immune, three_parts
from tracker.domain import ca125, irecist
from tracker.domain.best_response import Answer, Rule, benefited, best, responded
from tracker.domain.records.response_assessment import Category

NOT_APPLIED = "nadir not applied"
UNCONFIRMED, CONFIRMED = Rule(None, 28), Rule(28, 28)


def tally_recist(name, expected, lesions):
    """Three answers and the sum of each row; a row that breaks the criteria is not compared."""
    tally, found = Tally(name), answers(lesions)
    for row in expected:
        if row.get("agrees", "True") == "False":
            tally.excluded += 1
            continue
        assessed = answer_to(found, row)
        published = "/".join((row["rule_target"], row["rule_nontarget"], row["published_overall"]))
        what = f"{row['case_id']} {row['visit']}"
        tally.add(what, published, three_parts(assessed))
        total = number(row["sum_of_diameters_mm"])
        if total is not None and assessed.measured != total.quantize(Decimal("0.01")):
            tally.wrong.append(f"{what}: sum {assessed.measured}, expected {total}")
    return tally


SETS = {
    name: (f"recist/{name}_expected_timepoint.csv", f"recist/{name}_lesions.csv", least)
    for name, least in (("setA", 33), ("setB", 164))
}


@pytest.mark.parametrize("name", SETS)
def test_every_time_point_that_follows_recist_is_reproduced(name):
    expected, lesions, least = SETS[name]
    tally = tally_recist(expected, rows(expected), rows(lesions))
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == tally.matched == least


@pytest.mark.parametrize("name", SETS)
def test_three_wrong_answers_in_a_copy_of_the_time_points_are_found(name):
    expected, lesions, _ = SETS[name]
    copy = rows(expected)
    agreeing = [row for row in copy if row.get("agrees") != "False"]
    for row in (agreeing[0], agreeing[len(agreeing) // 2], agreeing[-1]):
        row["published_overall"] = "SD" if row["published_overall"] != "SD" else "PR"
    assert len(tally_recist(expected, copy, rows(lesions)).wrong) == 3


def test_where_the_source_forgot_the_nadir_the_answer_is_progression():
    found, tally = answers(rows("recist/setB_lesions.csv")), Tally("nadir not applied")
    for row in rows("recist/setB_expected_timepoint.csv"):
        if NOT_APPLIED in row["disagreement"]:
            tally.add(f"{row['case_id']} {row['visit']}", "PD", code(answer_to(found, row).overall))
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 19


def test_where_a_target_was_not_assessed_the_answer_is_that_of_the_recomputation():
    found, tally = answers(rows("recist/setB_lesions.csv")), Tally("target not assessed")
    for row in rows("recist/setB_expected_timepoint.csv"):
        if "not assessed" in row["disagreement"]:
            expected = "/".join((row["rule_target"], row["rule_nontarget"], row["rule_overall"]))
            tally.add(row["case_id"], expected, three_parts(answer_to(found, row)))
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 9


def tally_irecist(table):
    tally = Tally("recist/irecist_timepoints.csv")
    for row in table:
        if row["note"]:
            tally.excluded += 1
        else:
            new = Category.IUPD if row["new_lesion"] == "Y" else None
            answer = irecist.overall(immune(row["target"]), immune(row["nontarget"]), new=new)
            tally.add(f"{row['case_id']} {row['visit']}", row["published_overall"], code(answer))
    return tally


def test_every_irecist_time_point_is_reproduced():
    tally = tally_irecist(rows("recist/irecist_timepoints.csv"))
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 22


def test_three_wrong_answers_in_a_copy_of_the_irecist_table_are_found():
    copy = rows("recist/irecist_timepoints.csv")
    for row in copy[:3]:
        row["published_overall"] = "iCR"
    assert len(tally_irecist(copy).wrong) == 3


def of_subjects():
    """Assessments of the confirmation table by subject, and the start of treatment."""
    found, starts = {}, {}
    for row in rows("recist/confirmation_assessments.csv"):
        starts[row["subject"]] = when(row["treatment_start"])
        answer = Answer(when(row["date"]), Category(row["response"]))
        found.setdefault(row["subject"], []).append(answer)
    return found, starts


def dated(answer):
    return "" if answer is None else f"{answer.category.value} {answer.when.text}"


def tally_confirmation(table):
    tally, (found, starts) = Tally("recist/confirmation_expected.csv"), of_subjects()
    for row in table:
        subject = row["subject"]
        if row["endpoint"].startswith("BOR"):
            rule = UNCONFIRMED if "unconfirmed" in row["endpoint"] else CONFIRMED
            answer = dated(best(found[subject], starts[subject], rule))
            expected = f"{row['expected']} {row['expected_date']}"
        else:
            response = responded(found[subject], CONFIRMED)
            answer = f"Y {response.when.text}" if response else "N "
            expected = f"{row['expected']} {row['expected_date']}"
        tally.add(f"{row['endpoint']} {subject}", expected, answer)
    return tally


def test_every_confirmed_and_unconfirmed_best_response_is_reproduced():
    tally = tally_confirmation(rows("recist/confirmation_expected.csv"))
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 14


def test_three_wrong_answers_in_a_copy_of_the_confirmations_are_found():
    copy = rows("recist/confirmation_expected.csv")
    copy[0]["expected"], copy[5]["expected"], copy[-1]["expected"] = "PD", "CR", "Y"
    assert len(tally_confirmation(copy).wrong) == 3


def test_clinical_benefit_is_reproduced():
    tally = Tally("recist/clinical_benefit.csv")
    for row in rows("recist/clinical_benefit.csv"):
        course = [
            Answer(when(each.split()[1]), Category(each.split()[0]))
            for each in row["assessments"].split("; ")
            if not each.startswith("(missing)")
        ]
        reached = benefited(course, when(row["treatment_start"]), CONFIRMED)
        answer = f"Y {reached.when.text}" if reached else "N "
        tally.add(row["subject"], f"{row['clinical_benefit_28d']} {row['date']}", answer)
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 3


def of_set_a(subject):
    published = rows("recist/setA_expected_timepoint.csv")
    return [
        Answer(when(row["date"]), Category(row["published_overall"]))
        for row in published
        if row["case_id"] == f"A-{subject}-INV"
    ]


def set_a_answer(param, course, start, lesions):
    """One row of the trial's best responses: Y or N with its day, or a category with its day."""
    if param == "MDIS":
        return "Y " if any(row["group"] == "TARGET" for row in lesions) else "N "
    if param in {"BOR", "CBOR"}:
        return dated(best(course, start, UNCONFIRMED if param == "BOR" else CONFIRMED))
    if param == "LSTA":
        return dated(course[-1])
    answer = {
        "RSP": lambda: responded(course, UNCONFIRMED),
        "CRSP": lambda: responded(course, CONFIRMED),
        "CB": lambda: benefited(course, start, UNCONFIRMED),
        "CCB": lambda: benefited(course, start, CONFIRMED),
        "PD": lambda: next((a for a in course if a.category is Category.PD), None),
        "BCP": lambda: response_of(best(course, start, UNCONFIRMED)),
        "CBCP": lambda: response_of(best(course, start, CONFIRMED)),
    }[param]()
    return f"Y {answer.when.text}" if answer else "N "


def response_of(answer):
    return answer if answer.category in {Category.CR, Category.PR} else None


def test_every_best_response_of_set_a_is_reproduced():
    starts = {row["subj"]: when(row["treatment_start"]) for row in rows("recist/setA_subjects.csv")}
    lesions, tally = (
        rows("recist/setA_lesions.csv"),
        Tally("recist/setA_expected_best_response.csv"),
    )
    for row in rows("recist/setA_expected_best_response.csv"):
        subject = row["subj"]
        own = [each for each in lesions if each["subj"] == subject]
        answer = set_a_answer(row["param"], of_set_a(subject), starts[subject], own)
        what = f"{subject} {row['param']}"
        tally.add(what, f"{row['expected']} {row['expected_date']}", answer)
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 44


def test_ca125_and_recist_together_are_reproduced():
    tally = Tally("recist/gcig_ca125_timepoints.csv")
    for row in rows("recist/gcig_ca125_timepoints.csv"):
        answer = ca125.combined(Category(row["CA125"]), Category(row["RECIST 1.1"]))
        tally.add(f"{row['subject']} {row['VISIT']}", row["RECIST 1.1 - CA125"], answer.value)
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 8
