# SPDX-License-Identifier: MIT
"""Start of the program: ``python -m tracker``, ``tracker`` and ``tracker-gui``."""

import sys


def main() -> int:
    """Runs the program. What stops it is told in words, without a value of anybody's chart."""
    try:
        from tracker import cli

        sys.excepthook = cli.report_defect
        return cli.main()
    except ImportError as error:
        print(f"A part of the program is missing: {error}. Install it again.", file=sys.stderr)  # noqa: T201 - before the command line is there
        return 1


if __name__ == "__main__":
    sys.exit(main())
