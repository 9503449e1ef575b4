# SPDX-License-Identifier: MIT
"""Who may do what: one table, role by action, checked in the services."""

from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP


class Role(Choice):
    """What a person of the clinic is here for."""

    NURSE = "nurse", QT_TRANSLATE_NOOP("Choice", "Nurse")
    ONCOLOGIST = "oncologist", QT_TRANSLATE_NOOP("Choice", "Oncologist")
    DATA_MANAGER = "data-manager", QT_TRANSLATE_NOOP("Choice", "Data manager")
    ADMINISTRATOR = "administrator", QT_TRANSLATE_NOOP("Choice", "Administrator")
    VIEWER = "viewer", QT_TRANSLATE_NOOP("Choice", "Viewer")


class Action(Choice):
    """What a service asks permission for."""

    READ = "read", QT_TRANSLATE_NOOP("Choice", "read charts")
    RECORD = "record", QT_TRANSLATE_NOOP("Choice", "record, amend and void")
    IMPORT = "import", QT_TRANSLATE_NOOP("Choice", "import files")
    EXPORT = "export", QT_TRANSLATE_NOOP("Choice", "export")
    CLINIC = "clinic", QT_TRANSLATE_NOOP("Choice", "change what holds for the whole clinic")
    BACKUP = "backup", QT_TRANSLATE_NOOP("Choice", "back up and verify")
    RESTORE = "restore", QT_TRANSLATE_NOOP("Choice", "restore a backup")


PERMISSIONS: dict[Role, frozenset[Action]] = {
    Role.NURSE: frozenset({Action.READ, Action.RECORD, Action.BACKUP}),
    Role.ONCOLOGIST: frozenset({Action.READ, Action.RECORD, Action.EXPORT, Action.BACKUP}),
    Role.DATA_MANAGER: frozenset(Action) - {Action.RESTORE},
    Role.ADMINISTRATOR: frozenset(Action),
    Role.VIEWER: frozenset({Action.READ}),
}
