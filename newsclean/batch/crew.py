"""Processes that do the same to many items: small bundles go out, what was made of them comes back in order.

A pool of the standard library breaks as a whole when one process dies, and does not say on which item. Here each worker
has a pipe of its own, so it is known what it had. A worker is only written to when it waits for work; so the two sides
never wait for each other to read, and no thread is needed.
"""

from __future__ import annotations

import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Generic, NamedTuple, TypeVar, cast

from newsclean.batch.results import Item, Outcome, PageError, page_error

T = TypeVar("T")
Work = Callable[[str | bytes, str | None], T]
MOST_ITEMS = 16  # in a bundle: at 5 ms a page some 80 ms of work, against 0.2 ms to send it
MOST_LETTERS = 200_000  # in a bundle, so that a few large pages do not keep one worker busy while others wait
AHEAD = 4  # bundles for each worker that may be read, or done, before their turn
GRACE = 2.0  # seconds that a worker has to end by itself when it is told to
MOST_STILLBORN = 3  # workers in a row that may die before they are ready, once one was: memory may be short a while


class Failed(NamedTuple):
    """An exception as a value that any process can read."""

    type: str
    reason: str


class Made(NamedTuple, Generic[T]):
    value: T


def attempted(work: Callable[..., T], *arguments: object) -> Made[T] | Failed:
    """What `work` gives, or the exception that it raises.

    The one place where every exception is caught: rules of the user's are other people's code, which may raise
    anything, and a page of a million must not end the run. What was raised goes on as a value, with its page.
    """
    try:
        return Made(work(*arguments))
    except Exception as error:  # noqa: BLE001 -- other people's rules may raise anything, see above
        return Failed(type(error).__name__, str(error) or "no reason given")


def outcome_of(item: Item, answer: Made[T] | Failed) -> Outcome[T]:
    """The outcome for an item of which this was made, or at which this happened."""
    if isinstance(answer, Failed):
        return Outcome(item.number, item.id, None, page_error(item.id, *answer))
    return Outcome(item.number, item.id, answer.value, None)


