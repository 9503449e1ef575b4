# SPDX-License-Identifier: MIT
"""Opening meets the pages it needs; the check that follows meets every other one."""

from threading import Thread

import pytest

from tests.clinics import CLOCK, CTX, copied, make, opened
from tracker.domain.errors import CannotOpen, Refused
from tracker.store.connection import PAGE_BYTES
from tracker.store.faults import StorageFault
from tracker.store.files import Profile


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("closed") / "profile"
    make(folder).close(CLOCK.now())
    return folder


def damaged(closed, folder, page):
    database = Profile(copied(closed, folder)).database
    data = bytearray(database.read_bytes())
    data[page * PAGE_BYTES + PAGE_BYTES // 2] ^= 1
    database.write_bytes(data)
    return folder


def test_a_sound_file_stays_writable(closed, tmp_path):
    store = opened(copied(closed, tmp_path / "sound"))
    assert store.check_pages() == []
    assert not store.readonly
    store.close(CLOCK.now())


@pytest.mark.slow
def test_one_changed_bit_on_any_page_is_found_at_opening_or_right_after(closed, tmp_path):
    pages = Profile(closed).database.stat().st_size // PAGE_BYTES
    for page in range(pages):
        folder = damaged(closed, tmp_path / str(page), page)
        try:
            store = opened(folder)
        except (CannotOpen, StorageFault):
            continue
        assert store.check_pages(), page
        store.close(CLOCK.now())


def test_the_check_beside_the_store_finds_what_the_check_of_the_store_finds(closed, tmp_path):
    store = opened(copied(closed, tmp_path / "sound"))
    assert store.page_check().is_sound()
    store.close(CLOCK.now())
    last = Profile(closed).database.stat().st_size // PAGE_BYTES - 1
    store = opened(damaged(closed, tmp_path / "damaged", last))
    assert not store.page_check().is_sound()
    store.close(CLOCK.now())


def test_the_check_beside_the_store_waits_for_a_save(closed, tmp_path):
    store = opened(copied(closed, tmp_path / "profile"))
    with store.unit(CTX.stamp()) as unit:
        unit.log("view")
        check = Thread(target=store.page_check().is_sound)
        check.start()  # reads nothing before the save is over
        check.join(0.2)
        assert check.is_alive()
    check.join()
    store.close(CLOCK.now())


def test_nothing_is_written_into_a_damaged_file(closed, tmp_path):
    last = Profile(closed).database.stat().st_size // PAGE_BYTES - 1
    folder = damaged(closed, tmp_path / "damaged", last)
    before = Profile(folder).database.read_bytes()
    store = opened(folder)
    assert store.check_pages()
    assert store.readonly
    with pytest.raises(Refused, match="Nothing was saved"), store.unit(CTX.stamp()) as unit:
        unit.log("view")
    store.close(CLOCK.now())
    assert Profile(folder).database.read_bytes() == before
