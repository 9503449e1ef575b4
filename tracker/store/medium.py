# SPDX-License-Identifier: MIT
"""Whether a copy lies on another medium than what it is a copy of: one fall or fire takes a medium.

Two partitions, or an encrypted volume and its disk, are one medium; so device numbers that differ
prove nothing by themselves. What cannot be told here is asked of the person.
"""

import os
from pathlib import Path
from typing import Final

from tracker.store.place import is_on_network

_BLOCKS: Final = Path("/sys/dev/block")
_NO_DISKS: Final = ("loop", "ram", "zram")  # a file or memory behind it


def is_second_medium(copies: Path, records: Path, *, blocks: Path = _BLOCKS) -> bool | None:
    """Whether a folder lies on another medium than the records; None = it cannot be told.

    Args:
        copies: where a backup was written; it is there.
        records: the folder of the profile.
        blocks: where Linux lists its block devices; tests have their own.
    """
    if is_on_network(copies.absolute()):
        return True
    devices = (copies.stat().st_dev, records.stat().st_dev)
    if devices[0] == devices[1]:
        return False
    there, here = (disks_of(device, blocks) for device in devices)
    if not there or not here:
        return None
    return there.isdisjoint(here)


def disks_of(device: int, blocks: Path = _BLOCKS) -> frozenset[Path]:
    """The disks below a file system's device, as Linux lists them; empty where that is not known.

    Args:
        device: ``st_dev`` of a file.
        blocks: the list.
    """
    if not hasattr(os, "major"):  # Windows
        return frozenset()
    return _below(blocks / f"{os.major(device)}:{os.minor(device)}")


def _below(listed: Path) -> frozenset[Path]:
    if not listed.exists():
        return frozenset()
    block = listed.resolve()
    held_by = [_below(each) for each in (block / "slaves").glob("*")]
    if held_by:
        return frozenset().union(*held_by) if all(held_by) else frozenset()
    if (block / "partition").exists():
        block = block.parent
    return frozenset() if block.name.startswith(_NO_DISKS) else frozenset({block})
