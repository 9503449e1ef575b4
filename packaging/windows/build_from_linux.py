# SPDX-License-Identifier: MIT
"""Makes the Windows installer on Linux: Python's embeddable files, the wheels, NSIS.

Needs Debian's ``nsis`` and ``gcc-mingw-w64-x86-64`` and an environment with the developers'
packages. Nothing of Windows is run. Python itself is never fetched: give its .zip and SHA-256.
"""

import argparse
import hashlib
import os
import re
import runpy
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import bundle
import check_bundle

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORDS = ROOT / "resources" / "i18n"
PLATFORM = ("--platform", "win_amd64", "--only-binary", ":all:", "--implementation", "cp")


def main(arguments: Sequence[str] | None = None) -> int:
    """Builds the folder, checks it, packs it; the exit code."""
    given = _parser().parse_args(arguments)
    began = time.monotonic()
    try:
        setup = build(given.python, given.python_sha256, given.wheels, given.out.resolve())
    except bundle.CannotBuild as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"{sha256(setup)}  {setup.name}")
    print(f"{setup.stat().st_size / 1e6:.1f} MB in {time.monotonic() - began:.0f} s: {setup}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--python",
        type=Path,
        required=True,
        metavar="ZIP",
        help="python-3.X.Y-embed-amd64.zip of the Python Software Foundation",
    )
    parser.add_argument("--python-sha256", required=True, metavar="HEX", help="what it must have")
    parser.add_argument(
        "--wheels",
        type=Path,
        default=ROOT / "build/windows/wheels",
        metavar="DIR",
        help="wheels for Windows; an empty folder is filled by pip",
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist/windows", metavar="DIR")
    return parser  # fmt: skip


def build(python: Path, expected: str, wheels: Path, out: Path) -> Path:
    """Makes the installer; gives its file.

    Raises:
        CannotBuild: what is given is not what is expected, or the folder is not whole.
    """
    if sha256(python) != expected.lower():
        msg = f"{python} has the SHA-256 {sha256(python)}, not {expected.lower()}."
        raise bundle.CannotBuild(msg)
    epoch = _run("git", "-C", str(ROOT), "log", "-1", "--format=%ct").strip()
    os.environ["SOURCE_DATE_EPOCH"] = epoch
    folder = out / "Follow-up Tracker"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fetched = _wheels(wheels, bundle.python_tag(python))
    own = _own_wheel(out / "wheel")
    bundle.unpack_python(python, folder / "runtime")
    bundle.unpack_wheels([*fetched, own], folder / "runtime" / "Lib")
    _launchers(folder, bundle.python_tag(python), version(own))
    _licences(folder, bundle.python_tag(python))
    for path in folder.rglob("*"):
        os.utime(path, (int(epoch), int(epoch)))
    if check_bundle.main(folder):
        msg = "The folder is not whole; nothing was packed."
        raise bundle.CannotBuild(msg)
    (out / "INPUTS.txt").write_text(_named([python, *fetched, own]), "utf-8")
    return _installer(folder, out, version(own))


def sha256(file: Path) -> str:
    """The checksum of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def version(wheel: Path) -> str:
    """The version in a wheel's name."""
    return wheel.name.split("-")[1]


def _named(files: Sequence[Path]) -> str:
    return "".join(f"{sha256(file)}  {file.name}\n" for file in files)


def _wheels(folder: Path, tag: str) -> list[Path]:
    """The wheels of a folder; one that has none is filled with what constraints.txt names."""
    if not list(folder.glob("*.whl")):
        folder.mkdir(parents=True, exist_ok=True)
        import tomllib

        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        python = ("--python-version", f"{tag[0]}.{tag[1:]}")
        pinned = ("--constraint", str(ROOT / "constraints.txt"), "--dest", str(folder))
        pip = (sys.executable, "-m", "pip", "download", "--quiet")
        _run(*pip, *PLATFORM, *python, *pinned, *project["dependencies"])
    return sorted(folder.glob("*.whl"))


def _own_wheel(folder: Path) -> Path:
    """The program itself, with its words compiled."""
    release = Path(sys.executable).with_name("pyside6-lrelease")
    for words in WORDS.glob("*.ts"):
        _run(str(release), "-silent", str(words), "-qm", str(words.with_suffix(".qm")))
    shutil.rmtree(folder, ignore_errors=True)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps")
    _run(*pip, "--wheel-dir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    return wheel


def _launchers(folder: Path, tag: str, number: str) -> None:
    """Compiles the two programs and lays what they run beside Python."""
    parts = [*re.findall(r"\d+", number), "0", "0", "0"][:4]
    for name, options in (("tracker", ()), ("tracker-gui", ("-mwindows", "-DTRACKER_GUI"))):
        resource = folder / f"{name}.o"
        _run("x86_64-w64-mingw32-windres", f"--include-dir={HERE}",
             f"--include-dir={ROOT / 'resources/icons'}",
             f"-DVERSION_NUMBERS={','.join(parts)}", f'-DVERSION=\\"{number}\\"',
             f'-DNAME=\\"{name}.exe\\"', str(HERE / "launcher.rc"), str(resource))  # fmt: skip
        _run("x86_64-w64-mingw32-gcc", "-municode", "-O2", "-s", "-static", "-Wall", "-Werror",
             "-D_WIN32_WINNT=0x0A00", "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat",
             f'-DPYTHON_DLL=L"python{tag}.dll"', *options, str(HERE / "launcher.c"),
             str(resource), "-o", str(folder / f"{name}.exe"))  # fmt: skip
        resource.unlink()
    shutil.copy(HERE / "launch.py", folder / "runtime" / "launch.py")


def _licences(folder: Path, tag: str) -> None:
    """Those of all that is shipped, where a person looks and where the program's About looks."""
    runtime = folder / "runtime"
    shown = runtime / "Lib" / "tracker" / "_resources" / "THIRD_PARTY.txt"
    write = runpy.run_path(str(ROOT / "packaging" / "third_party.py"))["write"]
    write(shown, packed=(runtime / "Lib", runtime / "LICENSE.txt", f"{tag[0]}.{tag[1:]}"))
    shutil.copy(shown, folder / "THIRD_PARTY.txt")
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")


def _installer(folder: Path, out: Path, number: str) -> Path:
    """Packs the folder; files in the order of their names, so that equal input gives equal hash."""
    setup = out / f"Follow-up-Tracker-{number}-setup.exe"
    listed = out / "files.nsh"
    listed.write_text(_file_commands(folder), "utf-8")
    side_picture(out / "side.bmp")
    values = {"VERSION": number, "FOLDER": folder, "FILES": listed, "SETUP": setup,
              "SIDE": out / "side.bmp",
              "ICON": ROOT / "resources" / "icons" / "tracker.ico"}  # fmt: skip
    defines = [f"-D{name}={value}" for name, value in values.items()]
    _run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines, str(HERE / "tracker.nsi"))
    return setup


def side_picture(target: Path) -> None:
    """The picture of the first and the last page: the program's own icon on its own colour."""
    from PIL import Image  # of the developers' environment, for this alone

    with Image.open(ROOT / "resources" / "icons" / "tracker.png") as opened:
        icon = opened.convert("RGBA").resize((96, 96), Image.Resampling.LANCZOS)
    picture = Image.new(
        "RGB", (164, 314), icon.getpixel((48, 8))[:3]
    )  # the size that NSIS asks for
    picture.paste(icon, (34, 34), icon)
    picture.save(target)


def _file_commands(folder: Path) -> str:
    """One line for each file of ``runtime``, and one wherever the folder changes."""
    lines: list[str] = []
    inside = None
    for path in sorted((folder / "runtime").rglob("*")):
        if path.is_file():
            if path.parent != inside:
                inside = path.parent
                below = str(inside.relative_to(folder)).replace("/", "\\")
                lines.append(f'SetOutPath "$INSTDIR\\{below}"')
            lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"


def _run(*command: str) -> str:
    """Runs a program and gives what it printed.

    Raises:
        CannotBuild: it is not there, or it failed; the text has its own words.
    """
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    except FileNotFoundError as error:
        msg = f"{command[0]} is not installed; this script's first lines name what is needed."
        raise bundle.CannotBuild(msg) from error
    if done.returncode:
        msg = f"{command[0]} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
        raise bundle.CannotBuild(msg)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
