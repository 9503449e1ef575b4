# SPDX-License-Identifier: MIT
"""The parts of playhouse that the store uses and that have no stubs elsewhere."""
