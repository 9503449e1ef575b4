# SPDX-License-Identifier: MIT
"""Two partitions of one disk are one medium; what the system does not say is not guessed."""

import os

import pytest

from tracker.store.medium import disks_of, is_second_medium


@pytest.fixture
def blocks(tmp_path):
    """A computer with a disk of two partitions (one of them encrypted), a USB disk and a loop."""
    devices, listed = tmp_path / "devices", tmp_path / "block"
    listed.mkdir()

    def add(number, path, *, partition=False, holds=()):
        block = devices / path
        (block / "slaves").mkdir(parents=True)
        if partition:
            (block / "partition").touch()
        for held in holds:
            (block / "slaves" / held.name).symlink_to(held)
        (listed / number).symlink_to(block)
        return block

    add("8:0", "sda")
    add("8:1", "sda/sda1", partition=True)
    second = add("8:2", "sda/sda2", partition=True)
    add("253:0", "dm-0", holds=[second])
    add("8:16", "sdb")
    add("8:17", "sdb/sdb1", partition=True)
    add("7:0", "loop0")
    return listed


def disk(number, blocks):
    major, minor = map(int, number.split(":"))
    return {path.name for path in disks_of(os.makedev(major, minor), blocks)}


def test_partitions_and_encrypted_volumes_lead_to_their_disk(blocks):
    assert disk("8:1", blocks) == disk("8:2", blocks) == disk("253:0", blocks) == {"sda"}
    assert disk("8:17", blocks) == {"sdb"}


@pytest.mark.parametrize("number", ["7:0", "0:45", "99:1"])
def test_what_has_no_disk_of_its_own_proves_nothing(blocks, number):
    assert disk(number, blocks) == set()


def test_a_folder_beside_the_records_is_no_second_medium(tmp_path):
    (tmp_path / "records").mkdir()
    (tmp_path / "copies").mkdir()
    assert is_second_medium(tmp_path / "copies", tmp_path / "records") is False


class Place:
    """A folder on a device."""

    def __init__(self, number):
        self._device = os.makedev(*map(int, number.split(":")))

    def absolute(self):
        return "/somewhere"

    def stat(self):
        return os.stat_result((0, 0, self._device, 0, 0, 0, 0, 0, 0, 0))


@pytest.mark.parametrize(
    ("copies", "expected"),
    [("8:17", True), ("253:0", False), ("8:1", False), ("7:0", None), ("0:45", None)],
)
def test_only_another_disk_is_a_second_medium(blocks, monkeypatch, copies, expected):
    monkeypatch.setattr("tracker.store.medium.is_on_network", lambda _place: False)
    assert is_second_medium(Place(copies), Place("8:1"), blocks=blocks) is expected


def test_the_drive_of_the_clinic_is_a_second_medium(tmp_path, monkeypatch):
    monkeypatch.setattr("tracker.store.medium.is_on_network", lambda _place: True)
    assert is_second_medium(tmp_path, tmp_path) is True
