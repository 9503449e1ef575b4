# SPDX-License-Identifier: MIT
"""What goes into the Windows program's folder, and what of the wheels stays out of it.

The folder: the two launchers, and below ``runtime`` Python as its makers packed it, with the
wheels in ``runtime/Lib``.
"""

import re
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

import libraries

QT_MODULES = (
    *("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"),
    "QtNetwork",  # between two starts of the program on one computer, without a network
    *("QtTest", "QtOpenGL", "QtOpenGLWidgets"),  # pyqtgraph imports them
)
QT_PLUGINS = (
    *("platforms/qwindows", "platforms/qoffscreen", "styles/qmodernwindowsstyle"),
    *("iconengines/qsvgicon", "imageformats/qsvg", "imageformats/qico"),
    *("imageformats/qjpeg", "imageformats/qgif"),
)
QT_FOR_DEVELOPERS = (
    *("doc", "glue", "include", "lib", "metatypes", "qml", "resources", "scripts", "typesystems"),
)
QT_WORDS = re.compile(r"qtbase_(en|zh_CN|zh_TW)\.qm")

# By the path below runtime/Lib: what only developers use, examples, tests, other languages.
UNWANTED = re.compile(
    r"""
      \.(pyi|lib|a|h|hpp|c|pxd|pyx|exe)$
    | (^|/)__pycache__/
    | ^(bin|Scripts|share)/
    | ^numpy/(.*/)?tests/ | ^numpy/(f2py|doc|_core/include|random/_examples)/
    | ^pyqtgraph/(examples|jupyter|opengl|console)/
    | ^icalendar/(.*/)?(tests|fuzzing)/
    | ^holidays/locale/(?!en_|zh_)
    | ^playhouse/(apsw_ext|postgres_ext|mysql_ext|cysqlite_ext)\.py$
    | ^tracker/_resources/i18n/.*\.ts$
    | ^shiboken6/(include|lib)/
    """,
    re.VERBOSE,
)


class CannotBuild(Exception):
    """What stops the build; the text says what to do."""


def python_tag(archive: Path) -> str:
    """The version of an embeddable Python as its files name it, ``313``."""
    with zipfile.ZipFile(archive) as packed:
        names = [re.fullmatch(r"python(3\d+)\.dll", name) for name in packed.namelist()]
    tags = [found[1] for found in names if found]
    if len(tags) != 1:
        msg = f"{archive} is no embeddable Python: there is no python3xx.dll at its top."
        raise CannotBuild(msg)
    return tags[0]


def unpack_python(archive: Path, runtime: Path) -> None:
    """Unpacks the embeddable Python and leads it to the wheels, and nowhere else."""
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(runtime)
    tag = python_tag(archive)
    # this file also shuts out PYTHONPATH, the registry and what a user installed
    (runtime / f"python{tag}._pth").write_bytes(f"python{tag}.zip\r\n.\r\nLib\r\n".encode("ascii"))


def unpack_wheels(wheels: Iterable[Path], lib: Path) -> None:
    """Unpacks wheels over one another, without what is not wanted.

    Raises:
        CannotBuild: two wheels bring the same file with other contents.
    """
    for wheel in sorted(wheels):
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                _, data, inside = name.rpartition(".data/")
                scheme, _, below = inside.partition("/")
                place = below if data and scheme in {"purelib", "platlib"} else name
                unused = data and scheme not in {"purelib", "platlib"}
                if name.endswith("/") or unused or UNWANTED.search(place):
                    continue
                target, content = lib / place, packed.read(name)
                if target.exists() and target.read_bytes() != content:
                    msg = f"{wheel.name} brings another {place}; keep one version of each wheel."
                    raise CannotBuild(msg)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    prune_qt(lib / "PySide6", lib / "shiboken6")


def prune_qt(pyside: Path, shiboken: Path) -> None:
    """Leaves of Qt the modules and plugins above and the libraries that they load."""
    plugins = pyside / "plugins"
    roots = [pyside / f"{name}.pyd" for name in QT_MODULES]
    roots += [plugins / f"{name}.dll" for name in QT_PLUGINS]
    missing = [str(path) for path in roots if not path.exists()]
    if missing:
        msg = f"PySide6 has changed; it lacks {', '.join(missing)}."
        raise CannotBuild(msg)
    for folder in (pyside, shiboken):
        beside = [path for path in folder.iterdir() if path.suffix == ".dll"]
        own = roots if folder is pyside else [*folder.glob("*.pyd"), *folder.glob("*.abi3.dll")]
        needed = libraries.closure(own, beside)
        for path in libraries.binaries(folder):
            if path not in needed:
                path.unlink()
    for name in QT_FOR_DEVELOPERS:
        shutil.rmtree(pyside / name, ignore_errors=True)
    for words in (pyside / "translations").iterdir():
        if not QT_WORDS.fullmatch(words.name):
            words.unlink()
    _remove_empty(pyside)


def _remove_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
