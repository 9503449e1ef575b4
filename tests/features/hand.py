# SPDX-License-Identifier: MIT
"""A person who follows a sheet of paper: walks by Tab, types by keys, sets nothing else.

Lines of the sheet: ``@ Alt+8`` presses keys, ``= Record: Visit`` presses the button of that name,
``> Note`` goes to a box, ``Label: text`` goes to a box and types, ``!`` saves the form, ``? words``
waits until they can be read, ``#`` is a remark.
"""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from tests.features.person import MOST_TABS, Person


def follow(me: Person, sheet: Path) -> int:
    """Does what the sheet says; returns how many forms were saved."""
    saved = 0
    for line in sheet.read_text("utf-8").splitlines():
        sign, rest = line[:1], line[1:].strip()
        if sign == "@":
            me.press(rest)
        elif sign == "=":
            press_button(me, rest)
        elif sign == ">":
            me.go_to(rest)
        elif sign == "?":
            me.reads(rest)
        elif sign == "!":
            me.press("Ctrl+Enter")
            me.wait(lambda: not me.in_a_dialog)
            saved += 1
        elif sign != "#":
            label, _, text = line.partition(": ")
            me.fill(label, text)
    return saved


def press_button(me: Person, name: str) -> None:
    """Walks to a button by Tab, among buttons of which one is chosen by the arrows, and presses."""
    for _ in range(MOST_TABS):
        here = me.front.focusWidget()
        group = here.group() if isinstance(here, QAbstractButton) else None
        if group is not None and any(name in _names(each) for each in group.buttons()):
            places = [name in _names(each) for each in group.buttons()]
            steps = places.index(True) - group.buttons().index(here)
            for _ in range(abs(steps)):
                me.press("Right" if steps > 0 else "Left")
            here = me.front.focusWidget()
        if isinstance(here, QAbstractButton) and name in _names(here):
            me.press("Space")
            return
        me.press("Tab")
    msg = f"Tab never reaches the button “{name}”."
    raise AssertionError(msg)


def _names(button: QAbstractButton) -> set[str]:
    return {button.accessibleName(), button.text().replace("&&", "&")}
