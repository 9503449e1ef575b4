# SPDX-License-Identifier: MIT
"""Is the name of a patient in any file that the program writes, or in the name of one?

A child works for a day with home, settings and temporary files of its own. What lies there in the
end is looked through; what was written meanwhile and removed again is seen by strace.
"""

import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from random import Random
from urllib.parse import quote

from tests.faults.leaking import NEEDLES
from tests.faults.table import Tally, Trial

ASKED = "asked"  # the folder of the files that a person asks for
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
_CALLS = "write,pwrite64,writev,pwritev,sendto,sendmsg"
_FOLDERS = {
    "HOME": "home",
    "TMPDIR": "tmp",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_RUNTIME_DIR": "run",
}
_LANGUAGES = ("en", "zh_CN")


def spellings() -> set[bytes]:
    """Every way in which a needle may stand in a file, in small letters where it has letters."""
    found = {needle.encode(encoding).lower() for needle in NEEDLES for encoding in _ENCODINGS}
    found |= {needle.encode("unicode-escape").lower() for needle in NEEDLES}
    found |= {needle.encode().hex().encode() for needle in NEEDLES}
    return found | {quote(needle).encode().lower() for needle in NEEDLES}


def scanned(*, asked_too: bool = False) -> Trial:
    """Days in several languages; the control looks at the files that were asked for as well."""

    def run(folder: Path, tries: int, _rng: Random) -> Tally:
        tally, files, writes = Tally(), 0, 0
        traces = tries == len(_LANGUAGES) and shutil.which("strace") is not None
        for language in _LANGUAGES[:tries]:
            day = folder / language
            written = _worked(day, language, tally, asked_too=asked_too, traces=traces)
            tally.tries += 1
            looked = list(_files(day, asked_too=asked_too))
            hits = [path for path in looked if _holds_needle(path, day)]
            tally.silent += len(hits) + len(written.hits)
            for hit in (*hits, *sorted(written.hits)) if not asked_too else ():
                print(f"a needle in {hit}", file=sys.stderr)
            files, writes = files + len(looked), writes + written.calls
        seen = (
            f"{writes:,} writes" if writes else "what was left; what was removed only with strace"
        )
        tally.notes.append(f"{files:,} files and {seen} looked through")
        return tally

    return run


class _Written:
    """What strace told while the child worked: calls, and the files of those with a needle.

    The needle must be seen in what was asked for, or not to see it elsewhere would prove nothing.
    """

    def __init__(self, asked: Path) -> None:
        self.calls = 0
        self.hits: set[str] = set()
        self.asked: set[str] = set()
        self._asked = str(asked)
        texts = (spelling.hex() for spelling in spellings())
        pairs = ("".join(f"\\x{text[n : n + 2]}" for n in range(0, len(text), 2)) for text in texts)
        self._needle = re.compile("|".join(map(re.escape, pairs)).encode())

    def read(self, pipe: Path) -> None:
        """Takes every line until the child has ended."""
        with pipe.open("rb") as lines:
            for line in lines:
                self.calls += 1
                if self._needle.search(_small(line)):
                    path = _path(line)
                    if path.startswith(self._asked):
                        self.asked.add(path)
                    elif not path.startswith("pipe:"):
                        self.hits.add(f"what was written to {path}")


def _small(line: bytes) -> bytes:
    """Hexadecimal bytes of capital letters as those of small ones."""
    return re.sub(rb"\\x([45])([0-9a-f])", _lowered, line)


def _lowered(match: re.Match[bytes]) -> bytes:
    letter = bytes([int(match[1] + match[2], 16)]).lower()
    return b"\\x" + letter.hex().encode()


def _path(line: bytes) -> str:
    """The file behind the descriptor, as strace prints it beside the number."""
    found = re.search(rb"\(\d+<([^>]*)>", line)
    text = found[1] if found else b"?"
    return re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes([int(m[1], 16)]), text).decode()


def _worked(day: Path, language: str, tally: Tally, *, asked_too: bool, traces: bool) -> _Written:
    """Lets the child work below ``day``."""
    for name in _FOLDERS.values():
        (day / name).mkdir(parents=True, exist_ok=True, mode=0o700)
    environ = os.environ | {name: str(day / path) for name, path in _FOLDERS.items()}
    environ |= {"PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.faults.leaking", str(day), language]
    written = _Written(day / ASKED)
    pipe = day / "run" / "strace"
    reader = threading.Thread(target=written.read, args=(pipe,))
    if traces:
        os.mkfifo(pipe)
        reader.start()
        traced = ["strace", "-f", "-y", "-xx", "-s", "33554432", "-e", f"trace={_CALLS}"]
        command = [*traced, "-o", str(pipe), *command]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    if reader.ident is not None:
        reader.join()
        pipe.unlink()
        assert written.asked, "no needle was seen in what was written where it was asked for"
    if done.returncode:
        assert not asked_too, f"the control shows nothing: {done.stderr[-3_000:]}"
        tally.crashed += 1
        print(done.stderr[-3_000:], file=sys.stderr)
    return written


def _files(day: Path, *, asked_too: bool) -> list[Path]:
    found = (path for path in day.rglob("*") if path.is_file())
    return [path for path in found if asked_too or not path.is_relative_to(day / ASKED)]


def _holds_needle(path: Path, day: Path) -> bool:
    text = str(path.relative_to(day)).encode() + path.read_bytes()
    return any(spelling in text.lower() for spelling in spellings())
