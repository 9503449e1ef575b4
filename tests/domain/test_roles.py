# SPDX-License-Identifier: MIT
"""Who may do what."""

import pytest

from tools import reference
from tracker.domain.errors import NotPermitted
from tracker.domain.roles import PERMISSIONS, Action, Role
from tracker.services.context import Context, SystemClock


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


def test_every_cell_of_the_table_is_what_the_services_answer():
    for role in Role:
        for action in Action:
            ctx = Context("Somebody", role, SystemClock())
            if action in PERMISSIONS[role]:
                ctx.require(action)
            else:
                with pytest.raises(NotPermitted, match="may not"):
                    ctx.require(action)


def test_only_the_administrator_manages_users_and_two_roles_read_the_whole_trail():
    assert _who_may(Action.ACCOUNTS) == {Role.ADMINISTRATOR}
    assert _who_may(Action.AUDIT) == {Role.ADMINISTRATOR, Role.DATA_MANAGER}


def test_only_the_administrator_erases_and_retires():
    assert _who_may(Action.ERASE) == {Role.ADMINISTRATOR}
    assert _who_may(Action.RETIRE) == {Role.ADMINISTRATOR}


def _who_may(action):
    return {role for role in Role if action in PERMISSIONS[role]}


def test_the_published_table_is_the_one_that_is_asked():
    page = (reference.REFERENCE / "roles.md").read_text("utf-8")
    assert page == reference.roles()
