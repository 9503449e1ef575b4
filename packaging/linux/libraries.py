# SPDX-License-Identifier: MIT
"""What a bundle asks of the system: fails on a library that neither has, prints ``Depends``.

Usage: ``python3 libraries.py BUNDLE``. Reads the files with ``objdump``; nothing is run.
"""

import re
import subprocess
import sys
from pathlib import Path

# Libraries that belong to the system's drivers, its display or its C library, and the Debian
# package of each. Everything else has to be inside the bundle.
SYSTEM = {
    "libc.so.6": "libc6",
    "libm.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "libresolv.so.2": "libc6",
    "libutil.so.1": "libc6",
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libxcb.so.1": "libxcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_ELF = b"\x7fELF"


def is_elf(path: Path) -> bool:
    """Whether a file is a program or a shared library."""
    with path.open("rb") as file:
        return file.read(4) == _ELF


def headers(path: Path) -> str:
    """The dynamic section of a file, in words."""
    command = ["objdump", "-p", str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main(bundle: Path) -> int:
    """Prints what the bundle depends on; 1 when a library is nowhere."""
    files = [path for path in bundle.rglob("*") if path.is_file()]
    inside = {path.name for path in files}
    glibc, packages, lost = (0, 0), set(), []
    for path in (path for path in files if not path.is_symlink() and is_elf(path)):
        said = headers(path)
        glibc = max([glibc, *((int(a), int(b)) for a, b in _GLIBC.findall(said))])
        for name in set(_NEEDED.findall(said)) - inside:
            if name in SYSTEM:
                packages.add(SYSTEM[name])
            else:
                lost.append(f"{path.relative_to(bundle)} needs {name}: not in the bundle.")
    print("\n".join(sorted(lost)), end="\n" if lost else "", file=sys.stderr)
    packages -= {"libc6"}
    print(", ".join([f"libc6 (>= {glibc[0]}.{glibc[1]})", *sorted(packages)]))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
