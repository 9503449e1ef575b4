# SPDX-License-Identifier: MIT
"""Writes the generated pages of docs/reference; run it after a record kind changed."""

from pathlib import Path

from tracker.domain.roles import BREAK_GLASS, PERMISSIONS, Action, Role
from tracker.interchange import data_dictionary, schema

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"

_ROLES = """\
# Who may do what

Made from the one table that the services ask (`tracker/domain/roles.py`);
`python -m tools.reference` renews it.
"!" = in an emergency, with a reason that stands in the audit trail.

"""


def roles() -> str:
    """The table of roles and actions in Markdown."""
    lines = [f"| | {' | '.join(role.label for role in Role)} |", f"|---|{'---|' * len(Role)}"]
    for action in Action:
        cells = " | ".join(_cell(role, action) for role in Role)
        lines.append(f"| {action.label} (`{action}`) | {cells} |")
    return _ROLES + "\n".join(lines) + "\n"


def _cell(role: Role, action: Action) -> str:
    return "yes" if action in PERMISSIONS[role] else "!" if action in BREAK_GLASS[role] else ""


PAGES = {
    "roles.md": roles,
    "followup-tracker.schema.json": schema.as_text,
    "data-dictionary.md": data_dictionary.as_text,
}


def main() -> None:
    """Writes every page."""
    for name, text in PAGES.items():
        (REFERENCE / name).write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
