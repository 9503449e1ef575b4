# SPDX-License-Identifier: MIT
"""What goes into the Windows package, and how it is noticed that something is not there."""

import importlib
import runpy
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging" / "windows"
TAG = "313"
OF_TWO_SYSTEMS = ("colours>=2; sys_platform == 'win32'", "ptys; os_name != 'nt'")


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    names = ("libraries", "bundle", "check_bundle", "build_from_linux")
    loaded = {name: importlib.import_module(name) for name in names}
    for name in names:
        monkeypatch.delitem(sys.modules, name)
    return loaded


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    """A Python with two modules of its own, and a program that imports them."""
    place = tmp_path / "runtime"
    write(place / "Lib" / "tracker" / "__init__.py", "import json\n")
    write(place / f"python{TAG}._pth", f"python{TAG}.zip\n.\nLib\n")
    zipped(place / f"python{TAG}.zip", {"json/__init__.pyc": "", "decimal.pyc": ""})
    return place


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def zipped(path: Path, files: dict[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return path


def installed(lib: Path, name: str, version: str, *requires: str) -> None:
    lines = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {one}" for one in requires)]
    text = "\n".join(["Metadata-Version: 2.4", *lines, ""])
    write(lib / f"{name}-{version}.dist-info" / "METADATA", text)


# Modules


def test_a_whole_folder_lacks_no_module(scripts, runtime):
    assert scripts["check_bundle"].missing_modules(runtime) == []


def test_an_import_inside_a_function_of_the_program_must_be_there(scripts, runtime):
    write(runtime / "Lib/tracker/export.py", "def write():\n    import xlsxwriter\n")
    (problem,) = scripts["check_bundle"].missing_modules(runtime)
    assert problem == "xlsxwriter is imported by tracker.export and not there"


def test_what_a_library_needs_at_once_must_be_there_and_what_it_may_use_need_not(scripts, runtime):
    write(runtime / "Lib/tracker/plot.py", "import plots.axis\n")
    write(
        runtime / "Lib/plots/__init__.py", "try:\n    import cupy\nexcept ImportError:\n    pass\n"
    )
    write(runtime / "Lib/plots/axis.py", "from . import ticks\nfrom .. import decimal_of_nothing\n")
    write(runtime / "Lib/plots/ticks.py", "import colorama\n")
    (problem,) = scripts["check_bundle"].missing_modules(runtime)
    assert problem.startswith("colorama is imported by plots.ticks")


def test_a_module_of_another_system_is_not_missed(scripts, runtime):
    write(runtime / "Lib/tracker/lock.py", "def lock():\n    import fcntl\n")
    assert scripts["check_bundle"].missing_modules(runtime) == []


# Requirements


def test_a_requirement_of_windows_alone_is_asked_for(scripts, runtime):
    lib = runtime / "Lib"
    installed(lib, "terminal", "1.0", *OF_TWO_SYSTEMS)
    (problem,) = scripts["check_bundle"].missing_requirements(lib)
    assert "colours>=2" in problem
    assert "nothing is there" in problem


def test_a_requirement_met_in_another_spelling_is_met(scripts, runtime):
    lib = runtime / "Lib"
    installed(lib, "plots", "1.0", "Type.Hints>=4; python_version >= '3.13'")
    installed(lib, "type_hints", "4.1")
    assert scripts["check_bundle"].missing_requirements(lib) == []


def test_an_older_version_than_required_is_a_problem(scripts, runtime):
    lib = runtime / "Lib"
    installed(lib, "plots", "1.0", "numbers>=2")
    installed(lib, "numbers", "1.9")
    (problem,) = scripts["check_bundle"].missing_requirements(lib)
    assert "1.9 is there" in problem


# Libraries


def test_windows_brings_its_own_libraries_and_api_sets(scripts):
    is_of_windows = scripts["libraries"].is_of_windows
    assert is_of_windows("kernel32.dll")
    assert is_of_windows("api-ms-win-crt-math-l1-1-0.dll")
    assert not is_of_windows("msvcp140.dll")
    assert not is_of_windows("libcrypto-3.dll")


@pytest.mark.parametrize("lacking", ["library", "function"])
def test_a_library_or_function_that_is_asked_for_in_vain_is_named(
    scripts, tmp_path, monkeypatch, lacking
):
    library = scripts["libraries"].Library
    asking = tmp_path / "runtime" / "Lib" / "cipher" / "cipher.pyd"
    offering = tmp_path / "runtime" / "Crypto.dll"
    write(asking, "")
    if lacking == "function":
        write(offering, "")
    known = {
        asking: library({"crypto.dll": frozenset({"open", "seal"})}, frozenset(), 0x8664),
        offering: library({}, frozenset({"open"}), 0x8664),
    }
    monkeypatch.setattr(scripts["libraries"], "read", known.__getitem__)
    (problem,) = scripts["check_bundle"].missing_libraries(tmp_path)
    assert problem.startswith("runtime/Lib/cipher/cipher.pyd needs")
    assert ("seal of crypto.dll" if lacking == "function" else "neither there") in problem


# What is packed


@pytest.mark.parametrize(
    "name",
    [
        "numpy/_core/tests/test_a.py",
        "PySide6/QtCore.pyi",
        "holidays/locale/de/x.mo",
        "pyqtgraph/examples/a.py",
        "tracker/_resources/i18n/tracker_zh_CN.ts",
    ],
)
def test_what_only_developers_use_stays_out(scripts, name):
    assert scripts["bundle"].UNWANTED.search(name)


@pytest.mark.parametrize(
    "name",
    [
        "numpy/testing/__init__.py",
        "numpy/_core/a.pyd",
        "holidays/locale/zh_CN/x.mo",
        "PySide6/Qt6Core.dll",
        "tzdata/zoneinfo/Asia/Tokyo",
        "tracker/_resources/i18n/tracker_zh_CN.qm",
        "tracker/store/migrations/0001_start.py",
    ],
)
def test_what_the_program_uses_is_packed(scripts, name):
    assert not scripts["bundle"].UNWANTED.search(name)


def test_python_is_led_to_the_wheels_and_nowhere_else(scripts, tmp_path):
    archive = zipped(tmp_path / "embed.zip", {f"python{TAG}.dll": "", f"python{TAG}._pth": "x"})
    scripts["bundle"].unpack_python(archive, tmp_path / "runtime")
    lines = (tmp_path / "runtime" / f"python{TAG}._pth").read_text("ascii").split()
    assert lines == [f"python{TAG}.zip", ".", "Lib"]


def test_an_archive_that_is_no_embeddable_python_is_refused(scripts, tmp_path):
    archive = zipped(tmp_path / "full.zip", {"tools/python.exe": ""})
    with pytest.raises(scripts["bundle"].CannotBuild, match="no embeddable Python"):
        scripts["bundle"].python_tag(archive)


def test_a_python_with_another_checksum_is_not_packed(scripts, tmp_path, capsys):
    archive = zipped(tmp_path / "embed.zip", {f"python{TAG}.dll": ""})
    words = ["--python", str(archive), "--python-sha256", "0" * 64, "--out", str(tmp_path / "out")]
    assert scripts["build_from_linux"].main(words) == 1
    assert "has the SHA-256" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_two_wheels_with_another_file_of_one_name_are_refused(scripts, tmp_path):
    wheels = [zipped(tmp_path / f"{name}.whl", {"six.py": name}) for name in ("a-1", "a-2")]
    with pytest.raises(scripts["bundle"].CannotBuild, match=r"another six\.py"):
        scripts["bundle"].unpack_wheels(wheels, tmp_path / "Lib")


# What is installed


def test_installer_and_uninstaller_never_name_the_folder_of_records_for_removal():
    script = (SCRIPTS / "tracker.nsi").read_text("utf-8")
    removals = [line.strip() for line in script.splitlines() if "RMDir" in line]
    assert removals
    allowed = ('"$INSTDIR\\runtime"', '"$INSTDIR\\runtime.old"')
    recursive = [line for line in removals if "/r" in line]
    assert all(line.endswith(allowed) for line in recursive), recursive


def test_every_message_of_the_installer_is_there_in_both_languages():
    script = (SCRIPTS / "tracker.nsi").read_text("utf-8")
    words = [line.split()[1:3] for line in script.splitlines() if line.startswith("LangString")]
    english = {name for name, language in words if language == "${LANG_ENGLISH}"}
    chinese = {name for name, language in words if language == "${LANG_SIMPCHINESE}"}
    assert english == chinese != set()


def test_no_reminder_is_registered_by_the_installer():
    script = (SCRIPTS / "tracker.nsi").read_text("utf-8")
    assert "Register-ScheduledTask" not in script.replace("Unregister-ScheduledTask", "")
    assert "schtasks" not in script


# What others made


def test_the_licences_of_all_that_is_packed_are_written_down(runtime, tmp_path):
    lib = runtime / "Lib"
    installed(lib, "sqlcipher3", "0.6.4")
    installed(lib, "plots", "1.0")
    write(lib / "plots-1.0.dist-info" / "licenses" / "LICENSE", "The plots may be used.")
    write(lib / "plots-1.0.dist-info" / "RECORD", "plots-1.0.dist-info/licenses/LICENSE,,\n")
    write(runtime / "LICENSE.txt", "The snake may be used.")
    script = runpy.run_path(str(SCRIPTS.parent / "third_party.py"))
    script["write"](tmp_path / "all.txt", packed=(lib, runtime / "LICENSE.txt", "3.13"))
    words = (tmp_path / "all.txt").read_text("utf-8")
    for expected in ("plots 1.0", "The plots may", "The snake may", "Python 3.13", "SQLCipher"):
        assert expected in words
