# SPDX-License-Identifier: MIT
"""What dev.py decides before it starts anything."""

import os
import sys

import pytest

import dev


@pytest.fixture
def complete_system(monkeypatch):
    """A Debian on which nothing is missing."""
    monkeypatch.setattr(dev, "has_library", lambda soname: True)
    monkeypatch.setattr(dev, "has_font", lambda pattern: True)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def started(monkeypatch):
    """Every program that dev.py would have started, as [command, environment]."""
    calls = []
    monkeypatch.setattr(dev, "run", lambda *call: calls.append([*call, None][:2]) or 0)
    return calls


@pytest.fixture
def ready(complete_system, started, monkeypatch):
    """System and .venv are in order: what follows is the command's own business."""
    monkeypatch.setattr(dev, "require_venv", lambda: None)
    return started


def test_a_complete_system_is_left_alone(complete_system):
    assert dev.missing_packages({"DISPLAY": ":0"}, for_tests=True) == []


def test_a_missing_library_is_named_by_its_debian_package(complete_system, monkeypatch):
    monkeypatch.setattr(dev, "has_library", lambda soname: soname != "libEGL.so.1")
    assert dev.missing_packages({}, for_tests=False) == ["libegl1"]


def test_missing_fonts_are_named_by_their_debian_packages(complete_system, monkeypatch):
    monkeypatch.setattr(dev, "has_font", lambda pattern: False)
    assert dev.missing_packages({}, for_tests=False) == ["fonts-noto-core", "fonts-noto-cjk"]


def test_a_font_is_found_in_any_font_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "FONT_FOLDERS", (str(tmp_path / "absent"), str(tmp_path)))
    assert not dev.has_font("NotoSans[-[]*")
    (tmp_path / "noto").mkdir()
    (tmp_path / "noto" / "NotoSansCJK-Regular.ttc").touch()
    assert not dev.has_font("NotoSans[-[]*")
    (tmp_path / "noto" / "NotoSans-Regular.ttf").touch()
    assert dev.has_font("NotoSans[-[]*")


@pytest.mark.parametrize(
    ("environ", "for_tests", "needed"),
    [
        ({}, False, set()),
        ({"DISPLAY": ":0"}, False, {"libxcb-cursor0"}),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False, {"libwayland-client0"}),
        ({}, True, {"libxcb-cursor0"}),
    ],
)
def test_only_the_libraries_of_the_screen_in_use_are_needed(
    complete_system, monkeypatch, environ, for_tests, needed
):
    monkeypatch.setattr(dev, "has_library", lambda soname: soname in dev.QT_LIBRARIES)
    of_screens = {"libxcb-cursor0", "libwayland-client0"}
    assert of_screens & set(dev.missing_packages(environ, for_tests=for_tests)) == needed


