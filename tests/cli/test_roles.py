# SPDX-License-Identifier: MIT
"""The table role x action, asked through the command line."""

import pytest

from tests import clinics
from tests.cli.terminal import DONE, REFUSED, Terminal
from tests.clinics import CLOCK, CTX, SMALL, written
from tracker import cli
from tracker.domain.roles import PERMISSIONS, Action, Role
from tracker.services import accounts, backups, profiles

OWN = {
    Role.NURSE: "violet tractors hum beneath seven bridges",
    Role.ONCOLOGIST: "nine lanterns drift behind the orchard wall",
    Role.DATA_MANAGER: "a copper heron counts eleven wet pebbles",
    Role.VIEWER: "slow trams ring under the walnut balcony",
}

COMMANDS = {
    Action.READ: ("show", "A-001"),
    Action.IMPORT: ("import", "{folder}/small.json", "--dry-run"),
    Action.EXPORT: ("export", "{folder}/out.json", "--force"),
    Action.ANONYMISE: ("export", "{folder}/bare.json", "--anonymised", "--force"),
    Action.BACKUP: ("backup", "{folder}"),
    Action.ACCOUNTS: ("users",),
    Action.ERASE: ("retention",),
    Action.RETIRE: (
        *("retire", "--certificate", "{folder}/certificate.txt"),
        *("--no-copy-because", "only synthetic patients"),
    ),
    Action.RESTORE: ("restore", "{folder}/kept.backup"),
}
"""One command for each action that the command line has; restoring last, as it locks out."""


@pytest.fixture(scope="module")
def staffed(small_profile, tmp_path_factory):
    """A profile with one person of each role, and a backup of it."""
    folder = clinics.copied(small_profile, tmp_path_factory.mktemp("staffed") / "profile")
    for role, own in OWN.items():
        store = clinics.opened(folder)
        made = accounts.add(store, CTX, name=f"Synthetic {role.label}", role=role)
        store.close(CLOCK.now())
        store = profiles.open(folder, user=made.name, passphrase=made.passphrase, clock=CLOCK)
        ctx = profiles.context(store, CLOCK)
        accounts.change_own(store, ctx, current=made.passphrase, new=own)
        store.close(CLOCK.now())
    return folder


@pytest.fixture
def desk(staffed, tmp_path, capsys, monkeypatch):
    """Whoever comes in, at the command line."""
    folder = clinics.copied(staffed, tmp_path / "profile")
    store = clinics.opened(folder)
    kept = backups.back_up(store, CTX, folder=tmp_path)
    store.close(CLOCK.now())
    kept.path.rename(tmp_path / "kept.backup")
    written(tmp_path / "small.json", SMALL)

    def come_in(role):
        monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, OWN[role])
        return Terminal(folder, capsys)

    return come_in


@pytest.mark.parametrize("role", list(OWN))
def test_the_command_line_lets_each_role_do_what_the_table_says(desk, tmp_path, role):
    tracker, before = desk(role), sorted(tmp_path.iterdir())
    for action, command in COMMANDS.items():
        arguments = [part.format(folder=tmp_path) for part in command]
        code, _out, err = tracker("--user", f"Synthetic {role.label}", *arguments)
        if action in PERMISSIONS[role]:
            assert (action, code, err) == (action, DONE, "")
        else:
            assert (action, code) == (action, REFUSED)
            assert "may not" in err
            assert role.label in err or role.value in err
    if role is Role.VIEWER:
        assert sorted(tmp_path.iterdir()) == before


def test_no_command_of_the_command_line_is_left_out_of_the_table():
    recorded = {Action.RECORD, Action.SIGN, Action.DECIDE, Action.CLINIC, Action.AUDIT}
    assert COMMANDS.keys() | recorded == set(Action)  # these five are done in the window alone
