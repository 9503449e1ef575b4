# SPDX-License-Identifier: MIT
"""Defects are written down for IT, by their lines and without a value."""

import logging

import pytest

from tracker import log_file
from tracker.ui.crash import report_crash


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "settings" / "log"
    log_file.start(folder)
    yield folder
    logger = logging.getLogger("tracker")
    for handler in list(logger.handlers):
        handler.close()
        logger.removeHandler(handler)


def test_nothing_is_made_while_nothing_goes_wrong(folder):
    assert not folder.parent.exists()


def test_a_defect_is_written_down_by_kind_and_line_and_never_by_value(
    folder, qapp, qtbot, expected_warnings
):
    expected_warnings.append("ValueError at")
    try:
        int("王示例 58.2 kg")
    except ValueError as error:
        report_crash(error)
    said = (folder / "tracker.log").read_text("utf-8")
    assert "ValueError at test_log_file.py:" in said
    assert "示例" not in said
    assert "58.2" not in said
    for window in qapp.topLevelWidgets():
        window.close()


def test_a_long_log_is_put_aside_once(tmp_path):
    (tmp_path / "tracker.log").write_bytes(b"x" * 600_000)
    log_file.start(tmp_path)
    assert (tmp_path / "tracker.old.log").stat().st_size == 600_000
