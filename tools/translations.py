# SPDX-License-Identifier: MIT
"""Keeps the Chinese words in step with the program's: ``python3 dev.py translate``.

Qt's own tools do the work. The .ts file is edited by people (or in Qt Linguist) and committed;
``dev.py`` and the packages make the .qm file, which the program reads, from it.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "resources" / "i18n" / "tracker_zh_CN.ts"


def update(ts: Path = TS) -> None:
    """Adds new words of the sources to ``ts`` as unfinished and drops those that are gone."""
    sources = sorted(str(path) for path in (ROOT / "tracker").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-target-language", "zh_CN", "-silent"]
    # a guess from a similar sentence could turn "held" into "given": nothing is guessed
    options += ["-disable-heuristic", "similartext"]
    lupdate = Path(sysconfig.get_path("scripts")) / "pyside6-lupdate"
    subprocess.run([str(lupdate), *options, *sources, "-ts", str(ts)], check=True)


def unfinished(ts: Path = TS) -> list[str]:
    """The words without a finished translation, each with its context."""
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ElementTree.parse(ts).getroot().iter("context")
        for message in context.iter("message")
        if message.find("translation[@type='unfinished']") is not None
    ]


def main() -> int:
    """Updates; the exit code says whether anything waits for a translation."""
    update()
    waiting = unfinished()
    for words in waiting:
        print(words)
    print(f"{len(waiting)} without translation in {TS.relative_to(ROOT)}")
    return int(bool(waiting))


if __name__ == "__main__":
    sys.exit(main())
