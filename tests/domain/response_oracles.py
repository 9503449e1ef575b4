# SPDX-License-Identifier: MIT
"""The published trial rows of the response criteria, as the rules read them."""

from collections import defaultdict
from decimal import Decimal

from tests.domain.builders import when
from tests.domain.oracles import number
from tracker.domain.records.lesion import Finding, LesionRole
from tracker.domain.records.response_assessment import Category
from tracker.domain.response import Seen, TimePoint, Tracked, assess

ROLES = {
    "TARGET": LesionRole.TARGET,
    "NON-TARGET": LesionRole.NON_TARGET,
    "NEW": LesionRole.NEW,
}
FINDINGS = {
    "PRESENT": Finding.PRESENT,
    "ABSENT": Finding.ABSENT,
    "EQUIVOCAL": Finding.EQUIVOCAL,
}
BASELINES = ("BASELINE", "SCREENING")


def size(row):
    """The short axis of a node, else the longest diameter; set B has one column for both."""
    if "measured_mm" in row:
        return number(row["measured_mm"])
    return number(row["short_axis_mm" if row["is_node"] == "1" else "longest_mm"])


def seen(row):
    if row["state"] == "UNEQUIVOCAL":
        new = row["group"] == "NEW"
        return Seen(finding=Finding.PRESENT if new else Finding.PROGRESSED)
    if row["state"]:
        return Seen(finding=FINDINGS[row["state"]])
    mm = size(row)
    if mm is None:
        return Seen(finding=Finding.NOT_EVALUABLE)
    return Seen(mm) if mm else Seen(finding=Finding.ABSENT)


def answers(lesion_rows):
    """(case, visit) -> what the rules give; time points in the order of the trial's visits."""
    cases = defaultdict(lambda: defaultdict(list))
    for row in lesion_rows:
        cases[row["case_id"]][Decimal(row["visit_num"])].append(row)
    found = {}
    for case, visits in cases.items():
        lesions = {
            row["lesion_id"]: Tracked(
                key=row["lesion_id"],
                name=row["lesion_id"],
                role=ROLES[row["group"]],
                is_node=row["is_node"] == "1",
            )
            for rows in visits.values()
            for row in rows
        }
        points = [
            TimePoint(
                when=when(rows[0]["date"]),
                seen={row["lesion_id"]: seen(row) for row in rows},
            )
            for _, rows in sorted(visits.items())
        ]
        assert visits[min(visits)][0]["visit"] in BASELINES, case
        for visit, assessed in zip(sorted(visits), assess(lesions.values(), points), strict=True):
            found[case, visit] = assessed
    return found


def answer_to(found, row):
    """The time point that a row of the expected answers is about."""
    return found[row["case_id"], Decimal(row["visit_num"])]


def code(category):
    """A category as the tables write it; NA where there is no such lesion."""
    return "NA" if category is None else category.value


def three_parts(assessed):
    return "/".join((code(assessed.target), code(assessed.nontarget), code(assessed.overall)))


def immune(text):
    """A cell of the iRECIST table; one row leaves the prefix out."""
    text = "iPR" if text == "PR" else text
    return Category(text) if text else None
