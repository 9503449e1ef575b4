# SPDX-License-Identifier: MIT
"""Start of the program: ``python -m tracker``, ``tracker`` and ``tracker-gui``."""

import sys

from tracker import cli


def main() -> int:
    """Runs the program; a defect of it is reported without a value of anybody's chart."""
    sys.excepthook = cli.report_defect
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
