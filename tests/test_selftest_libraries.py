# SPDX-License-Identifier: MIT
"""The self-test notices a package that lacks a library, or a file that one looks for on use."""

import sys

from tracker import paths, selftest_libraries


def test_with_all_libraries_there_is_no_fault(tmp_path, qapp):
    assert selftest_libraries.faults(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_is_not_there_is_named_with_the_reason(tmp_path, qapp, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    (fault,) = selftest_libraries.faults(tmp_path)
    assert fault.startswith("icalendar (ModuleNotFoundError")


def test_a_package_without_the_programs_own_files_is_noticed(tmp_path, qapp, monkeypatch):
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    found = " ".join(selftest_libraries.faults(tmp_path))
    assert "pictures" in found
    assert "the Chinese words" in found
    assert "tables and definitions" in found
