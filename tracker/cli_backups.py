# SPDX-License-Identifier: MIT
"""The commands about copies of the records: backup, restore, drill, verify, rescue."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.errors import Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services import backups, profiles, rescue
from tracker.services.context import Context, SystemClock
from tracker.store.store import Store

_DONE, _REFUSED = 0, 1
_Command = Callable[[str, Callable[[Namespace], int], str], ArgumentParser]


@dataclass(frozen=True)
class Profiles:
    """How a command reaches the profile of its options: open, its folder, its passphrase."""

    opened: Callable[..., AbstractContextManager[tuple[Store, Context]]]
    folder: Callable[[Namespace], Path]
    passphrase: Callable[[Namespace], str]


def add_commands(command: _Command, on: Profiles) -> None:
    """Adds the commands to the parser."""

    def run(job: Callable[[Namespace, Profiles], int]) -> Callable[[Namespace], int]:
        return lambda options: job(options, on)

    kept = command("backup", run(_backup), "Write a verified backup file into a folder.")
    kept.add_argument("folder", type=Path, metavar="DEST")
    kept.add_argument(
        "--second-medium", action="store_true", help="DEST is on another disk than the records"
    )
    restored = command("restore", run(_restore), "Put a backup in the place of the profile.")
    restored.add_argument("file", type=Path, metavar="FILE")
    restored.add_argument("--preview", action="store_true", help="only say what it would do")
    drilled = command("drill", run(_drill), "Restore a backup into a folder of its own, check it.")
    drilled.add_argument(
        "file", type=Path, metavar="FILE", nargs="?", help="the newest of the profile by default"
    )
    checked = command("verify", run(_verify), "Check every page, audit entry and row.")
    checked.add_argument(
        "--settle",
        metavar="REASON",
        help="end the warnings about the sealed end of the trail: an administrator found out why",
    )
    saved = command("rescue", run(_rescue), "Write what can be read of a damaged profile as JSON.")
    saved.add_argument("destination", type=Path, metavar="DEST")
    saved.add_argument("--force", action="store_true", help="replace a file that is there")


def _backup(options: Namespace, on: Profiles) -> int:
    with on.opened(options, writing=False) as (store, ctx):
        made = backups.back_up(store, ctx, folder=options.folder)
        second = made.on_second_medium or options.second_medium
        if options.second_medium and not made.on_second_medium:
            backups.is_second(store, ctx, file=made.path)
    print(f"{made.path}: verified.")
    if made.on_second_medium is False and not second:
        print("It lies on the same disk as the records: whoever loses one loses both.")
    elif not second:
        print("If it lies on another disk than the records, say so with --second-medium.")
    return _DONE


def _restore(options: Namespace, on: Profiles) -> int:
    folder, passphrase, clock = on.folder(options), on.passphrase(options), SystemClock()
    if options.preview:
        seen = backups.preview(file=options.file, folder=folder, passphrase=passphrase, clock=clock)
        for line in seen.lines():
            print(line)
        print("Nothing was changed.")
        return _DONE
    given = backups.restore(file=options.file, folder=folder, passphrase=passphrase, clock=clock)
    for line in given.lines():
        print(line)
    print(f"This protocol is kept in {given.file}.")
    return _REFUSED if given.findings else _DONE


def _drill(options: Namespace, on: Profiles) -> int:
    file = options.file or backups.newest_file(on.folder(options))
    if file is None:
        text = QT_TRANSLATE_NOOP("Message", "There is no backup in {folder}. Nothing was tried.")
        raise Refused(Message(text, {"folder": str(on.folder(options) / "backups")}))
    began = time.perf_counter()
    found = backups.drill(file=file, passphrase=on.passphrase(options), clock=SystemClock())
    code = _say_checked(found)
    print(f"{file}: restored, checked and removed again in {time.perf_counter() - began:.1f} s.")
    return code


def _verify(options: Namespace, on: Profiles) -> int:
    settles = options.settle is not None
    with on.opened(options, writing=settles, warns=False) as (store, ctx):  # the check says them
        settled = backups.settle(store, ctx.because(options.settle)) if settles else ()
        checked = backups.verify(store, ctx)
    for said in settled:
        print(f"Settled, and not said again: {said}")
    return _say_checked(checked)


def _say_checked(checked: backups.Checked) -> int:
    for finding in checked.findings:
        print(finding, file=sys.stderr)
    if checked.findings:
        return _REFUSED
    print(f"Sound. Rows: {checked.rows}, schema: {checked.schema}.")
    for said in checked.erased:
        print(said)
    return _DONE


def _rescue(options: Namespace, on: Profiles) -> int:
    clock = SystemClock()
    store = profiles.open(
        on.folder(options),
        user=options.user,
        passphrase=on.passphrase(options),
        clock=clock,
        readonly=True,
    )
    try:
        ctx = profiles.context(store, clock)
        with store.naming_faults():
            written = rescue.export(store, ctx, dest=options.destination, force=options.force)
    finally:
        store.close(clock.now())
    found = written.survey
    for loss in (*found.damage, *found.losses):
        print(loss, file=sys.stderr)
    print(f"Charts that can be read whole: {found.whole} of {len(found.charts)}.")
    print(f"{written.path}: not encrypted. SHA-256 {written.sha256}")
    print("It is not in the audit trail: nothing is written into a damaged file.")
    return _REFUSED if found.losses else _DONE
