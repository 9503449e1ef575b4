# SPDX-License-Identifier: MIT
"""Patient text is never interpreted: what could take it for markup is not used, or only there."""

import ast
from functools import cache

import pytest

from tests.architecture.sources import PROGRAM, ROOT, parsed

PARTS = [path for path in PROGRAM if "PySide6" in path.read_text("utf-8")]

# What guesses whether a text is markup, and the one file in which each may be made.
GUESSING = {
    "QLabel": {"tracker/ui/widgets/label.py", "tracker/ui/charts/lifeline.py"},
    "QTextBrowser": {"tracker/ui/dialogs/manual.py"},
    "QTextDocument": {"tracker/ui/dialogs/manual.py"},
    "QToolTip": {"tracker/ui/theme.py"},
    "QTextEdit": set(),
    "QStaticText": set(),
    "QGraphicsTextItem": set(),
    "TextItem": set(),
    "LabelItem": set(),
    "QInputDialog": set(),
    "QErrorMessage": set(),
    "QProgressDialog": set(),
    "QWhatsThis": set(),
}
MARKUP = {
    "setHtml": set(),
    "insertHtml": set(),
    "appendHtml": set(),
    "setMarkdown": {"tracker/ui/dialogs/manual.py"},
    "setWhatsThis": set(),
    "setStatusTip": set(),
}
BARE_TIPS = {"tracker/ui/reminding.py"}  # the tray is shown by the desktop and holds counts


def called(node):
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


@cache
def nodes(kind):
    """Every node of a kind in what uses Qt, with the name of its file."""
    trees = ((path.relative_to(ROOT).as_posix(), parsed(path)) for path in PARTS)
    return [(file, n) for file, tree in trees for n in ast.walk(tree) if isinstance(n, kind)]


def makes(node, widget):
    """Whether it makes such a widget, or asks its class to show one."""
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    return called(node) == widget or getattr(owner, "id", "") == widget


def is_safe_tip(argument):
    if isinstance(argument, ast.Constant):
        return True
    return isinstance(argument, ast.Call) and called(argument) in {"plain_tooltip", "tr"}


@pytest.mark.parametrize("widget", GUESSING)
def test_what_guesses_is_made_in_one_place(widget):
    found = {file for file, node in nodes(ast.Call) if makes(node, widget)}
    derived = {
        file
        for file, node in nodes(ast.ClassDef)
        if widget in {getattr(base, "id", "") for base in node.bases}
    }
    assert found | derived <= GUESSING[widget]


@pytest.mark.parametrize("method", MARKUP)
def test_nothing_is_set_as_markup(method):
    found = {file for file, node in nodes(ast.Call) if called(node) == method}
    assert found <= MARKUP[method]


def test_every_tool_tip_is_escaped_or_words_of_the_program():
    bare = [
        f"{file}:{node.lineno}"
        for file, node in nodes(ast.Call)
        if called(node) == "setToolTip" and file not in BARE_TIPS and not is_safe_tip(node.args[0])
    ]
    assert not bare


def test_every_message_box_is_told_that_its_text_is_plain():
    guessing = []
    for file, function in nodes(ast.FunctionDef):
        inside = {called(node) for node in ast.walk(function) if isinstance(node, ast.Call)}
        if "QMessageBox" in inside and "setTextFormat" not in inside:
            guessing.append(f"{file}:{function.lineno}")
    assert not guessing
