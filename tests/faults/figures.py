# SPDX-License-Identifier: MIT
"""Keeps the figures of full runs, and writes docs/reliability.md from them.

Each row stays until the same fault is run again, so that a run of one fault renews one row.
"""

import fcntl
import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.faults.catalogue import FAULTS
from tests.faults.table import Row, markdown

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).with_name("figures.json")
PAGE = ROOT / "docs" / "reliability.md"
WORDS = Path(__file__).with_name("reliability.md")


def keep(row: Row) -> None:
    """Puts a row in the place of the same fault's last one, and renews the page."""
    with KEPT.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # two runs of different faults may go on side by side
        file.seek(0)
        text = file.read()
        kept: dict[str, Any] = json.loads(text) if text else {}
        kept[row.fault.name] = {
            "line": row.as_line(),
            "met": row.is_met,
            "seed": row.seed,
            "seconds": round(row.seconds, 1),
            "day": datetime.now(UTC).date().isoformat(),  # noqa: TID251 - of the run
            "machine": _machine(),
        }
        file.truncate(0)
        file.write(json.dumps(dict(sorted(kept.items())), indent=1, ensure_ascii=False) + "\n")
        PAGE.write_text(page(kept), "utf-8")


def page(kept: dict[str, Any]) -> str:
    """The chapter: its words, and the table of what was measured."""
    rows = kept.values()
    missed = {name: "see its row above" for name, row in kept.items() if not row["met"]}
    missed |= {name: "not run yet at full length" for name in FAULTS if name not in kept}
    runs = sorted({f"{row['day']}, {row['machine']}" for row in rows})
    seeds = ", ".join(f"{name} {row['seed']} ({row['seconds']} s)" for name, row in kept.items())
    return WORDS.read_text("utf-8").format(
        table=markdown(row["line"] for row in rows),
        missed="\n".join(f"- `{name}`: {why}" for name, why in missed.items()) or "None.",
        runs="; ".join(runs),
        seeds=seeds,
    )


def main() -> None:
    """Renews the page from the figures that are kept."""
    PAGE.write_text(page(json.loads(KEPT.read_text("utf-8"))), "utf-8")


def _machine() -> str:
    return (
        f"{platform.system()} {platform.release()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}"
    )


if __name__ == "__main__":
    main()
