# SPDX-License-Identifier: MIT
"""The lists a person chooses from while typing: analytes with all their names."""

from functools import cache

from tracker import paths
from tracker.domain.analytes import Analytes
from tracker.domain.units import Factor, parse_factors


@cache
def analytes() -> Analytes:
    """Every analyte the program knows."""
    return Analytes.parse(_table("analytes.csv"))


@cache
def unit_factors() -> tuple[Factor, ...]:
    """The factors between unlike units, each of one analyte."""
    return parse_factors(_table("unit_factors.csv"))


def _table(name: str) -> str:
    return (paths.resources() / "clinical" / name).read_text("utf-8")