def test_a_normal_user_is_told_the_exact_apt_command(complete_system, monkeypatch):
    monkeypatch.setattr(dev, "has_library", lambda soname: soname != "libGL.so.1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev, "run", pytest.fail)
    line = "sudo apt-get install -y --no-install-recommends libgl1"
    with pytest.raises(dev.Trouble, match=line):
        dev.require_system()


def test_root_gets_the_packages_installed(complete_system, started, monkeypatch):
    monkeypatch.setattr(dev, "has_library", lambda soname: soname != "libGL.so.1")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    dev.require_system()
    (update, _), (install, _) = started
    assert update == ["apt-get", "update"]
    assert install[:2] == ["apt-get", "install"]
    assert install[-1] == "libgl1"


def test_a_system_without_apt_hears_what_it_lacks(complete_system, monkeypatch):
    monkeypatch.setattr(dev, "missing_packages", lambda environ, *, for_tests: ["libgl1"])
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    with pytest.raises(dev.Trouble, match="lacks what Debian calls: libgl1"):
        dev.require_system()


def test_windows_and_macos_need_no_system_packages(monkeypatch):
    monkeypatch.setattr(dev, "missing_packages", pytest.fail)
    for platform in ("win32", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        dev.require_system(for_tests=True)


def test_the_demo_without_a_screen_is_the_self_test(ready, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(dev.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "environ", {})
    assert dev.main(["demo"]) == 0
    [(command, environ)] = ready
    *program, option, folder = command[1:]
    assert program == ["-m", "tracker", "--demo"]
    assert option == "--selftest"
    assert folder in capsys.readouterr().out
    assert environ["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize("options", [["--selftest", "shots"], ["--selftest=shots"]])
def test_a_self_test_that_is_asked_for_keeps_its_own_folder(ready, monkeypatch, options):
    monkeypatch.setattr(os, "environ", {})
    dev.main(["demo", *options])
    [(command, environ)] = ready
    assert command[3:] == ["--demo", *options]
    assert environ["QT_QPA_PLATFORM"] == "offscreen"


def test_the_demo_opens_a_window_where_there_is_a_screen(ready, monkeypatch):
    monkeypatch.setattr(os, "environ", {"DISPLAY": ":0"})
    dev.main(["demo", "--dark"])
    [(command, environ)] = ready
    assert command[3:] == ["--demo", "--dark"]
    assert environ is None


def test_a_platform_that_is_named_is_kept():
    assert dev.offscreen({"QT_QPA_PLATFORM": "xcb"}) == {"QT_QPA_PLATFORM": "xcb"}
    assert dev.offscreen({"LANG": "C"}) == {"LANG": "C", "QT_QPA_PLATFORM": "offscreen"}


def test_chosen_tests_run_in_one_process(ready):
    dev.main(["test", "tests/domain", "-k", "month"])
    [(command, _)] = ready
    assert command[1:] == ["-m", "pytest", "tests/domain", "-k", "month"]


def test_the_whole_suite_has_the_last_word_after_the_x11_round(ready, monkeypatch):
    dev.main(["test"])
    (on_x11, environ), (everything, _) = ready
    assert on_x11[0] == "xvfb-run"
    assert environ["QT_QPA_PLATFORM"] == "xcb"
    assert everything[1:3] == ["-m", "pytest"]


@pytest.mark.parametrize(
    ("x11", "rest", "verdict"),
    [(0, 0, 0), (5, 0, 0), (1, 0, 1), (0, 1, 1), (5, 1, 1), (0, -11, -11), (-11, 0, -11)],
)
def test_the_tests_fail_when_either_round_fails(ready, monkeypatch, x11, rest, verdict):
    codes = iter([x11, rest])
    monkeypatch.setattr(dev, "run", lambda *_: next(codes))
    assert dev.main(["test"]) == verdict


def test_every_check_runs_and_says_its_verdict_even_after_one_failed(monkeypatch, capsys, ready):
    codes = iter([1, 0, 0, 1])
    monkeypatch.setattr(dev, "run", lambda *_: next(codes))
    assert dev.main(["check"]) == 1
    verdicts = [line.split()[-1] for line in capsys.readouterr().out.splitlines()]
    assert verdicts == ["FAILED", "passed", "passed", "FAILED"]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder whose .venv exists; yields what pip was asked for."""
    installed = []
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "CONSTRAINTS", tmp_path / "constraints.txt")
    monkeypatch.setattr(dev, "create_venv", lambda folder: installed.append("new"))
    monkeypatch.setattr(dev, "install_project", lambda *_: installed.append("project"))
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "constraints.txt").write_text("peewee==4.5.3\n")
    write_venv_of(tmp_path / ".venv", f"{sys.version_info.major}.{sys.version_info.minor}")
    return installed


def write_venv_of(folder, version):
    folder.mkdir(exist_ok=True)
    (folder / "pyvenv.cfg").write_text(f"version = {version}.7\n")


def test_the_second_start_installs_nothing(project):
    dev.require_venv()
    dev.require_venv()
    assert project == ["project"]


@pytest.mark.parametrize("file", ["pyproject.toml", "constraints.txt"])
def test_a_changed_requirement_is_installed_at_the_next_start(project, tmp_path, file):
    dev.require_venv()
    (tmp_path / file).write_text("# changed\n")
    dev.require_venv()
    assert project == ["project", "project"]


def test_an_environment_of_another_python_is_made_anew(project, tmp_path):
    write_venv_of(tmp_path / ".venv", "3.10")
    dev.require_venv()
    assert project == ["new", "project"]


def test_a_failed_installation_is_tried_again(project, monkeypatch):
    def fail(*_):
        raise dev.Trouble("no network")

    with monkeypatch.context() as patch:
        patch.setattr(dev, "install_project", fail)
        with pytest.raises(dev.Trouble):
            dev.require_venv()
    dev.require_venv()
    assert project == ["project"]


def test_a_python_without_pip_is_told_which_package_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(dev.Trouble, match="python3-pip"):
        dev.create_venv(tmp_path / ".venv")


def test_an_unknown_command_is_answered_with_the_list_of_commands(capsys):
    assert dev.main(["tset"]) == 2
    listed = capsys.readouterr().out
    assert all(f"\n  {command} " in listed for command in dev.COMMANDS)
