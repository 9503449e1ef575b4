# SPDX-License-Identifier: MIT
"""Collects the program and everything it needs as wheels: for sites that have Python themselves.

Usage: ``python3 make_wheelhouse.py SYSTEM VERSION [FOLDER]``, such as ``linux 3.11`` or
``windows 3.13``. Makes ``followup-tracker-SYSTEM-pyVERSION.zip`` with the wheels, their checksums
and an install script, which needs no network. Wheels of another system are only fetched, not run.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORDS = ROOT / "resources" / "i18n"
# Newest first: pip takes the first that a wheel fits.
PLATFORMS = {
    "linux": ("manylinux_2_35_x86_64", "manylinux_2_34_x86_64", "manylinux_2_28_x86_64"),
    "windows": ("win_amd64",),
    "macos": ("macosx_13_0_universal2", "macosx_13_0_arm64", "macosx_11_0_arm64"),
}
OLDER = {
    "linux": ("manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "windows": (),
    "macos": ("macosx_12_0_universal2", "macosx_11_0_universal2", "macosx_10_9_universal2"),
}
SCRIPTS = {"linux": "install.sh", "macos": "install.sh", "windows": "install.ps1"}


def run(*command: str) -> None:
    """Runs a program whose failure ends everything."""
    subprocess.run(command, check=True)


def fetch(system: str, version: str, folder: Path) -> None:
    """The program's own wheel and those of what it requires, as the tests last passed with."""
    for words in WORDS.glob("*.ts"):
        if not words.with_suffix(".qm").exists():
            sys.exit(
                f"{words.with_suffix('.qm')} is missing. Make it with: python3 dev.py translate"
            )
    pip = [sys.executable, "-m", "pip"]
    run(*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (own,) = folder.glob("followup_tracker-*.whl")
    platforms = [f"--platform={name}" for name in (*PLATFORMS[system], *OLDER[system])]
    only = ["--only-binary=:all:", f"--python-version={version}", "--implementation=cp"]
    limits = ["--constraint", str(ROOT / "constraints.txt")]
    run(*pip, "download", "--quiet", *only, *platforms, *limits, "--dest", str(folder), str(own))


def checksums(folder: Path) -> None:
    """Writes SHA256SUMS beside the wheels, as sha256sum reads it."""
    wheels = sorted(folder.glob("wheels/*.whl"))
    lines = [f"{hashlib.sha256(w.read_bytes()).hexdigest()}  wheels/{w.name}\n" for w in wheels]
    (folder / "SHA256SUMS").write_text("".join(lines), "ascii", newline="\n")


def main(system: str, version: str, target: Path) -> None:
    """Makes the archive and says how large it is."""
    name = f"followup-tracker-{system}-py{version}"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / name
        (folder / "wheels").mkdir(parents=True)
        fetch(system, version, folder / "wheels")
        checksums(folder)
        shutil.copy(HERE / SCRIPTS[system], folder)
        count = len(list(folder.glob("wheels/*.whl")))
        target.mkdir(parents=True, exist_ok=True)
        made = Path(shutil.make_archive(str(target / name), "zip", scratch, name))
    print(f"{made}: {count} wheels, {made.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    if len(sys.argv) not in {3, 4} or sys.argv[1] not in PLATFORMS:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3] if len(sys.argv) == 4 else ROOT / "dist"))
