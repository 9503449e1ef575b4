# SPDX-License-Identifier: MIT
"""The commands about the end of things: how long charts are kept, erasing one, retiring all."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from tracker.services import erasure, profiles, retirement
from tracker.services.context import Context, SystemClock
from tracker.services.erasure import Erasure
from tracker.store.store import Store

_Command = Callable[[str, Callable[[Namespace], int], str], ArgumentParser]
_Opened = Callable[..., AbstractContextManager[tuple[Store, Context]]]


def add_commands(command: _Command, opened: _Opened) -> None:
    """Adds ``retention`` and ``erase``; ``opened`` opens the profile."""

    def retention(options: Namespace) -> int:
        with opened(options, writing=options.years is not None or options.off) as (store, ctx):
            if options.years is not None or options.off:
                erasure.set_retention(store, ctx, years=options.years)
            found = erasure.past_retention(store, ctx)
        if found.years is None:
            print("Not set: no chart is ever proposed.")
            return 0
        print(f"Years kept after that of the last contact or the death: {found.years}.")
        for each in found.past:
            print(f"{each.mrn}\t{each.name or ''}\tlast {each.last.isoformat()}")
        print(f"Charts that are past that: {len(found.past)}. Nothing is erased by itself.")
        return 0

    def erase(options: Namespace) -> int:
        with opened(options, writing=True) as (store, ctx):
            why = ctx.because(options.reason)
            gone = erasure.erase(store, why, mrn=options.mrn, again=options.again)
            if options.drop_backups:
                made = erasure.renew_backups(store, ctx)
                copies = replace(gone.copies, backups=())
                gone = replace(gone, copies=copies)
        print("\n".join(_erased(gone)))
        if options.drop_backups:
            print(f"The one backup in the own folder is {made.path.name}.")
        return 0

    kept = command("retention", retention, "Print which charts are past the clinic's retention.")
    how = kept.add_mutually_exclusive_group()
    how.add_argument("--years", type=int, metavar="N", help="keep charts for N years")
    how.add_argument("--off", action="store_true", help="propose nothing any more")
    gone = command("erase", erase, "Erase one patient for good; there is no way back.")
    gone.add_argument("mrn", metavar="MRN")
    gone.add_argument("--again", required=True, metavar="MRN", help="the number once more")
    gone.add_argument("--reason", required=True, metavar="TEXT", help="stays; never a name")
    gone.add_argument(
        "--drop-backups",
        action="store_true",
        help="replace the backups in the profile's own folder by one made afterwards",
    )


def add_retire(
    command: _Command,
    folder_of: Callable[[Namespace], Path],
    passphrase_of: Callable[[Namespace], str],
) -> None:
    """Adds ``retire``, which asks for the passphrase and leaves no profile to close."""

    def retire(options: Namespace) -> int:
        folder, clock = folder_of(options), SystemClock()
        if options.finish:
            print(retirement.finish(folder))
            return 0
        because = options.no_copy_because or ""
        wanted = retirement.Wanted(options.certificate, options.copy, because)
        passphrase = passphrase_of(options)
        store = profiles.open(folder, user=options.user, passphrase=passphrase, clock=clock)
        try:
            ctx = profiles.context(store, clock)
            print(retirement.retire(store, ctx, passphrase=passphrase, wanted=wanted))
        finally:
            profiles.close(store, clock, backup=False)
        return 0

    ends = command("retire", retire, "Destroy the keys and files of the profile on this computer.")
    how = ends.add_mutually_exclusive_group(required=True)
    how.add_argument("--certificate", type=Path, metavar="FILE", help="says what was done")
    how.add_argument("--finish", action="store_true", help="finish one that was interrupted")
    copy = ends.add_mutually_exclusive_group()
    copy.add_argument("--copy", type=Path, metavar="DIR", help="last backup, on another medium")
    copy.add_argument("--no-copy-because", metavar="TEXT", help="why none is needed")


def _erased(gone: Erasure) -> list[str]:
    """What was erased and what still holds the patient, one line each."""
    rows = ", ".join(f"{kind} {n}" for kind, n in gone.rows.items())
    lines = [
        f"{gone.mrn} was erased: {rows}; files of documents: {gone.files}; "
        f"entries of the audit trail without content now: {gone.entries}.",
        *(f"Of the same person, and still there: {mrn}" for mrn in gone.linked),
    ]
    if not gone.is_clean:
        lines.append("The disk did not let the file be written anew; the next start does that.")
    copies = gone.copies
    for heading, found in (
        ("Backups that still hold the patient:", copies.backups),
        ("Folders with backups that may hold the patient:", copies.folders),
        ("Folders set aside by a restore, which hold the patient:", copies.set_aside),
        ("What was given out and may hold the patient:", copies.given_out),
    ):
        if found:
            lines += [heading, *(f"  {each}" for each in found)]
    return lines
