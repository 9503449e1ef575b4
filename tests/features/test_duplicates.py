# SPDX-License-Identifier: MIT
"""duplicates.feature"""

from pytest_bdd import scenarios

scenarios("duplicates.feature")
