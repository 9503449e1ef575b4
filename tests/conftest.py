# SPDX-License-Identifier: MIT
"""What holds for every test: no screen, no network, no personal profile, no unexpected warning.

A test that means to cause a warning announces it:
`expected_warnings.append("part of the logged sentence")`.
"""

import gc
import logging
import os
import socket
import sys
from collections.abc import Generator, Iterator
from functools import partialmethod
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # Qt reads it when it is first imported

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


PATIENCE = 30_000
"""Milliseconds that a busy machine may take for what takes a fraction of a second."""


class PatientBot(QtBot):
    """Waits longer before it gives up; what happens is noticed as soon as ever."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE)  # noqa: N815 - pytest-qt's names
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)  # noqa: N815
    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE)  # noqa: N815


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """The one of pytest-qt, with more patience."""
    return PatientBot(request)


def pytest_configure(config: pytest.Config) -> None:
    """Declares the marker of the tests that `dev.py test` repeats in a real X11 window."""
    config.addinivalue_line("markers", "xcb: also run under Xvfb, where a real window has focus")


def pytest_collection_finish() -> None:
    """What was imported stays: the collections below need not look at it."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Between windows, never while one is being made: a widget collected then ends the process."""
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        _put_dialogs_away()
        gc.enable()
        gc.collect()


def _put_dialogs_away() -> None:
    """A dialog that a test left open would take the keyboard from the next one."""
    from PySide6.QtWidgets import QApplication, QDialog

    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.hide()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Whatever a test is about: the windows it opened can be heard, and fit a small screen."""
    yield
    if "PySide6.QtWidgets" in sys.modules and "qapp" in getattr(item, "fixturenames", ()):
        from tests.accessible import nameless_anywhere, too_large_anywhere

        assert not nameless_anywhere(), "a control has no name for a screen reader"
        assert not too_large_anywhere(), "a dialog is larger than a small screen"


@pytest.fixture(scope="session", autouse=True)
def _own_profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing reads or writes the profile of whoever runs the tests, or knows his language."""
    home = tmp_path_factory.mktemp("home")
    folders = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_RUNTIME_DIR": home / "runtime",
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in folders.items():
            folder.mkdir(mode=0o700, exist_ok=True)
            patch.setenv(name, str(folder))
        patch.setenv("LANG", "C.UTF-8")  # holidays are named in the language of the computer
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
            patch.delenv(name, raising=False)
        if qt := sys.modules.get("PySide6.QtCore"):  # Windows and macOS ask the system instead
            qt.QStandardPaths.setTestModeEnabled(True)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """The program is offline; so are its tests. Sockets inside the machine stay allowed."""
    create = socket.socket.__init__

    def create_local(self: socket.socket, family: int = -1, *rest: Any, **options: Any) -> None:
        if family in (-1, socket.AF_INET, socket.AF_INET6):
            pytest.fail("a test reached for the network")
        create(self, family, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "__init__", create_local)
        yield


@pytest.fixture
def expected_warnings() -> list[str]:
    """Parts of the warnings that the test is about; each must be logged, and no other."""
    return []


@pytest.fixture(autouse=True)
def _no_unexpected_warning(
    caplog: pytest.LogCaptureFixture, expected_warnings: list[str]
) -> Iterator[None]:
    """Silence is an assertion: what is logged as a warning or worse fails the test."""
    yield
    logged = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    unexpected = [text for text in logged if not any(part in text for part in expected_warnings)]
    missing = [part for part in expected_warnings if not any(part in text for text in logged)]
    assert not unexpected, f"logged without being announced: {unexpected}"
    assert not missing, f"announced but never logged: {missing}"
