# SPDX-License-Identifier: MIT
"""Biologically effective dose of one phase of radiotherapy.

Source: linear-quadratic model (Fowler 1989), conventions of GEC-ESTRO: alpha/beta 10 Gy for
tumour and early effects, 3 Gy for late effects. Never summed over sites here.
"""

from decimal import Decimal

TUMOUR, LATE = Decimal(10), Decimal(3)
"""Conventional alpha/beta ratios, Gy."""


def bed(total_gy: Decimal, fractions: int, alpha_beta_gy: Decimal) -> Decimal:
    """BED in Gy: n d (1 + d / (alpha/beta)), with d = total / n. Not rounded."""
    per_fraction = total_gy / fractions
    return total_gy * (1 + per_fraction / alpha_beta_gy)


def eqd2(total_gy: Decimal, fractions: int, alpha_beta_gy: Decimal) -> Decimal:
    """Equivalent dose in 2 Gy fractions, Gy: D (d + alpha/beta) / (2 + alpha/beta)."""
    per_fraction = total_gy / fractions
    return total_gy * (per_fraction + alpha_beta_gy) / (2 + alpha_beta_gy)
