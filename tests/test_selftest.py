# SPDX-License-Identifier: MIT
"""The self-test passes here, and fails where the computer lets the program down."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests import clinics

LATIN_FONTS = "/usr/share/fonts/truetype/dejavu"


def selftest(folder, **environ):
    """Runs it as a person at the command line does."""
    return subprocess.run(
        [sys.executable, "-m", "tracker", "--selftest", str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"} | environ,
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def says_why(outcome, *words):
    """Whether it failed with a reason for people and nothing for programmers."""
    said = outcome.stdout + outcome.stderr
    assert outcome.returncode == 1, said
    assert "Traceback" not in said
    assert "Internal error" not in said
    return all(word in said for word in words)


def shadow(folder, package, source):
    """A package that is found instead of the installed one."""
    place = folder / "shadow" / package
    place.mkdir(parents=True)
    (place / "__init__.py").write_text(source, "utf-8")
    return {"PYTHONPATH": str(folder / "shadow")}


def fonts_of(folder, *places):
    """A font configuration that knows these folders and no others."""
    known = "".join(f"<dir>{place}</dir>" for place in places)
    config = folder / "fonts.conf"
    config.write_text(f"<?xml version='1.0'?><fontconfig>{known}</fontconfig>", "utf-8")
    return {"FONTCONFIG_FILE": str(config), "QT_QPA_FONTDIR": str(folder)}


@pytest.mark.slow
def test_on_a_sound_computer_it_says_ok_in_one_line_and_leaves_its_pictures(tmp_path):
    outcome = selftest(tmp_path / "new" / "folder")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert re.fullmatch(r"selftest ok: .*Qt 6\..*sqlcipher3 .*\n", outcome.stdout)
    left = sorted(path.name for path in (tmp_path / "new" / "folder").iterdir())
    assert left == ["form.png", "lifeline.png", "summary.pdf", "today.png"]
    assert QImage(str(tmp_path / "new" / "folder" / "lifeline.png")).width() > 800


def test_it_fails_without_the_cipher_library(tmp_path):
    absent = shadow(tmp_path, "sqlcipher3", "raise ImportError('No module named sqlcipher3')")
    assert says_why(selftest(tmp_path / "st", **absent), "sqlcipher3")


def test_it_fails_where_the_cipher_library_does_not_encrypt(tmp_path):
    source = "import sqlite3, sys\nsys.modules['sqlcipher3.dbapi2'] = dbapi2 = sqlite3\n"
    plain = shadow(tmp_path, "sqlcipher3", source + "from sqlite3 import *\n")
    assert says_why(selftest(tmp_path / "st", **plain), "selftest FAILED")
    assert not list((tmp_path / "st").rglob("*.db"))


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are the system's own elsewhere")
def test_it_fails_without_any_font(tmp_path):
    outcome = selftest(tmp_path / "st", **fonts_of(tmp_path))
    assert says_why(outcome, "selftest FAILED", "font", "fonts-noto-cjk")


@pytest.mark.skipif(not Path(LATIN_FONTS).is_dir(), reason="needs a font without Chinese")
def test_it_fails_where_chinese_names_would_be_boxes(tmp_path):
    outcome = selftest(tmp_path / "st", **fonts_of(tmp_path, LATIN_FONTS))
    assert says_why(outcome, "selftest FAILED", "Chinese")


def test_it_fails_where_a_file_stands_in_the_way(tmp_path):
    (tmp_path / "st").write_text("a file of somebody else", "utf-8")
    assert says_why(selftest(tmp_path / "st"), "selftest FAILED", "cannot be written to")
    assert (tmp_path / "st").read_text("utf-8") == "a file of somebody else"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a place that refuses everybody")
def test_it_fails_without_permission_to_write(tmp_path):
    # not even the administrator may write there, so the test holds for every account
    assert says_why(selftest("/proc/selftest"), "selftest FAILED", "cannot be written to")


def test_it_fails_in_a_folder_that_is_read_only(tmp_path):
    folder = clinics.read_only(tmp_path / "st")
    assert says_why(selftest(folder), "selftest FAILED", "cannot be written to")
