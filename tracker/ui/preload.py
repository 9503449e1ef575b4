# SPDX-License-Identifier: MIT
"""What is loaded beside the window: while a passphrase is typed, and after the first list."""


def load_behind_passphrase() -> None:
    """Imports what is wanted as soon as a passphrase was entered, while it is still typed."""
    import argon2.low_level  # noqa: F401
    import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401

    import tracker.services.accounts
    import tracker.ui.keeping
    import tracker.ui.screen_lock  # noqa: F401


def load_pages() -> None:
    """Imports what the other pages need, so that the first chart opens at once."""
    import tracker.ui.charts.lifeline
    import tracker.ui.pages.data
    import tracker.ui.pages.dose_day
    import tracker.ui.pages.patient
    import tracker.ui.pages.patients  # noqa: F401
