# SPDX-License-Identifier: MIT
"""A second start finds the window that is open; what nobody answers to stops no start."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from tests.clinics import CLOCK, make
from tracker.services import profiles
from tracker.ui.one_window import OneWindow, bring_to_front, socket_name


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Of a profile; the sockets stand in a folder of their own, with a name of bearable length."""
    with tempfile.TemporaryDirectory(prefix="run-") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        yield tmp_path / "profile"


@pytest.fixture
def owner(qapp):
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.showMinimized()
    return made


def first_program(folder, owner, qtbot):
    first = OneWindow(folder, owner)
    assert first.is_first()
    qtbot.waitUntil(lambda: os.name == "nt" or Path(socket_name(folder)).exists())
    return first


def start(folder):
    """The real program, started once more."""
    command = [sys.executable, "-m", "tracker", "--profile", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_second_start_raises_the_first_window_and_ends(folder, owner, window, qtbot):
    profiles.close(make(folder), CLOCK, backup=False)
    first_program(folder, owner, qtbot)
    second = start(folder)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert (second.returncode, second.communicate()[1]) == (0, b"")
    assert not window.isMinimized()


def test_the_window_of_another_profile_is_not_taken_for_this_one(folder, owner, qtbot):
    first_program(folder, owner, qtbot)
    assert OneWindow(folder.with_name("other"), owner).is_first()


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe ends with its process")
def test_a_socket_that_a_killed_program_left_behind_stops_nobody(folder, owner, qtbot):
    left = subprocess.run(
        [sys.executable, "-c", _LEAVE_SOCKET, socket_name(folder)], check=True, capture_output=True
    )
    assert left.returncode == 0
    assert Path(socket_name(folder)).exists()
    assert OneWindow(folder, owner).is_first()
    qtbot.waitUntil(lambda: owner.findChild(OneWindow) is not None)


_LEAVE_SOCKET = """
import os, socket, sys
listening = socket.socket(socket.AF_UNIX)
listening.bind(sys.argv[1])
listening.listen()
os._exit(0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the rights of a pipe elsewhere")
def test_nobody_else_may_call(folder, owner, qtbot):
    first_program(folder, owner, qtbot)
    assert Path(socket_name(folder)).stat().st_mode & 0o077 == 0


def test_the_name_of_the_socket_says_nothing_about_the_profile(folder):
    assert "profile" not in Path(socket_name(folder)).name


def test_a_dialog_comes_to_the_front_above_its_window(window, qtbot):
    dialog = QDialog(window)
    dialog.open()
    bring_to_front()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    dialog.close()
