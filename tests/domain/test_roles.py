# SPDX-License-Identifier: MIT
"""Who may do what."""

import pytest

from tracker.domain.roles import PERMISSIONS, Action, Role


def test_every_role_has_its_permissions_and_may_read():
    assert set(PERMISSIONS) == set(Role)
    assert all(Action.READ in allowed for allowed in PERMISSIONS.values())


def test_a_viewer_only_reads():
    assert PERMISSIONS[Role.VIEWER] == {Action.READ}


@pytest.mark.parametrize("role", [Role.NURSE, Role.ONCOLOGIST])
def test_who_treats_records_and_backs_up_but_changes_nothing_for_the_whole_clinic(role):
    assert {Action.RECORD, Action.BACKUP} <= PERMISSIONS[role]
    assert not {Action.CLINIC, Action.RESTORE, Action.IMPORT} & PERMISSIONS[role]


def test_only_the_administrator_restores_a_backup():
    assert [role for role, allowed in PERMISSIONS.items() if Action.RESTORE in allowed] == [
        Role.ADMINISTRATOR
    ]
