# SPDX-License-Identifier: MIT
"""Writes THIRD_PARTY.txt: what a bundle carries from others, and under which licence.

Read from what is installed while it is built, so that it names what is shipped and nothing else.
"""

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib import metadata
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

PROJECT = "followup-tracker"
LICENCES = Path(__file__).resolve().parent / "licences"
RULE = "=" * 88
INTRODUCTION = """\
Follow-up Tracker is under the MIT licence. It is shipped with these works of others.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie in the
folder PySide6 as libraries of their own: whoever wants to may replace them with changed ones that
keep the interface. Their source is published by The Qt Company under the version given below.
"""

# What a wheel carries inside it without a licence file of its own: (component, text).
INSIDE = {
    "pyside6-essentials": (("Qt, PySide6: LGPL", "LGPL-3.0.txt"), ("with the GPL", "GPL-3.0.txt")),
    "sqlcipher3": (("SQLCipher", "SQLCipher.txt"), ("OpenSSL", "Apache-2.0.txt")),
}
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|copyright", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def distributions(name: str = PROJECT) -> list[Distribution]:
    """The project and everything it requires here, by name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        try:
            one = distribution(waiting.pop())
        except PackageNotFoundError:  # required on another system or Python only
            continue
        key = re.sub(r"[-_.]+", "-", one.name).lower()
        if key not in found:
            found[key] = one
            for wanted in one.requires or ():
                if "extra ==" not in wanted and (match := _NAME.match(wanted)):
                    waiting.append(match[0])
    return [found[key] for key in sorted(found)]


def licence_of(one: Distribution) -> str:
    """The licence as the distribution names it."""
    said = one.metadata
    short = said.get("License-Expression") or said.get("License") or ""
    if not short or "\n" in short:
        classifiers = said.get_all("Classifier") or []
        short = ", ".join(c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License"))
    return short or "see the text below"


def texts_of(one: Distribution) -> Iterator[tuple[str, str]]:
    """Names and contents of its licence files."""
    for path in one.files or ():
        if ".dist-info" in path.parts[0] and _LICENCE_FILE.search(path.name):
            yield "/".join(path.parts[1:]), path.read_text("utf-8")
    for component, name in INSIDE.get(one.name.lower().replace("_", "-"), ()):
        yield component, (LICENCES / name).read_text("utf-8")


def debian_copyrights(libraries: Iterable[str]) -> dict[str, str]:
    """Debian package and copyright file of each library that was taken from the system."""
    found: dict[str, str] = {}
    for path in sorted({str(Path(library).resolve()) for library in libraries}):
        names = [path, path.removeprefix("/usr")]  # the package may know either
        for name in names:
            asked = subprocess.run(
                ["dpkg", "-S", name], check=False, capture_output=True, text=True
            )
            package = asked.stdout.partition(":")[0]
            text = Path(f"/usr/share/doc/{package}/copyright")
            if asked.returncode == 0 and text.is_file():
                found[package] = text.read_text("utf-8", "replace")
                break
    return found


def write(
    target: Path,
    system_libraries: Iterable[str] = (),
    *,
    packed: tuple[Path, Path, str] | None = None,
) -> None:
    """Writes the whole text; a library of the system without a known licence is named, too.

    Args:
        target: the file.
        system_libraries: what a bundle took from this system.
        packed: a bundle of another system: the folder of its packages, its Python's licence and
            version. None = what is installed here.
    """
    if packed is None:
        python, number = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", sys.version.split()[0]
        shipped = distributions()
    else:
        lib, python, number = packed
        shipped = sorted(metadata.distributions(path=[str(lib)]), key=lambda one: one.name.lower())
    parts = [INTRODUCTION]
    if python.is_file():
        parts += [f"{RULE}\nPython {number}\n{RULE}", python.read_text("utf-8")]
    for one in shipped:
        if one.name != PROJECT:
            parts.append(f"{RULE}\n{one.name} {one.version}: {licence_of(one)}\n{RULE}")
            parts += [f"--- {name}\n\n{text.strip()}\n" for name, text in texts_of(one)]
    for package, text in debian_copyrights(system_libraries).items():
        parts += [f"{RULE}\nDebian package {package}\n{RULE}", text]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n\n".join(parts) + "\n", "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2:])
