# SPDX-License-Identifier: MIT
"""Administration: users, audit trail, what is kept, one's own passphrase; as the role allows."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.roles import Action
from tracker.ui.desk import Desk
from tracker.ui.pages.audit_tab import AuditTab
from tracker.ui.pages.keeping_tab import KeepingTab
from tracker.ui.pages.own_tab import OwnTab
from tracker.ui.pages.users_tab import UsersTab
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.tabs import TabStrip

Tab = UsersTab | AuditTab | KeepingTab | OwnTab


class AdministrationPage(QWidget):
    """What the administrator and, for the passphrase, everybody comes for."""

    def __init__(self, desk: Desk, backup_folder: str = "") -> None:
        super().__init__()
        look, px = desk.look, desk.look.px
        self._tabs: dict[str, Tab] = {}
        titles = []
        may = desk.ctx.permissions
        if Action.ACCOUNTS in may:
            self._tabs["users"] = UsersTab(desk)
            titles.append(("users", self.tr("Users")))
        if Action.AUDIT in may:
            self._tabs["trail"] = AuditTab(desk)
            titles.append(("trail", self.tr("Audit trail")))
        if Action.ERASE in may:
            self._tabs["keeping"] = KeepingTab(desk, backup_folder)
            titles.append(("keeping", self.tr("Keeping and erasing")))
        self._tabs["own"] = OwnTab(desk)
        titles.append(("own", self.tr("Passphrase and lock")))
        self._strip = TabStrip(look)
        self._strip.set_tabs(titles)
        self._strip.chosen.connect(self._show)
        self._stack = QStackedWidget()
        for tab in self._tabs.values():
            self._stack.addWidget(tab)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(14), px(24), px(8))
        head.addWidget(PlainLabel(look, self.tr("Administration"), 22, bold=True))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(self._strip)
        page.addWidget(self._stack, 1)

    def activated(self) -> None:
        """Asks again."""
        self._show(self._strip.selected)

    def _show(self, tab: str) -> None:
        self._stack.setCurrentWidget(self._tabs[tab])
        self._tabs[tab].ask()
        self._tabs[tab].setFocus()
