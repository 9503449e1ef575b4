# SPDX-License-Identifier: MIT
"""Where the sections of a chart disagree, as a careful reviewer of a case report would find it.

Each rule compares records and names those it rests on. Nothing is corrected, and silence is no
proof: what no rule looks at is not found. What is merely open or missing is in ``quality.py``.
"""

from tracker.domain import contradictions_disease, contradictions_told, contradictions_treatment
from tracker.domain.chart import Chart
from tracker.domain.findings import Finding, Rule
from tracker.domain.lesion_series import doubts_of

RULES: tuple[Rule, ...] = (
    *contradictions_disease.RULES,
    *contradictions_treatment.RULES,
    *contradictions_told.RULES,
    doubts_of,
)


def contradictions(chart: Chart) -> tuple[Finding, ...]:
    """Everything the rules find in a chart, in the order of its sections."""
    return tuple(found for rule in RULES for found in rule(chart))
