"""One child process with everything it starts: read line by line, ended as a whole."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO

_KEPT = 200  # last lines of standard error to look for the reason in
_POLL_SECONDS = 0.1


class JobProcess:
    """A process in a group of its own, so that ending it leaves nothing behind.

    Start it with `run`; `stop` may be called from another thread or a signal handler.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], cwd: str | None = None):
        self._command = list(command)
        self._environment = dict(environment)
        self._cwd = cwd
        self._process: subprocess.Popen[str] | None = None
        self.last_output = ""
        self.last_errors: deque[str] = deque(maxlen=_KEPT)

    def run(self, on_line: Callable[[str], None]) -> int:
        """Runs to the end, hands every line over while it happens, returns the exit code."""
        with subprocess.Popen(
            self._command,
            env=self._environment,
            cwd=self._cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        ) as process:
            self._process = process
            try:
                self._read(process, on_line)
            except BaseException:  # a timeout or a stop arrives here; leaving would wait forever
                self.stop()
                raise
            return process.wait()

    def stop(self, patience_seconds: float = 15.0) -> None:
        """SIGTERM to the whole group; SIGKILL to what is left of it after the patience."""
        process = self._process
        if process is None or not self._signal(process.pid, signal.SIGTERM):
            return
        for _ in range(int(patience_seconds / _POLL_SECONDS)):
            process.poll()
            if not self._signal(process.pid, 0):
                return
            time.sleep(_POLL_SECONDS)
        self._signal(process.pid, signal.SIGKILL)

    @staticmethod
    def _signal(group: int, number: int) -> bool:
        """Whether the group still exists; its number is that of the process that leads it."""
        try:
            os.killpg(group, number)
        except ProcessLookupError:
            return False
        return True

    def _read(self, process: subprocess.Popen[str], on_line: Callable[[str], None]) -> None:
        errors = threading.Thread(
            target=self._read_errors, args=(process.stderr, on_line), daemon=True
        )
        errors.start()
        for line in _lines(process.stdout):
            self.last_output = line
            on_line(line)
        errors.join()

    def _read_errors(self, stream: IO[str] | None, on_line: Callable[[str], None]) -> None:
        for line in _lines(stream):
            self.last_errors.append(line)
            on_line(line)


def _lines(stream: IO[str] | None) -> Iterator[str]:
    for line in stream or ():
        if line.strip():
            yield line.rstrip("\n")
