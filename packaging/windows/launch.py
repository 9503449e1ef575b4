# SPDX-License-Identifier: MIT
"""What the launchers run: the program, told that it has its own Python and its own executable."""

import sys

sys.frozen = True  # as every packer says it; the reminder and a restart name the executable then

from tracker.__main__ import main  # noqa: E402 - it may ask while it is imported

sys.exit(main())
