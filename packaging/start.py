# SPDX-License-Identifier: MIT
"""What the packed program runs first."""

import os
import sys

# The packer's start-up points the loader at the bundle. What the program starts (systemctl, the
# browser) belongs to the system and must find the system's libraries again.
for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)
    if before is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = before

from tracker.__main__ import main  # after that: it may start programs

sys.exit(main())
