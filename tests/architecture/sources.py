# SPDX-License-Identifier: MIT
"""The project's own Python files, for the tests that read them."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = sorted((ROOT / "tracker").rglob("*.py"))
ALL_PYTHON = [ROOT / "dev.py", *PROGRAM, *sorted((ROOT / "tests").rglob("*.py"))]


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a source file."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))
