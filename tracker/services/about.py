# SPDX-License-Identifier: MIT
"""What the program is made of and where it works: for IT, without anything of a patient."""

import platform
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from tracker import __version__, paths
from tracker.services.context import Context
from tracker.store.connection import cipher_version
from tracker.store.store import Store

PROGRAM: Final = "followup-tracker"
_LICENCE_NAMES: Final = ("licen", "copying", "notice", "authors")


@dataclass(frozen=True, slots=True)
class Installation:
    """The file that is open.

    Attributes:
        database: its path.
        schema: its version, as the last migration names it.
        records: how many rows it holds, counted and not named.
        cipher: of the library that encrypts it.
    """

    database: Path
    schema: str
    records: int
    cipher: str


@dataclass(frozen=True, slots=True)
class Library:
    """Something of others that is shipped with the program.

    Attributes:
        name: as its makers call it.
        version: of the copy at hand.
        licence: in short, as its makers state it; "" = they only give the text.
        text: the licence in full.
    """

    name: str
    version: str
    licence: str
    text: str


def installation(store: Store, ctx: Context) -> Installation:
    """Looks at the file that is open; nobody needs a permission for its path and version."""
    del ctx
    return Installation(
        store.profile.database, store.schema, sum(store.counts().values()), cipher_version()
    )


def diagnostics(installed: Installation, window: dict[str, str]) -> str:
    """What IT needs to find a fault: versions, paths, counts. No name, no number, no value.

    Args:
        installed: the file that is open.
        window: what only the window knows, by name.
    """
    facts = {
        "Follow-up Tracker": __version__,
        "Python": platform.python_version(),
        **window,
        "SQLCipher": installed.cipher,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "package": "yes" if paths.is_frozen() else "no",
        "portable": "yes" if paths.portable() else "no",
        "database": _without_home(installed.database),
        "schema": installed.schema,
        "records": str(installed.records),
        "log": _without_home(paths.log_folder()),
    }
    facts |= {library.name: library.version for library in libraries()}
    return "\n".join(f"{name}: {value}" for name, value in facts.items())


def libraries() -> list[Library]:
    """Everything of others that the program needs, by the declarations of what is installed."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [PROGRAM]
    while waiting:
        name = waiting.pop()
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # not for this system, or not installed as one
            continue
        key = distribution.metadata["Name"].lower()
        if key not in found:
            found[key] = distribution
            waiting += [_name_of(line) for line in distribution.requires or () if _is_needed(line)]
    found.pop(PROGRAM, None)
    return [_library(found[key]) for key in sorted(found)]


def licences() -> str:
    """The licences of what is shipped, in full: as the package collected them, or as installed."""
    collected = paths.third_party()
    if collected.is_file():
        return collected.read_text("utf-8")
    own = Library("Python", platform.python_version(), "PSF-2.0", _python_licence())
    return "\n\n".join(
        f"==== {each.name} {each.version}  {each.licence}\n\n{each.text}".rstrip()
        for each in (own, *libraries())
    )


def _library(distribution: metadata.Distribution) -> Library:
    about = distribution.metadata.json
    stated = str(about.get("license_expression") or about.get("license") or "")
    classified = [
        line.rpartition(":: ")[2]
        for line in about.get("classifier", ())
        if line.startswith("License ::")
    ]
    short = stated if stated and "\n" not in stated else ", ".join(classified)
    texts = [
        Path(path.locate()).read_text("utf-8", "replace")
        for path in distribution.files or ()
        if ".dist-info/" in str(path) and path.name.lower().startswith(_LICENCE_NAMES)
    ]
    if not texts and "\n" in stated:
        texts = [stated]
    return Library(str(about["name"]), distribution.version, short, "\n\n".join(texts))


def _name_of(requirement: str) -> str:
    cut = next((i for i, c in enumerate(requirement) if not (c.isalnum() or c in "-_.")), None)
    return requirement[:cut]


def _is_needed(requirement: str) -> bool:
    """Whether a requirement holds without an extra that nobody asked for."""
    return "extra ==" not in requirement.replace("extra==", "extra ==")


def _python_licence() -> str:
    file = Path(sys.base_prefix) / "LICENSE.txt"
    places = (file, Path(sys.base_prefix) / "lib" / f"python{sys.version[:4]}" / "LICENSE.txt")
    found = next((place for place in places if place.is_file()), None)
    return found.read_text("utf-8", "replace") if found else sys.copyright


def _without_home(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)
