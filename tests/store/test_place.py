# SPDX-License-Identifier: MIT
"""No clinic is kept where another program or a network would damage its file."""

from pathlib import Path

import pytest

from tests.clinics import CLOCK, PASSPHRASE
from tracker.domain.errors import Refused
from tracker.services import profiles
from tracker.store.place import is_on_network, is_synced, require_own_disk

MOUNTS = """\
22 1 8:1 / / rw - ext4 /dev/sda1 rw
31 22 0:44 / /mnt/clinic\\040share rw - cifs //server/share rw
32 31 8:2 / /mnt/clinic\\040share/disk rw - ext4 /dev/sdb1 rw
33 22 0:45 / /home/nurse/remote rw - fuse.sshfs server: rw
"""


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("/var/lib/clinic", False),
        ("/mnt/clinic share/records", True),
        ("/mnt/clinic share/disk/records", False),
        ("/mnt/clinic shared", False),
        ("/home/nurse/remote/a/b", True),
        ("//server/share/records", True),
    ],
)
def test_a_drive_of_another_computer_is_told_from_a_disk(tmp_path, place, remote):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert is_on_network(Path(place), mounts) is remote


@pytest.mark.parametrize(
    "name", ["Dropbox", "OneDrive - Clinic", "Nextcloud", "坚果云", "DROPBOX", "Mobile Documents"]
)
def test_a_folder_that_a_synchronising_program_is_named_after_is_refused(tmp_path, name):
    assert is_synced(tmp_path / name / "records")


@pytest.mark.parametrize("mark", [".stfolder", "._sync_0123abcd.db", ".dropbox.cache"])
def test_a_folder_with_the_mark_of_a_synchronising_program_is_refused(tmp_path, mark):
    (tmp_path / "files" / mark).mkdir(parents=True)
    assert is_synced(tmp_path / "files" / "records" / "clinic")
    assert not is_synced(tmp_path / "elsewhere")


def test_the_folder_that_onedrive_names_is_refused_whatever_it_is_called(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Clinic files"))
    assert is_synced(tmp_path / "Clinic files" / "records")
    assert not is_synced(tmp_path / "Own files")


def test_no_clinic_is_made_in_a_synchronised_folder(tmp_path):
    folder = tmp_path / "Dropbox" / "clinic"
    with pytest.raises(Refused, match="synchronis"):
        profiles.create(folder, clinic="C", user="U", passphrase=PASSPHRASE, clock=CLOCK)
    assert not (tmp_path / "Dropbox").exists()


def test_an_ordinary_folder_is_taken(tmp_path):
    require_own_disk(tmp_path / "clinic")
