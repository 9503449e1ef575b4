# SPDX-License-Identifier: MIT
"""Power cuts: disks as they may be found afterwards, rebuilt from the calls of a real run.

The model is that of a journalling file system: names change in their order and are on the disk at
the latest when anything is synced; what a file holds is on the disk when that file was synced, and
before that each write may be there, be missing, or (the newest) be torn at a sector.
"""

import shutil
from pathlib import Path
from random import Random

from tests.faults.paths import STORMS
from tests.faults.table import Tally, Trial
from tests.faults.trace import Op, Trace, cut, move, put, recorded

_SECTOR = 512


def trial(name: str, *, never_sync: bool = False) -> Trial:
    """Disks of one path of the program; ``never_sync`` is the control."""

    def run(folder: Path, disks: int, rng: Random) -> Tally:
        storm = STORMS[name][1]
        live = folder / "live"
        live.mkdir()
        storm.prepare(live)
        options = ["--never-sync"] if never_sync else []
        command = ["tests.faults.traced", name, str(live), *options]
        trace = recorded(command, live, folder / "calls")
        (folder / "calls").unlink()
        tally = Tally()
        while tally.tries < disks and not (never_sync and tally.lost):
            at = _moment(trace, rng)
            written(live, disk(trace, at, rng))
            said = [op.data.decode() for op in trace.ops[:at] if op.what == "ack"]
            tally.lost += storm.judge(live, said) > 0
            tally.tries += 1
        syncs = sum(op.what == "sync" for op in trace.ops)
        tally.notes.append(f"{len(trace.ops):,} calls, {syncs:,} of them syncs")
        return tally

    return run


def _moment(trace: Trace, rng: Random) -> int:
    """Any call, or (half of the time) one soon after a name has changed."""
    turns = [number for number, op in enumerate(trace.ops) if op.what in {"rename", "unlink"}]
    if not turns or rng.random() < 0.5:
        return rng.randint(1, len(trace.ops))
    return min(len(trace.ops), rng.choice(turns) + rng.randint(1, 6))


def disk(trace: Trace, at: int, rng: Random) -> dict[str, bytes | None]:
    """What may be on the disk after the first ``at`` calls: content by path, None for a folder."""
    happened = trace.ops[:at]
    synced = [number for number, op in enumerate(happened) if op.what == "sync"]
    at_least = synced[-1] if synced else 0
    names_until = rng.choice((at, rng.randint(at_least, at)))  # often names are ahead of contents
    names = dict(trace.names)
    for op in happened[:names_until]:
        _rename(names, op)
    content = _contents(trace, happened, rng)
    return {path: file and bytes(content.get(file, b"")) for path, file in names.items()}


def _rename(names: dict[str, int | None], op: Op) -> None:
    if op.what == "create":
        names[op.path] = op.file
    elif op.what == "mkdir":
        names[op.path] = None
    elif op.what == "unlink":
        names.pop(op.path, None)
    elif op.what == "rename":
        move(names, op.path, op.to)


def contents_kept(trace: Trace, at: int) -> dict[str, bytes | None]:
    """The disk after the first ``at`` calls when everything reached it."""
    names, content = dict(trace.names), {n: bytearray(d) for n, d in trace.base.items()}
    for op in trace.ops[:at]:
        _rename(names, op)
        _change(content, op, op.data)
    return {path: file and bytes(content.get(file, b"")) for path, file in names.items()}


def _change(content: dict[int, bytearray], op: Op, data: bytes) -> None:
    target = content.setdefault(op.file, bytearray())
    if op.what == "cut":
        cut(target, op.at)
    elif op.what == "write":
        put(target, op.at, data)


def _contents(trace: Trace, happened: list[Op], rng: Random) -> dict[int, bytearray]:
    safe = {op.file: number for number, op in enumerate(happened) if op.what == "sync"}
    changes = [(n, op) for n, op in enumerate(happened) if op.what in {"write", "cut"}]
    loose = [n for n, op in changes if n > safe.get(op.file, -1)]
    torn = loose[-1] if loose and rng.random() < 0.5 else None
    kept = rng.choice((0.0, 0.5, 1.0))
    content = {number: bytearray(data) for number, data in trace.base.items()}
    for number, op in changes:
        if number > safe.get(op.file, -1) and rng.random() >= kept:
            continue
        _change(content, op, _torn(op.data, rng) if number == torn else op.data)
    return content


def _torn(data: bytes, rng: Random) -> bytes:
    sectors = len(data) // _SECTOR
    return data[: _SECTOR * rng.randint(1, sectors)] if sectors else data


def written(folder: Path, found: dict[str, bytes | None]) -> None:
    """Puts a disk in the place of a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path, data in sorted(found.items()):
        target = folder / path
        if data is None:
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
