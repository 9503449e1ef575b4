# SPDX-License-Identifier: MIT
"""Response by RECIST 1.1 and by CA-125 taken together (GCIG).

Source: Rustin et al. 2011, Int J Gynecol Cancer 21:419. Progression by either is progression.
"""

from tracker.domain.records.response_assessment import Category

GCIG = "GCIG CA125"
"""How the marker criteria are named in ``ResponseAssessment.criteria``."""

_PLAIN = {Category.RESPONSE: Category.PR, Category.PROGRESSION: Category.PD}


def combined(ca125: Category, recist: Category) -> Category:
    """One answer of two: CR only when both are, a marker response lifts SD to PR.

    A marker response that nobody called complete counts as a partial one.
    """
    ca125 = _PLAIN.get(ca125, ca125)
    both = {ca125, recist}
    if Category.PD in both:
        return Category.PD
    if recist is Category.NE or both == {Category.CR}:
        return recist
    if recist is Category.CR:
        return Category.PR
    if recist is Category.SD and ca125 in {Category.CR, Category.PR}:
        return Category.PR
    return recist
