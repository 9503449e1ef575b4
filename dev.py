# SPDX-License-Identifier: MIT
"""The developer's one command: sets the program up, starts it, tests it.

Needs Python 3.11 or newer with pip and nothing else. What is missing is installed
into .venv; missing system packages are installed by apt when run as root, else named.
"""

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "constraints.txt"
WORDS = ROOT / "resources" / "i18n"
PIP = "pip>=25.1"  # the first that reads dependency groups
NO_TESTS_COLLECTED = 5  # pytest's exit code

# Debian's package of each shared library that Qt leaves to the system. Debian 13 and
# Ubuntu 24.04 renamed libglib2.0-0 to ...t64, which still answers to the old name.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
FONTS = {"NotoSans[-[]*": "fonts-noto-core", "NotoSansCJK*": "fonts-noto-cjk"}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "pdftotext": "poppler-utils",
    "strace": "strace",
}


class Trouble(Exception):
    """What stops the command; the text says what to do."""


# --- the system ---------------------------------------------------------------------


def has_display(environ: Mapping[str, str]) -> bool:
    """Whether a window can be shown. Windows and macOS always have a screen."""
    return sys.platform != "linux" or any(
        environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def has_library(soname: str) -> bool:
    """Whether the dynamic linker finds the shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_font(file_pattern: str) -> bool:
    """Whether a font file of that name lies in a system or personal font folder."""
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(next(folder.rglob(file_pattern), None) for folder in folders if folder.is_dir())


def missing_packages(environ: Mapping[str, str], *, for_tests: bool) -> list[str]:
    """Debian packages that the window, or the tests, need and this system lacks."""
    libraries = dict(QT_LIBRARIES)
    if for_tests or environ.get("DISPLAY"):
        libraries |= X11_LIBRARIES
    if environ.get("WAYLAND_DISPLAY"):
        libraries |= WAYLAND_LIBRARIES
    lacking = [package for soname, package in libraries.items() if not has_library(soname)]
    lacking += [package for pattern, package in FONTS.items() if not has_font(pattern)]
    if for_tests:
        lacking += [package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)]
    return lacking


def require_system(*, for_tests: bool = False) -> None:
    """Installs what Linux lacks when root may do it.

    Raises:
        Trouble: someone else has to install it; the text is the exact command.
    """
    if sys.platform != "linux":
        return
    packages = missing_packages(os.environ, for_tests=for_tests)
    if not packages:
        return
    if not shutil.which("apt-get"):
        names = " ".join(packages)
        raise Trouble(f"This system lacks what Debian calls: {names}\nPlease install it first.")
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise Trouble(f"System packages are missing. Please run:\n  sudo {' '.join(install)}")
    environ = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        must_run(command, environ)


# --- the virtual environment --------------------------------------------------------


def venv_program(name: str, folder: Path = VENV) -> str:
    """Path of a program inside a virtual environment."""
    return str(folder / ("Scripts" if sys.platform == "win32" else "bin") / name)


def recipe() -> str:
    """Fingerprint of all that decides what .venv holds."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    parts = [f"{ROOT} {python}".encode(), (ROOT / "pyproject.toml").read_bytes()]
    parts += [CONSTRAINTS.read_bytes()] if CONSTRAINTS.exists() else []
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_of_this_python(folder: Path) -> bool:
    """Whether the virtual environment was made by this minor version of Python."""
    config = folder / "pyvenv.cfg"
    version = rf"version(_info)? = {sys.version_info.major}\.{sys.version_info.minor}\."
    return config.exists() and re.search(version, config.read_text("utf-8")) is not None


def create_venv(folder: Path) -> None:
    """Makes an empty virtual environment with a pip that knows dependency groups."""
    with_pip = importlib.util.find_spec("ensurepip") is not None
    if not with_pip and importlib.util.find_spec("pip") is None:
        raise Trouble("Python has no pip. On Debian, run:\n  sudo apt-get install python3-pip")
    venv.create(folder, clear=True, with_pip=with_pip, symlinks=sys.platform != "win32")
    python = venv_program("python", folder)
    if with_pip:
        must_run([python, "-m", "pip", "install", "--upgrade", PIP])
    else:  # Debian without python3-venv: the system's pip fills the new environment
        must_run([sys.executable, "-m", "pip", "--python", python, "install", PIP])


def install_project(folder: Path, *options: str) -> None:
    """Installs the program, editable, and what its developers use."""
    pip = [venv_program("python", folder), "-m", "pip", "install"]
    must_run([*pip, *options, "--editable", str(ROOT), "--group", f"{ROOT / 'pyproject.toml'}:dev"])


def require_venv() -> None:
    """Brings .venv up to date; at once when nothing has changed since the last time."""
    stamp = VENV / "tracker-recipe"
    if stamp.exists() and stamp.read_text("ascii") == recipe():
        return
    print(f"Installing into {VENV} (the first time takes a minute) ...", flush=True)
    if not is_of_this_python(VENV):
        create_venv(VENV)
    install_project(VENV, "--constraint", str(CONSTRAINTS))
    stamp.write_text(recipe(), "ascii")


def require_words() -> None:
    """Makes the .qm files, which the program reads, of translations that have changed."""
    for ts in WORDS.glob("*.ts"):
        qm = ts.with_suffix(".qm")
        if not qm.exists() or qm.stat().st_mtime < ts.stat().st_mtime:
            must_run([venv_program("pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)])


# --- starting programs --------------------------------------------------------------


def run(command: Iterable[str], environ: Mapping[str, str] | None = None) -> int:
    """Runs a program from the project's folder and returns its exit code."""
    return subprocess.run(list(command), cwd=ROOT, env=environ, check=False).returncode


def must_run(command: list[str], environ: Mapping[str, str] | None = None) -> None:
    """Runs a program whose failure ends everything."""
    if run(command, environ) != 0:
        raise Trouble(f"This command failed; its own words are above:\n  {' '.join(command)}")


def python(*arguments: str, environ: Mapping[str, str] | None = None) -> int:
    """Runs the Python of .venv."""
    return run([venv_program("python"), *arguments], environ)


def offscreen(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment with Qt drawing into memory, unless a platform is named already."""
    return {"QT_QPA_PLATFORM": "offscreen", **environ}


# --- the commands -------------------------------------------------------------------


def prepare(*, for_tests: bool = False) -> None:
    """Brings the system, .venv and the translated words up to date."""
    require_system(for_tests=for_tests)
    require_venv()
    require_words()


def is_selftest(arguments: Iterable[str]) -> bool:
    """Whether the program is asked for its self-test, which needs no screen."""
    return any(argument.partition("=")[0] == "--selftest" for argument in arguments)


def demo_arguments(arguments: list[str], environ: Mapping[str, str]) -> list[str]:
    """What the demo is started with; a self-test in a new folder where there is no screen."""
    if has_display(environ) or is_selftest(arguments):
        return ["--demo", *arguments]
    folder = tempfile.mkdtemp(prefix="tracker-demo-")
    print(f"There is no display: the self-test runs instead. Its pictures: {folder}", flush=True)
    return ["--demo", *arguments, "--selftest", folder]


def start(arguments: list[str]) -> int:
    """Starts the program, offscreen when a self-test has no screen."""
    without_screen = is_selftest(arguments) and not has_display(os.environ)
    environ = offscreen(os.environ) if without_screen else None
    return python("-m", "tracker", *arguments, environ=environ)


def pytest(*arguments: str) -> int:
    """Runs tests with the Python of .venv."""
    return python("-m", "pytest", *arguments, environ=offscreen(os.environ))


def pytest_on_x11() -> int:
    """Runs the tests marked `xcb` in a real window under Xvfb; 0 where none can be run."""
    if not shutil.which("xvfb-run"):
        return 0
    screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24"]
    marked = ["-m", "pytest", "-q", "-m", "xcb", "tests/ui", "tests/features"]
    environ = os.environ | {"QT_QPA_PLATFORM": "xcb"}
    code = run([*screen, venv_program("python"), *marked], environ)
    return 0 if code == NO_TESTS_COLLECTED else code


def command_demo(arguments: list[str]) -> int:
    """Open the synthetic clinic in a temporary profile; further arguments are passed on."""
    prepare()
    return start(demo_arguments(arguments, os.environ))


def command_run(arguments: list[str]) -> int:
    """Start the program itself; further arguments are passed on."""
    prepare()
    return start(arguments)


def command_test(arguments: list[str]) -> int:
    """Run all tests on every core, or with arguments exactly those pytest is told."""
    prepare(for_tests=True)
    if arguments:
        return pytest(*arguments)
    on_x11 = pytest_on_x11()  # first, so that the whole suite has the last word
    return pytest("--numprocesses=auto", "--dist=worksteal") or on_x11


def command_check(_arguments: list[str]) -> int:
    """Run what CI runs besides the tests: ruff, its formatter, mypy, the import law."""
    require_venv()
    tools = {
        "ruff check": ("ruff", "check", "."),
        "ruff format": ("ruff", "format", "--check", "."),
        "mypy": ("mypy",),
        "import law": ("lint-imports", "--no-logo"),
    }
    codes = {name: run([venv_program(tool), *rest]) for name, (tool, *rest) in tools.items()}
    for name, code in codes.items():
        print(f"{name:<12} {'passed' if code == 0 else 'FAILED'}")
    return int(any(codes.values()))


def command_fast(arguments: list[str]) -> int:
    """Run ruff and the tests that need no window and less than two seconds each."""
    prepare()
    lint = run([venv_program("ruff"), "check", "."])
    windows = ("--ignore=tests/ui", "--ignore=tests/features")
    return pytest("-q", "-m", "not slow", *windows, *arguments) or lint


def command_bench(arguments: list[str]) -> int:
    """Measure start, statements, pages and memory (tests/benchmarks)."""
    prepare()
    return pytest("-o", "addopts=", "--capture=no", "tests/benchmarks", *arguments)


def command_faults(arguments: list[str]) -> int:
    """Kill, cut, flip and fill at full length; renews docs/reliability.md (tests/faults)."""
    prepare(for_tests=True)
    return python("-m", "tests.faults", *arguments, environ=offscreen(os.environ))


def command_new_kind(arguments: list[str]) -> int:
    """Write the skeleton of one more record kind: python3 dev.py new-kind NAME."""
    prepare()
    return run([venv_program("python"), "-m", "tools.new_kind", *arguments])


def command_translate(_arguments: list[str]) -> int:
    """Add new words of the program to the Chinese ones and list those without translation."""
    require_venv()
    code = python("-m", "tools.translations")
    require_words()
    return code


def command_freeze(_arguments: list[str]) -> int:
    """Renew constraints.txt with the newest releases that pyproject.toml allows."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        create_venv(folder)
        install_project(folder, "--upgrade")
        pip = [venv_program("python", folder), "-m", "pip", "freeze", "--exclude-editable"]
        frozen = subprocess.run(pip, check=True, capture_output=True, text=True).stdout
    comment = "# What the tests last passed with. Renew it: python3 dev.py freeze\n"
    CONSTRAINTS.write_text(comment + frozen, "utf-8")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": command_demo,
    "run": command_run,
    "test": command_test,
    "check": command_check,
    "fast": command_fast,
    "bench": command_bench,
    "faults": command_faults,
    "new-kind": command_new_kind,
    "translate": command_translate,
    "freeze": command_freeze,
}


def usage() -> str:
    """One line for each command."""
    lines = [f"  {name:<9} {command.__doc__}" for name, command in COMMANDS.items()]
    return "\n".join(["usage: python3 dev.py COMMAND [ARGUMENTS]", "", *lines])


def main(arguments: list[str]) -> int:
    """Runs the named command and returns its exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        print(usage())
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
