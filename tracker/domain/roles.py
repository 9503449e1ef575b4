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
    SIGN = "sign", QT_TRANSLATE_NOOP("Choice", "sign")
    DECIDE = "decide", QT_TRANSLATE_NOOP("Choice", "decide on a response")
    IMPORT = "import", QT_TRANSLATE_NOOP("Choice", "import files")
    EXPORT = "export", QT_TRANSLATE_NOOP("Choice", "export")
    ANONYMISE = "anonymise", QT_TRANSLATE_NOOP("Choice", "export without identity")
    CLINIC = "clinic", QT_TRANSLATE_NOOP("Choice", "change what holds for the whole clinic")
    BACKUP = "backup", QT_TRANSLATE_NOOP("Choice", "back up and verify")
    RESTORE = "restore", QT_TRANSLATE_NOOP("Choice", "restore a backup")
    AUDIT = "audit", QT_TRANSLATE_NOOP("Choice", "read the whole audit trail")
    ACCOUNTS = "accounts", QT_TRANSLATE_NOOP("Choice", "manage users and the rules of the lock")
    ERASE = "erase", QT_TRANSLATE_NOOP("Choice", "erase a patient and set how long charts are kept")
    RETIRE = "retire", QT_TRANSLATE_NOOP("Choice", "destroy the keys on a computer that is retired")


PERMISSIONS: dict[Role, frozenset[Action]] = {
    Role.NURSE: frozenset({Action.READ, Action.RECORD, Action.SIGN, Action.BACKUP}),
    Role.ONCOLOGIST: frozenset(
        {
            Action.READ,
            Action.RECORD,
            Action.SIGN,
            Action.DECIDE,
            Action.EXPORT,
            Action.ANONYMISE,
            Action.BACKUP,
        }
    ),
    Role.DATA_MANAGER: frozenset(Action)
    - {
        Action.SIGN,
        Action.DECIDE,
        Action.RESTORE,
        Action.ACCOUNTS,
        Action.ERASE,
        Action.RETIRE,
    },
    Role.ADMINISTRATOR: frozenset(Action),
    Role.VIEWER: frozenset({Action.READ}),
}


# What a role may open in an emergency, with a reason that stands in the audit trail. Never what
# could take records away or let somebody in: imports, restores, accounts, rules of the clinic.
BREAK_GLASS: dict[Role, frozenset[Action]] = {
    Role.NURSE: frozenset({Action.EXPORT}),
    Role.ONCOLOGIST: frozenset(),
    Role.DATA_MANAGER: frozenset(),
    Role.ADMINISTRATOR: frozenset(),
    Role.VIEWER: frozenset({Action.RECORD, Action.EXPORT}),
}
