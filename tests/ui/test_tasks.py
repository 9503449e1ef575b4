# SPDX-License-Identifier: MIT
"""The worker that owns the store: order, answers, failures, the end."""

import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from tracker.domain.errors import CannotOpen, Refused
from tracker.domain.text import Message
from tracker.ui.tasks import InlineTasks, Tasks


class Store:
    """Notes who opened, used and closed it."""

    def __init__(self):
        self.opened_by = threading.get_ident()
        self.closed_by = None
        self.saved = []

    def save(self, value):
        assert threading.get_ident() == self.opened_by
        self.saved.append(value)
        return value

    def close(self):
        self.closed_by = threading.get_ident()


class Gate:
    """A job that waits until the test lets it go."""

    def __init__(self):
        self.started, self.opened = threading.Event(), threading.Event()

    def __call__(self, _store):
        self.started.set()
        assert self.opened.wait(10)
        return "gate"


@pytest.fixture
def tasks(qapp):
    made = Tasks(Store, Store.close)
    yield made
    made.close()


@pytest.fixture
def page(qapp):
    return QObject()


def _refuse(_store=None):
    raise Refused(Message("The weight {kg} kg is not possible.", {"kg": 5820}))


def test_an_answer_comes_back_in_the_thread_of_the_window(qtbot, tasks, page):
    answers = []
    tasks.run(
        page, lambda _s: threading.get_ident(), lambda a: answers.append((a, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(answers))
    worker, here = answers[0]
    assert here == threading.get_ident()
    assert worker != here


def test_the_store_is_opened_once_and_closed_on_its_own_thread(qtbot, page):
    stores = []
    tasks = Tasks(lambda: stores.append(Store()) or stores[-1], Store.close)
    done = []
    for value in range(3):
        tasks.run(page, lambda s, v=value: s.save(v), done.append)
    qtbot.waitUntil(lambda: len(done) == 3)
    tasks.close()
    (store,) = stores
    assert store.opened_by == store.closed_by != threading.get_ident()


def test_saves_happen_in_the_order_they_were_asked_for(qtbot, tasks, page):
    done = []
    for value in range(50):
        tasks.run(page, lambda s, v=value: s.save(v), done.append)
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_a_newer_question_replaces_the_one_that_waits(qtbot, tasks, page):
    gate, ran, answers = Gate(), [], []
    tasks.run(page, gate, answers.append)
    for text in ("w", "wa", "wan"):
        tasks.run(page, lambda _s, t=text: ran.append(t) or t, answers.append, question="search")
    gate.opened.set()
    qtbot.waitUntil(lambda: "wan" in answers)
    assert answers == ["gate", "wan"]
    assert ran == ["wan"]


def test_a_late_answer_to_an_old_question_is_dropped(qtbot, tasks, page):
    gate, answers = Gate(), []
    tasks.run(page, gate, answers.append, question="rows")
    assert gate.started.wait(10)
    tasks.run(page, lambda _s: "new", answers.append, question="rows")
    gate.opened.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["new"]


def test_the_same_question_of_two_pages_is_two_questions(qtbot, tasks, page):
    other, answers = QObject(), []
    tasks.run(page, lambda _s: "one", answers.append, question="rows")
    tasks.run(other, lambda _s: "two", answers.append, question="rows")
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["one", "two"]


def test_a_save_is_never_dropped_for_a_newer_one(qtbot, tasks, page):
    gate, done = Gate(), []
    tasks.run(page, gate, lambda _a: None)
    for value in ("first", "second"):
        tasks.run(page, lambda s, v=value: s.save(v), done.append)
    gate.opened.set()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["first", "second"]


def test_a_page_that_is_gone_is_not_called_back_but_its_save_is_done(qtbot, tasks, page):
    gate, done = Gate(), []
    gone = QObject()
    tasks.run(page, gate, lambda _a: None)
    tasks.run(gone, lambda s: s.save("kept"), lambda _a: done.append("gone"))
    tasks.run(page, lambda s: list(s.saved), done.append)
    delete(gone)
    gate.opened.set()
    qtbot.waitUntil(lambda: bool(done))
    assert done == [["kept"]]


def test_a_refusal_reaches_the_one_who_asked(qtbot, tasks, page):
    refusals = []
    with qtbot.assertNotEmitted(tasks.failed):
        tasks.run(page, _refuse, lambda _a: None, refusals.append)
        qtbot.waitUntil(lambda: bool(refusals))
    assert "5820" in str(refusals[0])


def test_a_refusal_that_nobody_takes_is_announced(qtbot, tasks, page):
    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.run(page, _refuse, lambda _a: None)
    assert isinstance(failed.args[0], Refused)


def test_a_failed_save_of_a_closed_page_is_still_told(qtbot, tasks, page):
    gate, gone = Gate(), QObject()
    tasks.run(page, gate, lambda _a: None)
    tasks.run(gone, _refuse, lambda _a: None, lambda _e: None)
    delete(gone)
    with qtbot.waitSignal(tasks.failed):
        gate.opened.set()


def test_a_defect_is_announced_and_the_worker_goes_on(qtbot, tasks, page):
    with qtbot.waitSignal(tasks.crashed) as crashed:
        tasks.run(page, lambda _s: 1 / 0, lambda _a: None, lambda _e: None)
    assert isinstance(crashed.args[0], ZeroDivisionError)
    answers = []
    tasks.run(page, lambda _s: "alive", answers.append)
    qtbot.waitUntil(lambda: bool(answers))


def test_a_store_that_does_not_open_says_so_and_is_tried_again(qtbot, page):
    tries = []

    def open_store():
        tries.append(1)
        if len(tries) == 1:
            raise CannotOpen(Message("The passphrase does not fit."))
        return Store()

    tasks, errors, answers = Tasks(open_store, Store.close), [], []
    tasks.run(page, lambda _s: "open", answers.append, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    tasks.run(page, lambda _s: "open", answers.append, errors.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert str(errors[0]) == "The passphrase does not fit."
    tasks.close()


def test_closing_finishes_the_saves_that_wait(qapp, page):
    store = []
    tasks = Tasks(lambda: store.append(Store()) or store[0], Store.close)
    for value in range(20):
        tasks.run(page, lambda s, v=value: s.save(v), lambda _a: None)
    tasks.close()
    assert store[0].saved == list(range(20))
    assert store[0].closed_by is not None


def test_closing_says_what_could_not_be_kept(qapp, page):
    class Full(Store):
        def close(self):
            raise CannotOpen(Message("The backup was not written: the disk is full."))

    tasks = Tasks(Full, Full.close)
    tasks.run(page, lambda s: s.save(1), lambda _a: None)
    with pytest.raises(CannotOpen, match="disk is full"):
        tasks.close()


def test_work_without_the_store_does_not_wait_for_it(qtbot, tasks, page):
    gate, parsed = Gate(), []
    tasks.run(page, gate, lambda _a: None)
    assert gate.started.wait(10)
    tasks.free(page, lambda: "parsed", parsed.append)
    qtbot.waitUntil(lambda: parsed == ["parsed"])
    gate.opened.set()


def test_inline_tasks_answer_at_once_with_a_store_of_this_thread(qtbot, page):
    tasks, answers, errors = InlineTasks(Store, Store.close), [], []
    tasks.run(page, lambda s: s.save(7), answers.append, question="rows")
    tasks.free(page, lambda: 8, answers.append)
    tasks.run(page, _refuse, answers.append, errors.append)
    assert answers == [7, 8]
    assert len(errors) == 1
    with qtbot.waitSignal(tasks.failed):
        tasks.run(page, _refuse, answers.append)
    with pytest.raises(ZeroDivisionError):
        tasks.run(page, lambda _s: 1 / 0, answers.append)
    tasks.close()