class Worker:
    """A process, our end of its pipe, and what it was given and has not answered yet."""

    def __init__(self, context: BaseContext, others: Sequence[Connection]) -> None:
        self.pipe, self.its_end = context.Pipe()
        self.is_forked = context.get_start_method() == "fork"
        inherited = (*others, self.pipe) if self.is_forked else ()
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]  # typeshed forgets that each has one
            target=serve, args=(self.its_end, inherited), daemon=True
        )
        self.is_ready = False
        self.items: Sequence[Item] = ()

    def start(self, work: bytes) -> None:
        """Starts the process and tells it what to do. Who is to end it has it by then, or Ctrl-C would leave it."""
        if not self.is_forked and sys.platform != "win32":
            resource_tracker.ensure_running()  # when `start` starts it, it lets the interrupt through
        with _no_interrupt():
            self.process.start()
        self.its_end.close()
        self._send(work)

    def take(self, bundle: Sequence[Item]) -> None:
        """Gives it a bundle."""
        self.items = bundle
        self._send(pickle.dumps([(item.raw, item.url) for item in bundle]))

    def _send(self, message: bytes) -> None:
        """Sends what it will unpickle. One that has just died gets nothing, which shows when its answer is read."""
        with suppress(OSError):
            self.pipe.send_bytes(message)

    def terminate(self) -> None:
        """Tells the process to end, if it was started."""
        if self.process.pid is not None:
            self.process.terminate()

    def end(self) -> int | None:
        """Lets go of the process, by force where it does not end; gives its exit status."""
        self.pipe.close()
        self.its_end.close()
        if self.process.pid is None:
            return None
        self.process.terminate()
        self.process.join(GRACE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        return self.process.exitcode


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal. It waits while one starts, which would answer with a traceback.

    Python's own handler is left in its place: only the main thread could put another there.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # it may raise, and has blocked it then all the same
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(pipe: Connection, inherited: Sequence[Connection]) -> None:
    """What a worker does: it reads bundles and answers each item, until the other end is closed.

    A forked process has copies of our ends of the pipes. It closes them: else no worker would see that we are gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    try:
        work: Made[Work[object]] | Failed = attempted(pickle.loads, pipe.recv_bytes())
        pipe.send(work if isinstance(work, Failed) else None)
        while isinstance(work, Made):
            pipe.send([attempted(work.value, raw, url) for raw, url in pipe.recv()])
    except (EOFError, OSError):  # the other end is closed: nobody waits for more
        return


class Crew(Generic[T]):
    """Up to `size` workers. They start when there is work for them."""

    def __init__(self, work: Work[T], size: int, context: BaseContext) -> None:
        self.work, self.size, self.context = pickle.dumps(work), size, context
        self.workers: list[Worker] = []
        self.queue: deque[Sequence[Item]] = deque()  # bundles that no worker has yet
        self.done: dict[int, Outcome[T]] = {}  # by index, until their turn
        self.suspects: set[int] = set()  # items that a worker had when it died
        self.n_read = self.n_given = self.n_bundles = self.letters = 0
        self.spared = 0  # how many workers may yet die before they are ready

    def outcomes(self, items: Iterator[Item | PageError]) -> Iterator[Outcome[T]]:
        """What becomes of each item, in order."""
        sizes: dict[int, int] = {}
        has_more = True
        while True:
            while has_more and len(self.queue) < self.size and self._has_room():
                bundle, has_more = self._read(items)
                sizes.update((item.number, len(item.raw)) for item in bundle)
                self.letters += sum(len(item.raw) for item in bundle)
            self._hand_out()
            if self.n_given == self.n_read and not has_more:
                return
            self._collect(wait_for_one=self.n_given not in self.done)
            if self.n_given in self.done:
                self.letters -= sizes.pop(self.n_given, 0)
                outcome = self.done.pop(self.n_given)
                self.n_given += 1
                yield outcome

    def _has_room(self) -> bool:
        """Whether more may be read before what was read is given out: memory stays flat."""
        most = AHEAD * self.size
        ahead = self.n_read - self.n_given
        return ahead == 0 or (ahead < most * MOST_ITEMS and self.letters < most * MOST_LETTERS)

    def _read(self, items: Iterator[Item | PageError]) -> tuple[Sequence[Item], bool]:
        """The next bundle, and whether there may be another. The first are small, so that all workers begin at once."""
        most = min(MOST_ITEMS, 1 + self.n_bundles // self.size)
        bundle: list[Item] = []
        letters = n = 0
        has_more = True
        while n < most and letters < MOST_LETTERS:
            item = next(items, None)
            if item is None:
                has_more = False
                break
            if isinstance(item, PageError):
                self.done[self.n_read] = Outcome(self.n_read, item.id, None, item)
            else:
                bundle.append(item)
                letters += len(item.raw)
            self.n_read += 1
            n += 1
        if bundle:
            self.queue.append(bundle)
            self.n_bundles += 1
        return bundle, has_more

    def _hand_out(self) -> None:
        """Gives bundles to workers that wait for one, and starts workers for the rest, as many as there may be."""
        for worker in self.workers:
            if worker.is_ready and not worker.items and self.queue:
                worker.take(self.queue.popleft())
        n_starting = sum(not worker.is_ready for worker in self.workers)
        for _ in range(min(self.size - len(self.workers), len(self.queue) - n_starting)):
            self.workers.append(Worker(self.context, [worker.pipe for worker in self.workers]))
            self.workers[-1].start(self.work)

    def _collect(self, *, wait_for_one: bool) -> None:
        """Reads what workers have to say. Waits for the first of them where nothing can be given out before."""
        by_pipe = {worker.pipe: worker for worker in self.workers}
        for pipe in wait(list(by_pipe), None if wait_for_one and by_pipe else 0):
            worker = by_pipe[cast("Connection", pipe)]
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if worker.is_ready:
                self._note(worker.items, answer)
                worker.items = ()
            elif answer is None:
                worker.is_ready = True
                self.spared = MOST_STILLBORN
            else:
                raise RuntimeError(
                    f"a worker process cannot load what it should do ({answer.type}: {answer.reason}): "
                    "rules have to stand in a module that can be imported; or run with workers=1"
                )

    def _note(self, items: Sequence[Item], answers: Sequence[Made[T] | Failed]) -> None:
        for item, answer in zip(items, answers, strict=True):
            self.done[item.number] = outcome_of(item, answer)
        self.suspects.difference_update(item.number for item in items)

    def _bury(self, worker: Worker) -> None:
        """A worker is dead. Each item that it had is tried once more, alone: one at which a worker dies again is it."""
        self.workers.remove(worker)
        worker.process.join(GRACE)  # else `end` might find it still there and be the one who ends it
        status = worker.end()
        if not worker.is_ready and self.spared:
            self.spared -= 1
            return
        if not worker.is_ready:
            raise RuntimeError(
                f"a worker process ended before it was ready, {_ending(status)}. A script that starts processes needs "
                'the lines that do under `if __name__ == "__main__":`; or run with workers=1'
            )
        if len(worker.items) == 1 and worker.items[0].number in self.suspects:
            died = Failed("WorkerDied", f"the process that cleaned this page ended twice, {_ending(status)}")
            self._note(worker.items, [died])
            return
        self.suspects.update(item.number for item in worker.items)
        self.queue.extendleft([item] for item in reversed(worker.items))

    def dismiss(self) -> None:
        """Ends all workers, whatever they are at. Another Ctrl-C waits until they are gone."""
        with _no_interrupt():
            for worker in self.workers:
                worker.terminate()
            while self.workers:
                self.workers.pop().end()


def _ending(status: int | None) -> str:
    """How a process ended, in words.

    >>> _ending(3), _ending(-9)
    ('with exit status 3', 'by signal 9')
    """
    return f"by signal {-status}" if status is not None and status < 0 else f"with exit status {status}"
