# SPDX-License-Identifier: MIT
"""Checks a Windows program's folder without Windows: is all in it that will be asked for?

Run it by hand on any folder: ``python packaging/windows/check_bundle.py FOLDER``.
"""

import ast
import re
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

import libraries
from packaging.requirements import Requirement

X86_64 = 0x8664
PROJECT = "followup-tracker"
# compiled into Python's own library, or made by another module while it is imported
BUILT_IN = frozenset(
    (
        *("_codecs", "_imp", "_io", "_thread", "_warnings", "array", "atexit", "binascii"),
        *("builtins", "cmath", "collections.abc", "errno", "faulthandler", "gc", "itertools"),
        *("marshal", "math", "mmap", "msvcrt", "nt", "os.path", "sys", "time", "winreg", "zlib"),
    )
)
# asked for by the program on these systems only
OF_OTHER_SYSTEMS = frozenset(("fcntl", "pwd", "posix"))


def problems(folder: Path) -> list[str]:
    """Everything that is wrong with the folder, in words; none = it is whole."""
    runtime = folder / "runtime"
    found = [f"there is no {name}" for name in _essential(folder) if not (folder / name).exists()]
    if found:
        return found
    return [
        *missing_modules(runtime),
        *missing_requirements(runtime / "Lib"),
        *missing_libraries(folder),
    ]


def _essential(folder: Path) -> Iterator[str]:
    yield from ("tracker.exe", "tracker-gui.exe", "LICENSE.txt", "THIRD_PARTY.txt")
    yield from ("runtime/launch.py", "runtime/python.exe", "runtime/LICENSE.txt")
    resources = "runtime/Lib/tracker/_resources"
    yield from (f"{resources}/autostart/windows/reminder.xml", f"{resources}/clinical/README.md")
    yield f"{resources}/THIRD_PARTY.txt"
    yield from (f"{resources}/manual/en/3-for-it.md", f"{resources}/manual/zh/3-for-it.md")
    yield from (f"{resources}/demo/synthetic.json", f"{resources}/i18n/tracker_zh_CN.qm")
    if not list((folder / "runtime/Lib/tracker/store/migrations").glob("0001*.py")):
        yield "runtime/Lib/tracker/store/migrations/0001*.py"


# Python modules


def missing_modules(runtime: Path) -> list[str]:
    """Modules that the program imports anywhere, and those these import at once, but not there."""
    known = _Modules(runtime)
    waiting = [(name, True) for name in known.below("tracker")]
    seen: set[str] = set()
    missing: dict[str, str] = {}
    while waiting:
        name, is_ours = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for asked in known.imports(name, everywhere=is_ours):
            top = asked.partition(".")[0]
            if known.has(asked):
                waiting += [(asked, top == "tracker")]
            elif top not in OF_OTHER_SYSTEMS:
                missing[asked] = name
    return [f"{name} is imported by {by} and not there" for name, by in sorted(missing.items())]


class _Modules:
    """The modules of a folder: Python's own in its .zip, and those of the wheels."""

    def __init__(self, runtime: Path) -> None:
        self._lib = runtime / "Lib"
        self._folders = (runtime, self._lib)
        (archive,) = runtime.glob("python3*.zip")
        with zipfile.ZipFile(archive) as packed:
            names = packed.namelist()
        self._packed = {
            re.sub(r"(/__init__)?\.pyc?$", "", name).replace("/", ".") for name in names
        }

    def below(self, package: str) -> Iterator[str]:
        """All modules of a package of the wheels."""
        for path in sorted((self._lib / package).rglob("*.py")):
            parts = path.relative_to(self._lib).with_suffix("").parts
            if parts[-1].isidentifier() or parts[-1][:1].isdigit():
                yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def has(self, name: str) -> bool:
        """Whether it can be imported."""
        return name in BUILT_IN or name in self._packed or self._file(name) is not None

    def imports(self, name: str, *, everywhere: bool) -> Iterator[str]:
        """What a module imports; unless everywhere, only what it cannot do without."""
        path = self._file(name)
        if path is None or path.suffix != ".py":
            return
        package = name if path.name == "__init__.py" else name.rpartition(".")[0]
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree) if everywhere else tree.body:
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from self._from(node, package)

    def _from(self, node: ast.ImportFrom, package: str) -> Iterator[str]:
        above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
        source = ".".join([*above, *([node.module] if node.module else [])])
        yield source
        for alias in node.names:  # a name of the module, or one more module below it
            if self.has(f"{source}.{alias.name}"):
                yield f"{source}.{alias.name}"

    def _file(self, name: str) -> Path | None:
        for folder in self._folders:
            place = folder.joinpath(*name.split("."))
            candidates = [place / "__init__.py", place.with_name(f"{place.name}.py")]
            candidates += sorted(place.parent.glob(f"{place.name}.*pyd"))
            candidates += [place] if place.is_dir() else []
            found = next((path for path in candidates if path.exists()), None)
            if found:
                return found
        return None


