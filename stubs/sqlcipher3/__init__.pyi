# SPDX-License-Identifier: MIT
"""The part of sqlcipher3 that the store uses."""
