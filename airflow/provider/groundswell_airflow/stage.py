"""The seven stages and the arguments that each takes; the words of the route, nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Callable

Check = Callable[[str], str]


def _text(value: str) -> str:
    if not value.strip() or "\x00" in value:
        raise ValueError("must not be empty")
    return value


def _day(value: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("must be a day such as 2026-03-14")
    return date.fromisoformat(value).isoformat()


def _path(value: str) -> str:
    if value.startswith("-"):
        raise ValueError("must be a path and not begin with '-'")
    return _text(value)


_WINDOW: dict[str, Check] = {"day": _day, "from": _day, "to": _day, "community": _text}


@dataclass(frozen=True)
class Stage:
    """One stage: its required and optional arguments, each with the check of its value.

    `scenario` goes to the command line as it is, every other argument as `--name value`.
    """

    name: str
    required: Mapping[str, Check]
    optional: Mapping[str, Check]

    @staticmethod
    def of(name: str) -> Stage:
        if name not in STAGES:
            raise ValueError(f"stage must be one of {', '.join(STAGES)} but is {name!r}")
        return STAGES[name]

    def check_names(self, arguments: Mapping[str, object]) -> None:
        """Refuses what the stage does not know or lacks; needs no rendered values."""
        known = {**self.required, **self.optional}
        for name in arguments:
            if name not in known:
                raise ValueError(
                    f"stage {self.name!r} has no argument {name!r}; it takes {', '.join(known) or 'none'}"
                )
        missing = [name for name in self.required if name not in arguments]
        if missing:
            raise ValueError(f"stage {self.name!r} needs the argument {missing[0]!r}")

    def command_line(self, arguments: Mapping[str, object]) -> list[str]:
        """The words after the main class, e.g. `['ingest', '--day', '2026-03-14']`."""
        self.check_names(arguments)
        words = [self.name]
        for name, check in {**self.required, **self.optional}.items():
            if name in arguments:
                words += self._words(name, check, str(arguments[name]))
        return words

    def _words(self, name: str, check: Check, value: str) -> list[str]:
        try:
            checked = check(value)
        except ValueError as wrong:
            raise ValueError(f"{self.name}: argument {name!r} {wrong}, but is {value!r}") from None
        return [checked] if name == "scenario" else [f"--{name}", checked]


STAGES: dict[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("ingest", {"source": _path, "input": _path}, _WINDOW),
        Stage("facts", {}, _WINDOW),
        Stage("marts", {}, _WINDOW),
        Stage("calibrate", {}, _WINDOW),
        Stage("simulate", {"scenario": _path}, {}),
        Stage("plan", {"scenario": _path}, {}),
        Stage("report", {"scenario": _path}, {}),
    )
}
