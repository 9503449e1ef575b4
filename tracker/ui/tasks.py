# SPDX-License-Identifier: MIT
"""Work that must not stop the window: one thread owns the store, a small pool does the rest.

Owners and callbacks never leave the window's thread; only the job travels, and its answer comes
back as a queued signal. So no widget can be destroyed by the wrong thread.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from tracker.domain.errors import UserError

S = TypeVar("S")
T = TypeVar("T")

OnError = Callable[[UserError], None] | None


@dataclass(frozen=True, slots=True)
class _Turn:
    """Who waits for an answer, and what to do with it."""

    owner: QObject
    on_done: Callable[[Any], None]
    on_error: OnError
    question: str | None


class Tasks(QObject, Generic[S]):
    """Runs jobs beside the window and calls back in the window's thread.

    The store is opened by the first job and lives on one thread, so that jobs run in the order in
    which they were asked for. A job must not touch a widget.

    Attributes:
        is_closed: nothing can be asked any more.

    Signals:
        failed(UserError): a job failed and nobody is left, or asked, to say so.
        crashed(BaseException): a job raised anything else, which is a defect of the program.
    """

    failed = Signal(object)
    crashed = Signal(object)
    _answered = Signal(object, object)

    def __init__(
        self,
        open_store: Callable[[], S],
        close_store: Callable[[S], None],
        guard: Callable[[S], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        """All are called on the store's thread; closing may raise what could not be kept.

        ``guard`` is around each job: it turns what the disk did to it into a ``UserError``.
        """
        super().__init__()
        self._open_store = open_store
        self._close = close_store
        self._guard = guard
        self._store: S | None = None
        self._owning = ThreadPoolExecutor(1, "store")
        self._pool = ThreadPoolExecutor(2, "free")
        self._serials = count()
        self._turns: dict[int, _Turn] = {}
        self._newest: dict[tuple[int, str], tuple[int, Future[Any]]] = {}
        self.is_closed = False
        self._answered.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        job: Callable[[S], T],
        on_done: Callable[[T], None],
        on_error: OnError = None,
        question: str | None = None,
    ) -> None:
        """Runs ``job(store)`` on the store's thread, then ``on_done(answer)`` here.

        Args:
            owner: whose answer it is; nothing is called back once it is destroyed.
            job: the intention, usually ``partial(service_function, ctx, ...)``.
            on_done: takes the answer.
            on_error: takes the ``UserError``; without it ``failed`` says so.
            question: names a reading. A newer one of the same owner and name replaces it: the
                older is not run any more, or its answer is dropped. A save has no question and
                is neither skipped nor dropped.
        """
        turn = _Turn(owner, on_done, on_error, question)
        self._start(turn, self._owning, partial(self._with_store, job))

    def free(
        self,
        owner: QObject,
        job: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: OnError = None,
    ) -> None:
        """Runs ``job()`` without the store, beside other work: parsing, drawing, printing."""
        self._start(_Turn(owner, on_done, on_error, None), self._pool, job)

    def close(self) -> None:
        """Finishes what was asked for, closes the store on its thread and ends the threads.

        Raises:
            UserError: the store could not keep everything (a backup on close failed, say).
        """
        self.is_closed = True
        closing = self._owning.submit(self._close_store)
        self._owning.shutdown()
        self._pool.shutdown()
        closing.result()

    def _start(self, turn: _Turn, pool: ThreadPoolExecutor, job: Callable[[], object]) -> None:
        serial = next(self._serials)
        self._turns[serial] = turn
        future = pool.submit(job)
        if turn.question is not None:
            self._replace((id(turn.owner), turn.question), serial, future)
        future.add_done_callback(partial(self._report, serial))

    def _replace(self, key: tuple[int, str], serial: int, future: Future[Any]) -> None:
        # A reused id is harmless: the turn it belonged to has no living owner.
        before = self._newest.get(key)
        self._newest[key] = (serial, future)
        if before is not None:
            older, waiting = before
            waiting.cancel()
            self._turns.pop(older, None)

    def _report(self, serial: int, future: Future[Any]) -> None:
        self._answered.emit(serial, future)  # on the worker; the connection is queued

    @Slot(object, object)
    def _settle(self, serial: int, future: Future[Any]) -> None:
        turn = self._turns.pop(serial, None)
        if turn is None:  # replaced by a newer question
            return
        if turn.question is not None:
            self._newest.pop((id(turn.owner), turn.question), None)
        self._answer(turn, future)

    def _answer(self, turn: _Turn, future: Future[Any]) -> None:
        alive = isValid(turn.owner)
        error = future.exception()
        if error is None:
            if alive:
                turn.on_done(future.result())
        elif not isinstance(error, UserError):
            self.crashed.emit(error)
        elif alive and turn.on_error is not None:
            turn.on_error(error)
        else:
            self.failed.emit(error)

    def _with_store(self, job: Callable[[S], T]) -> T:
        if self._store is None:
            self._store = self._open_store()
        with self._guard(self._store):
            return job(self._store)

    def _close_store(self) -> None:
        if self._store is not None:
            self._close(self._store)


class InlineTasks(Tasks[S]):
    """The same interface without threads: every answer is there when ``run`` returns.

    For tests. A defect in a job is raised where the job was asked for.
    """

    def run(
        self,
        owner: QObject,
        job: Callable[[S], T],
        on_done: Callable[[T], None],
        on_error: OnError = None,
        question: str | None = None,
    ) -> None:
        """Runs the job and calls back at once."""
        del question  # nothing waits, so nothing is replaced
        self.free(owner, partial(self._with_store, job), on_done, on_error)

    def free(
        self,
        owner: QObject,
        job: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: OnError = None,
    ) -> None:
        """Runs the job and calls back at once."""
        del owner
        try:
            answer = job()
        except UserError as error:
            (on_error or self.failed.emit)(error)
        else:
            on_done(answer)

    def close(self) -> None:
        """Closes the store."""
        self._close_store()
