# SPDX-License-Identifier: MIT
"""Every safety rule names the tests that hold it, and each of them exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
RULES = (ROOT / "docs" / "safety-rules.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+) \|.*$", RULES, re.MULTILINE)


def test_all_fifteen_rules_stand_in_the_table():
    assert [str(number) for number in range(1, 16)] == ROWS


def test_every_test_that_holds_a_rule_exists():
    defined = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    named = set(re.findall(r"`(test_\w+)`", RULES))
    assert named - defined == set()


def test_every_rule_is_held_by_a_test():
    lines = re.findall(r"^\| \d+ \|.*$", RULES, re.MULTILINE)
    assert all("`test_" in line.split("|")[3] for line in lines)
