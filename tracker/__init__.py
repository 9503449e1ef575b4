# SPDX-License-Identifier: MIT
"""Long-term follow-up of cancer patients on immunotherapy."""

__version__ = "0.1.0"
