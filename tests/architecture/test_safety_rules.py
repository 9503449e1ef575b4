# SPDX-License-Identifier: MIT
"""Every safety rule names the tests that hold it; each of them exists, runs and can fail."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
RULES = (ROOT / "docs" / "safety-rules.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+) \|.*$", RULES, re.MULTILINE)
NAMED = set(re.findall(r"`(test_\w+)`", RULES))
PLAYED = set(re.findall(r"“([^”]+)”", RULES))


def functions():
    """Every test of the repository by its name."""
    for path in (ROOT / "tests").rglob("test_*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        yield from ((f.name, f) for f in tree.body if isinstance(f, ast.FunctionDef))


FOUND = {name: function for name, function in functions() if name in NAMED}


def test_all_fifteen_rules_stand_in_the_table():
    assert [str(number) for number in range(1, 16)] == ROWS


def test_every_test_that_holds_a_rule_exists():
    assert NAMED - FOUND.keys() == set()


def test_every_scenario_that_holds_a_rule_exists():
    features = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.feature"))
    titles = set(re.findall(r"Scenario(?: Outline)?: (.+?)\s*$", features, re.MULTILINE))
    assert PLAYED - titles == set()


def test_no_test_that_holds_a_rule_is_skipped():
    marks = [ast.unparse(mark) for f in FOUND.values() for mark in f.decorator_list]
    assert [mark for mark in marks if "skip" in mark or "xfail" in mark] == []


def test_each_test_that_holds_a_rule_can_fail():
    idle = {
        name
        for name, function in FOUND.items()
        if not any(
            isinstance(node, ast.Assert) or getattr(node, "attr", "") == "raises"
            for node in ast.walk(function)
        )
    }
    assert idle == set()


def test_every_rule_is_held_by_a_test():
    lines = re.findall(r"^\| \d+ \|.*$", RULES, re.MULTILINE)
    assert all("`test_" in line.split("|")[3] for line in lines)
