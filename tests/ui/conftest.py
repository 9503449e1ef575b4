# SPDX-License-Identifier: MIT
"""Pages at work on a real encrypted clinic, with every answer there at once."""

import pytest
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import QApplication

from tests import clinics
from tests.clinics import CLOCK, CTX
from tracker import paths
from tracker.services import imports
from tracker.services.patients import by_number
from tracker.ui.bus import Bus
from tracker.ui.charts.lifeline import LifelineChart
from tracker.ui.desk import Desk
from tracker.ui.pages.patient import PatientPage
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look


@pytest.fixture(scope="session")
def closed_demonstration(tmp_path_factory):
    """The patients of the demonstration, closed."""
    folder = tmp_path_factory.mktemp("pages") / "profile"
    store = clinics.make(folder, is_demo=True)
    for file in sorted((paths.resources() / "demo").glob("*.json")):
        assert imports.import_file(store, CTX, path=file).problems == ()
    store.close(CLOCK.now())
    return folder


@pytest.fixture
def demonstration(closed_demonstration, tmp_path):
    """The same, open."""
    store = clinics.opened(clinics.copied(closed_demonstration, tmp_path / "demonstration"))
    yield store
    store.close(CLOCK.now())


@pytest.fixture
def demo_desk(demonstration, qapp):
    """Somebody at work on them."""
    return Desk(Look(), InlineTasks(lambda: demonstration, lambda _store: None), Bus(), CTX)


@pytest.fixture
def page(demo_desk, qtbot):
    made = PatientPage(demo_desk)
    made.resize(1280, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.deleteLater()  # a chart that the garbage collector destroys may end the process
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def number(demonstration):
    return lambda mrn: by_number(demonstration, CTX, mrn=mrn)


class Quoting(QTranslator):
    """A language in which every sentence from below the window stands in guillemets."""

    def translate(self, context, text, _disambiguation=None, _n=-1):
        return f"«{text}»" if context == "Message" else None


@pytest.fixture
def quoting_window(qapp):
    """The window speaks a language of its own; whatever still reads as written is English."""
    language = Quoting()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


@pytest.fixture
def look(qapp):
    return Look()


@pytest.fixture
def chart(qtbot, look):
    """A lifeline that is destroyed by Qt and not by the garbage collector, which can abort."""
    widget = LifelineChart(look)
    widget.resize(990, 556)
    with qtbot.waitExposed(widget):
        widget.show()
    yield widget
    widget.hide()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
