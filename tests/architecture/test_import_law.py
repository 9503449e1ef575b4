# SPDX-License-Identifier: MIT
"""The import law: the contracts of pyproject.toml, and what contracts cannot say."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.architecture.sources import PROGRAM, ROOT, parsed


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of each module that a file imports, at its top or on use."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""


def is_of_python(module: str) -> bool:
    """Whether a module belongs to the standard library."""
    return module.partition(".")[0] in sys.stdlib_module_names


def test_no_layer_imports_a_layer_above_it():
    # a process of its own: import-linter silences every logger of the process that it runs in
    linted = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_the_domain_imports_the_standard_library_only():
    beyond = [
        f"{path.name}:{line} imports {module}"
        for path in (ROOT / "tracker" / "domain").rglob("*.py")
        for line, module in imported(path)
        if not is_of_python(module) and not module.startswith("tracker.domain")
    ]
    assert not beyond


def declared_libraries() -> set[str]:
    """Import names that the dependencies of pyproject.toml bring."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[<>=; ]", line)[0].lower() for line in project["dependencies"]}
    modules = {
        module
        for module, names in packages_distributions().items()
        if declared & {name.lower().replace("_", "-") for name in names}
    }
    return modules | {"shiboken6"}  # the other half of PySide6, always of the same release


def test_every_library_the_program_imports_is_declared():
    libraries = {"tracker", *declared_libraries()}
    undeclared = [
        f"{path.name}:{line} imports {module}"
        for path in PROGRAM
        for line, module in imported(path)
        if not is_of_python(module) and module.partition(".")[0] not in libraries
    ]
    assert not undeclared
