# SPDX-License-Identifier: MIT
"""What reading costs in counts, which a busy machine cannot change: pages and statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tracker.store.store import Store

_COUNTERS = Path("/proc/thread-self/io")  # of Linux; every read of this thread, cached or not


@dataclass
class Cost:
    """Pages read from the file, and the statements that were run."""

    pages: int = 0
    statements: list[str] = field(default_factory=list)


def can_count_pages() -> bool:
    """Whether this system counts what a thread reads."""
    return _COUNTERS.exists()


@contextmanager
def counted(store: Store) -> Iterator[Cost]:
    """Counts until the block ends. What the connection already holds is not read again."""
    cost = Cost()
    connection = store._db.connection()
    connection.set_trace_callback(cost.statements.append)
    counting_itself = _bytes_read() - _bytes_read()
    before = _bytes_read()
    try:
        yield cost
    finally:
        # SQLite reads whole pages, and a few bytes of headers that do not add up to one
        cost.pages = (_bytes_read() - before + counting_itself) // store._db.page_bytes
        connection.set_trace_callback(None)


def _bytes_read() -> int:
    return int(_COUNTERS.read_text().partition("rchar: ")[2].split()[0])
