# SPDX-License-Identifier: MIT
"""The ends of things under fire: a patient is erased, a computer is taken out of use."""

import shutil
import time
from pathlib import Path
from unittest.mock import patch

from tests.clinics import CLOCK, CTX, PASSPHRASE
from tests.faults.paths import no_transactions
from tests.faults.profile import (
    FIRST_MRN,
    closing_store,
    complaints,
    complaints_of,
    make,
    opened,
    patient_of,
    save_visit,
)
from tests.faults.storms import Act, Say, Storm
from tests.plain_pages import plain_pages
from tracker.domain.errors import UserError
from tracker.services import backups, documents, erasure, retirement
from tracker.services.retirement import Wanted
from tracker.store import retirement as destruction
from tracker.store.files import NOTE, Profile, destroy
from tracker.store.keyring import Keyring
from tracker.store.restore import restore

_LETTER = b"%PDF-1.7 synthetic"
_NAME = "王示例".encode()
_VISITS = 30


def _profile(folder: Path) -> Path:
    return folder / "profile"


def _prepare(folder: Path) -> None:
    """A chart of some pages, with a document."""
    store = opened(make(_profile(folder)))
    for weight in range(40, 40 + _VISITS):
        save_visit(store, weight)
    letter = folder / "letter.pdf"
    letter.write_bytes(_LETTER)
    documents.add(store, CTX, patient=patient_of(store), path=letter, name="letter")
    store.close(CLOCK.now())


# --- erasing ----------------------------------------------------------------------------


def erase(folder: Path, say: Say) -> None:
    """Erases the patient."""
    store = opened(_profile(folder))
    erasure.erase(store, CTX.because("on request"), mrn=FIRST_MRN, again=FIRST_MRN)
    say("erased")


def judge_erased(folder: Path, said: list[str]) -> int:
    """Neither the whole chart nor nothing of it, or something left of what was said to be gone."""
    try:
        with closing_store(opened(_profile(folder))) as store:
            bad = len(complaints(store))
            files = list(store.profile.attachments.iterdir())
            if store.find_mrn(FIRST_MRN) is None:
                return bad + (_NAME in plain_pages(store)) + bool(files)
            there = len(store.chart(patient_of(store)).records.get("visit", ()))
            return bad + bool(said) + (there != _VISITS + 1) + (len(files) != 1)
    except UserError:
        return 1


def erase_in_parts(folder: Path, say: Say) -> None:
    """Erases table by table, each stored by itself."""
    store = opened(_profile(folder))
    store._db.execute_sql("PRAGMA foreign_keys = 0")
    with no_transactions():
        erasure.erase(store, CTX.because("on request"), mrn=FIRST_MRN, again=FIRST_MRN)
    say("erased")


# --- taking out of use ------------------------------------------------------------------


def retire(folder: Path, say: Say) -> None:
    """Destroys the keys, after a copy in a folder that counts as another medium."""
    store = opened(_profile(folder))
    wanted = Wanted(folder / "certificate.txt", folder / "stick")
    with patch.object(backups, "is_second_medium", lambda _there, _here: True):
        retirement.retire(store, CTX, passphrase=PASSPHRASE, wanted=wanted)
    say("retired")


def judge_retired(folder: Path, said: list[str]) -> int:
    """Records that are neither here nor on the stick; keys that still open what was destroyed."""
    profile = Profile(_profile(folder))
    if not (profile.folder / NOTE).exists():
        return bool(said) + len(complaints_of(profile.folder))
    bad = 0 if complaints_of(profile.folder) else 1  # it must not open without a word
    bad += _not_on_the_stick(folder)
    if _opens(profile.keyring):  # nothing was destroyed yet: without the note all is there
        bad += bool(said)
        whole = folder / "whole"
        shutil.rmtree(whole, ignore_errors=True)
        shutil.copytree(profile.folder, whole)
        (whole / NOTE).unlink()
        bad += len(complaints_of(whole))
    retirement.finish(profile.folder)
    left = {path.name for path in profile.folder.iterdir()}
    return bad + (left != {NOTE, profile.lock.name}) + (not (folder / "certificate.txt").exists())


def _opens(keyring: Path) -> bool:
    try:
        Keyring(keyring).unlock(PASSPHRASE)
    except UserError:
        return False
    return True


def _not_on_the_stick(folder: Path) -> int:
    target = Profile(folder / "restored")
    shutil.rmtree(target.folder, ignore_errors=True)
    found = list((folder / "stick").glob("*.backup"))
    if len(found) != 1:
        return 1
    try:
        restore(found[0], target, lambda ring: Keyring(ring).unlock(PASSPHRASE), now=CLOCK.now())
        return len(complaints_of(target.folder))
    except UserError:
        return 1


def _slowly(path: Path) -> None:
    """As on a disk that is slow, so that few kills suffice to come in between."""
    destroy(path)
    time.sleep(0.1)


def retire_keys_last(folder: Path, say: Say) -> None:
    """Destroys the records before the keys: what is left opens, and is not whole."""
    order = {"_keys": destruction._rest, "_rest": destruction._keys, "destroy": _slowly}
    with patch.multiple(destruction, **order):
        retire(folder, say)


ENDS: dict[str, tuple[str, Storm, Act, str]] = {
    "kill-erase": (
        "killed while erasing a patient",
        Storm(_prepare, erase, judge_erased),
        erase_in_parts,
        "no transaction",
    ),
    "kill-retire": (
        "killed while a computer is taken out of use",
        Storm(_prepare, retire, judge_retired),
        retire_keys_last,
        "the keys last",
    ),
}
