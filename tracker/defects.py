# SPDX-License-Identifier: MIT
"""What is said of a defect of the program itself, before a window can say it."""

import sys
from pathlib import Path
from types import TracebackType


def report_defect(
    kind: type[BaseException], _error: BaseException, trace: TracebackType | None
) -> None:
    """Tells of a defect by types and lines, never by values: a ``sys.excepthook``."""
    print(  # noqa: T201 - to whoever started it
        f"Internal error ({kind.__name__}); please report these lines:",
        file=sys.stderr,
    )
    import traceback

    for frame in traceback.extract_tb(trace):
        place = "/".join(Path(frame.filename).parts[-3:])
        print(  # noqa: T201
            f"  {place}:{frame.lineno} in {frame.name}", file=sys.stderr
        )
