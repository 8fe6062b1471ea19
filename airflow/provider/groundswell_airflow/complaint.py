"""Finds, in a job's standard error, the sentence that says why it stopped."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FRAME = re.compile(r"\s+at \S+\(|\s*\.\.\. \d+ (more|common frames)")
_LOG_LINE = re.compile(r"\{\"|(\d{2,4}[/-]){2}\d{2}[ T]\d{2}:\d{2}|\d{2}:\d{2}:\d{2}[.,]\d|WARNING: ")
_LONGEST = 8  # lines of one message


def last_sentence(lines: Sequence[str]) -> str:
    """The last message: its first line and the indented lines of advice that belong to it.

    Stack frames and log lines are no messages: Spark still logs while it shuts down.
    """
    spoken = [line.rstrip() for line in lines if not _is_noise(line)]
    if not spoken:
        return "it said nothing on standard error"
    start = len(spoken) - 1
    while start > 0 and spoken[start][0].isspace():
        start -= 1
    return "\n".join(spoken[start : start + _LONGEST])


def _is_noise(line: str) -> bool:
    return not line.strip() or bool(_FRAME.match(line) or _LOG_LINE.match(line))
