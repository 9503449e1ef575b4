# SPDX-License-Identifier: MIT
"""What is loaded beside the window after its first list."""


def load_pages() -> None:
    """Imports what the other pages need, so that the first chart opens at once."""
    import tracker.ui.charts.lifeline
    import tracker.ui.pages.data
    import tracker.ui.pages.dose_day
    import tracker.ui.pages.patient
    import tracker.ui.pages.patients  # noqa: F401
