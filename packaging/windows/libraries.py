# SPDX-License-Identifier: MIT
"""What Windows' libraries (.dll, .pyd, .exe) ask of each other, read from the files themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pefile

BINARIES = frozenset({".dll", ".pyd", ".exe"})
API_SETS = ("api-ms-win-", "ext-ms-win-")  # names that Windows itself leads to its libraries

# Libraries that Windows brings, by name.
_LISTED = (Path(__file__).with_name("windows_libraries.txt")).read_text("utf-8").splitlines()
OF_WINDOWS = frozenset(line for line in _LISTED if not line.startswith("#"))
_MANY = 1 << 20  # pefile stops after a few thousand functions; Qt's libraries have more


@dataclass(frozen=True)
class Library:
    """A file as the loader reads it.

    Attributes:
        imports: for each library (lower case) the functions asked for by name.
        exports: the functions it offers by name.
        machine: of the processor; 0x8664 = 64-bit x86.
    """

    imports: Mapping[str, frozenset[str]]
    exports: frozenset[str]
    machine: int


@cache
def read(path: Path) -> Library:
    """Reads a file's tables of imports, delayed ones included, and exports."""
    file = pefile.PE(str(path), fast_load=True, max_symbol_exports=_MANY, max_repeated_symbol=_MANY)
    directories = ("IMPORT", "DELAY_IMPORT", "EXPORT")
    numbers = [pefile.DIRECTORY_ENTRY[f"IMAGE_DIRECTORY_ENTRY_{name}"] for name in directories]
    file.parse_data_directories(directories=numbers)
    imports: dict[str, frozenset[str]] = {}
    for table in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
        for entry in getattr(file, table, ()):
            names = frozenset(asked.name.decode() for asked in entry.imports if asked.name)
            name = entry.dll.decode().lower()
            imports[name] = imports.get(name, frozenset()) | names
    offered = getattr(getattr(file, "DIRECTORY_ENTRY_EXPORT", None), "symbols", ())
    exports = frozenset(symbol.name.decode() for symbol in offered if symbol.name)
    machine = file.FILE_HEADER.Machine
    file.close()
    return Library(imports, exports, machine)


def is_of_windows(name: str) -> bool:
    """Whether Windows brings the library of this lower-case name."""
    return name in OF_WINDOWS or name.startswith(API_SETS)


def binaries(folder: Path) -> list[Path]:
    """Every library and program below a folder."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in BINARIES)


def closure(roots: Iterable[Path], among: Iterable[Path]) -> set[Path]:
    """The roots and all of the others that these need, directly or through one another."""
    offered = {path.name.lower(): path for path in among}
    needed: set[Path] = set()
    waiting = list(roots)
    while waiting:
        path = waiting.pop()
        if path not in needed:
            needed.add(path)
            waiting += [offered[name] for name in read(path).imports if name in offered]
    return needed
