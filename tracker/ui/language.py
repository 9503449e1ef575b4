# SPDX-License-Identifier: MIT
"""The language of the window: the program's own words and those of Qt's buttons."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tracker import paths

LANGUAGES: Final = (("en", "English"), ("zh_CN", "简体中文"))
"""Each by the name that its own readers know."""

_loaded: list[QTranslator] = []


def translate(app: QApplication, language: str) -> None:
    """Loads the program's words and Qt's own for a language, or the desktop's when empty.

    Called again, it takes the place of the one before: windows that are made then speak it.
    """
    for translator in _loaded:
        app.removeTranslator(translator)
    _loaded.clear()
    locale = QLocale(language) if language else QLocale.system()
    if locale.language() == QLocale.Language.C:  # no desktop: digits are grouped all the same
        locale = QLocale("en_GB")
    QLocale.setDefault(locale)
    qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("tracker", str(paths.resources() / "i18n")), ("qtbase", qt_words)):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
            _loaded.append(translator)


def current() -> str:
    """The code among ``LANGUAGES`` that the window speaks now."""
    return "zh_CN" if QLocale().language() == QLocale.Language.Chinese else "en"