# Requirements of the wheels, as Windows reads them


def missing_requirements(lib: Path) -> list[str]:
    """What a wheel requires on Windows and is not there, or in another version."""
    there = {_key(one.name): one for one in distributions(path=[str(lib)])}
    return [
        f"{one.name} requires {wanted} and {_version(there.get(_key(wanted.name)))} is there"
        for one in there.values()
        for wanted in map(Requirement, one.requires or ())
        if _applies(wanted, lib) and not _is_met(wanted, there.get(_key(wanted.name)))
    ]


def _applies(wanted: Requirement, lib: Path) -> bool:
    (pth,) = lib.parent.glob("python3*._pth")
    minor = pth.stem.removeprefix("python3")
    windows = {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "python_version": f"3.{minor}",
        "python_full_version": f"3.{minor}.0",
        "extra": "",
    }
    return wanted.marker is None or wanted.marker.evaluate(windows)


def _is_met(wanted: Requirement, there: Distribution | None) -> bool:
    return there is not None and wanted.specifier.contains(there.version, prereleases=True)


def _version(one: Distribution | None) -> str:
    return one.version if one else "nothing"


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


# Libraries


def missing_libraries(folder: Path) -> list[str]:
    """Libraries, and functions in them, that a library of the folder asks for in vain."""
    runtime = folder / "runtime"
    everywhere = [runtime, *sorted(runtime.glob("Lib/*.libs"))]
    everywhere += [runtime / "Lib/shiboken6", runtime / "Lib/PySide6"]  # both add themselves
    found: list[str] = []
    for path in libraries.binaries(folder):
        asked = libraries.read(path)
        name = path.relative_to(folder).as_posix()
        if asked.machine != X86_64:
            found.append(f"{name} is not for 64-bit x86")
        for library, functions in sorted(asked.imports.items()):
            if libraries.is_of_windows(library):
                continue
            source = _find(library, [path.parent, *everywhere])
            if source is None:
                found.append(f"{name} needs {library}, which is neither there nor of Windows")
            elif lacking := functions - libraries.read(source).exports:
                found.append(f"{name} needs {sorted(lacking)[0]} of {library}, which lacks it")
    return found


def _find(library: str, folders: list[Path]) -> Path | None:
    beside = (path for folder in folders for path in folder.glob("*"))
    return next((path for path in beside if path.name.lower() == library), None)


# Sizes


def sizes(folder: Path) -> list[str]:
    """The largest parts of the folder and the whole, in MB of 10^6 bytes."""
    lib = folder / "runtime" / "Lib"
    parts = {path.name: _size(path) for path in lib.iterdir() if path.is_dir()}
    parts["Python itself"] = _size(folder / "runtime") - sum(parts.values())
    largest = sorted(parts.items(), key=lambda part: -part[1])[:12]
    count = sum(1 for path in folder.rglob("*") if path.is_file())
    lines = [f"{size / 1e6:8.1f} MB  {name}" for name, size in largest]
    return [*lines, f"{_size(folder) / 1e6:8.1f} MB  all of {count} files"]


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def main(folder: Path) -> int:
    """Prints the problems and the sizes; 1 when there is a problem."""
    found = problems(folder)
    count = len(libraries.binaries(folder))
    print("\n".join([*sizes(folder), *found]))
    print(f"{len(found)} problems in {count} libraries and all modules the program imports")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
