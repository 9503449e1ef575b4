# SPDX-License-Identifier: MIT
"""What the Linux package says before Python runs, and what its gate finds."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = ROOT / "packaging" / "linux" / "files"
GATE = ROOT / "packaging" / "linux" / "libraries.py"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a package for Linux")


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


def launch(tmp_path, *, glibc, needed="2.36", complete=True):
    """Runs the launcher on a system with this C library."""
    home = tmp_path / "opt"
    if complete:
        script(home / "tracker", '#!/bin/sh\necho "started with $*"\n')
    text = (FILES / "launcher.sh").read_text("utf-8")
    text = text.replace("@glibc@", needed).replace("@home@", str(home))
    launcher = script(tmp_path / "tracker", text)
    script(tmp_path / "bin" / "getconf", f'#!/bin/sh\necho "glibc {glibc}"\n')
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", str(launcher), "due", "--days", "7"],
        env={"PATH": path},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize("glibc", ["2.36", "2.41", "2.100", "3.0"])
def test_a_system_that_is_new_enough_starts_the_program(tmp_path, glibc):
    outcome = launch(tmp_path, glibc=glibc)
    assert (outcome.returncode, outcome.stdout) == (0, "started with due --days 7\n")
    assert outcome.stderr == ""


@pytest.mark.parametrize("glibc", ["2.28", "2.35", "2.4"])
def test_an_old_c_library_is_told_with_both_versions(tmp_path, glibc):
    outcome = launch(tmp_path, glibc=glibc)
    assert outcome.returncode == 1
    assert outcome.stdout == ""
    assert glibc in outcome.stderr
    assert "2.36" in outcome.stderr
    assert "Nothing was opened or changed" in outcome.stderr


def test_an_incomplete_installation_says_that_the_records_are_elsewhere(tmp_path):
    outcome = launch(tmp_path, glibc="2.41", complete=False)
    assert outcome.returncode == 1
    assert "Your records are not in it" in outcome.stderr


def install(tmp_path, stick, *, user):
    """Runs the install script as this user, on a Debian whose apt-get refuses everything."""
    script(tmp_path / "bin" / "id", f"#!/bin/sh\necho {user}\n")
    script(tmp_path / "bin" / "apt-get", "#!/bin/sh\nexit 1\n")
    return subprocess.run(
        ["sh", str(stick / "install.sh")],
        env={"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_whoever_is_not_root_installs_nothing(tmp_path):
    outcome = install(tmp_path, FILES, user=1000)
    assert outcome.returncode == 1
    assert "Please run as root" in outcome.stderr
    assert "Nothing was installed" in outcome.stderr


def test_a_damaged_stick_installs_nothing(tmp_path):
    stick = tmp_path / "stick"
    (stick / "debs").mkdir(parents=True)
    shutil.copy(FILES / "install.sh", stick)
    (stick / "debs" / "one.deb").write_bytes(b"other bytes than on the list")
    (stick / "SHA256SUMS").write_text(f"{'0' * 64}  ./debs/one.deb\n", "ascii")
    outcome = install(tmp_path, stick, user=0)
    assert outcome.returncode == 1
    assert "damaged" in outcome.stderr
    assert "Nothing was installed" in outcome.stderr


@pytest.mark.skipif(not shutil.which("objdump"), reason="binutils is needed to build only")
def test_a_library_that_is_nowhere_stops_the_build(tmp_path):
    import _ssl  # a file of this computer that needs libraries which no bundle of one file has

    bundle = tmp_path / "bundle"
    bundle.mkdir()
    shutil.copy(_ssl.__file__, bundle)
    gate = subprocess.run(
        [sys.executable, str(GATE), str(bundle)], capture_output=True, text=True, check=False
    )
    assert gate.returncode == 1
    assert "libssl" in gate.stderr
    assert gate.stdout.startswith("libc6 (>= 2.")


def test_the_menu_entry_names_an_icon_that_is_shipped():
    entry = (FILES / "followup-tracker.desktop").read_text("utf-8")
    build = (ROOT / "packaging" / "linux" / "build_deb.sh").read_text("utf-8")
    assert "Icon=followup-tracker\n" in entry
    assert "scalable/apps/$NAME.svg" in build
    assert "Exec=tracker\n" in entry


def test_every_licence_that_is_promised_is_there():
    import runpy

    inside = runpy.run_path(str(ROOT / "packaging" / "third_party.py"))["INSIDE"]
    texts = {name for parts in inside.values() for _component, name in parts}
    assert {path.name for path in (ROOT / "packaging" / "licences").iterdir()} >= texts
