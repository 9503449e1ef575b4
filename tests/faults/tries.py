# SPDX-License-Identifier: MIT
"""One try of a fault whose crash is counted and does not end the run."""

import sys
import traceback
from collections.abc import Callable

from tests.faults.table import Tally
from tracker.domain.errors import UserError


def seen(look: Callable[[], bool], tally: Tally) -> bool:
    """Whether the program said something: by an answer, or by a refusal in words.

    Anything else that is raised is a crash: counted, and printed for whoever mends it.
    """
    try:
        return look()
    except UserError:
        return True
    except Exception:  # noqa: BLE001 - counting what nobody expected is what this is for
        tally.crashed += 1
        traceback.print_exc(limit=-6, file=sys.stderr)
        return True
