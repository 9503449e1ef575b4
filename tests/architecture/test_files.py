# SPDX-License-Identifier: MIT
"""What keeps each file small enough to read at once, and easy to find."""

import ast

from tests.architecture.sources import ALL_PYTHON, PROGRAM, ROOT, parsed

MOST_LINES = 500
MOST_LINES_OF = {"tracker/ui/main_window.py": 400, "tracker/domain/fields.py": 150}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common", "manager"}


def name(path):
    return path.relative_to(ROOT).as_posix()


def test_no_file_is_too_long_to_read():
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in ALL_PYTHON}
    too_long = {
        file: lines
        for file, lines in lengths.items()
        if lines > MOST_LINES_OF.get(file, MOST_LINES)
    }
    assert not too_long


def test_every_file_names_its_licence_first():
    licence = "# SPDX-License-Identifier: MIT\n"
    assert not [
        name(path) for path in ALL_PYTHON if not path.read_text("utf-8").startswith(licence)
    ]


def test_every_file_says_what_it_is_for():
    modules = [path for path in ALL_PYTHON if path.name != "__init__.py"]
    assert not [name(path) for path in modules if ast.get_docstring(parsed(path)) is None]


def test_every_file_is_named_after_what_it_holds():
    assert not [name(path) for path in ALL_PYTHON if path.stem in NAMES_THAT_SAY_NOTHING]


def test_no_dialog_stops_the_program_while_it_waits():
    blocking = [
        f"{name(path)}:{node.lineno}"
        for path in PROGRAM
        if path.is_relative_to(ROOT / "tracker" / "ui")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in {"exec", "exec_"}
    ]
    assert not blocking
