# SPDX-License-Identifier: MIT
"""Writes the generated pages of docs/reference; run it after a record kind changed."""

from pathlib import Path

from tracker.interchange import data_dictionary, schema

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"

PAGES = {
    "followup-tracker.schema.json": schema.as_text,
    "data-dictionary.md": data_dictionary.as_text,
}


def main() -> None:
    """Writes every page."""
    for name, text in PAGES.items():
        (REFERENCE / name).write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
