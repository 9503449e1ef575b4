# SPDX-License-Identifier: MIT
"""No sentence counts in a way that is wrong for one: "1 rows" reads as a fault of the program."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import PROGRAM, parsed

_THINGS = (
    "answers|calls|charts|cycles|days|doses|entries|events|faults|files|findings|fractions|lesions"
    "|letters|lines|minutes|months|nodes|pages|patients|problems|records|results|rows|rules|samples"
    "|scans|seconds|targets|terms|texts|times|tries|values|visits|weeks|years"
)
_MIDDLE = "completed|full calendar|gate|more|new|open|other|positive|recorded|wrong"
COUNTED = re.compile(rf"(?<!newest )\{{(?!days|seq)\w*\}} (?:(?:{_MIDDLE}) )?(?:{_THINGS})\b")
"""A number before a plural. Right for every number are "rows: {n}" and "rows: {n} of {m}"."""
NEVER_ONE = {
    "{n} cycles of {regimen}, ": "one cycle always fits",
    "{count} targets": "only said of more than five, or of more than two",
    "{n} wrong tries in a row.": "the first ones are not counted",
    "No backup on a second medium yet, for {n} days.": "said after a week",
    "The last backup on a second medium is {n} days old.": "said after a week",
    "called {n} times, no answer": "once and twice have sentences of their own",
    "{n} months": "one month has a sentence of its own",
    "Radiotherapy of {site}: {gy} Gy in {n} fractions": "one has a sentence of its own",
    "{drug} {total} in {n} recorded doses": "one has a sentence of its own",
    "until {n} months after the stop": "plans of guidelines follow for several",
    "{} fractions": "one fraction has words of its own",
    "{} doses": "one dose has words of its own",
    "{name} from {index}: {days} = {months} months": "with a decimal, as 1.0 months",
    "irAE asked at {asked} of {n} visits": "one visit has a sentence of its own",
    "{n} of {m} rules had data": "a gate has many rules",
    "{first}–{last} of {n} values": "the sheet has many boxes",
    "A chart is kept for {low} to {high} years": "both are limits of the program",
    "Renal function is estimated for adults from {adult} years on": "eighteen",
    "More than {limit} rows": "a limit of the program",
    "interval of {} days": "a defect, said of less than one",
    "{} letters are not drawn": "Latin or Chinese ones, not a number",
    "{} within {} seconds.": "the patience of the self-test",
}


def sentences() -> Iterator[str]:
    """Every text of the program; {} stands for what an f-string fills in."""
    for path in PROGRAM:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.JoinedStr):
                yield "".join(
                    part.value if isinstance(part, ast.Constant) else "{}" for part in node.values
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_what_is_counted_reads_well_for_one():
    counted = {said for said in sentences() if COUNTED.search(said)}
    assert {s for s in counted if not s.startswith(tuple(NEVER_ONE))} == set()


def test_each_exception_is_still_said():
    said = set(sentences())
    assert [start for start in NEVER_ONE if not any(s.startswith(start) for s in said)] == []
